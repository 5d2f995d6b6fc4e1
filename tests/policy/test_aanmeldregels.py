"""Almost everything about applying may stay open; what is filled in has to make sense."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from openlea.core.aanmeldbeleid import Aanmeldbeleid, Toewijzing
from openlea.core.plaatsing import Criterium
from openlea.policy.aanmeldkengetal import count_policies
from openlea.policy.aanmeldregels import GEEN_VOORRANG, aanmeldbeleid_faults, has_content
from openlea.policy.aanmeldvraag import due_aanmeldbeleid, question
from openlea.policy.schooljaar import is_school_year, school_year_of, year_after, year_before

TODAY = date(2026, 11, 23)
GOED = Aanmeldbeleid(school="04OS00", naam="De school", schooljaar="2026-2027", moment="vanaf 3")
LEEG = replace(GOED, moment="")
BEKEND = replace(GOED, bron="https://voorbeeld.example/gids", gezien_op=TODAY)


def fields(beleid: Aanmeldbeleid) -> list[str]:
    return [fout.cel for fout in aanmeldbeleid_faults(beleid, TODAY)]


def test_one_known_thing_is_enough() -> None:
    assert fields(GOED) == []
    assert fields(replace(LEEG, bijdrage=0)) == [], "nought is an answer"


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"moment": "  "}, "moment"),
        ({"schooljaar": "2026-2028"}, "schooljaar"),
        ({"schooljaar": "2026"}, "schooljaar"),
        ({"naam": " "}, "naam"),
        ({"school": "04 os"}, "school"),
        ({"plaatsen": 2001}, "plaatsen"),
        ({"bijdrage": -1}, "bijdrage"),
        (
            {"aanmelden_van": date(2027, 2, 1), "aanmelden_tot": date(2027, 1, 1)},
            "aanmelden_tot",
        ),
        ({"aanmelden_tot": date(2027, 2, 1), "uitslag_op": date(2027, 1, 1)}, "uitslag_op"),
        ({"voorrang": (Criterium.BROER_ZUS, Criterium.BROER_ZUS)}, "voorrang"),
        (
            {"voorrang": (Criterium.BROER_ZUS,), "voorrang_anders": GEEN_VOORRANG},
            "voorrang_anders",
        ),
        ({"bron": "https://voorbeeld.example/"}, "gezien_op"),
        ({"gezien_op": date(2026, 11, 24)}, "gezien_op"),
    ],
)
def test_what_cannot_be_is_named_with_its_field(velden: dict[str, Any], veld: str) -> None:
    assert fields(replace(GOED, **velden)) == [veld]


def test_a_note_alone_says_nothing_of_applying() -> None:
    assert not has_content(replace(LEEG, toelichting="later"))


def test_a_school_year_begins_on_the_first_of_august() -> None:
    assert school_year_of(date(2026, 7, 31)) == "2025-2026"
    assert school_year_of(date(2026, 8, 1)) == "2026-2027"
    assert year_after(year_before("2026-2027")) == "2026-2027"
    assert not is_school_year("2026-2026")


def test_a_number_counts_only_what_was_read_at_a_source() -> None:
    loot = replace(BEKEND, toewijzing=Toewijzing.LOTING)
    rij = replace(BEKEND, school="A", toewijzing=Toewijzing.VOLGORDE)
    unread = replace(GOED, school="B", toewijzing=Toewijzing.LOTING)
    example = replace(loot, school="C", toelichting="Voorbeeld: verzonnen")
    by_name = {one.vraag: one for one in count_policies([loot, rij, unread, example], 27)}
    assert set(by_name) == {"Centrale procedure", "Loting"}, "of places nothing was read"
    lots = by_name["Loting"]
    assert (lots.aantal, lots.bekend, lots.onbekend) == (1, 2, 25)
    assert by_name["Centrale procedure"].aantal == 0
    assert count_policies([unread, example], 27) == ()


def test_only_a_partij_with_somebody_is_asked_and_once_for_a_year() -> None:
    missing = {"a": ["Een", "Twee"], "b": ["Drie"], "c": []}
    due = due_aanmeldbeleid(missing, "2026-2027", TODAY, lambda p, _: 7 if p != "b" else None)
    assert [(one.partij, one.aan, one.sleutel) for one in due] == [
        ("a", 7, "aanmeldbeleid/schooljaar/2026-2027/a/2026-2027")
    ]
    assert "Een en Twee" in due[0].vraag


def test_a_question_names_some_schools_and_counts_the_rest() -> None:
    assert question(list("ABCDE"), "2026-2027").endswith("A, B, C, D en E.")
    assert question(list("ABCDEF"), "2026-2027").endswith("A, B, C, D en 2 andere.")
