"""Who may be eligible for transport: the sentences of WPO 4 and WVO 2020 8.28, and dated rules."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.errors import BadFile, BadInput, NotInForce
from openlea.core.onthulling import Bereik
from openlea.policy.invoerdeel import read_invoer
from openlea.policy.vervoer import Tarief, cost_of, read_rekenwijze, read_tarieven
from openlea.policy.vervoerregels import (
    Grond,
    Verordening,
    Vervoersvraag,
    judge_aanspraak,
    read_verordening,
)

EIGEN = b"""
titel = "Verordening van een gemeente"
gemeente = "GM0402"

[[versie]]
van = 2020-08-01
tot = 2026-07-31
km_grens = 4
bron = "Gemeenteblad"

[[versie]]
van = 2026-08-01
km_grens = 6
begeleiding_tot_leeftijd = 9
ov_vanaf_leeftijd = 9
drempel_inkomen = 30000
draagkracht_km = 20
bron = "Gemeenteblad"

[versie.controle]
km_grens = "V"
"""


def verordening() -> Verordening:
    return read_verordening(read_invoer(EIGEN, "eigen.toml"))


NU = verordening().on(date(2026, 11, 22))
VRAAG = Vervoersvraag(soort="so", km=6.0, leeftijd=10)


def test_six_kilometres_is_not_more_than_six() -> None:
    assert judge_aanspraak(NU, VRAAG).grond is Grond.TE_DICHTBIJ
    assert judge_aanspraak(NU, replace(VRAAG, km=6.01)).mogelijk


def test_an_ordinance_that_says_six_or_more_counts_six() -> None:
    assert judge_aanspraak(replace(NU, vanaf=True), VRAAG).mogelijk


@given(km=st.floats(0, 50), soort=st.sampled_from(["bo", "sbo", "so", "vso", "vo"]))
def test_with_a_handicap_neither_distance_nor_income_counts(km: float, soort: str) -> None:
    found = judge_aanspraak(NU, replace(VRAAG, km=km, soort=soort, handicap=True, inkomen=90_000))
    assert found.mogelijk
    assert found.grond is Grond.HANDICAP
    assert (found.drempel, found.draagkracht, found.ov_eerst) == (False, False, False)


@given(km=st.floats(0, 50))
def test_in_vo_only_a_handicap_counts(km: float) -> None:
    assert judge_aanspraak(NU, replace(VRAAG, soort="vo", km=km)).grond is Grond.ALLEEN_HANDICAP


def test_young_pupils_are_guided_and_older_ones_take_the_bus() -> None:
    young, old = (
        judge_aanspraak(NU, replace(VRAAG, km=7, leeftijd=age, inkomen=20_000)) for age in (8, 9)
    )
    assert (young.begeleiding, young.ov_eerst) == (True, False)
    assert (old.begeleiding, old.ov_eerst) == (False, True)


def test_a_threshold_isnt_guessed_without_an_income() -> None:
    far = replace(VRAAG, km=21)
    said = [judge_aanspraak(NU, replace(far, inkomen=sum_)) for sum_ in (None, 30_000, 30_001)]
    assert [one.drempel for one in said] == [None, False, True]
    assert all(one.draagkracht for one in said)


def test_each_day_has_its_own_rules() -> None:
    assert verordening().on(date(2026, 7, 31)).km_grens == 4
    assert verordening().on(date(2026, 8, 1)).km_grens == 6
    with pytest.raises(NotInForce, match="2020-08-01"):
        verordening().on(date(2019, 1, 1))


def test_what_nobody_read_again_is_named() -> None:
    assert "km_grens" not in NU.unverified()
    assert {"drempel_inkomen", "draagkracht_km"} <= set(NU.unverified())


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (b"km_grens = 7", "hoogstens 6 km"),
        (b"km_gens = 6", "Bedoel je 'km_grens'?"),
        (b'km_grens = "zes"', "zonder aanhalingstekens"),
        (b'km_grens = 6\nalleen_handicap = ["hbo"]', "Kies uit: bo, sbo"),
    ],
)
def test_a_wrong_rule_names_file_key_and_reason(change: bytes, reason: str) -> None:
    text = EIGEN.replace(b"km_grens = 6", change)
    with pytest.raises(BadInput) as refused:
        read_verordening(read_invoer(text, "eigen.toml"))
    said = "\n".join(map(str, refused.value.fouten))
    assert "eigen.toml versie 2, " in said
    assert reason in said


def test_two_versions_dont_hold_on_one_day() -> None:
    with pytest.raises(BadInput, match="loopt door"):
        read_verordening(read_invoer(EIGEN.replace(b"tot = 2026-07-31\n", b""), "eigen.toml"))


def test_a_file_that_isnt_toml_is_named() -> None:
    with pytest.raises(BadFile, match=r"stuk\.toml: is geen geldige TOML"):
        read_invoer(b"titel = ", "stuk.toml")
    with pytest.raises(BadFile, match=r"stuk\.toml: is geen UTF-8"):
        read_invoer(b"\xff", "stuk.toml")


def test_no_source_no_cost() -> None:
    assert cost_of(Bereik(1, 4), None) is None
    found = cost_of(Bereik(1, 4), Tarief(soort="", euro=3978, jaar=2023, bron="Oberon"))
    assert found == Bereik(3978, 15912)
    with pytest.raises(BadInput, match="zonder bron"):
        read_tarieven(read_invoer(b"[[tarief]]\neuro = 1\njaar = 2026\n", "t.toml"))


def test_the_newest_tariff_of_the_own_kind_goes_first() -> None:
    text = "".join(
        f'[[tarief]]\nsoort = "{soort}"\neuro = {euro}\njaar = {jaar}\nbron = "contract"\n'
        for soort, euro, jaar in (("so", 1, 2024), ("so", 2, 2025), ("", 3, 2026))
    )
    tarieven = read_tarieven(read_invoer(text.encode(), "t.toml"))
    way = read_rekenwijze(
        read_invoer(b"[omweg]\nwaarde = 1.3\nbron = 'x'\n[snelheid]\nwaarde = 30\n", "r.toml")
    )
    way = replace(way, tarieven=tarieven)
    assert [one.euro for soort in ("so", "vso") if (one := way.tarief(soort))] == [2, 3]
    assert way.snelheid.is_aanname
    assert not way.omweg.is_aanname
