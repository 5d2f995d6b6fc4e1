"""What falls due for whom: nothing twice, nothing outside force, late on the day after the last."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.catalogue import find_roots
from openlea.core.geldvoorwaarden import Controle
from openlea.core.partij import Partij, PartijSoort
from openlea.core.plicht import Aard, Grondslag, Houder, Plicht, Versie
from openlea.core.plichtenplank import read_plichten
from openlea.core.termijn import Jaarlijks, Jaarsoort, OmDe, PerJaar, Regel, Termijn
from openlea.core.verplichting import BewijsStaat, Looptijd, TaakStaat
from openlea.policy.verplichting import PARTIJSOORTEN, due_in, state_of_proof, state_on

PLICHTEN = read_plichten(find_roots())
PARTIJEN = [
    Partij(code=soort.value, naam=soort.label, soort=soort)
    for soort in PartijSoort
    if soort is not PartijSoort.SCHOOL
]
SWV = Partij(code="swv", naam="Samenwerkingsverband", soort=PartijSoort.SWV)
JAREN = st.integers(2018, 2035)


def duty(regel: Regel, *versies: Versie, houders: tuple[Houder, ...] = (Houder.SWV,)) -> Plicht:
    """Return a duty with one term, or with the versions given."""
    one = Versie(
        van=date(2020, 1, 1),
        tot=None,
        grondslagen=(Grondslag(wet="WPO", artikel="1"),),
        termijnen=(Termijn(regel=regel),),
    )
    return Plicht(
        id="PROEF-1",
        veld="passend",
        titel="Proef",
        aard=Aard.PLICHT,
        houders=houders,
        wat="Iets.",
        controles=(Controle.WETTEKST,),
        nagelezen_op=date(2026, 1, 1),
        versies=versies or (one,),
        file=Path("proef.toml"),
        plansoort="ondersteuningsplan",
    )


@given(JAREN)
def test_nothing_is_asked_twice_and_all_of_it_is_in_force_on_its_last_day(jaar: int) -> None:
    due = due_in(PLICHTEN.values(), PARTIJEN, jaar)
    assert len({one.sleutel for one in due}) == len(due)
    for one in due:
        assert PLICHTEN[one.plicht].in_force(one.uiterlijk)
        assert one.vanaf is None or one.vanaf <= one.uiterlijk
        assert one.jaar == jaar == one.uiterlijk.year


@given(JAREN, st.permutations(PARTIJEN))
def test_the_order_of_the_parties_changes_nothing(jaar: int, partijen: list[Partij]) -> None:
    assert due_in(PLICHTEN.values(), partijen, jaar) == due_in(PLICHTEN.values(), PARTIJEN, jaar)


def test_every_holder_of_the_law_is_a_kind_of_party_or_takes_no_part() -> None:
    assert set(PARTIJSOORTEN) == set(Houder)
    outside = {houder for houder, kinds in PARTIJSOORTEN.items() if not kinds}
    assert outside == {Houder.OUDERS, Houder.JONGERE, Houder.MINISTER}


def test_the_leerplichtverslag_is_about_the_closed_schooljaar_and_due_on_30_september() -> None:
    due = due_in([PLICHTEN["LPL-04"]], PARTIJEN, 2026)
    assert [(one.uiterlijk, one.over, one.partij) for one in due] == [
        (date(2026, 9, 30), "schooljaar 2025-2026", "gemeente")
    ]


def test_a_joint_consultation_is_one_obligation_asked_of_the_municipality() -> None:
    due = due_in([PLICHTEN["LEA-01"]], PARTIJEN, 2026)
    assert [one.partij for one in due] == ["gemeente"]


@given(st.sampled_from(TaakStaat), st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(-9, 9))
def test_late_begins_on_the_day_after_the_last_day_and_never_for_what_is_proven(
    staat: TaakStaat, uiterlijk: date, days: int
) -> None:
    now = state_on(staat, uiterlijk, uiterlijk + timedelta(days=days))
    waits = staat in {TaakStaat.OPEN, TaakStaat.BEZIG, TaakStaat.VOORGESTELD}
    assert (now is TaakStaat.TE_LAAT) == (staat is TaakStaat.TE_LAAT or (waits and days > 0))
    assert now in {staat, TaakStaat.TE_LAAT}


def test_the_renumbering_in_the_middle_of_a_year_asks_the_consultation_once() -> None:
    assert len(due_in([PLICHTEN["LEA-01"]], PARTIJEN, 2022)) == 1


def test_a_plan_asks_for_its_successor_before_the_day_of_the_law_in_its_last_year() -> None:
    plan = duty(OmDe(4, Jaarlijks(5, 1, voor=True)))
    runs = [Looptijd(plansoort="ondersteuningsplan", partij="swv", van=date(2022, 8, 1), tot=None)]
    assert due_in([plan], [SWV], 2025, runs) == ()
    assert [one.uiterlijk for one in due_in([plan], [SWV], 2026, runs)] == [date(2026, 4, 30)]


def test_without_a_plan_on_record_it_is_asked_before_the_year_is_out() -> None:
    due = due_in([duty(OmDe(4))], [SWV], 2026)
    assert [one.uiterlijk for one in due] == [date(2026, 12, 31)]


@given(st.integers(1, 6), st.dates(date(2010, 1, 1), date(2026, 12, 31)))
def test_a_plan_never_runs_longer_than_the_law_allows(years: int, van: date) -> None:
    until = date(2060, 1, 1)
    forever = [Looptijd(plansoort="ondersteuningsplan", partij="swv", van=van, tot=until)]
    last = van.year + years
    leap_day = (van.month, van.day) == (2, 29)
    due = [
        one
        for jaar in range(max(2020, van.year), last + 1)
        for one in due_in([duty(OmDe(years))], [SWV], jaar, forever)
        if one.uiterlijk < date(jaar, 12, 31)
    ]
    assert all(one.uiterlijk < date(last, van.month, van.day - leap_day) for one in due)


def test_a_term_of_twice_a_year_is_once_in_each_half() -> None:
    due = due_in([duty(PerJaar(Jaarsoort.KALENDERJAAR, 2))], [SWV], 2026)
    assert [(one.nummer, one.uiterlijk) for one in due] == [
        (1, date(2026, 6, 30)),
        (2, date(2026, 12, 31)),
    ]


def test_a_day_that_moves_within_a_year_leaves_two_obligations_with_keys_of_their_own() -> None:
    law = (Grondslag(wet="WPO", artikel="1"),)
    old = Versie(
        van=date(2020, 1, 1),
        tot=date(2026, 6, 30),
        grondslagen=law,
        termijnen=(Termijn(regel=Jaarlijks(3, 1)),),
    )
    new = Versie(
        van=date(2026, 7, 1),
        tot=None,
        grondslagen=law,
        termijnen=(Termijn(regel=Jaarlijks(11, 1)),),
    )
    due = due_in([duty(Jaarlijks(3, 1), old, new)], [SWV], 2026)
    assert [(one.nummer, one.uiterlijk.month) for one in due] == [(1, 3), (2, 11)]


PROOFS = st.dictionaries(
    st.sampled_from(["", "segregatie", "integratie"]),
    st.lists(st.sampled_from(BewijsStaat), max_size=3).map(tuple),
)


@given(st.sampled_from([TaakStaat.OPEN, TaakStaat.BEZIG]), PROOFS)
def test_only_accepted_proof_of_the_whole_or_of_every_part_proves(
    staat: TaakStaat, proofs: Mapping[str, tuple[BewijsStaat, ...]]
) -> None:
    parts = ("segregatie", "integratie")
    accepted = {deel for deel, told in proofs.items() if BewijsStaat.AANVAARD in told}
    proven = "" in accepted or accepted >= set(parts)
    assert (state_of_proof(staat, proofs, parts) is TaakStaat.BEWEZEN) == proven


@pytest.mark.parametrize("staat", [BewijsStaat.AFGEWEZEN, BewijsStaat.VOORGESTELD])
def test_what_nobody_accepted_proves_nothing(staat: BewijsStaat) -> None:
    assert state_of_proof(TaakStaat.OPEN, {"": (staat,)}, ()) is not TaakStaat.BEWEZEN


def test_what_does_not_apply_stays_so_whatever_is_proven() -> None:
    found = state_of_proof(TaakStaat.NIET_VAN_TOEPASSING, {"": (BewijsStaat.AANVAARD,)}, ())
    assert found is TaakStaat.NIET_VAN_TOEPASSING
