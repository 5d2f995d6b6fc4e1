"""What a start found and what an agenda says live side by side: neither removes the other."""

from dataclasses import replace

import pytest

from openlea.core.partij import Partij as Woord
from openlea.core.partij import PartijSoort
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.rechten import Actor, LidRol
from openlea.services.assign_eigenaar import assign_eigenaar
from openlea.services.import_agenda import import_agenda
from openlea.services.read_bundled_agenda import read_bundled_agenda
from openlea.services.start_werkruimte import Gestart, start_werkruimte
from openlea.storage.records.as_values import agenda_values, everything
from openlea.storage.records.models import Actie, Agenda, Partij, Werkruimte

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cijfers")]
HUIZEN = PlaceKey(PlaceKind.GEMEENTE, "GM0406")
FILE = read_bundled_agenda("hilversum-2024-2027")


@pytest.fixture
def gestart() -> Gestart:
    return start_werkruimte(HUIZEN)


@pytest.fixture
def beheer(gestart: Gestart) -> Actor:
    room = Werkruimte.objects.get(slug=gestart.slug)
    return Actor(werkruimte=room.pk, rol=LidRol.AGENDABEHEERDER)


def partijen_now(beheer: Actor) -> tuple[str, ...]:
    record = Agenda.objects.current(beheer.werkruimte)
    assert record is not None
    values = agenda_values(record, everything(beheer.werkruimte))
    return tuple(one.code for one in values.partijen)


def test_reading_an_agenda_in_keeps_what_was_found_and_shows_only_its_own(
    beheer: Actor, gestart: Gestart
) -> None:
    import_agenda(beheer, FILE)
    assert set(partijen_now(beheer)) == {one.code for one in FILE.partijen}
    found = Partij.objects.of(beheer.werkruimte).found_only()
    assert found.count() == gestart.toegevoegd
    # A file without them, read in again, takes nothing away either.
    import_agenda(beheer, FILE)
    assert found.count() == gestart.toegevoegd


def test_who_gets_an_action_belongs_to_the_agenda_from_then_on(beheer: Actor) -> None:
    import_agenda(beheer, FILE)
    board = Partij.objects.of(beheer.werkruimte).found_only().filter(soort="schoolbestuur")[0]
    actie = Actie.objects.filter(werkruimte_id=beheer.werkruimte)[0]
    actie.betrokkenen.all().delete()
    assign_eigenaar(beheer, actie.code, board.code)
    assert board.code in partijen_now(beheer)
    assert board not in Partij.objects.of(beheer.werkruimte).found_only()


def test_a_start_after_the_agenda_adds_only_what_is_missing(beheer: Actor) -> None:
    import_agenda(beheer, FILE)
    assert start_werkruimte(HUIZEN).toegevoegd == 0
    assert set(partijen_now(beheer)) == {one.code for one in FILE.partijen}


def test_a_file_that_names_a_found_partij_takes_it_into_the_agenda(beheer: Actor) -> None:
    board = Partij.objects.of(beheer.werkruimte).found_only().filter(soort="schoolbestuur")[0]
    named = Woord(code=board.code, naam="Ons bestuur", soort=PartijSoort.SCHOOLBESTUUR)
    import_agenda(beheer, replace(FILE, partijen=(*FILE.partijen, named)))
    assert board.code in partijen_now(beheer)
    assert Partij.objects.get(pk=board.pk).naam == "Ons bestuur"
