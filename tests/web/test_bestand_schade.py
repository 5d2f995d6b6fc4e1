"""Damaged workbooks through the page itself: each is explained, none changes what was there."""

import hashlib

from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model

from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Logregel
from tests.services.test_xlsx_damaged import IN_BYTES, IN_CELLS
from tests.services.xlsx_schade import Schade
from tests.world import World

SOME = [*IN_CELLS[::20], *IN_BYTES[::4]]
"""The reader is tried with all of them; here it is about the page around it."""


def fingerprint() -> str:
    """Return a mark of everything that is kept, the history and the logbook included."""
    mark = hashlib.sha256()
    for model in apps.get_app_config("records").get_models():
        kept: type[Model] = model
        mark.update(repr(list(kept._default_manager.order_by("pk").values_list())).encode())
    return mark.hexdigest()


def test_no_damaged_workbook_crashes_a_page_or_changes_what_was_there(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    assert Logregel.objects.exists()
    before, seen = fingerprint(), hilversum.url("bestand/inlezen/")
    for schade in SOME:
        client.post(hilversum.url("bestand/"), {"bestand": as_file(schade)})
        page = client.get(seen)
        assert page.status_code == 200, schade.naam
        taken = client.post(f"{seen}vastleggen/", {"verwijder": "1"})
        assert (taken.status_code, taken["Location"]) == (302, seen), schade.naam
    assert fingerprint() == before


def test_what_is_posted_about_places_that_are_not_there_breaks_nothing(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    whole = client.get(hilversum.url("bestand/agenda.xlsx")).content
    seen = hilversum.url("bestand/inlezen/")
    for blad, cel in (("Acties", "ZZZ2"), ("Acties", "A9999999"), ("Nergens", "A1"), ("", "")):
        client.post(hilversum.url("bestand/"), {"bestand": SimpleUploadedFile("a.xlsx", whole)})
        typed = {"plek": "1", "blad-1": blad, "cel-1": cel, "waarde-1": "x", "was-1": ""}
        assert client.post(f"{seen}herstel/", typed).status_code == 302
        assert client.get(seen).status_code == 200


def as_file(schade: Schade) -> SimpleUploadedFile:
    """Return a damaged workbook as somebody sends it."""
    return SimpleUploadedFile("agenda.xlsx", schade.make())
