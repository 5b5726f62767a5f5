"""A place between two neighbours: fractional indexing.

Keys are those of the npm library `fractional-indexing` (CC0; after David Greenspan's "Implementing Fractional
Indexing"): an integer part whose first letter says its length, then a fraction, in base 62. Compared by code point.
"""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LONGEST = 64
_SMALLEST = "A" + "0" * 26
_ALLOWED = frozenset(DIGITS)


def is_key(text: str) -> bool:
    """Whether the text is a key that could have been made here, of at most 64 characters."""
    if not text or len(text) > LONGEST or not _ALLOWED.issuperset(text) or text == _SMALLEST:
        return False
    length = _integer_length(text[0])
    return length is not None and len(text) >= length and not (len(text) > length and text.endswith("0"))


def key_between(before: str | None, after: str | None) -> str:
    """A key strictly between the two; None is the open end. ValueError if `before` is not less than `after`."""
    if before is not None and after is not None and before >= after:
        raise ValueError(f"{before} is not before {after}")
    if before is None:
        if after is None:
            return "a0"
        whole, fraction = _split(after)
        if whole == _SMALLEST:
            return whole + _midpoint("", fraction)
        if whole < after:
            return whole
        return _decrement(whole)
    whole, fraction = _split(before)
    if after is None:
        following = _increment(whole)
        return whole + _midpoint(fraction, None) if following is None else following
    whole_after, fraction_after = _split(after)
    if whole == whole_after:
        return whole + _midpoint(fraction, fraction_after)
    following = _increment(whole)
    if following is not None and following < after:
        return following
    return whole + _midpoint(fraction, None)


def _integer_length(head: str) -> int | None:
    if "a" <= head <= "z":
        return ord(head) - ord("a") + 2
    if "A" <= head <= "Z":
        return ord("Z") - ord(head) + 2
    return None


def _split(key: str) -> tuple[str, str]:
    length = _integer_length(key[0])
    if length is None or len(key) < length:
        raise ValueError(f"not an order key: {key!r}")
    return key[:length], key[length:]


def _midpoint(low: str, high: str | None) -> str:
    """A fraction between two; `low` may be empty, `high` None for the open end. Neither ends in 0."""
    if high is not None:
        shared = 0
        while shared < len(high) and (low[shared] if shared < len(low) else "0") == high[shared]:
            shared += 1
        if shared:
            return high[:shared] + _midpoint(low[shared:], high[shared:])
    first = DIGITS.index(low[0]) if low else 0
    last = DIGITS.index(high[0]) if high else len(DIGITS)
    if last - first > 1:
        return DIGITS[(first + last + 1) // 2]
    if high and len(high) > 1:
        return high[0]
    return DIGITS[first] + _midpoint(low[1:], None)


def _increment(whole: str) -> str | None:
    head, digits = whole[0], list(whole[1:])
    for place in range(len(digits) - 1, -1, -1):
        value = DIGITS.index(digits[place]) + 1
        if value < len(DIGITS):
            digits[place] = DIGITS[value]
            return head + "".join(digits)
        digits[place] = "0"
    if head == "Z":
        return "a0"
    if head == "z":
        return None
    following = chr(ord(head) + 1)
    return following + "".join([*digits, "0"] if following > "a" else digits[:-1])


def _decrement(whole: str) -> str:
    head, digits = whole[0], list(whole[1:])
    for place in range(len(digits) - 1, -1, -1):
        value = DIGITS.index(digits[place]) - 1
        if value >= 0:
            digits[place] = DIGITS[value]
            return head + "".join(digits)
        digits[place] = "z"
    if head == "a":
        return "Zz"
    if head == "A":
        raise ValueError("there is no key before the smallest")
    earlier = chr(ord(head) - 1)
    return earlier + "".join([*digits, "z"] if earlier < "Z" else digits[:-1])
