"""A full board: Finnish notes as a workshop writes them, all invented, the same ones from the same seed.

Words are as long as officials' words are, since those are what breaks a narrow note.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator
from itertools import islice
from typing import Any

from facilitator.engine.order import key_between
from tests.browser.rest import Rest, named

SHORTEST, LONGEST = 20, 180  # letters in a note
PHASES = ("notice", "find", "apply", "wait", "continue", "return")
# How a morning's notes fall: most are pain points, and most of those where people wait.
LANES = {"step": 1.0, "touchpoint": 0.7, "organisation": 0.7, "data": 0.5, "pain": 3.2, "idea": 1.2}
WEIGHTS = {"notice": 0.7, "find": 1.0, "apply": 1.9, "wait": 1.2, "continue": 0.7, "return": 0.5}
KINDS = {
    "step": "step",
    "touchpoint": "touchpoint",
    "organisation": "organisation",
    "data": "data_flow",
    "pain": "pain_point",
    "idea": "idea",
}

_WHO = (
    "Hakija",
    "Yrittäjä",
    "Maahanmuuttanut asiakas",
    "Kunnan yritysneuvoja",
    "Elinkeinopalvelujen asiantuntija",
    "Käsittelijä",
    "Toimitusjohtaja",
    "Tilitoimiston kirjanpitäjä",
    "Lupaneuvontapisteen työntekijä",
)
_DOES = (
    "etsii toimialansa ilmoitusmenettelyä",
    "täyttää elinkeinonharjoittajan rekisteröintilomakkeen",
    "odottaa ympäristöterveysvalvonnan lausuntoa",
    "toimittaa vuokrasopimuksen ja pohjapiirustuksen liitteeksi",
    "soittaa asiakaspalvelunumeroon eikä pääse jonossa eteenpäin",
    "pyytää lisäselvitysaikaa hallintopäätökseen",
    "tunnistautuu työntekijän puolesta valtuutuspalvelussa",
    "kysyy samaa asiaa kolmelta viranomaiselta",
    "vertailee kaupungin toimitilatarjontaa",
    "tekee arvonlisäverovelvollisuusilmoituksen",
)
_WHAT = (
    "Käsittelyaikatieto",
    "Rakennusvalvontapäätös",
    "Kaupparekisteri-ilmoitus",
    "Vastuuviranomaisen yhteystieto",
    "Sähköinen asiointivaltuutus",
    "Elintarvikehuoneistoilmoitus",
    "Neuvontapalvelun ajanvarauskalenteri",
    "Oleskelulupahakemuksen liiteluettelo",
    "Pelastusviranomaisen tarkastuspöytäkirja",
    "Vesihuoltolaitosliittymissopimusluonnos",
    "Rahoitushakemuksen kannattavuuslaskelma",
)
_FAILS = (
    "puuttuu verkkosivuilta kokonaan",
    "on vain suomeksi ja ruotsiksi",
    "ei siirry järjestelmästä toiseen",
    "pyydetään paperilla, vaikka se on jo rekisterissä",
    "vanhenee ennen kuin päätös ehditään tehdä",
    "on kirjoitettu lainsäädäntökielellä",
    "jää viikoiksi odottamaan allekirjoitusta",
    "muuttuu kesken lupakäsittelyprosessin",
    "löytyy kolmesta paikasta eri sisältöisenä",
)
_MORE = (
    "siksi asiakas aloittaa alusta",
    "eikä kukaan kerro, kenelle asia kuuluu",
    "ja kustannukset selviävät vasta jälkikäteen",
    "koska tietojärjestelmien yhteentoimivuusvaatimukset ovat kesken",
    "vaikka moniammatillinen yhteistyöryhmä tuntee tilanteen",
    "ja kausityöntekijöiden palkanmaksuvalmius viivästyy",
    "eli päätöksentekoketju on yrittäjälle näkymätön",
    "joten neuvontapuheluita tulee kaksinkertainen määrä",
)
_IDEAS = (
    "Yhteinen tarkistuslista kaikille viranomaisille",
    "Asiakkaalle yksi yhteyshenkilö koko lupaprosessin ajaksi",
    "Käsittelytilanne näkyviin reaaliaikaisesti",
    "Tiedot kerran, luvalla eteenpäin",
    "Monikielinen videoneuvonta etäpalvelupisteeseen",
    "Ennakkoneuvottelukäytäntö kaikkiin kuntiin",
)
_PLACES = (
    "Kunnan verkkosivut",
    "Puhelinneuvonta ja takaisinsoittopalvelu",
    "Yhteispalvelupisteen asiakaspääte",
    "Sähköinen asiointipalvelu",
    "Turvasähköposti ja kirje kotiin",
)
_OWNERS = (
    "Maahanmuuttovirasto",
    "Digi- ja väestötietovirasto",
    "Patentti- ja rekisterihallitus",
    "Hyvinvointialueen terveysvalvonta",
    "Kaupungin elinvoimapalvelut",
)
_FLOWS = (
    "Päätöstieto yritystietojärjestelmästä kunnalle",
    "Valvontatarkastuksen tulokset käsittelijälle",
    "Osoitetieto väestötietojärjestelmästä pankille",
)
_STAKEHOLDERS = (
    ("Ulkomaalainen yrittäjä", "customer"),
    ("Yrittäjän puoliso ja lapset", "citizens"),
    ("Maahanmuuttovirasto", "state"),
    ("Kunnan yritysneuvonta", "municipality"),
    ("Elintarvikevalvonta", "municipality"),
    ("Patentti- ja rekisterihallitus", "state"),
    ("Verohallinto", "state"),
    ("Digi- ja väestötietovirasto", "state"),
    ("Hyvinvointialueen ympäristöterveydenhuolto", "wellbeing_county"),
    ("Uusyrityskeskus", "ngo"),
    ("Ammattikorkeakoulun yrityshautomo", "education"),
    ("Pankit", "company"),
    ("Kela", "state"),
    ("Tilitoimistot", "company"),
    ("Kaupunginkirjaston yrityspalvelupiste", "municipality"),
    ("Työllisyysalue", "municipality"),
    ("Naapurikunnat", "municipality"),
    ("Maahanmuuttajayhdistysten yhteistyöverkosto", "ngo"),
    ("Vakuutusyhtiöt", "company"),
    ("Toimitilojen vuokranantajat", "company"),
    ("Pelastuslaitos", "wellbeing_county"),
    ("Tulkkauspalvelut", "company"),
    ("Kauppakamari", "ngo"),
    ("Työnantajaliitto", "other"),
)


def path_notes(count: int, seed: int = 7) -> list[tuple[str, str, str]]:
    """Notes of a service path: the last parts of the ids of phase and lane, and the text."""
    chance = random.Random(seed)
    cells = [(phase, lane) for phase in PHASES for lane in LANES]
    weights = [WEIGHTS[phase] * LANES[lane] for phase, lane in cells]
    chosen = chance.choices(cells, weights, k=count)
    return [(phase, lane, text_for(lane, chance)) for phase, lane in chosen]


def text_for(lane: str, chance: random.Random) -> str:
    """One sentence that fits the lane."""
    pick = chance.choice
    begins = {
        "step": lambda: f"{pick(_WHO)} {pick(_DOES)}",
        "touchpoint": lambda: pick(_PLACES),
        "organisation": lambda: pick(_OWNERS),
        "data": lambda: pick(_FLOWS),
        "pain": lambda: f"{pick(_WHAT)} {pick(_FAILS)}",
        "idea": lambda: pick(_IDEAS),
    }
    text = begins[lane]()
    wanted = chance.choice((SHORTEST, SHORTEST, 70, 110, LONGEST))
    for more in chance.sample(_MORE, 3):
        if lane in ("pain", "step", "idea") and len(text) < wanted and len(text) + len(more) + 2 <= LONGEST:
            text = f"{text}, {more}"
    return text if len(text) >= SHORTEST else f"{text}, {pick(_OWNERS)}"


def stakeholders(count: int) -> Iterator[tuple[str, str, str]]:
    """Notes of an onion: ring, kind and name; most are in the outer rings, where there is more room."""
    rings = ("core", "direct", "indirect", "direct", "indirect")
    many = ((f"{name} {turn}".removesuffix(" 1"), kind) for turn in (1, 2) for name, kind in _STAKEHOLDERS)
    for i, (name, kind) in enumerate(islice(many, count)):
        yield rings[i % len(rings)], kind, name


def fill_path(rest: Rest, board: str, count: int = 120) -> None:
    """A sixth phase and this many notes, in lists of at most 200 operations."""
    wishes: list[dict[str, Any]] = [
        {"type": "zone.add", "zone": "zone:return", "title": "Palaan täydennyspyyntöön", "axis": "phase"}
    ]
    last: dict[str, str] = {}
    for phase, lane, text in path_notes(count):
        zone = f"zone:{phase}/{lane}"
        last[zone] = key_between(last.get(zone), None)
        wishes.append(_adding(zone, KINDS[lane], text) | {"order": last[zone]})
    rest.operate(board, *wishes)


def fill_onion(rest: Rest, board: str, count: int = 40) -> None:
    """This many stakeholders in three rings."""
    last: dict[str, str] = {}
    wishes = []
    for ring, kind, name in stakeholders(count):
        zone = f"zone:{ring}"
        last[zone] = key_between(last.get(zone), None)
        wishes.append(_adding(zone, kind, name) | {"order": last[zone]})
    rest.operate(board, *wishes)


def lead_morning(rest: Rest, workshop: str, boards: dict[str, str], at: int = 3) -> None:
    """An agenda of seven parts, with its timer running in one of them, counted from 1."""
    path, onion = boards["service_path"], boards["stakeholder_onion"]
    parts: list[tuple[str, str, str, list[str]]] = [
        ("Tervetuloa ja tavoite", "look", "Missä olemme yhdeltätoista?", []),
        ("Sidosryhmät", "open", "Keitä haaste koskee, ja kuka voi vaikuttaa siihen?", [onion]),
        (
            "Kirjoitetaan kipupisteet",
            "open",
            "Mikä polulla hiertää asiakasta? Kirjoita yksi asia yhteen lappuun.",
            [path],
        ),
        ("Järjestellään yhdessä", "open", "Yhdistetään samat asiat ja nimetään teemat.", [path]),
        ("Äänestetään", "vote", "Mitkä kolme kipupistettä ratkaistaan ensin?", [path]),
        ("Ideat", "open", "Miten voisimme ratkaista kolme eniten ääniä saanutta?", [path]),
        ("Kootaan ja sovitaan jatkosta", "look", "Kuka tekee mitä ja milloin?", []),
    ]
    steps = [
        {
            "type": "step.add",
            "step": f"step:{number}",
            "title": title,
            "mode": mode,
            "minutes": 10,
            "instruction": {"fi": instruction, "sv": instruction, "en": instruction},
            "boards": concerned,
            "focus": "zone:pain" if concerned == [path] else None,
        }
        for number, (title, mode, instruction, concerned) in enumerate(parts, 1)
    ]
    wishes: list[dict[str, Any]] = [
        *steps,
        {"type": "step.go", "step": f"step:{at}"},
        {"type": "timer.start", "seconds": 600},
    ]
    operations = [{"id": str(uuid.uuid4()), **{k: v for k, v in wish.items() if v is not None}} for wish in wishes]
    answer = rest.call("POST", f"/workshops/{workshop}/floor/ops", operations)
    assert answer["refused"] == [], answer["refused"]


def _adding(zone: str, kind: str, text: str) -> dict[str, Any]:
    return {"type": "note.add", "note": named("note"), "zone": zone, "kind": kind, "text": text, "lang": "fi"}
