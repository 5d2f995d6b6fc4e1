"""What a school reads adds up to what it gets, and names the limit that decided."""

from decimal import Decimal

import pytest

from openlea.policy.verdeelpunten import Schoolpunten
from openlea.policy.verdeeluitleg import Deelbedrag, school_text

SCHOOL = Schoolpunten(school="School A", waarden=(Decimal(3),), punten=(Decimal(3),))


def part(cent: int, waarde: Decimal | None = Decimal(3)) -> Deelbedrag:
    return Deelbedrag(
        criterium="Score",
        waarde=waarde,
        punten=Decimal("1234.5"),
        punten_samen=Decimal(5000),
        aandeel=0.6,
        cent=cent,
    )


@pytest.mark.parametrize(
    ("bedrag", "cent", "held", "stap", "ending"),
    [
        (60, 6000, 0, 1, ""),
        (60, 5960, 0, 1, " Samen is dat € 59,60, afgerond op hele euro's: € 60."),
        (100, 6000, 0, 100, " Samen is dat € 60, afgerond op veelvouden van € 100: € 100."),
        (80, 6000, -1, 1, " Samen is dat € 60; de ondergrens maakt er € 80 van."),
        (50, 6000, 1, 1, " Samen is dat € 60; de bovengrens maakt er € 50 van."),
        (
            *(61, 6000, 0, 1),
            (
                " Samen is dat € 60; doordat voor andere scholen een grens geldt of door de "
                "gekozen methode wordt het € 61."
            ),
        ),
    ],
)
def test_the_end_says_how_the_sum_became_the_amount(
    bedrag: int, cent: int, held: int, stap: int, ending: str
) -> None:
    said = school_text(SCHOOL, bedrag, [part(cent)], held=held, stap=stap)
    assert said == f"School A krijgt € {bedrag}. {part(cent).zin}{ending}"


def test_a_part_names_its_points_of_all_points() -> None:
    assert part(5960).zin == "Score: 1.234,5 van 5.000 punten, dat is € 59,60."
    assert part(0, waarde=None).zin == "Score: niet ingevuld, dus geen punten."


def test_who_gets_nothing_reads_why() -> None:
    out = Schoolpunten(school="School A", uitgesloten="Omdat.")
    assert school_text(out, 0, [], held=0, stap=1) == "School A krijgt niets. Omdat."
    none = Schoolpunten(school="School A", punten=(Decimal(0),))
    said = school_text(none, 0, [part(0)], held=0, stap=1)
    assert said.startswith("School A krijgt niets: geen enkel criterium geeft punten.")


def test_equal_claims_are_ordered_by_priority_and_then_by_name() -> None:
    names = [("b", 0), ("A", 0), ("c", 5)]
    ordered = sorted(
        (Schoolpunten(school=naam, voorrang=Decimal(first)) for naam, first in names),
        key=lambda one: one.plek,
    )
    assert [one.school for one in ordered] == ["c", "A", "b"]
