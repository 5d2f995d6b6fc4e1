"""A budget over schools: it adds up, every school can check its part, and a limit says its name."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.catalogue.verdeelkast import open_verdeelcriteria, read_criteria_file
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, CatalogueError
from openlea.policy.verdeelcriteria import Criterium, Verdeelcriteria, Verdeelmethode
from openlea.services.verdeel import verdeel
from openlea.services.verdelen.tabel import Tabel, read_tabel
from openlea.services.write_verdeling_xlsx import write_verdeling_xlsx

SHELF = open_verdeelcriteria(find_roots())
HEAD = "school;kleuters;achterstandsscore;doelgroepkleuters;schoolweging"
SCHOLEN = f"""{HEAD};ouderbijdrage_sluit_uit;maatwerkplan;vorig
School A;120;182,50;46;35,2;nee;ja;95000
School B;80;64,25;18;31,0;nee;ja;€ 50.000
School C;150;0;1;26,4;nee;ja;
School D;60;31,00;9;30,8;ja;ja;20000
School E;45;28,75;12;33,1;nee;ja;30000
=1+1;90;12,00;3;28,9;nee;nee;10000
"""
MAATWERK = SHELF["maatwerkplansubsidie"]


def criteria(**more: Any) -> Verdeelcriteria:
    one = Criterium(naam="Punten", kolom="punten", gewicht=Decimal(1))
    return Verdeelcriteria(titel="Proef", criteria=(one,), **more)


def table(punten: Sequence[object]) -> Tabel:
    rows = [(n, (f"S{n:03}", str(value))) for n, value in enumerate(punten, start=2)]
    return Tabel("proef.csv", ("school", "punten"), tuple(rows))


def amounts(punten: Sequence[object], budget: int, **more: Any) -> list[int]:
    found = verdeel(table(punten), criteria(**more), budget)
    assert found.verdeeld == budget
    return [one.bedrag for one in found.scholen]


@pytest.fixture(scope="module")
def scholen(tmp_path_factory: pytest.TempPathFactory) -> Tabel:
    file = tmp_path_factory.mktemp("verdeel") / "scholen.csv"
    file.write_text(SCHOLEN, encoding="utf-8")
    return read_tabel(file)


def test_the_money_of_the_agenda_is_divided_and_every_part_is_explained(scholen: Tabel) -> None:
    found = verdeel(scholen, MAATWERK, 300_000).as_plain()
    assert found["verdeeld"] == found["budget"] == 300_000
    by_name = {one["school"]: one for one in found["scholen"]}
    a, c, d = by_name["School A"], by_name["School C"], by_name["School D"]
    assert [part["criterium"] for part in a["waarom"]] == [
        "Achterstandsscore",
        "Doelgroepkleuters",
        "Schoolweging",
    ]
    assert a["waarom"][2]["punten"] == 624  # (35,2 - 30) x 120
    assert a["naar_rato"] == pytest.approx(sum(part["euro"] for part in a["waarom"]))
    assert (c["bedrag"], c["grens"]) == (2500, "ondergrens")
    assert "de ondergrens maakt er € 2.500 van" in c["zin"]
    assert (d["bedrag"], d["waarom"]) == (0, [])
    assert "ouderbijdrage" in d["uitgesloten"]
    assert d["zin"] == f"School D krijgt niets. {d['uitgesloten']}"
    assert found["uitgesloten"] == 2
    assert [one["euro"] for one in found["criteria"]] == [150_000, 90_000, 60_000]


def test_the_share_of_two_gemeenten_in_the_money_of_the_rijk() -> None:
    rows = ((2, ("Gemeente A", "145,00")), (3, ("Gemeente B", "55,00")), (4, ("Gemeente C", "0")))
    spuk = SHELF["spuk_oab"]
    found = verdeel(Tabel("g.csv", ("gemeente", "achterstandsscore"), rows), spuk, 400_000)
    assert [one.bedrag for one in found.scholen] == [290_000, 110_000, 0]
    assert "niet nagelezen" in found.as_plain()["titel"]
    assert "geen enkel criterium geeft punten" in found.scholen[2].zin


def test_heavy_locations_share_by_how_far_they_are_from_balance() -> None:
    koppen = ("locatie", "peuters", "aandeel_doelgroep", "doelgroeppeuters")
    rows = ((2, ("L1", "40", "75", "30")), (3, ("L2", "40", "50", "20")))
    more = (*rows, (4, ("L3", "20", "60", "12")))
    found = verdeel(Tabel("l.csv", koppen, more), SHELF["zware_locaties"], 100_000)
    assert [one.bedrag for one in found.scholen] == [79_762, 0, 20_238]
    assert found.scholen[0].delen[0].punten == 1000
    assert "ten hoogste de helft" in found.scholen[1].uitgesloten


@given(st.lists(st.integers(0, 99), min_size=1, max_size=9).filter(any), st.integers(1, 10**7))
def test_whole_euros_add_up_for_every_method(punten: list[int], budget: int) -> None:
    for methode in Verdeelmethode:
        found = amounts(punten, budget, methode=methode)
        assert all(not bedrag for bedrag, has in zip(found, punten, strict=True) if not has)


def test_with_a_limit_what_is_over_goes_to_the_others() -> None:
    assert amounts([80, 10, 10], 1000, bovengrens=500) == [500, 250, 250]
    assert amounts([80, 10, 10], 1000, ondergrens=150) == [700, 150, 150]
    found = verdeel(table([80, 10, 10]), criteria(bovengrens=500), 1000)
    assert "de bovengrens maakt er € 500 van" in found.scholen[0].zin
    assert "doordat voor andere scholen een grens geldt" in found.scholen[1].zin


def test_amounts_are_rounded_to_what_was_agreed() -> None:
    assert amounts([2, 1], 1000, afronding=100) == [700, 300]
    with pytest.raises(BadInput, match=r"€ 1\.050 is geen veelvoud"):
        amounts([2, 1], 1050, afronding=100)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"ondergrens": 600}, "ondergrens: € 600 voor 2 scholen is € 200 meer dan het budget"),
        ({"bovengrens": 400}, "bovengrens: met hoogstens € 400 voor 2 scholen blijft van € 1.000"),
    ],
)
def test_a_limit_that_cannot_be_kept_says_which_and_by_how_much(
    more: dict[str, int], said: str
) -> None:
    with pytest.raises(BadInput) as refused:
        amounts([1, 3, 0], 1000, **more)
    assert said in str(refused.value)


def test_without_points_there_is_nothing_to_divide_by() -> None:
    with pytest.raises(BadInput, match="geen enkele school heeft punten"):
        amounts([0, 0], 1000)


@pytest.mark.parametrize("budget", [0, -5, 10**11])
def test_a_budget_is_an_amount_that_can_be(budget: int) -> None:
    with pytest.raises(BadInput, match="budget"):
        amounts([1], budget)


def test_the_last_euro_goes_by_a_rule_that_is_said_and_not_by_the_row() -> None:
    rows = [(2, ("Zeven", "1", "5")), (3, ("Acht", "1", "5")), (4, ("Negen", "1", "6"))]
    koppen = ("school", "punten", "leerlingen")
    for order in (rows, rows[::-1]):
        by_name = verdeel(Tabel("t.csv", koppen, tuple(order)), criteria(), 100)
        assert {one.school: one.bedrag for one in by_name.scholen}["Acht"] == 34
        rule = criteria(bij_gelijk="leerlingen")
        by_size = verdeel(Tabel("t.csv", koppen, tuple(order)), rule, 100)
        assert {one.school: one.bedrag for one in by_size.scholen}["Negen"] == 34
        assert "kolom leerlingen" in by_size.bij_gelijk


def test_a_weight_a_tenth_other_says_who_wins_and_who_loses(scholen: Tabel) -> None:
    found = verdeel(scholen, MAATWERK, 300_000, gevoeligheid=True)
    proef = found.as_plain()["gevoeligheid"]
    assert [one["criterium"] for one in proef["criteria"]] == [
        one.naam for one in MAATWERK.criteria
    ]
    lower = [
        replace(one, gewicht=one.gewicht * Decimal("0.9") if place == 0 else one.gewicht)
        for place, one in enumerate(MAATWERK.criteria)
    ]
    changed = verdeel(scholen, replace(MAATWERK, criteria=tuple(lower)), 300_000)
    shift = {
        new.school: new.bedrag - old.bedrag
        for new, old in zip(changed.scholen, found.scholen, strict=True)
    }
    said = proef["criteria"][0]["lager"]
    assert said["grootste_winst"]["verschil"] == max(shift.values())
    assert said["grootste_verlies"]["verschil"] == min(shift.values())
    assert said["verschoven"] == sum(value for value in shift.values() if value > 0)
    for one, bereik in zip(found.scholen, proef["scholen"], strict=True):
        assert bereik["laagste"] <= one.bedrag <= bereik["hoogste"]


def test_variants_stand_beside_it_and_last_year_too(scholen: Tabel) -> None:
    other = replace(MAATWERK, titel="Zonder ondergrens", ondergrens=0)
    found = verdeel(scholen, MAATWERK, 300_000, varianten=[other], vorig="vorig").as_plain()
    (variant,) = found["varianten"]
    assert sum(one["bedrag"] for one in variant["scholen"]) == 300_000
    assert variant["grootste_verlies"]["school"] == "School C"
    a, _, c, *_ = found["scholen"]
    assert (a["vorig"], a["verschil"]) == (95_000, a["bedrag"] - 95_000)
    assert (c["vorig"], c["verschil"]) == (None, None)


@pytest.mark.parametrize(
    ("cel", "said"),
    [
        ("1.234", "regel 2 kolom punten: '1.234' kan twee dingen betekenen"),
        ("<5", "'<5' is geen getal"),
        ("", "leeg"),
    ],
)
def test_a_cell_that_cannot_be_meant_is_named(cel: str, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        amounts([cel, 1], 100)
    assert said in str(refused.value)


def test_a_decimal_point_a_decimal_comma_and_a_workbook_are_read_alike() -> None:
    assert amounts(["2.5", "7,5"], 100) == [25, 75]
    book = replace(table(["1.234", "2,468"]), werkmap=True)
    assert [one.bedrag for one in verdeel(book, criteria(), 300).scholen] == [100, 200]


def test_a_column_that_is_not_there_is_named_with_the_nearest() -> None:
    with pytest.raises(BadInput, match=r"t\.csv punten: .* Bedoel je 'punt'\?"):
        verdeel(Tabel("t.csv", ("school", "punt"), ()), criteria(), 100)


def test_a_workbook_holds_numbers_and_no_formula(scholen: Tabel) -> None:
    found = verdeel(scholen, MAATWERK, 300_000, vorig="vorig", gevoeligheid=True)
    book = openpyxl.load_workbook(BytesIO(write_verdeling_xlsx(found)))
    assert book.sheetnames == ["Bedragen", "Waarom", "Criteria", "Gevoeligheid"]
    sheet = book["Bedragen"]
    column = [sheet.cell(n, 2).value for n in range(2, len(found.scholen) + 2)]
    assert sum(column) == 300_000 == sheet.cell(len(found.scholen) + 2, 2).value
    assert sheet.cell(2, 5).value == 95_000
    assert all(cell.data_type != "f" for page in book for line in page for cell in line)
    assert "=1+1" in str(sheet.cell(7, 1).value)


@pytest.mark.parametrize("naam", sorted(SHELF))
def test_every_example_says_where_it_comes_from(naam: str) -> None:
    one = SHELF[naam]
    assert one.bron
    assert one.toelichting
    assert all(criterium.bron for criterium in one.criteria)


def test_a_wrong_file_of_criteria_is_named(tmp_path: Path) -> None:
    file = tmp_path / "eigen" / "verdeling" / "fout.toml"
    file.parent.mkdir(parents=True)
    for content in (b"titel = ", b"\xff", b'titel = "x"'):
        file.write_bytes(content)
        with pytest.raises(BadInput, match=r"fout\.toml"):
            read_criteria_file(file)
    with pytest.raises(CatalogueError, match=r"fout\.toml"):
        open_verdeelcriteria([tmp_path])


def test_the_file_in_the_handleiding_can_be_read(tmp_path: Path) -> None:
    page = Path("docs/handleiding/verdelen.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    file = tmp_path / "criteria.toml"
    file.write_text(block, encoding="utf-8")
    found = read_criteria_file(file)
    assert found.criteria[0].drempel == 30
    assert found.uitsluitingen[0].waarde == "ja"
