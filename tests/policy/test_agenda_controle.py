"""An agenda holds together, or every place where it doesn't is named."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openlea.core.agenda import Actie, Agenda, Ambitie, Speerpunt
from openlea.core.begroting import Post, Subsidie
from openlea.core.netwerk import Doel, Teken, Verband
from openlea.policy.agenda_controle import check_agenda, find_faults
from openlea.policy.agenda_grenzen import LENGTES, VERPLICHT
from openlea.policy.agenda_rijen import KINDEREN, OUDER, SLEUTELS, VERWIJST, lay_out
from tests.policy.agenda_breken import ALLOWED, FAULTS, Change, actie, first_of
from tests.services.xlsx_voorbeeld import AGENDA, geldige_agendas


@pytest.mark.parametrize(
    ("change", "blad", "cel", "word"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS]
)
def test_a_fault_is_named_by_its_sheet_its_code_and_its_reason(
    change: Change, blad: str, cel: str, word: str
) -> None:
    fouten = check_agenda(change(AGENDA))
    assert any(f.blad == blad and f.cel.startswith(cel) and word in f.reden for f in fouten), fouten


@pytest.mark.parametrize("change", [a[1] for a in ALLOWED], ids=[a[0] for a in ALLOWED])
def test_what_lies_just_within_the_rules_is_accepted(change: Change) -> None:
    assert check_agenda(change(AGENDA)) == ()


def test_an_actie_may_go_on_in_the_agenda_that_follows() -> None:
    gone_on = replace(actie(opgevolgd_door="3B2")(AGENDA), opvolger="Agenda 2028-2031")
    assert check_agenda(gone_on) == ()


def test_every_row_of_a_circle_is_named_and_a_tail_that_leads_to_it_is_not() -> None:
    posten = tuple(
        Post(code=code, bij="", omschrijving="x", kop=kop)
        for code, kop in (("A", "B"), ("B", "C"), ("C", "B"))
    )
    agenda = Agenda(titel="x", van=2025, tot=2025)
    circular = replace(agenda, begroting=replace(agenda.begroting, posten=posten))
    assert [(f.blad, f.cel) for f in check_agenda(circular)] == [
        ("Begroting", "B"),
        ("Begroting", "C"),
    ]


@settings(max_examples=40)
@given(geldige_agendas())
def test_an_agenda_drawn_by_the_rules_has_no_fault(agenda: Agenda) -> None:
    assert check_agenda(agenda) == ()


@settings(max_examples=40)
@given(geldige_agendas(), st.data())
def test_a_reference_to_nothing_is_found_wherever_it_stands(
    agenda: Agenda, data: st.DataObject
) -> None:
    rijen = lay_out(agenda)
    places = [
        (rij, veld)
        for (blad, veld) in VERWIJST
        if blad in rijen
        for rij in rijen[blad]
        if not (veld == "opgevolgd_door" and agenda.opvolger)
    ]
    if not places:
        return
    rij, veld = data.draw(st.sampled_from(places))
    broken = _replaced(agenda, rij.waarde, replace(rij.waarde, **{veld: "bestaat-niet"}))
    found = [(f.blad, f.veld) for f in find_faults(broken) if "bestaat-niet" in f.reden]
    assert (rij.blad, veld) in found


def _replaced(value: Any, old: object, new: object) -> Any:
    """Return a value in which one object, the very same one, is another."""
    if value is old:
        return new
    if isinstance(value, tuple):
        return tuple(_replaced(item, old, new) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {f.name: _replaced(getattr(value, f.name), old, new) for f in fields(value)}
        return replace(value, **changes)
    return value


def test_the_tables_of_rules_name_only_sheets_and_fields_that_exist() -> None:
    rijen = lay_out(AGENDA)
    assert rijen.keys() == SLEUTELS.keys()
    named = [(blad, veld) for blad, velden in VERPLICHT.items() for veld in velden]
    named += [(blad, veld) for blad, velden in LENGTES.items() for veld in velden]
    named += list(VERWIJST)
    named += [(blad, OUDER) for blad in KINDEREN]
    named += [(blad, veld) for blad, velden in SLEUTELS.items() for veld in velden]
    for blad, veld in named:
        assert hasattr(AGENDA, veld) if blad == "Agenda" else rijen[blad][0].veld(veld) is not None


def test_a_speerpunt_and_an_actie_may_be_empty_of_everything_but_a_name() -> None:
    bare = Ambitie(
        code="x",
        naam="x",
        speerpunten=(Speerpunt(code="y", naam="y", acties=(Actie(code="z", naam="z"),)),),
    )
    assert check_agenda(Agenda(titel="x", van=2025, tot=2025, ambities=(bare,))) == ()


def test_the_same_link_with_another_sign_is_another_link() -> None:
    [verband] = AGENDA.netwerk.verbanden
    other = Verband(van=verband.van, naar=verband.naar, teken=Teken.MEET)
    both = replace(AGENDA, netwerk=replace(AGENDA.netwerk, verbanden=(verband, other)))
    twice = replace(AGENDA, netwerk=replace(AGENDA.netwerk, verbanden=(verband, verband)))
    assert check_agenda(both) == ()
    assert [f.blad for f in check_agenda(twice)] == ["Verbanden"]


def test_a_fault_names_the_row_by_its_place_so_that_a_reader_finds_the_cell() -> None:
    doelen = (Doel(code="D1", naam="x"), Doel(code="D2", naam=""))
    [found] = find_faults(replace(AGENDA, netwerk=replace(AGENDA.netwerk, doelen=doelen)))
    assert (found.blad, found.rij, found.veld, found.sleutel) == ("Doelen", 1, "naam", "D2")


def test_a_subsidy_that_is_not_settled_has_no_amount_to_refuse() -> None:
    [subsidie] = AGENDA.begroting.subsidies
    assert isinstance(subsidie, Subsidie)
    assert subsidie.vastgesteld is None
    settled = first_of("begroting", "subsidies", vastgesteld=-5, vastgesteld_op=date(2026, 5, 1))(
        AGENDA
    )
    assert [f.cel for f in check_agenda(settled)] == ["SUB-1"]


def test_a_subsidy_from_a_file_obeys_the_same_rules_as_one_from_the_page() -> None:
    early = first_of("begroting", "subsidies", vastgesteld=100, vastgesteld_op=date(2019, 1, 1))(
        AGENDA
    )
    [found] = find_faults(early)
    assert (found.blad, found.veld, found.sleutel) == ("Subsidies", "vastgesteld_op", "SUB-1")
    unsettled = first_of("begroting", "subsidies", teruggevorderd=100)(AGENDA)
    assert [one.veld for one in find_faults(unsettled)] == ["teruggevorderd"]
