"""Numbers as they are written: 0,5 in Finnish and Swedish, 0.5 in English; never with an exponent."""

from __future__ import annotations

from decimal import Decimal

POINTS = {"fi": ",", "sv": ",", "en": "."}


def figure(number: float, language: str) -> str:
    """The number in full. A whole one has no decimals, whether it was stored as 2 or as 2.0: RFC 8785 makes both 2.

    >>> figure(2.50, "fi"), figure(2.0, "sv"), figure(-1e-7, "en")
    ('2,5', '2', '-0.0000001')
    """
    exact = Decimal(repr(number))
    whole = exact == exact.to_integral_value()
    return f"{exact.to_integral_value() if whole else exact.normalize():f}".replace(".", POINTS[language])
