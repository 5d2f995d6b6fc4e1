"""Links and indicators are kept by who may, held against the network, and can be put back."""

from dataclasses import replace

import pytest

from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.core.netwerk import IndicatorSoort, Teken, Verband, Zekerheid
from openlea.policy.rechten import LidRol
from openlea.services.keep_indicator import keep_indicator
from openlea.services.keep_verband import keep_verband
from openlea.services.remove_verband import remove_verband
from tests.world import World

NEW = Verband(
    van="1B3", naar="DIN1", teken=Teken.VERHOOGT, zekerheid=Zekerheid.MIDDEN, toelichting="Waarom"
)


def test_a_link_is_kept_once_and_a_second_time_gets_the_better_word(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.REDACTEUR)
    keep_verband(actor, NEW)
    keep_verband(actor, replace(NEW, zekerheid=Zekerheid.HOOG))
    found = hilversum.agenda.verbanden.get(van="1B3", naar="DIN1")
    assert (found.zekerheid, found.toelichting) == ("hoog", "Waarom")


@pytest.mark.parametrize(
    "wrong",
    [
        replace(NEW, naar="BESTAAT-NIET"),
        replace(NEW, naar="1B3"),
        Verband(van="1A", naar="KANSENGELIJKHEID", teken=Teken.VERLAAGT),
    ],
    ids=["to nothing", "to itself", "both signs"],
)
def test_a_link_that_makes_no_sense_leaves_the_network_as_it_was(
    hilversum: World, wrong: Verband
) -> None:
    before = hilversum.agenda.verbanden.count()
    with pytest.raises(BadInput):
        keep_verband(hilversum.actor(LidRol.REDACTEUR), wrong)
    assert hilversum.agenda.verbanden.count() == before


def test_a_removed_link_comes_back_as_it_was(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.REDACTEUR)
    keep_verband(actor, NEW)
    was = remove_verband(actor, "1B3", "DIN1", "verhoogt")
    assert was == NEW
    assert not hilversum.agenda.verbanden.filter(van="1B3").exists()
    assert remove_verband(actor, "1B3", "DIN1", "verhoogt") is None


@pytest.mark.parametrize("rol", [LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK])
def test_who_may_only_read_changes_nothing(hilversum: World, rol: LidRol) -> None:
    actor = hilversum.actor(rol)
    with pytest.raises(NotAllowed):
        keep_verband(actor, NEW)
    with pytest.raises(NotAllowed):
        remove_verband(actor, "1A", "KANSENGELIJKHEID", "verhoogt")
    with pytest.raises(NotAllowed):
        keep_indicator(actor, "DIN1", IndicatorSoort.EFFECT, "", versie=1)


def test_the_second_writer_of_an_indicator_is_told(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.REDACTEUR)
    seen = hilversum.agenda.indicatoren.get(code="DIN1").versie
    keep_indicator(actor, "DIN1", IndicatorSoort.EFFECT, "peuters", versie=seen)
    with pytest.raises(Conflict):
        keep_indicator(actor, "DIN1", IndicatorSoort.PRESTATIE, "peuters", versie=seen)
    assert hilversum.agenda.indicatoren.get(code="DIN1").soort == IndicatorSoort.EFFECT
    with pytest.raises(NotFound):
        keep_indicator(actor, "DIN99", IndicatorSoort.EFFECT, "", versie=1)
