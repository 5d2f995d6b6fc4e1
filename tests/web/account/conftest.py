"""How the proofs of accounts run: with a quick hash, for there are many passwords."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytest_django import Settings

QUICK = "django.contrib.auth.hashers.MD5PasswordHasher"


@pytest.fixture(autouse=True)
def quick_passwords(db: None, settings: "Settings") -> None:
    """Give every account of the demo the same password in a quick hash."""
    from django.contrib.auth.hashers import make_password

    from openlea.storage.records.models import Persoon
    from tests.world import PASSWORD

    settings.PASSWORD_HASHERS = [QUICK]
    Persoon.objects.update(password=make_password(PASSWORD))


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do what waits for the end of a transaction during the request, as a real site does."""
    from django.db import transaction

    monkeypatch.setattr(transaction, "on_commit", lambda then, **_: then())
