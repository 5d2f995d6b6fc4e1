"""A load that looks wrong is held with its reason; one that looks as always passes."""

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.inleescontrole import Ladingbeeld, day_of, reasons_to_hold
from openlea.policy.kengetal import INHOUD, SAMENHANG, Kengetallen, Kolombeeld, likeness

TODAY = date(2026, 11, 22)
OLD, NEW = "2023-10-01", "2024-10-01"
MARKS = tuple(range(96))
AGES: Mapping[str, tuple[int, float]] = {"4": (40, 300.0), "5": (40, 500.0), "6": (20, 200.0)}
GOOD = Kengetallen(
    rijen=100,
    verborgen=30,
    merkwijze="1",
    kolommen={
        "gemeente": Kolombeeld(
            verschillend=40, inhoud=tuple(range(24)), samenhang=MARKS, verdeling={}
        ),
        "bestuur": Kolombeeld(verschillend=30, inhoud=tuple(range(100, 124)), samenhang=MARKS),
        "leeftijd": Kolombeeld(
            verschillend=3, som=480.0, samenhang=MARKS, verdeling=AGES, groepen={"4": MARKS[:24]}
        ),
        "aantal_hoog": Kolombeeld(verschillend=50, som=1000.0, samenhang=MARKS),
    },
)


def load(
    one: Kengetallen = GOOD, editie: str = NEW, *, rijen_in: int = 100, **rest: object
) -> Ladingbeeld:
    """Return a load of one edition."""
    beeld = Ladingbeeld(
        edities={editie: one},
        rijen_in=rijen_in,
        rijen=one.rijen,
        afgekeurd=0,
        codering="utf-8",
        dagen={editie: day} if (day := day_of(editie)) else {},
    )
    return replace(beeld, **rest)  # type: ignore[arg-type]


def column(name: str, **changes: object) -> Kengetallen:
    """Return the good edition with one column changed."""
    new = replace(GOOD.kolommen[name], **changes)  # type: ignore[arg-type]
    return replace(GOOD, kolommen={**GOOD.kolommen, name: new})


def judged(new: Ladingbeeld, known: Kengetallen | None = GOOD, editie: str = NEW) -> str:
    """Return the reasons beside what is in the table, in one line."""
    if known is None:
        return " ".join(reasons_to_hold(new, None, {}, TODAY))
    return " ".join(reasons_to_hold(new, load(known, editie), {editie: known}, TODAY))


def test_the_same_again_and_a_first_load_pass() -> None:
    assert judged(load()) == ""
    assert judged(load(), None) == ""


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (load(replace(GOOD, rijen=65)), "35% minder rijen"),
        (load(replace(GOOD, rijen=200)), "veel meer rijen"),
        (load(rijen_in=190), "Het bestand heeft 190 rijen; eerder waren dat er 100."),
        (load(replace(GOOD, dubbel=5)), "5 rijen staan er dubbel in"),
        (load(codering="windows-1252"), "anders opgeslagen: windows-1252, eerder utf-8"),
        (load(afgekeurd=6, rijen_in=100), "6% van de rijen is afgekeurd (6 van 100)"),
        (load(onbekend=0.2), "20% van de gemeentecodes bestaat niet"),
        (load(replace(GOOD, verborgen=5)), "minder afgeschermde aantallen"),
        (load(column("gemeente", leeg=0.02)), "kolom 'gemeente' is vaker leeg: 2%, en 0%"),
        (load(column("gemeente", verschillend=20)), "minder verschillende waarden"),
        (load(column("gemeente", beschadigd=0.1)), "beschadigd"),
        (load(column("aantal_hoog", som=1400.0)), "per rij gemiddeld 14, en 10"),
        (load(column("gemeente", samenhang=MARKS[40:])), "hoort bij andere rijen"),
        (load(column("aantal_hoog", samenhang=MARKS[40:])), "hoort bij andere rijen"),
        (load(column("leeftijd", groepen={"4": MARKS[30:54]})), "telt bij '4' op andere plaatsen"),
        (
            load(column("gemeente", inhoud=tuple(range(100, 124)))),
            "kolom 'gemeente' bevat wat eerst in kolom 'bestuur' stond",
        ),
        (
            load(column("leeftijd", verdeling={**AGES, "4": AGES["5"], "5": AGES["4"]})),
            "lijken '4' en '5' verwisseld",
        ),
        (
            load(column("leeftijd", verdeling={"4": (100, 1000.0)})),
            "anders verdeeld: 70% staat bij een andere waarde",
        ),
    ],
)
def test_what_looks_wrong_is_held_with_its_reason(new: Ladingbeeld, said: str) -> None:
    assert said in judged(new)


