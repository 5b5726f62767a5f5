"""One row or more for every table, as plain values: models change, these do not."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, text

AT = "2026-11-21 09:00:00.000000"

ROWS: dict[str, list[dict[str, Any]]] = {
    "users": [
        {
            "id": "u:aino",
            "email": "aino@example.org",
            "name": "Aino",
            "organisation": "Kaupunki",
            "password_hash": None,
            "is_admin": True,
            "language": "fi",
            "created_at": AT,
            "disabled_at": None,
        }
    ],
    "access_tokens": [
        {
            "id": "browser",
            "token_hash": "a" * 64,
            "kind": "browser",
            "person_id": "u:aino",
            "parent_id": None,
            "created_at": AT,
            "expires_at": AT,
            "revoked_at": None,
        },
        {
            "id": "seat",
            "token_hash": "b" * 64,
            "kind": "seat",
            "person_id": "u:aino",
            "parent_id": "browser",
            "created_at": AT,
            "expires_at": None,
            "revoked_at": AT,
        },
    ],
    "programmes": [
        {
            "id": "programme",
            "title": "Sujuvat palvelut",
            "owner": "Ministeriö",
            "retention_days": 90,
            "is_example": False,
            "created_at": AT,
        }
    ],
    "projects": [
        {
            "id": "project",
            "programme_id": "programme",
            "title": "Yrityksen perustaminen",
            "applicant": "Kaupunki",
            "challenge": "Monta tiskiä",
            "phase": "running",
            "case_number": "VM/1/2026",
            "created_at": AT,
        }
    ],
    "memberships": [{"id": "membership", "user_id": "u:aino", "programme_id": "programme", "role": "lead"}],
    "workshops": [
        {
            "id": "workshop",
            "project_id": "project",
            "title": "Palvelupolku",
            "kind": "project",
            "position": 1,
            "instructions": "",
            "starts_at": AT,
            "ends_at": None,
            "status": "closed",
            "code": "7KF2QX9M",
            "is_door_open": True,
            "authors": "names",
            "asks_organisation": True,
            "created_at": AT,
            "closed_at": AT,
        }
    ],
    "groups": [{"id": "group", "workshop_id": "workshop", "name": "Ryhmä 1", "position": 1}],
    "participants": [
        {
            "id": f"p:bjorn{number}",
            "workshop_id": "workshop",
            "group_id": "group",
            "name": "Björn",
            "name_key": "björn",
            "number": number,
            "organisation": "",
            "role": "participant",
            "language": "sv",
            "joined_at": AT,
            "removed_at": None,
        }
        for number in (1, 2)
    ],
    "documents": [{"id": "board", "epoch": "epoch", "created_at": AT}],
    "boards": [
        {
            "id": "board",
            "workshop_id": "workshop",
            "group_id": "group",
            "title": "Polku",
            "question": "",
            "method_key": "service_path",
            "method_version": 1,
            "position": 1,
            "created_at": AT,
        }
    ],
    "log_events": [
        {
            "document_id": "board",
            "seq": seq,
            "by": "system",
            "op_id": f"op-{seq}",
            "op_hash": "",
            "at": "2026-11-21T09:00:00.000Z",
            "seen_by": seen_by,
            "changes": '[{"id":"board","set":{"mode":"open"}}]',
        }
        for seq, seen_by in ((1, None), (2, '["p:bjorn1"]'))
    ],
    "artefacts": [
        {
            "id": f"artefact{version}",
            "project_id": "project",
            "workshop_id": "workshop",
            "board_id": "board",
            "version": version,
            "revision": version,
            "title": "Polku",
            "method_key": "service_path",
            "digest": "c" * 64,
            "content_digest": "d" * 64,
            "body": "{}",
            "taken_at": AT,
            "taken_by": "u:aino",
            "replaces_id": replaces,
        }
        for version, replaces in ((1, None), (2, "artefact1"))
    ],
}


LATER: dict[str, list[dict[str, Any]]] = {  # of tables that came after the first revision
    "pictures": [
        {
            "document_id": "board",
            "id": "c" * 64,
            "media_type": "image/png",
            "width": 1,
            "height": 1,
            "size": 2,
            "body": b"p",
            "small": b"s",
            "brought_at": AT,
        }
    ],
    "own_methods": [
        {
            "id": "method",
            "programme_id": "programme",
            "key": "duty_rota",
            "version": 1,
            "draft": "{}",
            "edition": 1,
            "created_at": AT,
            "archived_at": None,
        }
    ],
    "method_versions": [{"key": "own_method", "version": 1, "body": "{}", "saved_at": AT}],
    "stored_states": [
        {
            "document_id": "board",
            "seq": 2,
            "epoch": "epoch",
            "form": 1,
            "body": '{"seq":2,"notes":0,"items":{"board":{"mode":"open"}},"gone":{}}',
            "made_at": AT,
        }
    ],
    "entities": [
        {
            "id": f"entity:{name}",
            "project_id": "project",
            "type": "stakeholder",
            "name": name,
            "merged_into_id": into,
            "created_at": AT,
        }
        for name, into in (("kela", None), ("fpa", "entity:kela"))
    ],
    "entity_places": [
        {
            "board_id": "board",
            "item_id": "note:1",
            "entity_id": "entity:fpa",
            "role": "is",
            "text": "FPA",
            "artefact_id": "artefact2",
        }
    ],
    "entity_acts": [
        {
            "id": "act",
            "project_id": "project",
            "entity_id": "entity:fpa",
            "verb": "merge",
            "was": "FPA",
            "became": "entity:kela",
            "board_id": None,
            "by": "u:aino",
            "at": AT,
            "undone_at": None,
        }
    ],
    "registered_boards": [{"board_id": "board", "artefact_id": "artefact2"}],
    "summaries": [
        {
            "workshop_id": "workshop",
            "summary": "Sovittiin kokeilusta.",
            "decisions": '["Kokeillaan"]',
            "open_questions": "[]",
            "next_steps": '[{"what":"Kutsu","owner":"PRH","due":null}]',
            "edition": 1,
            "written_at": AT,
            "written_by": "u:aino",
        }
    ],
    "read_links": [
        {
            "id": f"link{number}",
            "workshop_id": "workshop",
            "token_hash": str(number) * 64,
            "created_at": AT,
            "created_by": "u:aino",
            "expires_at": AT,
            "revoked_at": revoked_at,
        }
        for number, revoked_at in ((1, None), (2, AT))
    ],
}


def fill(connection: Connection, tables: dict[str, list[dict[str, Any]]] = ROWS) -> None:
    """Insert all of them."""
    for table, rows in tables.items():
        names = ", ".join(f'"{name}"' for name in rows[0])
        values = ", ".join(f":{name}" for name in rows[0])
        connection.execute(text(f'INSERT INTO "{table}" ({names}) VALUES ({values})'), rows)
