"""An action is changed whole: a rule that breaks, or somebody who was first, changes nothing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from openlea.core.agenda import (
    Actie,
    ActieStaat,
    Betrokkene,
    Jaarwaarde,
    Rol,
    Streefwaarde,
    Verwijzing,
    VerwijzingSoort,
    Zichtbaarheid,
)
from openlea.core.errors import BadInput, Conflict, NotAllowed
from openlea.policy.rechten import Actor, LidRol
from openlea.services.add_actie import add_actie
from openlea.services.attach_document import Stuk, attach_document
from openlea.services.change_actie import change_actie
from openlea.storage.records.as_values import agenda_values, everything
from tests.world import World

CODE = "1E2"


def stored(hilversum: World, code: str = CODE) -> Actie:
    """Return an action as it is kept."""
    agenda = agenda_values(hilversum.agenda, everything(hilversum.werkruimte.pk))
    return next(one for one in agenda.acties if one.code == code)


def change(
    hilversum: World,
    actor: Actor,
    new: Actie,
    targets: tuple[Streefwaarde, ...] = (),
    versie: int | None = None,
) -> None:
    """Change an action as its page does."""
    now = hilversum.agenda.acties.select_related("speerpunt").get(code=new.code)
    change_actie(
        actor,
        new,
        versie=now.versie if versie is None else versie,
        speerpunt=now.speerpunt.code,
        streefwaarden=targets,
    )


def test_what_was_written_is_what_is_read(hilversum: World) -> None:
    new = replace(
        stored(hilversum),
        naam="Elke peuter gaat met een boek naar huis",
        leeftijd_van=2,
        leeftijd_tot=4,
        van=date(2025, 1, 1),
        betrokkenen=(Betrokkene(partij="ggd", rol=Rol.TREKKER, toelichting="afgesproken"),),
        verwijzingen=(Verwijzing(soort=VerwijzingSoort.INDICATOR, naar="leesplezier"),),
    )
    target = Streefwaarde(
        code="1E2-1",
        bij=CODE,
        maat="Boeken",
        jaren=(Jaarwaarde(jaar=2026, doel=Decimal(100)),),
    )
    change(hilversum, hilversum.actor(LidRol.AGENDABEHEERDER), new, (target,))
    assert stored(hilversum) == new
    whole = agenda_values(hilversum.agenda, everything(hilversum.werkruimte.pk))
    assert [one for one in whole.streefwaarden if one.bij == CODE] == [target]


def test_the_second_of_two_writers_is_told_and_nothing_of_the_first_is_lost(
    hilversum: World,
) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    versie = hilversum.agenda.acties.get(code=CODE).versie
    change(hilversum, actor, replace(stored(hilversum), naam="De eerste"), versie=versie)
    second = replace(stored(hilversum), naam="De tweede", betrokkenen=())
    with pytest.raises(Conflict):
        change(hilversum, actor, second, versie=versie)
    assert stored(hilversum).naam == "De eerste"
    assert stored(hilversum).betrokkenen


def test_a_rule_of_the_whole_agenda_holds_for_one_action_too(hilversum: World) -> None:
    late = replace(stored(hilversum), van=date(2031, 1, 1))
    with pytest.raises(BadInput) as refused:
        change(hilversum, hilversum.actor(LidRol.AGENDABEHEERDER), late)
    assert [fout.cel for fout in refused.value.fouten] == ["van"]
    assert stored(hilversum).van is None


def test_an_old_fault_elsewhere_does_not_stop_todays_work(hilversum: World) -> None:
    hilversum.agenda.acties.filter(code="2A1").update(leeftijd_van=99)
    change(
        hilversum,
        hilversum.actor(LidRol.AGENDABEHEERDER),
        replace(stored(hilversum), naam="Het werk gaat door"),
    )
    assert stored(hilversum).naam == "Het werk gaat door"


@pytest.mark.parametrize(
    ("staat", "veld"),
    [
        (ActieStaat.SAMENGEVOEGD, "samengevoegd_met"),
        (ActieStaat.OPGEVOLGD, "opgevolgd_door"),
        (ActieStaat.GESTOPT, "staat_reden"),
    ],
)
def test_a_state_that_ends_an_action_says_where_it_went_or_why(
    hilversum: World, staat: ActieStaat, veld: str
) -> None:
    with pytest.raises(BadInput) as refused:
        change(
            hilversum,
            hilversum.actor(LidRol.AGENDABEHEERDER),
            replace(stored(hilversum), staat=staat),
        )
    assert [fout.cel for fout in refused.value.fouten] == [veld]


def test_an_action_cant_be_followed_by_itself_or_by_one_that_comes_back_to_it(
    hilversum: World,
) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    ended = ActieStaat.OPGEVOLGD
    own = replace(stored(hilversum), staat=ended, opgevolgd_door=CODE)
    with pytest.raises(BadInput):
        change(hilversum, actor, own)
    change(hilversum, actor, replace(stored(hilversum), staat=ended, opgevolgd_door="1E3"))
    back = replace(stored(hilversum, "1E3"), staat=ended, opgevolgd_door=CODE)
    with pytest.raises(BadInput):
        change(hilversum, actor, back)


def test_a_partner_changes_its_own_action_and_not_who_sees_it(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.PARTNER)
    mine = stored(hilversum)
    change(hilversum, actor, replace(mine, doelgroep="Kleuters"))
    assert stored(hilversum).doelgroep == "Kleuters"
    with pytest.raises(NotAllowed):
        change(hilversum, actor, replace(mine, zichtbaarheid=Zichtbaarheid.PARTNERS))
    with pytest.raises(NotAllowed):
        change(hilversum, actor, stored(hilversum, "1A3"))


OTHERS = Betrokkene(partij="ggd", rol=Rol.UITVOERDER, toelichting="zo zeggen wij")


def test_a_partner_says_nothing_of_who_takes_part_in_its_action(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.PARTNER)
    before = stored(hilversum)
    first, *rest = before.betrokkenen
    for wrong in (
        (*before.betrokkenen, OTHERS),
        tuple(rest),
        (replace(first, rol=Rol.UITVOERDER), *rest),
        (replace(first, toelichting="anders dan het was"), *rest),
    ):
        with pytest.raises(NotAllowed):
            change(hilversum, actor, replace(before, doelgroep="Peuters", betrokkenen=wrong))
    assert stored(hilversum) == before


def test_a_document_that_was_attached_survives_a_change_of_the_pointers(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    stuk = Stuk(titel="Plan", zichtbaarheid=Zichtbaarheid.PARTNERS, adres="https://example.org/")
    document = attach_document(actor, CODE, stuk)
    change(hilversum, actor, replace(stored(hilversum), verwijzingen=()))
    change(hilversum, actor, stored(hilversum))
    pointers = hilversum.agenda.acties.get(code=CODE).verwijzingen
    assert [one.document_id for one in pointers.all()] == [document.pk]


def test_a_code_names_one_thing_in_the_whole_agenda(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    for taken in (CODE, "1A", "1"):
        with pytest.raises(BadInput) as refused:
            add_actie(actor, "1E", taken, "Een dubbele")
        assert refused.value.fouten[0].cel == "code"
    assert add_actie(actor, "1E", "1E99", "Een nieuwe").speerpunt.code == "1E"


def test_a_new_action_is_made_by_who_keeps_the_agenda_only(hilversum: World) -> None:
    with pytest.raises(NotAllowed):
        add_actie(hilversum.actor(LidRol.PARTNER), "1E", "1E99", "Een nieuwe")
