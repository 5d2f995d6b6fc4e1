"""What is told to a norm is taken as meant or refused by name and reason; never half taken."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.errors import BadInput, CatalogueError, NotFound, NotInForce
from openlea.policy.normen.gegeven import Gegeven, Soort
from openlea.policy.normen.invoer import read_invoer
from openlea.policy.normen.norm import Norm
from openlea.policy.normen.register import MODULES, NORMEN, find_norm, norms_of
from tests.house import ROOT
from tests.policy.normen.wet_op_dag import NU, PLICHTEN, ask, wet_of

EACH = pytest.mark.parametrize("norm", NORMEN.values(), ids=NORMEN.keys())
VOORBEELD = {
    Soort.GEHEEL: "40",
    Soort.GETAL: "2",
    Soort.DAG: "2015-08-01",
    Soort.JA_NEE: "ja",
    Soort.GETALLEN: "5,5,5,5,5,5,5,5",
    Soort.GEHELEN: "40",
}
SOORTEN = st.sampled_from(Soort)
TEXTS = st.text(max_size=30) | st.from_regex(r"-?[0-9.,;/e-]{1,20}", fullmatch=True)


def gegeven(soort: Soort, **more: object) -> Gegeven:
    return Gegeven(naam="x", betekenis="iets", soort=soort, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("soort", "text", "value"),
    [
        (Soort.GEHEEL, " 4000 ", Decimal(4000)),
        (Soort.GEHEEL, "4,0", Decimal(4)),
        (Soort.GETAL, "6,5", Decimal("6.5")),
        (Soort.GETAL, "6.5", Decimal("6.5")),
        (Soort.GETAL, "0.125", Decimal("0.125")),
        (Soort.DAG, "2-11-2026", date(2026, 11, 2)),
        (Soort.DAG, "2028-02-29", date(2028, 2, 29)),
        (Soort.DAG, "1900-01-01", date(1900, 1, 1)),
        (Soort.DAG, "2200-12-31", date(2200, 12, 31)),
        (Soort.GETALLEN, ",".join(["1"] * 400), (Decimal(1),) * 400),
        (Soort.JA_NEE, "Ja", True),
        (Soort.GETALLEN, "3, 4 ,5", (Decimal(3), Decimal(4), Decimal(5))),
        (Soort.GETALLEN, "3,5; 4", (Decimal("3.5"), Decimal(4))),
    ],
)
def test_an_answer_is_read_the_dutch_way_and_the_computer_way(
    soort: Soort, text: str, value: object
) -> None:
    assert gegeven(soort).read(text) == value


@pytest.mark.parametrize(
    ("soort", "text", "reden"),
    [
        (Soort.GETAL, "4.000", "kan twee dingen betekenen"),
        (Soort.GETAL, "NaN", "geen getal"),
        (Soort.GETAL, "1e9", "geen getal"),
        (Soort.GETAL, "٣", "geen getal"),
        (Soort.GETAL, "", "geen getal"),
        (Soort.GETAL, "-1", "tussen 0 en"),
        (Soort.GETAL, "9999999999999", "geen getal"),
        (Soort.GEHEEL, "4,5", "geen heel getal"),
        (Soort.DAG, "2027-02-29", "geen datum"),
        (Soort.DAG, "31-4-2026", "geen datum"),
        (Soort.DAG, "0202-11-02", "tussen 1900 en 2200"),
        (Soort.JA_NEE, "misschien", "geen ja of nee"),
        (Soort.GETALLEN, "3,,4", "geen getal"),
        (Soort.GETALLEN, ",", "1 tot 400 getallen"),
        (Soort.GETALLEN, ",".join(["1"] * 401), "1 tot 400 getallen"),
        (Soort.GEHELEN, "3,4.5", "geen heel getal"),
    ],
)
def test_what_can_not_be_meant_is_refused_with_the_reason(
    soort: Soort, text: str, reden: str
) -> None:
    with pytest.raises(ValueError, match=reden):
        gegeven(soort).read(text)


def test_every_fault_is_told_at_once_and_a_slip_gets_a_hint() -> None:
    with pytest.raises(BadInput) as refused:
        ask("opheffingsnorm", kindren=4000, km2=-4, kleur="rood")
    told = [str(fout) for fout in refused.value.fouten]
    assert told == sorted(told)
    assert any(line.startswith("kindren:") and "Bedoel je kinderen?" in line for line in told)
    assert any(line.startswith("kinderen: ontbreekt") for line in told)
    assert any(line.startswith("kleur:") for line in told)
    assert any(line.startswith("km2: '-4'") for line in told)


@given(SOORTEN, TEXTS)
def test_any_text_is_taken_within_its_bounds_or_refused(soort: Soort, text: str) -> None:
    asked = gegeven(soort, maximum=Decimal(1000))
    try:
        value = asked.read(text)
    except ValueError:
        return
    numbers = value if isinstance(value, tuple) else (value,)
    assert all(0 <= one <= 1000 for one in numbers if isinstance(one, Decimal))


@given(st.dictionaries(st.sampled_from(["kinderen", "km2", "deel", "kind"]), TEXTS))
def test_a_norm_answers_or_refuses_and_never_falls_over(told: dict[str, str]) -> None:
    try:
        uitkomst = NORMEN["opheffingsnorm"].judge(told, wet_of("opheffingsnorm"))
    except BadInput:
        return
    assert isinstance(uitkomst.waarde, Decimal)
    assert 23 <= uitkomst.waarde <= 200


@EACH
def test_every_norm_computes_under_the_law_of_today(norm: Norm) -> None:
    told = {one.naam: VOORBEELD[one.soort] for one in norm.gegevens if one.verplicht}
    uitkomst = norm.judge(told, wet_of(norm.naam))
    assert uitkomst.norm == norm.naam
    assert uitkomst.eenheid == norm.eenheid
    assert uitkomst.toelichting.endswith(".")
    assert uitkomst.waarde_tekst
    assert norm.grondslag(wet_of(norm.naam)).artikel


@EACH
def test_every_norm_says_what_it_asks_in_words(norm: Norm) -> None:
    names = [one.naam for one in norm.gegevens]
    assert len(names) == len(set(names))
    assert all(one.betekenis for one in norm.gegevens)
    assert set(norm.plichten) <= set(PLICHTEN)


@EACH
def test_every_norm_is_in_the_handleiding_with_all_it_asks(norm: Norm) -> None:
    page = (ROOT / "docs" / "handleiding" / "normen.md").read_text(encoding="utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith(f"| `{norm.naam}` |")]
    assert norm.titel in row
    assert all(f"`{one.naam}`" in row for one in norm.gegevens)


def test_no_two_modules_give_a_norm_the_same_name() -> None:
    assert sum(len(each.NORMEN) for each in MODULES) == len(NORMEN)


def test_a_name_that_is_nearly_right_is_hinted_at() -> None:
    with pytest.raises(NotFound, match="Bedoel je opheffingsnorm"):
        find_norm("opheffingsnrm")
    with pytest.raises(NotFound, match="Wel: leerplicht_begin"):
        find_norm("zzz")


def test_a_duty_knows_its_norms() -> None:
    assert [norm.naam for norm in norms_of("OPH-01")] == ["opheffingsnorm", "telling", "drie_jaren"]
    assert norms_of("LEA-02") == ()


def test_a_day_without_the_law_is_refused_with_the_nearest_day() -> None:
    with pytest.raises(NotInForce) as refused:
        ask("signaleringswaarde_swv", date(2019, 12, 31), baten=1)
    assert refused.value.dichtstbij == date(2020, 1, 1)


def test_the_article_is_that_of_the_day() -> None:
    norm = NORMEN["opheffingsnorm"]
    assert norm.grondslag(wet_of("opheffingsnorm", date(2021, 6, 1))).artikel == "154"
    assert norm.grondslag(wet_of("opheffingsnorm", NU)).artikel == "140"


def test_a_number_that_the_shelf_lacks_is_named_with_the_file_to_mend() -> None:
    wet = wet_of("opheffingsnorm")
    with pytest.raises(CatalogueError, match=r"OPH-01.*'kleur'.*\[version\.values\]"):
        wet.getal("OPH-01", "kleur")
    with pytest.raises(CatalogueError, match="whole number"):
        wet.geheel("OPH-01", "factor")


def test_an_answer_of_another_kind_is_a_fault_of_ours_not_of_the_person() -> None:
    invoer = read_invoer([gegeven(Soort.DAG)], {"x": "2026-11-02"})
    with pytest.raises(TypeError):
        invoer.getal("x")