def test_a_column_that_is_gone_is_named() -> None:
    left = {name: one for name, one in GOOD.kolommen.items() if name != "bestuur"}
    assert "kolom 'bestuur' is er niet meer" in judged(load(replace(GOOD, kolommen=left)))


def test_a_new_year_may_differ_more_than_a_correction_of_the_same_year() -> None:
    grown = replace(column("aantal_hoog", som=1400.0, samenhang=tuple(range(500, 596))), rijen=110)
    assert judged(load(grown), GOOD, OLD) == ""
    assert judged(load(grown)) != ""


def test_an_edition_with_the_same_counts_as_another_has_the_wrong_year() -> None:
    assert "vrijwel gelijk aan editie 2023-10-01: klopt het jaar?" in judged(load(), GOOD, OLD)


@pytest.mark.parametrize("editie", ["2026-11-23", "2027", "2026-12-01", "1950"])
def test_a_day_that_can_not_be_is_held(editie: str) -> None:
    assert "peildatum" in judged(load(editie=editie), None)


def test_more_than_a_twentieth_of_the_first_load_rejected_is_held() -> None:
    assert judged(load(afgekeurd=5), None) == ""
    assert "afgekeurd" in judged(load(afgekeurd=6), None)
    assert judged(load(rijen_in=3, afgekeurd=1), None) == "", "a footer in a tiny file is no fault"


def test_a_source_that_always_loses_some_rows_may_lose_as_many_again() -> None:
    last = load(afgekeurd=20)
    again = reasons_to_hold(load(afgekeurd=21), last, {NEW: GOOD}, TODAY)
    worse = reasons_to_hold(load(afgekeurd=30), last, {NEW: GOOD}, TODAY)
    assert (again, len(worse)) == ((), 1)


def test_fingerprints_made_another_way_are_not_compared() -> None:
    other = column("gemeente", inhoud=tuple(range(900, 924)), samenhang=tuple(range(900, 996)))
    assert judged(load(replace(other, merkwijze="2"))) == ""


@pytest.mark.parametrize(
    ("editie", "day"),
    [
        ("2024-10-01", date(2024, 10, 1)),
        ("2021", date(2021, 1, 1)),
        ("2023/24", date(2023, 8, 1)),
        ("driejaars 2021/22-2023/24", None),
        ("2024-13-01", None),
    ],
)
def test_the_first_day_of_an_edition_is_read_from_its_name(editie: str, day: date | None) -> None:
    assert day_of(editie) == day


@given(st.sets(st.integers(0, 400), min_size=30), st.sets(st.integers(0, 400), min_size=30))
def test_likeness_is_symmetric_and_full_only_for_equal_draws(
    one: set[int], other: set[int]
) -> None:
    a, b = tuple(sorted(one)[:INHOUD]), tuple(sorted(other)[:INHOUD])
    assert likeness(a, b, INHOUD) == likeness(b, a, INHOUD)
    assert (likeness(a, b, INHOUD) == 1) == (a == b)


@given(st.integers(0, 10_000), st.floats(0, 1))
def test_likeness_of_two_draws_estimates_what_the_columns_share(seed: int, share: float) -> None:
    marks = random.Random(seed).sample(range(2**32), 1000)  # noqa: S311  # marks, not secrets
    kept = int(share * 500)
    one, other = marks[:500], [*marks[:kept], *marks[500 : 1000 - kept]]
    draws = [tuple(sorted(side)[:SAMENHANG]) for side in (one, other)]
    truth = kept / (1000 - kept)
    assert abs(likeness(draws[0], draws[1], SAMENHANG) - truth) < 0.3
