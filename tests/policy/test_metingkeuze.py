"""Suggested measures: a number only when it is known, and words that say why not."""

from datetime import date
from decimal import Decimal

import pytest

from openlea.core.afspraak import Afspraak
from openlea.core.cijfer import Cijfer
from openlea.core.onthulling import Bereik, Status
from openlea.core.place import PlaceKey
from openlea.policy.afspraakactie import LONGEST, first_sentence, next_code
from openlea.policy.metingkeuze import day_of, fields_for, place_of, start_of, told_of
from openlea.policy.vandaag import PuntSoort
from openlea.policy.vandaag_afspraken import of_afspraken

HIER = PlaceKey.parse("gemeente:GM0402")
TODAY = date(2026, 11, 22)


def _figure(status: Status, bereik: Bereik | None) -> Cijfer:
    return Cijfer(indicator="x", plaats=HIER, periode="2024-10-01", status=status, bereik=bereik)


def test_a_known_figure_is_a_start_with_its_day() -> None:
    """The nulmeting says of which day it is, as the source counted it."""
    known = _figure(Status.BEKEND, Bereik(4.44, 4.44))
    assert start_of(known, 1) == (Decimal("4.4"), date(2024, 10, 1))
    assert (
        told_of(known, 1, "%")
        == "Nu: 4,4\N{NO-BREAK SPACE}% (1\N{NO-BREAK SPACE}oktober\N{NO-BREAK SPACE}2024)."
    )


@pytest.mark.parametrize(
    "hidden", [_figure(Status.VERBORGEN, Bereik(1, 4)), _figure(Status.VERBORGEN, None)]
)
def test_what_a_source_hides_gives_no_start_and_says_so(hidden: Cijfer) -> None:
    """A guess between 1 and 4 would tell what the source protects."""
    assert start_of(hidden, 0) == (None, None)
    assert "afgeschermd" in told_of(hidden, 0, "") or "schermt" in told_of(hidden, 0, "")


def test_an_unknown_figure_asks_to_measure_it_oneself() -> None:
    """No number is no nought."""
    assert "meet de nulmeting dan zelf" in told_of(None, 0, "%")


def test_a_period_ends_on_its_last_day_and_nonsense_has_none() -> None:
    """A school year is over in July."""
    assert day_of("2023/24") == date(2024, 7, 31)
    assert day_of("ooit") is None


def test_a_topic_of_the_law_looks_in_its_own_fields_first() -> None:
    """The duty to consult itself has no figures; its topic has."""
    assert fields_for("segregatie", ["samenwerking"]) == ("onderwijskansen", "scholen")
    assert fields_for("", ["samenwerking", "voorschool"]) == ("voorschool",)
    assert place_of("spreiding_schoolweging", "segregatie") < place_of("scholen_bo", "segregatie")


def test_a_new_action_gets_the_next_free_code() -> None:
    """Codes of other speerpunten that begin alike are left alone."""
    assert next_code("1C", ["1C1", "1C6", "1C10", "1B9"]) == "1C11"
    assert next_code("2", []) == "21"
    assert len(first_sentence("woord " * 100)) <= LONGEST


def test_many_late_agreements_are_one_thing_today() -> None:
    """Seven things fit on the page; ten old agreements may not push the rest away."""
    late = [Afspraak(nummer=n, wat="x", op=TODAY, voor=date(2026, 1, n)) for n in range(1, 6)]
    (one,) = of_afspraken(late, TODAY)
    assert (one.soort, one.aantal, one.op) == (PuntSoort.AFSPRAAK, 5, date(2026, 1, 1))
    assert [each.waar for each in of_afspraken(late[:2], TODAY)] == ["1", "2"]
