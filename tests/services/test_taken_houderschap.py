"""The calendar of a board asks what can hold for it; what was asked before is kept, not deleted."""

import pytest

from openlea.core.partij import PartijSoort
from openlea.policy.rechten import LidRol
from openlea.services.make_taken import make_taken
from openlea.storage.records.models import Partij, Verplichting
from tests.world import World

VO_BIJZONDER = "bestuur:20187"
PO_EN_VO = "bestuur:40676"
SPECIAAL = "school:00SL00"
PO_OPENBAAR = "bestuur:41493"
FOR_VO, FOR_OPENBAAR = "RMC-09", "OPB-04"


def board(world: World, plaats: str, code: str = "bestuur-x") -> Partij:
    """Return a schoolbestuur at a place."""
    return Partij.objects.create(
        werkruimte=world.werkruimte,
        code=code,
        naam=f"Bestuur {code}",
        soort=PartijSoort.SCHOOLBESTUUR,
        plaats=plaats,
    )


def asked(partij: Partij) -> set[str]:
    """Return the duties of 2026 that the law asks of a partij now."""
    standing = Verplichting.objects.of(partij.werkruimte_id).standing().in_year(2026)
    return {one.plicht for one in standing if one.partij_id == partij.pk}


def test_a_board_is_asked_what_can_hold_for_it(hilversum: World) -> None:
    secondary = board(hilversum, VO_BIJZONDER, "vo")
    both = board(hilversum, PO_EN_VO, "po-en-vo")
    public = board(hilversum, PO_OPENBAAR, "openbaar")
    make_taken(hilversum.actor(LidRol.AGENDABEHEERDER), 2026)
    assert FOR_VO in asked(secondary) & asked(both)
    assert FOR_OPENBAAR not in asked(secondary) | asked(both)
    assert FOR_VO not in asked(public)
    assert FOR_OPENBAAR in asked(public)


def test_a_special_school_is_asked_as_the_school_it_is(hilversum: World) -> None:
    special = board(hilversum, SPECIAAL)
    make_taken(hilversum.actor(LidRol.AGENDABEHEERDER), 2026)
    assert FOR_VO in asked(special), "it has pupils of secondary age"
    assert FOR_OPENBAAR not in asked(special)


@pytest.mark.parametrize("plaats", ["", "bestuur:99999", "gemeente:GM0402"])
def test_a_board_that_no_table_knows_is_asked_everything(hilversum: World, plaats: str) -> None:
    unknown = board(hilversum, plaats)
    make_taken(hilversum.actor(LidRol.AGENDABEHEERDER), 2026)
    assert {FOR_VO, FOR_OPENBAAR} <= asked(unknown)


def test_what_turns_out_not_to_hold_lapses_and_comes_back_with_its_note(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    partij = board(hilversum, "")
    make_taken(actor, 2026)
    mine = Verplichting.objects.filter(partij=partij, plicht=FOR_OPENBAAR, jaar=2026)
    mine.update(notitie="Nagevraagd")
    Partij.objects.filter(pk=partij.pk).update(plaats=VO_BIJZONDER)
    assert make_taken(actor, 2026).vervallen > 0
    assert mine.get().vervallen
    Partij.objects.filter(pk=partij.pk).update(plaats="")
    make_taken(actor, 2026)
    assert (mine.get().vervallen, mine.get().notitie) == (False, "Nagevraagd")
