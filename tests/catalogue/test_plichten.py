"""The shelf of legal duties is whole: every duty has a law of its day, and its examples hold."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from openlea.core.catalogue import SHIPPED
from openlea.core.errors import CatalogueError, NotInForce
from openlea.core.geldvoorwaarden import Controle
from openlea.core.plansoort import PlanSoort
from openlea.core.plicht import Aard, Houder, Plicht, Versie
from openlea.core.plichtenplank import read_plichten
from openlea.core.termijn import OmDe
from openlea.core.wet import read_wetten

ROWS = "LEA 8, VVE 10, OAB 4, VE-N 8, LPL 14, RMC 10, PO 21, JGD 6, HUI 7, LLV 7, OPB 8, OPH 6"
NUMBERS = {row.split()[0]: int(row.split()[1]) for row in f"{ROWS}, KO 6, BST 4".split(", ")}
"""How many duties each row of the register has."""
TODAY = date(2026, 11, 22)
PLICHTEN = read_plichten((SHIPPED,))
WETTEN = {wet.afkorting: wet for wet in read_wetten((SHIPPED,)).values()} | {
    wet.naam: wet for wet in read_wetten((SHIPPED,)).values()
}
EACH = pytest.mark.parametrize("plicht", PLICHTEN.values(), ids=PLICHTEN.keys())


def _id(row: str, number: int) -> str:
    return f"{row}{number}" if row.endswith("N") else f"{row}-{number:02}"


def _values(versie: Versie) -> dict[str, Decimal]:
    return {naam: waarde.waarde for naam, waarde in versie.waarden.items()}


def test_all_119_duties_are_on_the_shelf_and_no_other() -> None:
    wanted = {_id(row, n) for row, last in NUMBERS.items() for n in range(1, last + 1)}
    assert len(wanted) == 119
    assert set(PLICHTEN) == wanted


@EACH
def test_every_version_says_on_which_law_and_article_it_rests(plicht: Plicht) -> None:
    for versie in plicht.versies:
        assert versie.grondslagen
        assert all(one.wet.strip() and one.artikel.strip() for one in versie.grondslagen)


@EACH
def test_a_law_that_is_cited_has_the_one_id_of_that_law(plicht: Plicht) -> None:
    for grondslag in (one for versie in plicht.versies for one in versie.grondslagen):
        known = WETTEN.get(grondslag.wet)
        assert grondslag.bwb == (known.bwb if known else ""), grondslag.wet


@EACH
def test_a_version_never_cites_a_law_outside_its_days(plicht: Plicht) -> None:
    for versie in plicht.versies:
        wet = WETTEN.get(versie.grondslag.wet)
        if wet is None:
            continue
        last = wet.tot or date.max
        assert (versie.tot or date.max) <= last, f"{wet.afkorting} ended before this version"
        assert wet.eerder or versie.van >= wet.van, f"{wet.afkorting} did not hold yet"


@EACH
def test_no_day_falls_between_two_versions(plicht: Plicht) -> None:
    for earlier, later in pairwise(plicht.versies):
        assert earlier.tot is not None
        assert earlier.tot + timedelta(days=1) == later.van


@EACH
def test_worked_examples_come_out(plicht: Plicht) -> None:
    for example in plicht.voorbeelden:
        if example.verwacht is None:
            with pytest.raises(NotInForce):
                plicht.on(example.op)
            continue
        got = _values(plicht.on(example.op))
        assert got | dict(example.verwacht) == got, f"on {example.op}"


@EACH
def test_a_duty_with_numbers_or_a_past_shows_a_worked_example(plicht: Plicht) -> None:
    needs = len(plicht.versies) > 1 or any(versie.waarden for versie in plicht.versies)
    assert plicht.voorbeelden or not needs


@EACH
def test_a_term_is_met_by_somebody_the_law_knows(plicht: Plicht) -> None:
    holders = {houder.value for houder in Houder}
    for term in (term for versie in plicht.versies for term in versie.termijnen):
        assert term.houder in {"", *holders}


@EACH
def test_a_plan_that_proves_a_duty_is_of_a_known_kind(plicht: Plicht) -> None:
    assert plicht.plansoort in {"", *(soort.value for soort in PlanSoort)}


@EACH
def test_what_comes_round_every_few_years_is_known_by_a_kind_of_plan(plicht: Plicht) -> None:
    terms = [term for versie in plicht.versies if not versie.tot for term in versie.termijnen]
    asked_every_year = any(isinstance(term.regel, OmDe) for term in terms) and not plicht.plansoort
    assert not asked_every_year, "without a plan to say when, it falls due each year"


@EACH
def test_what_was_not_read_at_the_source_says_in_a_note_which_part(plicht: Plicht) -> None:
    if Controle.KENNIS in plicht.controles or plicht.aard is Aard.BELEID:
        notes = (plicht.noot, *(versie.noot for versie in plicht.versies))
        assert any(note.strip() for note in notes)


@EACH
def test_a_duty_is_written_for_people(plicht: Plicht) -> None:
    assert len(plicht.titel) <= 90
    assert not plicht.titel.endswith(".")
    assert plicht.wat.endswith(".")
    assert "  " not in plicht.wat


@pytest.mark.parametrize(
    ("naam", "on", "law"),
    [
        ("LEA-01", date(2021, 6, 1), "WPO 167a"),
        ("LEA-01", date(2023, 6, 1), "WPO 161"),
        ("LEA-01", TODAY, "WPO 161"),
        ("LEA-04", date(2022, 3, 31), "WPO 168"),
        ("LEA-04", date(2022, 4, 1), "WPO 162"),
        ("LEA-05", date(2022, 7, 31), "WVO 118a"),
        ("LEA-05", date(2022, 8, 1), "WVO 2020 3.42"),
        ("VVE-01", date(2021, 6, 1), "WPO 166"),
        ("VVE-02", TODAY, "WPO 160"),
        ("OAB-02", date(2021, 6, 1), "WPO 168a"),
        ("RMC-04", date(2025, 12, 31), "WEB 8.3.2"),
        ("RMC-04", date(2026, 1, 1), "WEB 9.2.5"),
    ],
)
def test_a_duty_gives_the_article_of_the_day_it_is_asked_for(naam: str, on: date, law: str) -> None:
    grondslag = PLICHTEN[naam].on(on).grondslag
    assert f"{grondslag.wet} {grondslag.nummer}" == law


@pytest.mark.parametrize(
    ("on", "age"), [(date(2021, 6, 1), 23), (date(2023, 6, 1), 23), (TODAY, 27)]
)
def test_support_by_the_doorstroompunt_ran_until_23_and_runs_until_27(on: date, age: int) -> None:
    versie = PLICHTEN["RMC-04"].on(on)
    assert versie.waarden["leeftijd"].waarde == age
    assert str(age) in (versie.wat or PLICHTEN["RMC-04"].wat)


def test_the_consultation_has_the_five_topics_of_the_law_and_not_four() -> None:
    topics = ["segregatie", "integratie", "achterstanden", "toelating", "verdeling"]
    for naam in ("LEA-01", "LEA-05"):
        assert [one.code for one in PLICHTEN[naam].onderwerpen] == topics


def test_a_folder_of_ones_own_replaces_a_duty_and_adds_one(tmp_path: Path) -> None:
    duties = tmp_path / "vervoer" / "duties"
    duties.mkdir(parents=True)
    ours = (SHIPPED / "leerplicht" / "duties" / "leerplichtverslag.toml").read_text("utf-8")
    (duties / "verslag.toml").write_text(ours.replace("Leerplichtverslag aan", "Verslag aan"))
    (duties / "verordening.toml").write_text(ours.replace('"LPL-04"', '"EIGEN-1"'))
    got = read_plichten((SHIPPED, tmp_path))
    assert got["LPL-04"].titel == "Verslag aan de gemeenteraad"
    assert got["LPL-04"].lokaal
    assert set(got) == {*PLICHTEN, "EIGEN-1"}
    assert not got["LEA-01"].lokaal


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('houder = ["college"]', 'houder = ["koning"]', "houder"),
        ("every_year", "each_year", "each_year"),
        ('every_year = "10-01"', 'every_year = "02-30"', "every_year"),
        ('wet = "Leerplichtwet 1969"', 'wet = ""', "wet"),
        ("from = 2017-08-01", "from = 2017-08-01\nto = 2016-01-01", "before it begins"),
        ("[[version]]", "[[versie]]", "versie"),
    ],
)
def test_a_slip_of_the_pen_is_refused_with_the_file_and_the_place(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    duties = tmp_path / "leerplicht" / "duties"
    duties.mkdir(parents=True)
    ours = (SHIPPED / "leerplicht" / "duties" / "leerplichtverslag.toml").read_text("utf-8")
    assert old in ours
    (duties / "verslag.toml").write_text(ours.replace(old, new, 1))
    with pytest.raises(CatalogueError, match=reason) as refused:
        read_plichten((SHIPPED, tmp_path))
    assert str(duties / "verslag.toml") in str(refused.value)
