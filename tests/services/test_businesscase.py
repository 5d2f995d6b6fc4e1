"""Two cases by hand to the euro, their turning point within a euro, and a tornado that is right."""

import io
import re
from dataclasses import replace
from math import isclose

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from openlea.catalogue.businesscasekast import open_businesscases
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput
from openlea.engines.cashflow import Factor, Flow, Problem, Shape, break_even, draw, value
from openlea.engines.cashflow.problem import rows
from openlea.policy.businesscase import Businesscase
from openlea.policy.businesscase_invoer import read_businesscase
from openlea.policy.invoerdeel import read_invoer
from openlea.services.businesscase.uitkomst import as_plain
from openlea.services.reckon_businesscase import reckon_businesscase
from openlea.services.write_businesscase import write_businesscase


def assume(naam: str, low: float, likely: float, high: float) -> str:
    return (
        f'[[aanname]]\nid = "{naam}"\nlaag = {low}\nmidden = {likely}\nhoog = {high}\n'
        'eenheid = "x"\n'
    )


def flow(kas: str, richting: str, maal: str, rest: str = "") -> str:
    return (
        f'[[post]]\nnaam = "Post van {kas}"\nkas = "{kas}"\nrichting = "{richting}"\n'
        f"maal = [{maal}]\n{rest}\n"
    )


def case(top: str, *parts: str) -> Businesscase:
    text = "\n".join(('titel = "Met de hand"', top, *parts))
    return read_businesscase(read_invoer(text.encode(), "hand.toml"))


# Case 1, by hand. Ten pupils stay close to home from 2028 on; 5 % a year; 2027 counts in full.
#   2027: a room is rebuilt, -50.000 (huisvesting)
#   2028, 2029: transport 10 x 4.000 = +40.000 (vervoer); support -10.000 (schoolbestuur)
#   vervoer        40.000/1,05 + 40.000/1,1025 = 38.095,24 + 36.281,18 = 74.376,42
#   schoolbestuur -10.000/1,05 - 10.000/1,1025 = -9.523,81 -  9.070,29 = -18.594,10
#   together      -50.000 + 74.376,42 - 18.594,10 = 5.782,31
#   per pupil 4.000 x (1/1,05 + 1/1,1025) = 4.000 x 1,8594104 = 7.437,64
#   nought at pupils = (50.000 + 18.594,10) / 7.437,64 = 9,22256
#   nought at a price of 68.594,10 / (10 x 1,8594104) = 3.689,02
#   sum so far: -50.000, -20.000, +10.000: paid back in the third year, 2029
EEN = case(
    'eerste_jaar = 2027\njaren = 3\nrente = "rente"',
    '[scenario]\nsoort = "so"\nleerlingen = "leerlingen"\nvanaf = 2028',
    assume("leerlingen", 6, 10, 12),
    assume("prijs", 3500, 4000, 4500),
    assume("steun", 9000, 10000, 12000),
    assume("lokaal", 50000, 50000, 50000),
    assume("rente", 0.05, 0.05, 0.05),
    flow("gemeente_vervoer", "baat", '"leerlingen", "prijs"'),
    flow("schoolbestuur", "last", '"steun"'),
    flow("gemeente_huisvesting", "last", '"lokaal"', 'aard = "eenmalig"\nvan = 2027'),
)

# Case 2, by hand. Help on five schools, without discounting; costs grow 10 % a year.
#   help 5 x 20.000 = 100.000: 100.000 + 110.000 + 121.000 = 331.000 (onderwijs)
#   care not needed 5 x 3 x 8.000 = 120.000 at shares 0, 0,5, 1: 0 + 60.000 + 120.000 = 180.000
#   together 180.000 - 331.000 = -151.000
#   nought at 331.000 / (5 x 8.000 x 1,5) = 5,516667 children a school
#   sum so far: -100.000, -150.000, -151.000: not paid back
TWEE = case(
    "eerste_jaar = 2027\njaren = 3",
    assume("scholen", 5, 5, 5),
    assume("inzet", 15000, 20000, 25000),
    assume("kinderen", 1, 3, 7),
    assume("traject", 8000, 8000, 8000),
    assume("groei", 0.1, 0.1, 0.1),
    flow("gemeente_onderwijs", "last", '"scholen", "inzet"', 'groei = "groei"'),
    flow("gemeente_jeugd", "baat", '"scholen", "kinderen", "traject"', "ingroei = [0, 0.5, 1]"),
)


def test_the_first_case_matches_to_the_euro() -> None:
    told = as_plain(reckon_businesscase(EEN))
    worth = {one["kas"]: one["netto_contante_waarde"]["midden"] for one in told["kassen"]}
    assert worth == {
        "gemeente_vervoer": 74_376,
        "gemeente_huisvesting": -50_000,
        "schoolbestuur": -18_594,
    }
    assert told["netto_contante_waarde"]["midden"] == 5_782
    assert told["terugverdiend"]["jaar"] == 2029
    assert [one["per_jaar"] for one in told["kassen"]] == [
        [0, 40_000, 40_000],
        [-50_000, 0, 0],
        [0, -10_000, -10_000],
    ]


def test_the_second_case_matches_to_the_euro() -> None:
    told = as_plain(reckon_businesscase(TWEE))
    assert told["netto_contante_waarde"]["midden"] == -151_000
    assert {one["kas"]: one["per_jaar"] for one in told["kassen"]} == {
        "gemeente_onderwijs": [-100_000, -110_000, -121_000],
        "gemeente_jeugd": [0, 60_000, 120_000],
    }
    assert told["terugverdiend"]["jaar"] is None


