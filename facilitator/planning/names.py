"""Names that people can tell apart: what is compared of one, and the number that a second of the same gets (P8.3).

What is typed never looks like the mark of who leads: that is drawn by the product, beside the name. A name that reads
as a leader's, with the mark spelled out or drawn in signs, is numbered like any other twin.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

LONGEST_KEY = 80
KEYS_KNOWN = 2_048  # whoever joins is compared with everybody who has
_UNSEEN = re.compile("[\u200c\u200d\ufe00-\ufe0f\U000e0000-\U000e0fff]")  # what the gate leaves of them in a name
_LOOKALIKES = str.maketrans(  # Cyrillic and Greek letters that are drawn as a Latin one, in lower case
    "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0455\u0456\u0458\u04bb\u04cf\u0501\u051b\u051d"
    "\u03b1\u03b2\u03b5\u03b6\u03b7\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7",
    "abekmhopctyxsijhldqwabezhikmnoptyx",
)
_ROLES = re.compile(
    r"\b(facilitator|facilitatorn|fasilitaattori|fasilitoija|vetäjä|ledare|lead|leader|host|admin|moderator|moderaattori)\b"
)


@lru_cache(maxsize=KEYS_KNOWN)
def name_key(name: str) -> str:
    """A name as compared: ANNA, Anna, Ａnna and one with a Cyrillic А are one, and what nobody sees does not count."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", _UNSEEN.sub("", name)).casefold())
    return folded.translate(_LOOKALIKES)


def kept_key(name: str) -> str:
    """The key as its column takes it. Some signs fold to many: cut off, such a key could be somebody else's."""
    key = name_key(name)
    return key if len(key) <= LONGEST_KEY else hashlib.sha256(key.encode()).hexdigest()


def bare_key(name: str) -> str:
    """The key without what could stand for a mark of leading: names of roles, signs and brackets."""
    letters = "".join(each if unicodedata.category(each)[0] in "LMN" else " " for each in name_key(name))
    return " ".join(_ROLES.sub(" ", letters).split())


def free_number(name: str, seen: Iterable[str], leaders: Iterable[str]) -> int:
    """The first number with which nobody is seen under this name; who typed `Anna 2` counts too.

    seen: the guests' visible names. leaders: the names of those who lead.
    """
    taken = {name_key(each) for each in seen}
    leading = {bare_key(each) for each in leaders} - {""}
    number = 1
    while name_key(numbered(name, number)) in taken or (number == 1 and bare_key(name) in leading):
        number += 1
    return number


def numbered(name: str, number: int) -> str:
    """The name as others see it."""
    return name if number == 1 else f"{name} {number}"
