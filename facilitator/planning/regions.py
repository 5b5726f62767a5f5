"""Where somebody is, by the codes of Statistics Finland's classification of regions (maakunnat), and how large."""

from __future__ import annotations

from facilitator.errors import Invalid
from facilitator.models import Size
from facilitator.planning.wording import choice

REGIONS: dict[str, dict[str, str]] = {
    code: {"fi": fi, "sv": sv, "en": en}
    for code, fi, sv, en in (
        ("01", "Uusimaa", "Nyland", "Uusimaa"),
        ("02", "Varsinais-Suomi", "Egentliga Finland", "Southwest Finland"),
        ("04", "Satakunta", "Satakunta", "Satakunta"),
        ("05", "Kanta-Häme", "Egentliga Tavastland", "Kanta-Häme"),
        ("06", "Pirkanmaa", "Birkaland", "Pirkanmaa"),
        ("07", "Päijät-Häme", "Päijänne-Tavastland", "Päijät-Häme"),
        ("08", "Kymenlaakso", "Kymmenedalen", "Kymenlaakso"),
        ("09", "Etelä-Karjala", "Södra Karelen", "South Karelia"),
        ("10", "Etelä-Savo", "Södra Savolax", "South Savo"),
        ("11", "Pohjois-Savo", "Norra Savolax", "North Savo"),
        ("12", "Pohjois-Karjala", "Norra Karelen", "North Karelia"),
        ("13", "Keski-Suomi", "Mellersta Finland", "Central Finland"),
        ("14", "Etelä-Pohjanmaa", "Södra Österbotten", "South Ostrobothnia"),
        ("15", "Pohjanmaa", "Österbotten", "Ostrobothnia"),
        ("16", "Keski-Pohjanmaa", "Mellersta Österbotten", "Central Ostrobothnia"),
        ("17", "Pohjois-Pohjanmaa", "Norra Österbotten", "North Ostrobothnia"),
        ("18", "Kainuu", "Kajanaland", "Kainuu"),
        ("19", "Lappi", "Lappland", "Lapland"),
        ("21", "Ahvenanmaa", "Åland", "Åland"),
    )
}
SIZES: dict[str, dict[str, str]] = {
    size: {"fi": f"{fi} asukasta", "sv": f"{sv} invånare", "en": f"{en} inhabitants"}
    for size, fi, sv, en in (
        (Size.UNDER_5, "Alle 5 000", "Under 5 000", "Under 5,000"),
        (Size.FROM_5, "5 000–19 999", "5 000–19 999", "5,000–19,999"),
        (Size.FROM_20, "20 000–49 999", "20 000–49 999", "20,000–49,999"),
        (Size.FROM_50, "50 000–99 999", "50 000–99 999", "50,000–99,999"),
        (Size.FROM_100, "Vähintään 100 000", "Minst 100 000", "100,000 or more"),
    )
}


def where(region: str, size: str) -> dict[str, str]:
    """Both as they are kept; empty where nobody says. Raises Invalid (`choice.unknown`)."""
    if region and region not in REGIONS:
        raise Invalid("choice.unknown", field="region", fields={"region": ("choice.unknown", {})})
    return {"region": region, "size": choice("size", size, Size) if size else ""}
