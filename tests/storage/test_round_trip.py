"""What goes into the records comes out unchanged: the agenda of Hilversum, and any other."""

from pytest_django import DjangoAssertNumQueries

from openlea.core.agenda import Agenda
from openlea.policy.rechten import LidRol
from openlea.services.import_agenda import import_agenda
from openlea.services.read_bundled_agenda import read_bundled_agenda
from openlea.storage.records.as_values import agenda_values, everything
from tests.world import World

HEA = "hilversum-2024-2027"


def stored(world: World) -> Agenda:
    return agenda_values(world.agenda, everything(world.werkruimte.pk))


def test_the_agenda_of_hilversum_is_stored_as_it_was_printed(hilversum: World) -> None:
    assert stored(hilversum) == read_bundled_agenda(HEA)


def test_taking_in_the_same_agenda_again_changes_nothing(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    assert import_agenda(beheer, stored(hilversum)).veranderingen == ()


def test_reading_an_agenda_takes_as_many_queries_however_long_it_is(
    hilversum: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(40):
        stored(hilversum)
