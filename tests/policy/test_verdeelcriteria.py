"""Criteria are data: a slip of the pen is named by its key, and points are what the file says."""

import tomllib
from decimal import Decimal
from typing import Any

import pytest

from openlea.core.errors import BadInput
from openlea.policy.verdeelcriteria import Uitsluiting, Verdeelmethode, Voorwaarde
from openlea.policy.verdeelcriteria_invoer import read_verdeelcriteria
from openlea.policy.verdeelpunten import Cel, Schoolrij, award_points
from openlea.policy.verdeeluitleg import criterium_text

SOUND = """
titel = "Proef"
[[criterium]]
naam = "Score"
kolom = "score"
gewicht = 60
"""


def read(text: str) -> Any:
    return read_verdeelcriteria(tomllib.loads(text), "proef.toml")


def faults(text: str) -> list[str]:
    with pytest.raises(BadInput) as refused:
        read(text)
    return [str(fout) for fout in refused.value.fouten]


def row(regel: int = 2, **cellen: Cel) -> Schoolrij:
    return Schoolrij(regel, cellen)


def points(more: str, waarde: str, leerlingen: int = 10) -> Decimal:
    criteria = read(SOUND + more)
    cells = row(school="A", score=Decimal(waarde), leerlingen=Decimal(leerlingen))
    (found,) = award_points(criteria, [cells])
    return found.punten[0]


def test_little_is_needed_and_the_rest_is_as_said() -> None:
    criteria = read(SOUND)
    assert criteria.methode is Verdeelmethode.GROOTSTE_REST
    assert (criteria.afronding, criteria.ondergrens, criteria.bovengrens) == (1, 0, None)
    assert criteria.columns() == ("school", "score")


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        ('titel = "x"', "criterium", "geen enkel criterium"),
        (SOUND.replace('titel = "Proef"', ""), "titel", "tekst"),
        (SOUND.replace("gewicht = 60", 'gewicht = "60"'), "criterium 1, gewicht", "getal"),
        (SOUND.replace("gewicht = 60", "gewicht = 0"), "criterium 1, gewicht", "boven nul"),
        (SOUND.replace("gewicht = 60", "gewicht = nan"), "criterium 1, gewicht", "tussen"),
        (SOUND.replace("gewicht = 60", "gewicht = -1"), "criterium 1, gewicht", "tussen"),
        (SOUND.replace("gewicht", "gewigt"), "criterium 1, gewigt", "Bedoel je 'gewicht'?"),
        (SOUND.replace('kolom = "score"', "kolom = 3"), "criterium 1, kolom", "tekst"),
        (SOUND + 'richting = "omhoog"', "criterium 1, richting", "meer_is_meer"),
        (SOUND + 'richting = "minder_is_meer"', "criterium 1, drempel", "ontbreekt"),
        (SOUND + 'drempel_telt = "alles"', "criterium 1, drempel_telt", "drempel"),
        (SOUND + "minimum = 3\nmaximum = 2", "criterium 1, minimum", "boven het maximum"),
        (SOUND + "leeg_mag = 1", "criterium 1, leeg_mag", "true of false"),
        ("afronding = 0\n" + SOUND, "afronding", "tussen 1"),
        ("ondergrens = 2.5\n" + SOUND, "ondergrens", "hele euro"),
        ("ondergrens = 9\nbovengrens = 8\n" + SOUND, "bovengrens", "onder de ondergrens"),
        ("afronding = 100\nondergrens = 250\n" + SOUND, "ondergrens", "veelvoud"),
        ('methode = "loten"\n' + SOUND, "methode", "grootste_rest, dhondt, webster"),
        ("uitsluiting = 3\n" + SOUND, "uitsluiting", "[[uitsluiting]]"),
        (SOUND + SOUND.split("\n", 2)[2], "criterium", "twee keer"),
    ],
)
def test_a_wrong_key_is_named_with_the_reason(text: str, key: str, reason: str) -> None:
    said = faults(text)
    assert any(f"proef.toml {key}:" in one and reason in one for one in said), said


UIT = SOUND + '[[uitsluiting]]\nnaam = "x"\nkolom = "bijdrage"\nreden = "Omdat."\n'


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ("", "uitsluiting 1, als"),
        ('als = "is"', "uitsluiting 1, waarde"),
        ('als = "boven"', "uitsluiting 1, waarde"),
        ('als = "boven"\nwaarde = "3"', "uitsluiting 1, waarde"),
        ('als = "leeg"\nwaarde = "3"', "uitsluiting 1, waarde"),
    ],
)
def test_an_exclusion_says_when_it_holds(more: str, key: str) -> None:
    assert any(f"proef.toml {key}:" in one for one in faults(UIT + more))


