"""What changed reads in words, field by field, and what stayed is not named."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings

from openlea.core.agenda import ActieStaat, Agenda, Betrokkene, Jaarwaarde, Rol, Voortgang
from openlea.core.begroting import Begroting, Post
from openlea.policy.verschil import LEEG, Veldverschil, differences, written
from tests.policy.agenda_voorbeeld import actie, agenda, complete, speerpunt
from tests.strategies import agendas

ACTIE = actie("1B3")
AGENDA = agenda(speerpunt("1A", actie("1A1")), speerpunt("1B", ACTIE))


def told(oud: object, nieuw: object) -> list[tuple[str, str, str]]:
    """Return the differences as (where, was, is)."""
    return [(one.veld, one.oud, one.nieuw) for one in differences(oud, nieuw)]


@given(agendas())
def test_an_agenda_differs_not_from_itself(any_agenda: Agenda) -> None:
    assert differences(any_agenda, any_agenda) == ()


@settings(max_examples=25)
@given(agendas(), agendas())
def test_what_was_and_what_is_change_places_with_the_order(one: Agenda, other: Agenda) -> None:
    there, back = differences(one, other), differences(other, one)
    assert {(each.veld, each.oud, each.nieuw) for each in there} == {
        (each.veld, each.nieuw, each.oud) for each in back
    }


def test_a_field_that_changed_is_named_as_on_screen_with_both_its_words() -> None:
    later = replace(ACTIE, naam="Bereik", staat=ActieStaat.AFGEROND, tot=date(2027, 3, 1))
    assert told(ACTIE, later) == [
        ("Naam", "Actie 1B3", "Bereik"),
        ("Tot en met", LEEG, "1 maart 2027"),
        ("Staat", "Op schema", "Afgerond"),
    ]


def test_a_change_deep_in_the_agenda_says_where() -> None:
    later = agenda(
        speerpunt("1A", actie("1A1")), speerpunt("1B", replace(ACTIE, doelgroep="peuters"))
    )
    (where, was, now) = told(AGENDA, later)[0]
    assert where == "Ambities 1 › Speerpunten 1B › Acties 1B3 › Doelgroep"
    assert (was, now) == (LEEG, "peuters")


def test_a_thing_that_came_or_went_is_named_by_its_code_and_name() -> None:
    later = agenda(speerpunt("1A", actie("1A1")), speerpunt("1B", ACTIE, actie("1B4")))
    where = "Ambities 1 › Speerpunten 1B › Acties 1B4"
    assert told(AGENDA, later) == [(where, LEEG, "1B4 Actie 1B4")]
    assert told(later, AGENDA) == [(where, "1B4 Actie 1B4", LEEG)]


def test_another_order_is_not_a_change() -> None:
    turned = agenda(*reversed(AGENDA.speerpunten))
    assert differences(AGENDA, turned) == ()


def test_a_year_of_a_target_is_named_by_its_year() -> None:
    first = complete("S1", "1A1")
    later = replace(
        first, jaren=(Jaarwaarde(jaar=2025, doel=Decimal(40), werkelijk=Decimal("38.5")),)
    )
    assert told(first, later) == [("Jaren 2025 › Werkelijk", LEEG, "38,5")]


def test_money_is_told_per_year_in_euros() -> None:
    def begroting(bedragen: Mapping[int, int]) -> Begroting:
        return Begroting(
            posten=(Post(code="P1", bij="1A1", omschrijving="Opstapje", bedragen=bedragen),)
        )

    assert told(begroting({2024: 9_000_000, 2025: 1}), begroting({2024: 9_500_050, 2026: 0})) == [
        ("Begrotingsposten P1 › Bedrag 2024", "€ 90.000", "€ 95.000,50"),
        ("Begrotingsposten P1 › Bedrag 2025", "€ 0,01", LEEG),
        ("Begrotingsposten P1 › Bedrag 2026", LEEG, "€ 0"),
    ]


def test_who_takes_part_is_told_by_party() -> None:
    later = replace(
        ACTIE,
        betrokkenen=(
            Betrokkene(partij="GEM", rol=Rol.BETROKKEN),
            Betrokkene(partij="BIEB", rol=Rol.TREKKER),
        ),
    )
    assert told(ACTIE, later) == [
        ("Betrokken partijen GEM › Rol", "Trekker", "Betrokken"),
        ("Betrokken partijen BIEB", LEEG, "BIEB, Trekker"),
    ]


def test_two_updates_on_one_day_are_both_told() -> None:
    said = Voortgang(op=date(2026, 3, 1), door="Partner", staat=ActieStaat.OP_SCHEMA)
    twice = replace(ACTIE, voortgang=(said, replace(said, gedaan="Gestart")))
    assert [where for where, _, _ in told(ACTIE, twice)] == [
        "Voortgang 2026-03-01",
        "Voortgang 2026-03-01 (2)",
    ]
    changed = replace(ACTIE, voortgang=(said, replace(said, gedaan="Klaar")))
    assert told(twice, changed) == [
        ("Voortgang 2026-03-01 (2) › Wat is gedaan", "Gestart", "Klaar")
    ]


def test_records_of_fields_compare_too_with_names_of_their_own() -> None:
    old, new = {"titel": "A", "extra_veld": 1}, {"titel": "B", "extra_veld": 2, "weg": None}
    assert differences(old, new, {"extra_veld": "Extra"}) == (
        Veldverschil("Titel", "A", "B"),
        Veldverschil("Extra", "1", "2"),
    )
    assert differences(old, None)[0] == Veldverschil("Titel", "A", LEEG)


def test_what_has_no_fields_is_refused() -> None:
    with pytest.raises(TypeError, match="can't compare the fields of str"):
        differences("a", "b")


@pytest.mark.parametrize(
    ("value", "veld", "expected"),
    [
        (None, "", LEEG),
        ("", "", LEEG),
        ((), "", LEEG),
        ({}, "bedragen", LEEG),
        (0, "", "0"),
        (Decimal(0), "", "0"),
        (1234, "leeftijd_van", "1.234"),
        (2024, "van", "2024"),
        (2024, "jaar", "2024"),
        (Decimal("1234.50"), "doel", "1.234,5"),
        (123_456, "bedrag", "€ 1.234,56"),
        ({2024: 100, 2025: 0}, "bedragen", "2024: € 1, 2025: € 0"),
        (True, "", "ja"),
        (False, "", "nee"),
        (Rol.MEDE_EIGENAAR, "rol", "Mede-eigenaar"),
        (("GEM", "BIEB"), "ondertekenaars", "GEM, BIEB"),
        (date(2026, 5, 1), "op", "1 mei 2026"),
        (datetime(2026, 5, 1, 9, 5, tzinfo=UTC), "op", "1 mei 2026 09:05"),
        (ACTIE, "", "1B3 Actie 1B3"),
    ],
)
def test_a_value_is_written_as_people_read_it(value: object, veld: str, expected: str) -> None:
    assert written(value, veld) == expected
