"""What a school needs follows the ordinance: worked by hand, never less for more pupils."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.catalogue.huisvestingskast import find_huisvestingsregels
from openlea.core.catalogue import SHIPPED
from openlea.core.errors import BadInput, NotInForce
from openlea.core.onthulling import Bereik
from openlea.policy.huisvestingsregels import read_huisvestingsregels
from openlea.policy.invoerdeel import Invoerdeel, read_invoer
from openlea.policy.ruimtebehoefte import (
    Gymnorm,
    Ruimtenorm,
    gym_hours,
    need_in_year,
    need_of,
    reaches_threshold,
)

DAG = date(2026, 11, 23)
MODEL = find_huisvestingsregels((SHIPPED,), "").on(DAG)
BO, SBO, GYM = MODEL.ruimte["bo"], MODEL.ruimte["sbo"], MODEL.gym
FILE = SHIPPED / "huisvesting" / "verordeningen" / "model.toml"
pupils = st.floats(0, 3000)


@pytest.mark.parametrize(
    ("norm", "leerlingen", "m2"),
    [
        (BO, 200, 1206),  # 200 + 5,03 x 200
        (BO, 215, 1281),  # 200 + 1081,45 = 1281,45
        (BO, 23, 316),  # 200 + 115,69 = 315,69
        (SBO, 100, 985),  # 250 + 735
        (BO, 0, 0),  # a school without pupils needs no building
    ],
)
def test_the_formula_is_that_of_the_ordinance(norm: Ruimtenorm, leerlingen: int, m2: int) -> None:
    assert need_of(norm, leerlingen) == m2


@given(pupils, pupils)
def test_more_pupils_never_need_less_and_no_need_is_below_zero(one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert 0 <= need_of(BO, less) <= need_of(BO, more)


@given(pupils, pupils, pupils)
def test_the_need_of_a_range_stays_in_order(one: float, two: float, three: float) -> None:
    low, middle, high = sorted((one, two, three))
    need = need_in_year(BO, 2030, Bereik(low, high), middle)
    assert need.laag <= need.midden <= need.hoog
    assert need.shortage(need.midden)[1] == 0


def test_pupils_below_zero_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="can't be"):
        need_of(BO, -1)


def test_a_shortage_below_the_threshold_gives_no_right_to_build() -> None:
    assert not reaches_threshold(BO, Decimal(54))
    assert reaches_threshold(BO, Decimal(55))
    assert not reaches_threshold(BO, Decimal(-100))


def test_a_begun_group_has_gym_as_a_whole_one() -> None:
    # 150 pupils of six and older in groups of 24: 6,25, so 7 groups of 1,5 hours.
    assert gym_hours(GYM, 150) == Decimal("10.5")
    assert gym_hours(GYM, 0) == 0


@given(st.integers(0, 2000))
def test_gym_is_enough_for_every_pupil(leerlingen: int) -> None:
    groups = gym_hours(GYM, leerlingen) / GYM.klokuren_per_groep
    assert groups * GYM.leerlingen_per_groep >= leerlingen


def test_what_nobody_read_again_is_said_so() -> None:
    assert BO.unverified() == ("vaste_voet", "per_leerling", "drempel")
    assert len(GYM.unverified()) == 3
    read = Gymnorm(
        klokuren_per_groep=Decimal(2),
        leerlingen_per_groep=25,
        klokuren_per_zaal=Decimal(40),
        controle=dict.fromkeys(GYM.unverified(), "O"),
    )
    assert read.unverified() == ()


def test_before_the_first_version_there_is_no_rule() -> None:
    with pytest.raises(NotInForce):
        find_huisvestingsregels((SHIPPED,), "").on(date(2014, 12, 31))


def changed(change: Callable[[str], str]) -> Invoerdeel:
    return read_invoer(change(FILE.read_text(encoding="utf-8")).encode(), "eigen.toml")


@pytest.mark.parametrize(
    ("was", "wordt", "cel"),
    [
        ("per_leerling = 5.03", 'per_leerling = "5,03"', "per_leerling"),
        ("vaste_voet = 200", "vastevoet = 200", "vastevoet"),
        ('aanvraag_voor = "02-01"', 'aanvraag_voor = "02-30"', "aanvraag_voor"),
        ('aanvraag_voor = "02-01"', 'aanvraag_voor = "11-30"', "aanvraag_voor"),
        ("leerlingen_per_groep = 24", "leerlingen_per_groep = 0", "leerlingen_per_groep"),
        ("[versie.ruimte.sbo]", "[versie.ruimte.hbo]", "hbo"),
        ("van = 2015-01-01", "", "van"),
        ("[versie.gym]", "[versie.plafond]\nooit = 3\n\n[versie.gym]", "ooit"),
    ],
)
def test_a_slip_in_an_own_file_is_named_at_its_key(was: str, wordt: str, cel: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_huisvestingsregels(changed(lambda text: text.replace(was, wordt)))
    assert any(cel in fout.cel for fout in refused.value.fouten)


def test_an_own_file_says_ceiling_and_amount_per_pupil_with_its_source() -> None:
    own = "[versie.plafond]\n2027 = 500000\n\n[versie.doordecentralisatie]\n"
    own += "euro_per_leerling = 850.5\n"
    deel = changed(lambda text: f'{text}\n{own}bron = "raadsbesluit"\n')
    versie = read_huisvestingsregels(deel).versies[0]
    assert versie.plafond == {2027: Decimal(500000)}
    assert (versie.per_leerling, versie.per_leerling_bron) == (Decimal("850.5"), "raadsbesluit")
    with pytest.raises(BadInput, match="bron"):
        read_huisvestingsregels(changed(lambda text: f"{text}\n{own}"))


def test_an_own_file_goes_before_the_model(tmp_path: Path) -> None:
    folder = tmp_path / "huisvesting" / "verordeningen"
    folder.mkdir(parents=True)
    text = FILE.read_text(encoding="utf-8").replace('gemeente = ""', 'gemeente = "GM0402"')
    (folder / "hilversum.toml").write_text(text.replace("5.03", "6"), encoding="utf-8")
    roots = (SHIPPED, tmp_path)
    assert find_huisvestingsregels(roots, "GM0402").on(DAG).ruimte["bo"].per_leerling == 6
    assert find_huisvestingsregels(roots, "GM0363").on(DAG).ruimte["bo"] == BO
