"""Who a person is is found nowhere after a delivery: not where it went well, not where it broke."""

import json
import logging
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.mail import EmailMessage

from openlea.policy.rechten import LidRol
from openlea.services.kluis import deur
from openlea.storage.records.models import Aanlevering
from tests.services.registratie_wereld import (
    HEADS,
    NAAM,
    PLANTED,
    REGISTRATIE,
    TEKST,
    bsn,
    peildatum,
    register,
    row,
)
from tests.world import World

if TYPE_CHECKING:
    from pytest_django import Settings

ROWS = [row(n) for n in range(8)]
WRONG = [
    row(8, bsn=f"{TEKST}"),
    row(9, geboortedatum=NAAM),
    row(10, postcode=TEKST, lrk=NAAM),
    row(11, **{"datum indicatie": TEKST}),
]


@pytest.fixture
def house(hilversum: World, tmp_path: Path, settings: "Settings") -> Path:
    """Put all that is written in one folder, the temporary files too."""
    Aanlevering.objects.all().delete()
    settings.DATA = tmp_path / "data"
    settings.VAULT, settings.SLEUTELS = tmp_path / "data/vault", tmp_path / "sleutels"
    settings.MEDIA_ROOT = tmp_path / "data/documenten"
    return tmp_path


def everything_kept() -> str:
    """Return the whole database as text: every field of every table."""
    every = [
        list(model._default_manager.values()) for model in apps.get_models() if model._meta.managed
    ]
    return json.dumps(every, default=str, ensure_ascii=False)


def found_in(text: str | bytes) -> list[str]:
    where = text if isinstance(text, bytes) else text.encode()
    return [mark for mark in PLANTED if mark.encode() in where]


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        (ROWS, HEADS),
        (ROWS + WRONG, HEADS),
        (WRONG, HEADS),
        (ROWS, ROWS[0]),  # no heads at all: the first child stands where they should be
        ([[*one, one[0]] for one in ROWS], (*HEADS, bsn(9))),  # a number as a head
    ],
    ids=["good", "some rejected", "all rejected", "without heads", "a person as a head"],
)
def test_after_a_delivery_no_person_is_found_anywhere(
    hilversum: World,
    house: Path,
    caplog: pytest.LogCaptureFixture,
    mailoutbox: list[EmailMessage],
    monkeypatch: pytest.MonkeyPatch,
    rows: list[list[str]],
    heads: tuple[str, ...],
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(house))
    caplog.set_level(logging.DEBUG)
    file = register(rows, heads)
    client = hilversum.client(LidRol.ANALIST)
    sent = {
        "periode": peildatum(0),
        "bestand": SimpleUploadedFile(file.naam, file.inhoud, "text/csv"),
    }
    answer = client.post(hilversum.url(f"registraties/aanleveren/{REGISTRATIE}/"), sent)
    new = Aanlevering.objects.first()
    pages = [answer.content]
    if new:
        here = hilversum.url(f"registraties/aanlevering/{new.pk}/")
        pages += [client.get(here).content, client.post(f"{here}bewaren/").content]
        pages += [client.get(hilversum.url("registraties/")).content]
    for page in pages:
        assert found_in(page) == []
    assert found_in(everything_kept()) == []
    assert found_in(caplog.text) == []
    assert found_in(str([mail.message() for mail in mailoutbox])) == []
    for written in house.rglob("*"):
        if written.is_file():
            assert found_in(written.read_bytes()) == [], written
            assert written.name.find(NAAM) < 0


def test_a_fault_of_the_program_at_the_door_tells_the_log_no_value(
    hilversum: World,
    house: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def trip(*_: object, **__: object) -> None:
        raise ValueError(f"could not convert '{bsn(0)}' of {NAAM}")

    monkeypatch.setattr(deur, "judge_columns", trip)
    file = register(ROWS)
    sent = {"periode": peildatum(0), "bestand": SimpleUploadedFile("a.csv", file.inhoud)}
    client = hilversum.client(LidRol.ANALIST)
    answer = client.post(hilversum.url(f"registraties/aanleveren/{REGISTRATIE}/"), sent)
    assert answer.status_code == 422
    assert "kan niet worden gelezen" in answer.content.decode()
    assert found_in(answer.content) == []
    assert found_in(caplog.text) == []
    assert not Aanlevering.objects.exists()


def test_the_search_itself_finds_what_is_planted() -> None:
    assert found_in(register(ROWS).inhoud), "else the tests above prove nothing"