@pytest.mark.parametrize(
    ("more", "waarde", "expected"),
    [
        ("", "12.5", "12.5"),
        ("", "-3", "0"),
        ("drempel = 10", "12.5", "2.5"),
        ("drempel = 10", "9", "0"),
        ('drempel = 10\ndrempel_telt = "alles"', "12.5", "12.5"),
        ('drempel = 10\ndrempel_telt = "alles"', "10", "0"),
        ('drempel = 10\nrichting = "minder_is_meer"', "4", "6"),
        ('drempel = 10\nrichting = "minder_is_meer"', "11", "0"),
        ('per = "leerling"\ndrempel = 10', "12.5", "25"),
        ("minimum = 20\nmaximum = 40", "45", "40"),
        ("minimum = 20\nmaximum = 40", "5", "20"),
    ],
)
def test_a_value_becomes_points_as_the_file_says(more: str, waarde: str, expected: str) -> None:
    assert points(more, waarde) == Decimal(expected)


@pytest.mark.parametrize(
    ("als", "waarde", "cel", "holds"),
    [
        (Voorwaarde.IS, "ja", " JA ", True),
        (Voorwaarde.IS, "ja", "nee", False),
        (Voorwaarde.IS_NIET, "ja", "nee", True),
        (Voorwaarde.BOVEN, Decimal(5), Decimal(5), False),
        (Voorwaarde.BOVEN, Decimal(5), Decimal(6), True),
        (Voorwaarde.ONDER, Decimal(5), Decimal(5), False),
        (Voorwaarde.MINSTENS, Decimal(5), Decimal(5), True),
        (Voorwaarde.HOOGSTENS, Decimal(5), Decimal(5), True),
        (Voorwaarde.HOOGSTENS, Decimal(5), Decimal(6), False),
        (Voorwaarde.LEEG, "", None, True),
        (Voorwaarde.LEEG, "", "x", False),
        (Voorwaarde.GEVULD, "", "x", True),
        (Voorwaarde.GEVULD, "", None, False),
    ],
)
def test_a_condition_is_read_as_it_is_said(
    als: Voorwaarde, waarde: str | Decimal, cel: Cel, *, holds: bool
) -> None:
    one = Uitsluiting(naam="x", kolom="k", als=als, waarde=waarde, reden="Omdat.")
    assert one.holds(cel) is holds


def test_an_excluded_school_needs_no_other_cell() -> None:
    criteria = read(UIT + 'als = "is"\nwaarde = "ja"')
    (found,) = award_points(criteria, [row(school="A", score=None, bijdrage="ja")])
    assert (found.uitgesloten, found.punten) == ("Omdat.", ())


@pytest.mark.parametrize(
    ("more", "cells", "said"),
    [
        ("", {"school": "A", "score": None}, "regel 2 kolom score: leeg"),
        ("", {"school": None, "score": Decimal(1)}, "kolom school: de naam"),
        (
            '\n[[uitsluiting]]\nnaam="x"\nkolom="u"\nals="is"\nwaarde="ja"\nreden="y"',
            {"school": "A", "score": Decimal(1), "u": None},
            "kolom u: leeg",
        ),
        (
            'per = "leerling"',
            {"school": "A", "score": Decimal(1), "leerlingen": Decimal(-1)},
            "kolom leerlingen: een aantal is nul of meer",
        ),
    ],
)
def test_what_is_not_known_is_asked_and_never_taken_for_nought(
    more: str, cells: dict[str, Cel], said: str
) -> None:
    with pytest.raises(BadInput) as refused:
        award_points(read(SOUND + more), [row(**cells)])
    assert any(said in str(fout) for fout in refused.value.fouten)


def test_an_empty_cell_may_be_no_points_when_the_file_says_so() -> None:
    (found,) = award_points(read(SOUND + "leeg_mag = true"), [row(school="A", score=None)])
    assert (found.waarden, found.punten) == ((None,), (Decimal(0),))


def test_a_school_that_stands_there_twice_is_named_with_both_rows() -> None:
    rows = [row(2, school="A", score=Decimal(1)), row(5, school="a ", score=Decimal(1))]
    with pytest.raises(BadInput, match=r"regel 5 kolom school: 'a' staat ook op regel 2"):
        award_points(read(SOUND), rows)


def test_no_schools_is_said() -> None:
    with pytest.raises(BadInput, match="geen enkele school"):
        award_points(read(SOUND), [])


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", "Punten zijn de waarde in kolom score."),
        ("drempel = 10", "Punten zijn de waarde in kolom score, voor zover boven 10."),
        (
            'drempel = 10\ndrempel_telt = "alles"\nper = "leerling"',
            (
                "Punten zijn de waarde in kolom score, als die boven 10 ligt, keer het aantal "
                "leerlingen."
            ),
        ),
        (
            'drempel = 10\nrichting = "minder_is_meer"',
            "Punten zijn hoever kolom score onder 10 ligt.",
        ),
    ],
)
def test_a_criterion_says_in_a_sentence_how_it_counts(more: str, said: str) -> None:
    assert criterium_text(read(SOUND + more).criteria[0]) == said
