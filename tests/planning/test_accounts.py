"""Accounts: none has a password until its owner chooses one."""

from __future__ import annotations

import pytest
from flask import Flask

from facilitator import access
from facilitator.errors import Conflict, Invalid
from facilitator.planning import accounts
from tests.makers import make_participant, make_user


def test_a_new_account_has_no_password_and_nobody_can_guess_it(app: Flask) -> None:
    made = accounts.create_account(" Aino@Example.ORG ", "Aino")

    assert (made.email, made.password_hash, made.is_admin) == ("aino@example.org", None, False)
    for guess in ("", "None", "aino"):
        with pytest.raises(Invalid, match=r"sign_in\.wrong"):
            access.sign_in(made.email, guess, None)


@pytest.mark.parametrize("email", ["", "aino", "aino@", "@example.org", "a b@example.org", "a\x00@b", "x" * 65 + "@b"])
def test_what_is_no_address_makes_no_account(app: Flask, email: str) -> None:
    with pytest.raises(Invalid, match=r"email\.invalid"):
        accounts.create_account(email, "Aino")


def test_an_address_has_one_account(app: Flask) -> None:
    accounts.create_account("aino@example.org", "Aino")

    with pytest.raises(Conflict, match=r"account\.exists"):
        accounts.create_account("AINO@example.org", "Toinen Aino")


def test_an_account_and_a_guest_keep_their_language(app: Flask) -> None:
    aino, bjorn = make_user(), make_participant()
    tokens = [access.issue("api", aino.id), access.issue("guest", bjorn.id)]

    for token, language in zip(tokens, ("en", "sv"), strict=True):
        person = access.bearer(token)
        assert person
        accounts.choose_language(person, language)

    assert (aino.language, bjorn.language) == ("en", "sv")
