"""Files that mean harm, in every format that can be brought: as text on the board, or refused with a reason.

Nothing is half done, nobody waits long, and what is said of it is a sentence in each language.
"""

from __future__ import annotations

import base64
import csv
import io
import json
import struct
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import Any
from xml.sax.saxutils import escape

import pytest
from flask import Flask

from facilitator.artefacts.formats.csv import as_text
from facilitator.bringing import own_tables
from facilitator.config import LANGUAGES
from facilitator.engine.text import clean
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.models import OwnMethod, StoredPicture
from facilitator.words import SENTENCES, sentence
from tests.api.case import Case, make_case
from tests.bringing.makers import inline, workbook, zipped
from tests.hostile.strings import GIVEN
from tests.makers import make_board
from tests.methods.examples import duty_rota
from tests.pictures.made import picture

LONGEST = 30.0  # seconds in which the worst of them is answered, on a machine with much other work
KIND, ZONE = "observation", "zone:known"
MIB = 1 << 20


@pytest.fixture(scope="module")
def case(patient_app: Flask) -> Case:
    return make_case(patient_app.test_client())


@pytest.fixture
def board(case: Case) -> str:
    """An empty one."""
    return make_board(case.workshop, "blank_with_zones").id


def bring(case: Case, board: str, body: bytes, name: str, language: str = "en") -> Any:
    sent = {"content": base64.b64encode(body).decode(), "name": name, "kind": KIND, "zone": ZONE}
    return case.ask("aino", "post", f"/boards/{board}/bring", sent, **{"Accept-Language": language})


def texts(board: str) -> list[str]:
    return [item["text"] for key, item in rooms.state(board).items.items() if key.startswith("note:")]


@contextmanager
def soon() -> Iterator[None]:
    """It must not take long, whatever it is."""
    began = time.monotonic()
    yield
    assert time.monotonic() - began < LONGEST


# --- Strings that break programs, as the texts of notes ---


def as_canvas(given: list[str]) -> bytes:
    return json.dumps(
        {"nodes": [{"id": str(at), "type": "text", "text": text} for at, text in enumerate(given)]}
    ).encode()


def as_drawing(given: list[str]) -> bytes:
    elements = [{"id": str(at), "type": "text", "text": text, "x": at, "y": at} for at, text in enumerate(given)]
    return json.dumps({"type": "excalidraw", "elements": elements}).encode()


def as_workbook(given: list[str]) -> bytes:
    rows = "".join(f"<row r='{at}'>{inline(f'A{at}', escape(text))}</row>" for at, text in enumerate(given, 2))
    return workbook(f"<row r='1'>{inline('A1', 'Teksti')}</row>{rows}")


def as_tables(given: list[str]) -> bytes:
    rows = [
        ["id", "kind", "text", "zone"],
        *([f"note:{at}", KIND, as_text(text), ZONE] for at, text in enumerate(given)),
    ]
    sheet = io.StringIO(newline="")
    csv.writer(sheet, lineterminator="\r\n").writerows(rows)
    return zipped(dict.fromkeys(own_tables.ALWAYS, "x,y\r\n") | {"observations.csv": sheet.getvalue()})


def is_of_xml(text: str) -> bool:
    """Whether a sheet can hold it, and gives it back as it is; a row with nothing in it is none."""
    return bool(text.strip()) and all(
        sign in "\t\n" or "\x20" <= sign <= "\ud7ff" or "\ue000" <= sign <= "\ufffd" or sign > "\uffff" for sign in text
    )