@pytest.mark.parametrize(
    ("one", "naam", "by_hand"),
    [
        (EEN, "leerlingen", 9.22256),
        (EEN, "prijs", 3_689.02),
        (TWEE, "kinderen", 331_000 / 60_000),
    ],
)
def test_the_turning_point_is_the_one_by_hand_and_is_worth_nought_within_a_euro(
    one: Businesscase, naam: str, by_hand: float
) -> None:
    found = next(z for z in reckon_businesscase(one).tornado if z.aanname.id == naam)
    assert found.omslag is not None
    assert isclose(found.omslag, by_hand, rel_tol=1e-5)
    assert abs(reckon_businesscase(with_value(one, naam, found.omslag)).waarde.midden) < 1


def with_value(one: Businesscase, naam: str, tried: float) -> Businesscase:
    """Return the case with one assumption set to a value."""
    return replace(
        one,
        aannamen=tuple(
            replace(a, laag=tried, midden=tried, hoog=tried) if a.id == naam else a
            for a in one.aannamen
        ),
    )


@pytest.mark.parametrize("one", [EEN, TWEE, *open_businesscases(find_roots()).values()])
def test_changing_one_assumption_moves_the_conclusion_where_the_tornado_said(
    one: Businesscase,
) -> None:
    before = reckon_businesscase(one, trekkingen=100)
    widths = [abs(z.bij_hoog - z.bij_laag) for z in before.tornado]
    assert widths == sorted(widths, reverse=True)
    for swing in before.tornado:
        low, high = (
            reckon_businesscase(with_value(one, swing.aanname.id, end), trekkingen=100)
            for end in (swing.aanname.laag, swing.aanname.hoog)
        )
        assert low.waarde.midden == swing.bij_laag
        assert high.waarde.midden == swing.bij_hoog
        said = ["meer op dan het kost" in found.conclusie for found in (low, high)]
        assert (said[0] != said[1]) is swing.keert


def test_the_budgets_add_up_to_the_whole_in_every_year() -> None:
    found = reckon_businesscase(EEN)
    assert isclose(sum(one.waarde.midden for one in found.kassen), found.waarde.midden)
    assert [sum(column) for column in zip(*(k.per_jaar for k in found.kassen), strict=True)] == [
        -50_000,
        30_000,
        30_000,
    ]


def test_the_same_seed_says_the_same_and_the_draws_lie_around() -> None:
    first, again, other = (reckon_businesscase(EEN, zaad=seed) for seed in (1, 1, 2))
    assert as_plain(first) == as_plain(again)
    assert first.waarde.bereik != other.waarde.bereik
    assert first.waarde.bereik.laag < first.waarde.midden < first.waarde.bereik.hoog


@given(
    ends=st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=3).map(sorted),
    shape=st.sampled_from(list(Shape)),
)
def test_a_draw_never_leaves_its_ends(ends: list[float], shape: Shape) -> None:
    low, likely, high = ends
    drawn = draw([Factor(low, likely, high, shape)], 200, 1)
    slack = 1e-9 * max(abs(ends[0]), abs(ends[2]), 1)
    assert ends[0] - slack <= drawn.min()
    assert drawn.max() <= ends[2] + slack


def test_the_means_of_the_shapes_are_those_of_the_book() -> None:
    factors = [Factor(0, 3, 12, shape) for shape in (Shape.UNIFORM, Shape.TRIANGULAR, Shape.PERT)]
    means = draw(factors, 200_000, 1).mean(axis=0)
    for mean, by_hand in zip(means, (6, (0 + 3 + 12) / 3, (0 + 4 * 3 + 12) / 6), strict=True):
        assert isclose(mean, by_hand, rel_tol=0.01)


@given(
    cost=st.integers(1, 10**7), gain=st.integers(1, 10**5), years=st.integers(2, 40),
    rate=st.floats(0, 0.2),
)  # fmt: skip
def test_the_turning_point_is_exact_for_every_size(
    cost: int, gain: int, years: int, rate: float
) -> None:
    factors = [Factor(1, 10, 20), Factor(gain, gain, gain), Factor(cost, cost, cost),
               Factor(rate, rate, rate)]  # fmt: skip
    once = (1.0, *[0.0] * (years - 1))
    flows = (Flow(0, 1, (0, 1), (1.0,) * years), Flow(1, -1, (2,), once))
    problem = Problem(2, years, flows, rate=3)
    root = break_even(problem, factors, 0)
    annuity = sum((1 + rate) ** -n for n in range(years))
    by_hand = cost / (gain * annuity)
    if by_hand > 400:
        assert root is None
    else:
        assert root is not None
        assert abs(float(value(problem, rows([root, gain, cost, rate])).total[0])) < 1
        assert isclose(root, by_hand, abs_tol=1 / (gain * annuity))


def test_page_one_of_word_says_the_conclusion_who_pays_and_what_lacks() -> None:
    document = Document(io.BytesIO(write_businesscase(reckon_businesscase(EEN), "docx")))
    texts = [one.text for one in document.paragraphs]
    at = texts.index("Conclusie")
    assert "levert dit meer op dan het kost: € 5.782" in texts[at + 1]
    assert texts[at + 2].startswith("Betaalt: Gemeente, huisvesting en Schoolbestuur. Wint: ")
    assert texts[at + 3] == "Van 5 aannamen missen er 5 een bron en 5 een eigenaar."
    assert len(document.inline_shapes) == 1
    heads = [table.cell(0, 0).text for table in document.tables]
    assert heads.count("Aanname") == 2


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(BadInput, match="docx, pdf, html, json"):
        write_businesscase(reckon_businesscase(EEN), "odt")


def test_what_we_ship_names_what_it_lacks() -> None:
    for one in open_businesscases(find_roots()).values():
        found = reckon_businesscase(one)
        assert re.search(r"missen er \d+ een bron", found.gaten)
        assert one.niet_in_geld
