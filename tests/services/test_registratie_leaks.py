"""Of every registration that is declared: who a person is, is found nowhere after it came in."""

import json
import logging
import tempfile
from base64 import b64encode
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone

from openlea.policy.rechten import LidRol
from openlea.services.describe_bewaring import describe_bewaring
from openlea.services.describe_herstel import describe_herstel
from openlea.services.mend_vault import mend_vault
from openlea.services.remove_expired import remove_expired
from openlea.storage.records.models import Aanlevering
from openlea.storage.vault import kluis
from tests.services.registratie_planten import (
    FIRST,
    NAAM,
    ROWS,
    Plantbestand,
    every_plant,
    traces,
)
from tests.services.registratie_wereld import bsn
from tests.world import World

if TYPE_CHECKING:
    from pytest_django import DjangoCaptureOnCommitCallbacks, Settings


@pytest.fixture
def house(
    hilversum: World, tmp_path: Path, settings: "Settings", monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Put all that is written in one folder: vault, keys, tables, uploads and temporary files."""
    Aanlevering.objects.all().delete()
    settings.DATA = tmp_path / "data"
    settings.VAULT, settings.SLEUTELS = tmp_path / "data/vault", tmp_path / "sleutels"
    settings.MEDIA_ROOT, settings.WAREHOUSE = tmp_path / "documenten", tmp_path / "tabellen"
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 64  # so that every upload goes by a temporary file
    return tmp_path


def database() -> bytes:
    """Return all that the database holds: every field, and for SQLite its pages as they are."""
    every = [
        list(model._default_manager.values()) for model in apps.get_models() if model._meta.managed
    ]
    raw = connection.connection.serialize() if connection.vendor == "sqlite" else b""
    return json.dumps(every, default=str, ensure_ascii=False).encode() + raw


class Brenger:
    """Who brings files in by the pages, and keeps what every page said."""

    def __init__(self, world: World) -> None:
        """Sign in as the analist."""
        self.world, self.client, self.pages = world, world.client(LidRol.ANALIST), list[bytes]()

    def bring(self, plant: Plantbestand, inhoud: bytes) -> Aanlevering:
        """Send a file, and return the draft."""
        url = self.world.url(f"registraties/aanleveren/{plant.registratie.id}/")
        file = SimpleUploadedFile(f"{NAAM}.csv", inhoud, "text/csv")
        self._said(self.client.post(url, {"periode": plant.periode, "bestand": file}, follow=True))
        return Aanlevering.objects.latest("pk")

    def post(self, one: Aanlevering, where: str, said: dict[str, Any]) -> Aanlevering:
        """Send a form about a delivery, and return how it stands."""
        url = self.world.url(f"registraties/aanlevering/{one.pk}/{where}/")
        self._said(self.client.post(url, said, follow=True))
        one.refresh_from_db()
        return one

    def keep(self, one: Aanlevering) -> None:
        """Let it count in place of what there is."""
        earlier = Aanlevering.objects.counted().same_as(one).first()
        kept = self.post(one, "bewaren", {"vervangt": earlier.pk if earlier else ""})
        assert kept.bevestigd_op, kept

    def _said(self, answer: Any) -> None:
        self.pages.append(answer.content)


def brought(world: World, plant: Plantbestand, brenger: Brenger) -> None:
    """Bring it in by every way there is: damaged and mended, replaced, under strange heads."""
    one = brenger.bring(plant, plant.damaged())
    assert one.wacht_op == "herstel", plant.registratie.id
    first, *_ = describe_herstel(world.actor(LidRol.ANALIST), one.pk)
    brenger.post(one, "herstel", {f"cel-{first.regel}-0": bsn(FIRST)})
    brenger.keep(brenger.post(one, "herstel", {"alles_weg": "ja"}))
    brenger.keep(brenger.bring(plant, plant.good(FIRST + 1)))
    strange = brenger.bring(plant, plant.strange(FIRST + ROWS))
    assert strange.wacht_op == "kolommen", plant.registratie.id
    chosen = plant.chosen()
    answers = {name.replace("veld", "bij"): veld for name, veld in chosen.items()}
    brenger.keep(brenger.post(strange, "kolommen", chosen | answers))
    again = brenger.bring(plant, plant.strange(FIRST + 2 * ROWS))
    assert again.koppeling["hoe"] == "onthouden"
    brenger.bring(plant, plant.strange(FIRST)[:-1] + b"\r\nrest")


def test_whatever_was_brought_in_and_however_it_went_nobody_is_found(
    hilversum: World, house: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    brenger = Brenger(hilversum)
    plants = every_plant()
    assert plants
    for plant in plants:
        brought(hilversum, plant, brenger)
    assert traces(database()) == []
    assert traces(caplog.text.encode()) == []
    assert [mark for page in brenger.pages for mark in traces(page) if mark != "Kwikstaart"] == []
    for written in house.rglob("*"):
        assert traces(str(written).encode()) == []
        if written.is_file():
            assert traces(written.read_bytes()) == [], written
    assert not list((house / "tmp").iterdir()), "nothing of an upload stays behind"


def test_a_file_that_waits_and_rows_past_their_term_go_with_their_keys(
    hilversum: World,
    house: Path,
    django_capture_on_commit_callbacks: "DjangoCaptureOnCommitCallbacks",
) -> None:
    brenger = Brenger(hilversum)
    plant = every_plant()[0]
    raw = brenger.bring(plant, plant.strange())
    kept = brenger.bring(plant, plant.good())
    brenger.keep(kept)
    Aanlevering.objects.filter(pk=raw.pk).update(gemaakt_op=timezone.now() - timedelta(hours=25))
    today = timezone.localdate()
    Aanlevering.objects.filter(pk=kept.pk).update(bewaren_tot=today - timedelta(days=1))
    assert len(kluis.found_files()) == 4, "two files, two keys"
    assert mend_vault().verlopen == 1
    with django_capture_on_commit_callbacks(execute=True):
        remove_expired(describe_bewaring(today), today)
    assert kluis.found_files() == []


@pytest.mark.parametrize("shift", [0, 1, 2])
def test_the_search_finds_a_person_however_it_is_written(shift: int) -> None:
    for mark in (NAAM, bsn(FIRST), "14-03-2022"):
        assert mark in traces(f"x{mark}y".encode())
        assert mark in traces(f"x{mark}y".encode("utf-16-le"))
        assert mark in traces(f"{mark}".encode().hex().encode())
        assert mark in traces(b64encode(b"q" * shift + mark.encode() + b"rest"))