FORMATS = {
    "x.canvas": (as_canvas, lambda text: True),
    "x.excalidraw": (as_drawing, lambda text: True),
    "x.xlsx": (as_workbook, is_of_xml),
    "x.zip": (as_tables, lambda text: "\0" not in text and text == text.encode("utf-8", "replace").decode()),
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_string_is_a_note_as_the_gate_says_or_is_listed(case: Case, board: str, name: str) -> None:
    made, can_hold = FORMATS[name]
    given = [text for text in GIVEN if can_hold(text)]

    with soon():
        told = bring(case, board, made(given), name).json

    kept = [text for each in given if each.strip() and isinstance(text := clean(each), str)]
    assert sorted(texts(board)) == sorted(kept)
    assert told["found"] == len(given) == told["taken"] + len(told["skipped"])
    assert len(told["skipped"]) == len(given) - len(kept)
    assert not any("%(" in each["message"] for each in (*told["skipped"], *told["remarks"]))


# --- Files that would fill the memory, or never end ---


def packed(parts: dict[str, bytes | str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return made.getvalue()


def spaces(mib: int) -> bytes:
    return workbook("<row r='1'/>" + " " * (mib * MIB))


def nested() -> bytes:
    inner = packed({"a": b"\0" * MIB})
    for _ in range(5):
        inner = packed({f"{at}.zip": inner for at in range(10)})
    return inner


def many(count: int) -> bytes:
    return packed({f"x{at}": "" for at in range(count)})


def tables(parts: dict[str, bytes | str]) -> bytes:
    return packed(dict.fromkeys(own_tables.ALWAYS, "x;y\r\n") | parts)


LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{at} '{f'&a{at - 1};' * 10}'>" for at in range(1, 12)) + "]>"
)
LAUGHING = "<row r='1'><c r='A1' t='str'><v>&a11;</v></c></row>"
ROWS = b"a;b\r\n" + b"1;2\r\n" * 150_000
NODES = {"nodes": [{"type": "text", "text": "a"}] * 200_000}
BOMBS = {
    "70 MiB of spaces in a sheet": (lambda: spaces(70), "x.xlsx", "xlsx.large"),
    "a billion laughs": (lambda: workbook(LAUGHING, before=LAUGHS), "x.xlsx", "xlsx.broken"),
    "zips in zips": (nested, "x.xlsx", "xlsx.broken"),
    "30,000 parts": (lambda: many(30_000), "x.xlsx", "xlsx.large"),
    "a way out of the folder": (lambda: packed({"../../etc/passwd": "x", "/tmp/x": "y"}), "x.xlsx", "xlsx.broken"),
    "tables of 40 MiB": (lambda: tables({"notes.csv": b"\n" * (40 * MIB)}), "x.zip", "zip.large"),
    "tables of 450,000 rows": (lambda: tables({f"{at}.csv": ROWS for at in range(3)}), "x.zip", "zip.large"),
    "20,000 tables": (lambda: tables({f"{at}.csv": "id;text" for at in range(20_000)}), "x.zip", "zip.large"),
    "a deep canvas": (lambda: b'{"nodes": ' + b"[" * 2_000_000, "x.canvas", "file.json"),
    "a number of a million digits": (lambda: b'{"nodes": [{"x": ' + b"9" * MIB + b"}]}", "x.canvas", "file.json"),
    "200,000 nodes": (lambda: json.dumps(NODES).encode(), "x.canvas", "file.rows"),
    "100,000 rows": (lambda: b"Teksti\r\n" + b"Jono;1\r\n" * 100_000, "x.csv", "file.rows"),
    "a quotation mark that nothing closes": (lambda: b'Teksti\r\n"' + b"x\r\n" * MIB, "x.csv", "cell.long"),
    "10,000 columns": (lambda: b";".join([b"x"] * 10_000) + b"\r\na;b", "x.csv", "file.columns"),
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_soon_with_a_sentence_in_three_languages(case: Case, board: str, bomb: str) -> None:
    make, name, code = BOMBS[bomb]
    body = make()

    with soon():
        told = bring(case, board, body, name)

    assert (told.status_code, told.json["code"]) == (400, code)
    assert texts(board) == []
    said = {language: sentence(code, _Anything(), language) for language in LANGUAGES}
    assert len(set(said.values())) == 3


class _Anything(dict[str, Any]):
    def __missing__(self, name: str) -> str:
        return "1"


# --- Requests that are none ---


def test_a_file_of_50_mib_is_refused_before_it_is_read(case: Case, board: str) -> None:
    headers = {"Authorization": f"Bearer {case.tokens['aino']}"}
    with soon():
        api = case.client.post(
            f"/api/v1/boards/{board}/bring", data=b"x" * (50 * MIB), content_type="application/json", headers=headers
        )

    assert (api.status_code, api.json["code"]) == (413, "body.too_large")
    assert texts(board) == []


@pytest.mark.parametrize("kind", ["text/csv", "multipart/form-data; boundary=x", "application/zip", ""])
def test_another_type_of_content_is_refused_by_name(case: Case, board: str, kind: str) -> None:
    headers = {"Authorization": f"Bearer {case.tokens['aino']}"}

    told = case.client.post(f"/api/v1/boards/{board}/bring", data=b"Teksti\r\nJono", content_type=kind, headers=headers)

    assert (told.status_code, told.json["code"]) == (415, "body.type")
    assert told.json["message"]
    assert texts(board) == []


@pytest.mark.parametrize(
    ("body", "name", "code"),
    [
        (picture("PNG"), "laput.csv", "file.unknown"),
        (b"%PDF-1.7\n\0\x80\x90", "laput.csv", "file.unknown"),
        (b"\x7fELF" + b"\0" * 400, "laput.xlsx", "file.unknown"),
        (b"<html><script>alert(1)</script>", "laput.canvas", "file.json"),
        (packed({"word/document.xml": "<x/>"}), "laput.csv", "xlsx.broken"),
        (b"[1, 2]", "laput.json", "file.unknown"),
    ],
)
def test_what_is_not_what_it_is_called_is_told_by_what_it_holds(
    case: Case, board: str, body: bytes, name: str, code: str
) -> None:
    told = bring(case, board, body, name)

    assert (told.status_code, told.json["code"]) == (400, code)
    assert texts(board) == []


def test_files_that_were_harmed_by_chance_are_read_or_refused_and_never_half_done(case: Case, board: str) -> None:
    random = Random(5)
    whole = {"x.canvas": as_canvas(["a", "b"]), "x.zip": as_tables(["a", "b"]), "x.csv": b"Teksti;Alue\r\na;b\r\n"}
    for name, body in whole.items():
        for _ in range(3 if name == "x.zip" else 12):  # a zip is read in a process of its own
            harmed = bytearray(body)
            for _ in range(random.randrange(1, 6)):
                harmed[random.randrange(len(harmed))] = random.randrange(256)
            before = len(texts(board))

            told = bring(case, board, bytes(harmed), name)

            taken = told.json["notes"] if told.status_code == 200 else 0
            assert told.status_code in (200, 400), told.text
            assert len(texts(board)) == before + taken
            assert told.status_code == 200 or told.json["code"] in SENTENCES


# --- A method's file ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_method_without_a_translation_is_told_where_and_in_which_language(case: Case, language: str) -> None:
    method, count = duty_rota(), OwnMethod.query.count()
    del method["lanes"][1]["title"]["sv"], method["guide"][0]["en"]
    method["questions"][0]["text"]["fi"] = " "

    told = case.ask(
        "aino", "post", f"/programmes/{case.programme.id}/methods", {"method": method}, **{"Accept-Language": language}
    )

    assert (told.status_code, told.json["code"]) == (400, "method.faulty")
    for where in ("lanes.1.title.sv", "guide.0.en", "questions.0.text.fi"):
        assert where in told.json["message"]
    assert OwnMethod.query.count() == count


def test_a_method_of_strings_that_break_programs_is_kept_as_it_is_or_refused(case: Case) -> None:
    """All strings, some at once: in its own words and in those of its parts."""
    path, slots = f"/programmes/{case.programme.id}/methods", 12
    taken = 0
    for first in range(0, len(GIVEN), slots):
        method, count = duty_rota(), OwnMethod.query.count()
        method["guide"] = [dict.fromkeys(LANGUAGES, text) for text in GIVEN[first : first + slots]]
        method["kinds"][0]["hint"] = dict.fromkeys(LANGUAGES, GIVEN[first])

        told = case.ask("aino", "post", path, {"method": method})

        if told.status_code == 201:
            kept = case.ask("aino", "get", f"{path}/{told.json['id']}/{told.json['version']}").json
            assert (kept["guide"], kept["kinds"][0]["hint"]) == (method["guide"], method["kinds"][0]["hint"])
            taken += 1
        else:
            assert (told.status_code, told.json["code"]) in ((400, "method.faulty"), (400, "body.json")), told.text
            assert OwnMethod.query.count() == count
    assert taken > 10


# --- Pictures ---


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *more: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(more) + chunk(b"IEND", b"")


def text_bomb() -> bytes:
    """A picture whose words unpack to 100 MiB."""
    words = b"Comment\0\0" + zlib.compress(b"\0" * (100 * MIB), 9)
    return png(2, 2, chunk(b"zTXt", words), chunk(b"IDAT", zlib.compress(b"\0" * 14)))


ZEROS = zlib.compress(b"\0" * MIB)
PICTURES = {
    "50,000 by 50,000": (lambda: png(50_000, 50_000, chunk(b"IDAT", ZEROS)), ("picture.too_large",)),
    "nothing wide": (lambda: png(0, 10, chunk(b"IDAT", b"")), ("picture.broken", "picture.unknown")),
    "words of 100 MiB": (text_bomb, ("picture.broken", "picture.unknown")),
    "a drawing that runs scripts": (lambda: b"<svg onload='alert(1)'/>", ("picture.unknown",)),
    "a page": (lambda: b"<html><script>alert(1)</script>", ("picture.unknown",)),
    "PostScript": (lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run", ("picture.unknown",)),
    "TIFF": (lambda: picture("TIFF"), ("picture.unknown",)),
    "BMP": (lambda: picture("BMP"), ("picture.unknown",)),
    "a picture that ends early": (lambda: picture("PNG")[:-30], ("picture.broken",)),
    "a zip": (lambda: many(10), ("picture.unknown",)),
}  # fmt: skip


def show(case: Case, board: str, body: bytes) -> Any:
    headers = {"Authorization": f"Bearer {case.tokens['aino']}", "Content-Type": "image/png"}
    return case.client.post(f"/api/v1/boards/{board}/pictures", data=body, headers=headers)


@pytest.mark.parametrize("name", PICTURES)
def test_what_only_looks_like_a_picture_is_refused_soon(case: Case, board: str, name: str) -> None:
    make, codes = PICTURES[name]

    with soon():
        told = show(case, board, make())

    assert told.status_code == 400, told.text
    assert told.json["code"] in codes
    assert len({sentence(told.json["code"], {}, language) for language in LANGUAGES}) == 3
    assert db.session.query(StoredPicture).filter_by(document_id=board).count() == 0


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_picture_that_is_a_page_as_well_is_kept_as_a_picture_alone(case: Case, board: str, form: str) -> None:
    page = b"<html><script>alert('KANARIALINTU')</script></html>"

    told = show(case, board, picture(form) + page)

    assert told.status_code == 201
    kept = db.session.get_one(StoredPicture, (board, told.json["id"]))
    assert b"KANARIALINTU" not in kept.body + kept.small
