"""Many actions change at once: all or nothing, one's own only, and never over somebody else."""

from datetime import date
from typing import Any

import pytest

from openlea.core.agenda import ActieStaat, Rol
from openlea.core.errors import BadInput, NotAllowed, NotFound
from openlea.policy.rechten import LidRol
from openlea.services.change_acties import RijenGewijzigd, Rijwijziging, change_acties
from openlea.storage.records.models import Actie, Logregel
from tests.world import World


def change(world: World, code: str, versie: int | None = None, **velden: Any) -> Rijwijziging:
    seen = world.agenda.acties.get(code=code).versie if versie is None else versie
    return Rijwijziging(code=code, versie=seen, velden=velden)


def actie(world: World, code: str) -> Actie:
    return world.agenda.acties.get(code=code)


def test_many_rows_are_kept_at_once_and_each_has_its_history(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    change_acties(
        beheer,
        [
            change(hilversum, "1A1", naam="Opstapje in de wijk", leeftijd_tot=3),
            change(hilversum, "1A2", staat=ActieStaat.OP_SCHEMA, van=date(2025, 1, 1)),
        ],
    )
    first, second = actie(hilversum, "1A1"), actie(hilversum, "1A2")
    assert (first.naam, first.leeftijd_tot, first.versie) == ("Opstapje in de wijk", 3, 2)
    assert (second.staat, second.van) == ("op_schema", date(2025, 1, 1))
    assert [one.history_user_id for one in first.history.all()[:1]] == [beheer.persoon]
    assert Logregel.objects.filter(werk="acties gewijzigd").count() == 1


def test_what_is_returned_undoes_it_all(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    before = actie(hilversum, "1A3")
    undo = change_acties(
        beheer, [change(hilversum, "1A3", naam="Anders", trekkers=("bibliotheek",))]
    )
    change_acties(beheer, undo)
    after = actie(hilversum, "1A3")
    assert after.naam == before.naam
    assert [b.partij.code for b in after.betrokkenen.all() if b.rol == Rol.TREKKER] == ["ggd"]


def test_one_wrong_cell_keeps_every_row_as_it_was(hilversum: World) -> None:
    with pytest.raises(BadInput) as refused:
        change_acties(
            hilversum.actor(LidRol.AGENDABEHEERDER),
            [
                change(hilversum, "1A1", naam="Mag wel"),
                change(hilversum, "1A2", van=date(2026, 1, 1), tot=date(2025, 1, 1)),
            ],
        )
    assert [(one.blad, one.cel) for one in refused.value.fouten] == [("1A2", "tot")]
    assert actie(hilversum, "1A1").naam == "Opstapje"


@pytest.mark.parametrize(
    ("velden", "cel"),
    [
        ({"naam": ""}, "naam"),
        ({"naam": "x" * 301}, "naam"),
        ({"doelgroep": "x" * 201}, "doelgroep"),
        ({"leeftijd_van": 12, "leeftijd_tot": 4}, "leeftijd_tot"),
        ({"werkgroep": "Die is er niet"}, "werkgroep"),
        ({"trekkers": ("die-is-er-niet",)}, "trekkers"),
        ({"staat": ActieStaat.GESTOPT}, "staat_reden"),
    ],
)
def test_a_fault_names_the_action_and_the_cell(
    hilversum: World, velden: dict[str, Any], cel: str
) -> None:
    with pytest.raises(BadInput) as refused:
        change_acties(hilversum.actor(LidRol.AGENDABEHEERDER), [change(hilversum, "1A1", **velden)])
    assert {(one.blad, one.cel) for one in refused.value.fouten} == {("1A1", cel)}


def test_the_second_writer_is_told_what_the_first_stored(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    seen = actie(hilversum, "1A1").versie
    change_acties(beheer, [change(hilversum, "1A1", naam="Van de eerste")])
    with pytest.raises(RijenGewijzigd) as moved:
        change_acties(
            beheer,
            [
                change(hilversum, "1A1", seen, naam="Van de tweede"),
                change(hilversum, "1A2", naam="Ook van de tweede"),
            ],
        )
    [now] = moved.value.nu
    assert (now.code, now.versie, now.velden) == ("1A1", seen + 1, {"naam": "Van de eerste"})
    assert actie(hilversum, "1A2").naam == "Voor jou en je kind"


def test_a_row_of_which_only_the_trekker_changed_has_a_new_version_too(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    seen = actie(hilversum, "1A3").versie
    change_acties(beheer, [change(hilversum, "1A3", trekkers=("gemeente", "bibliotheek"))])
    after = actie(hilversum, "1A3")
    assert after.versie == seen + 1
    roles = {one.partij.code: one.rol for one in after.betrokkenen.all()}
    assert roles == {"gemeente": "trekker", "bibliotheek": "trekker", "ggd": "betrokken"}
    quote = after.betrokkenen.get(partij__code="ggd").toelichting
    assert quote, "the words that named the former trekker are kept"


def test_a_partner_changes_the_own_actions_and_never_who_sees_them(hilversum: World) -> None:
    lid = hilversum.lid(LidRol.PARTNER)
    own = lid.partij.code if lid.partij else ""
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    change_acties(beheer, [change(hilversum, "1A1", trekkers=(own,))])
    partner = hilversum.actor(LidRol.PARTNER)
    change_acties(partner, [change(hilversum, "1A1", naam="Van de partner")])
    with pytest.raises(NotFound):
        change_acties(partner, [change(hilversum, "1A4", naam="Van een ander")])
    with pytest.raises(NotAllowed):
        change_acties(partner, [change(hilversum, "1A1", zichtbaarheid="publiek")])


@pytest.mark.parametrize("rol", [LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK])
def test_who_may_only_read_changes_nothing(hilversum: World, rol: LidRol) -> None:
    with pytest.raises(NotAllowed):
        change_acties(hilversum.actor(rol), [change(hilversum, "1A1", naam="Nee")])
