"""The agenda of Hilversum is in whole: what its text says, and nothing that it doesn't."""

import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from openlea.core.agenda import Agenda, AgendaStaat, Richting, Rol, Schaal
from openlea.core.netwerk import IndicatorSoort, Teken, Zekerheid
from openlea.policy.agenda_controle import check_agenda
from openlea.services.read_bundled_agenda import read_bundled_agenda

SEED = Path(__file__).parents[2] / "../shared/seeds/hilversumse-educatieve-agenda-2024-2027.txt"
needs_text = pytest.mark.skipif(not SEED.exists(), reason="the text of the HEA is not here")

YEARLY = {
    "1A1-gezinnen": 40,
    "1A2-ouders": 80,
    "1B1-peuters": 2,
    "1B1-doelgroep": 4,
    "1B2-groepsmix": 50,
    "1B3-bereik": 100,
    "1B7-dialoog": 1,
    "1B8-bijeenkomst": 1,
    "1C3-gezinnen": 25,
    "1E1-gezinnen": 60,
    "2C4-scholen": 3,
}
ONCE = {
    "1A4-plan": (2027, 1),
    "1B6-afspraken": (2027, 1),
    "1C1-overdracht": (2027, 100),
    "1C2-voorstellen": (2027, 1),
    "1C4-convenant": (2027, 1),
    "1C5-plan": (2027, 1),
    "1E8-evaluatie": (2025, 1),
    "2B1-prioriteiten": (2027, 4),
    "2B1-eerste": (2024, 1),
}


@cache
def _hea() -> Agenda:
    return read_bundled_agenda("hilversum-2024-2027")


def _flat(text: str) -> str:
    return " ".join(text.replace("�", "").split())


@cache
def _text() -> str:
    return _flat(SEED.read_text(encoding="utf-8"))


def test_it_holds_together_by_the_rules_for_every_agenda() -> None:
    assert check_agenda(_hea()) == ()


def test_it_has_two_ambities_eight_speerpunten_and_42_acties_as_its_monitoring_chapter_says() -> (
    None
):
    acties_per = {s.code: len(s.acties) for s in _hea().speerpunten}
    assert [len(a.speerpunten) for a in _hea().ambities] == [5, 3]
    assert acties_per == dict(
        zip(
            ["1A", "1B", "1C", "1D", "1E", "2A", "2B", "2C"], [5, 8, 6, 1, 8, 2, 2, 10], strict=True
        )
    )
    assert len(_hea().acties) == 42


def test_codes_follow_the_printed_numbers_so_that_a_reader_finds_an_actie_in_the_text() -> None:
    for speerpunt in _hea().speerpunten:
        numbers = [f"{speerpunt.code}{n}" for n in range(1, len(speerpunt.acties) + 1)]
        assert [actie.code for actie in speerpunt.acties] == numbers


@pytest.mark.parametrize(("code", "doel"), YEARLY.items())
def test_a_yearly_target_is_the_same_in_each_of_the_four_years(code: str, doel: int) -> None:
    [target] = [s for s in _hea().streefwaarden if s.code == code]
    assert target.bij == code.split("-", maxsplit=1)[0]
    assert [(j.jaar, j.doel) for j in target.jaren] == [(j, Decimal(doel)) for j in _hea().jaren]


@pytest.mark.parametrize(("code", "when"), ONCE.items())
def test_a_milestone_stands_in_the_year_that_the_text_gives_or_else_the_last(
    code: str, when: tuple[int, int]
) -> None:
    [target] = [s for s in _hea().streefwaarden if s.code == code]
    assert [(j.jaar, int(j.doel or 0)) for j in target.jaren] == [when]
    assert (target.richting is Richting.GEDAAN) is (when[1] == 1)


def test_there_are_no_other_targets_and_none_claims_a_baseline_or_an_owner() -> None:
    targets = _hea().streefwaarden
    assert {target.code for target in targets} == {*YEARLY, *ONCE}
    assert all(target.nulmeting is None and not target.eigenaar for target in targets)
    assert all(target.bron for target in targets)


def test_the_five_indicators_have_no_kind_no_baseline_and_no_target_as_in_the_text() -> None:
    indicatoren = _hea().netwerk.indicatoren
    assert len(indicatoren) == 5
    assert {i.soort for i in indicatoren} == {IndicatorSoort.ONBEKEND}
    assert not {i.code for i in indicatoren} & {s.bij for s in _hea().streefwaarden}


def test_each_speerpunt_serves_kansengelijkheid_and_nobody_says_how_surely() -> None:
    verbanden = _hea().netwerk.verbanden
    assert {v.van for v in verbanden} == {
        *(s.code for s in _hea().speerpunten),
        "BESTAANSZEKERHEID",
    }
    assert {(v.naar, v.teken, v.zekerheid) for v in verbanden} == {
        ("KANSENGELIJKHEID", Teken.VERHOOGT, Zekerheid.ONBEKEND)
    }


def test_no_decision_is_claimed_because_the_text_names_none() -> None:
    agenda = _hea()
    assert agenda.staat is AgendaStaat.CONCEPT
    assert (agenda.besluit_door, agenda.besluit_op, agenda.ondertekenaars) == ("", None, ())


def test_an_actie_has_one_trekker_at_most_and_only_where_the_text_names_the_doer() -> None:
    owners = {
        actie.code: [b.partij for b in actie.betrokkenen if b.rol is Rol.TREKKER]
        for actie in _hea().acties
    }
    assert {code: names for code, names in owners.items() if names} == {
        "1A3": ["ggd"],
        "1A5": ["gemeente"],
        "1B1": ["gemeente"],
        "1B5": ["gemeente"],
        "1C5": ["gemeente"],
        "1C6": ["rbl"],
        "1E2": ["bibliotheek"],
        "1E5": ["mbo-college"],
    }


def test_the_acties_printed_under_regionaal_are_regionaal() -> None:
    schalen = [actie.schaal for actie in _hea().speerpunten[-1].acties]
    assert schalen == [Schaal.LOKAAL] * 4 + [Schaal.REGIONAAL] * 6


@needs_text
def test_every_actie_is_named_and_numbered_as_in_the_text() -> None:
    printed = re.sub(r"\s*�", "", _text())
    for actie in _hea().acties:
        number = re.sub(r"^\d[A-E]", "", actie.code)
        assert f"{number}. {actie.naam}" in printed, actie.code


@needs_text
def test_every_reason_why_a_partij_takes_part_is_a_quote_from_the_text() -> None:
    quotes = [b.toelichting for actie in _hea().acties for b in actie.betrokkenen]
    quotes += [verband.toelichting for verband in _hea().netwerk.verbanden]
    assert len(quotes) > 50
    assert [quote for quote in quotes if quote not in _text()] == []


@needs_text
def test_the_indicators_are_worded_as_in_the_text() -> None:
    assert [i.naam for i in _hea().netwerk.indicatoren if i.naam not in _text()] == []
