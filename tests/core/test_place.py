"""A place is the same place however a source writes its code, and knows what came after it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.errors import BadInput
from openlea.core.place import Place, PlaceKey, PlaceKind, keys_on

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
CODES = {
    PlaceKind.GEMEENTE: st.integers(1, 9999).map(lambda n: f"GM{n:04d}"),
    PlaceKind.PC4: st.integers(1000, 9999).map(str),
    PlaceKind.SCHOOL: st.from_regex(r"[0-9]{2}[A-Z]{2}[0-9]{2}", fullmatch=True),
    PlaceKind.BESTUUR: st.integers(1, 99999).map(lambda n: f"{n:05d}"),
    PlaceKind.SWV: st.from_regex(r"(PO|VO)[1-9][0-9]{3}", fullmatch=True),
    PlaceKind.RMC: st.integers(1, 99).map(lambda n: f"{n:02d}"),
    PlaceKind.PROVINCIE: st.integers(10, 99).map(lambda n: f"PV{n}"),
    PlaceKind.LAND: st.just("NL"),
}
KEYS = st.sampled_from(PlaceKind).flatmap(
    lambda kind: CODES[kind].map(lambda code: PlaceKey(kind, code))
)


def gemeente(number: int) -> PlaceKey:
    """Return the key of a gemeente."""
    return PlaceKey(PlaceKind.GEMEENTE, f"GM{number:04d}")


def ended(key: PlaceKey, last: date, *successors: PlaceKey) -> Place:
    """Return a place whose last day is known."""
    return Place(key=key, naam="oud", valid_to=last, successors=successors)


@pytest.mark.parametrize(
    ("kind", "written", "code"),
    [
        ("gemeente", "402", "GM0402"),
        ("gemeente", "0402", "GM0402"),
        ("gemeente", "GM402", "GM0402"),
        ("gemeente", "gm0402 ", "GM0402"),
        ("gemeente", "GM0014    ", "GM0014"),
        ("pc4", "1211", "1211"),
        ("school", "00AB|00", "00AB00"),
        ("school", "00ab00", "00AB00"),
        ("school", "00AB 1", "00AB01"),
        ("school", "12XY-11", "12XY11"),
        ("school", "12XY/02", "12XY02"),
        ("bestuur", "123", "00123"),
        ("bestuur", "40123", "40123"),
        ("swv", "po2001", "PO2001"),
        ("swv", "VO-2702", "VO2702"),
        ("rmc", "6", "06"),
        ("rmc", "RMC06", "06"),
        ("rmc", "RM06", "06"),
        ("provincie", "27", "PV27"),
        ("provincie", "PV27", "PV27"),
        ("land", "nl", "NL"),
        ("land", "NL00", "NL"),
        ("land", "NL01", "NL"),
    ],
)
def test_every_way_a_source_writes_a_code_is_one_key(kind: str, written: str, code: str) -> None:
    assert PlaceKey.parse(f"{kind}:{written}") == PlaceKey(PlaceKind(kind), code)


@pytest.mark.parametrize(
    "text",
    [
        "gemeente:0",
        "gemeente:GM0000",
        "gemeente:10000",
        "gemeente:Hilversum",
        "gemeente:",
        "gemeente:GM0402:1",
        "pc4:999",
        "pc4:0999",
        "pc4:1211AB",
        "school:00AB",
        "school:00AB000",
        "school:0A0B00",
        "bestuur:0",
        "bestuur:123456",
        "swv:2001",
        "swv:PO0001",
        "swv:SO2001",
        "rmc:0",
        "rmc:100",
        "provincie:5",
        "provincie:PV05",
        "land:BE",
        "land:NL02",
    ],
)
def test_a_code_that_does_not_fit_is_refused_with_an_example(text: str) -> None:
    code = text.partition(":")[2]
    with pytest.raises(BadInput, match=r"zo ziet die eruit: \w+\.$") as caught:
        PlaceKey.parse(text)
    (fout,) = caught.value.fouten
    assert fout.cel == "plaats"
    assert fout.blad == ""
    assert f"'{code}' is geen code van een " in fout.reden


def test_the_example_in_a_refusal_is_itself_a_good_code() -> None:
    for kind in PlaceKind:
        with pytest.raises(BadInput) as caught:
            PlaceKey.of(kind, "?")
        example = str(caught.value).rpartition(" ")[2].removesuffix(".")
        assert PlaceKey.of(kind, example).code == example


@pytest.mark.parametrize("text", ["", "GM0402", "stad:GM0402", "gemeente GM0402", ":GM0402"])
def test_a_key_without_a_known_kind_is_refused_with_the_kinds(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        PlaceKey.parse(text)
    (fout,) = caught.value.fouten
    assert (fout.blad, fout.cel) == ("", "plaats")
    assert fout.reden == (
        f"'{text}' is geen plaatscode. Schrijf de soort, een dubbele punt en de code, bijvoorbeeld "
        "gemeente:GM0402. Soorten: gemeente, pc4, school, bestuur, swv, rmc, provincie, land."
    )


def test_the_kind_may_be_written_with_spaces_and_capitals() -> None:
    assert PlaceKey.parse(" Gemeente : 402") == gemeente(402)


@given(KEYS)
def test_a_key_survives_writing_and_reading(key: PlaceKey) -> None:
    assert PlaceKey.parse(str(key)) == key


@given(st.sampled_from(PlaceKind), st.text(max_size=8))
def test_reading_a_code_twice_changes_nothing_more(kind: PlaceKind, text: str) -> None:
    try:
        key = PlaceKey.of(kind, text)
    except BadInput:
        return
    assert PlaceKey.of(kind, key.code) == key


def test_a_key_can_not_be_made_around_its_written_form() -> None:
    with pytest.raises(BadInput, match="'402' is geen code van een gemeente"):
        PlaceKey(PlaceKind.GEMEENTE, "402")


@given(KEYS, DAYS, st.integers(0, 4000), DAYS)
def test_a_place_is_in_use_from_its_first_to_its_last_day(
    key: PlaceKey, first: date, days: int, day: date
) -> None:
    last = first + timedelta(days)
    place = Place(key=key, naam="plaats", valid_from=first, valid_to=last)
    assert place.valid_on(day) == (first <= day <= last)
    assert place.valid_on(first)
    assert place.valid_on(last)


@given(KEYS, DAYS)
def test_a_place_without_days_is_always_in_use(key: PlaceKey, day: date) -> None:
    assert Place(key=key, naam="plaats").valid_on(day)


def test_the_successor_takes_over_the_day_after_the_last_day() -> None:
    last = date(2025, 12, 31)
    place = ended(gemeente(1), last, gemeente(2))
    assert place.successors_on(last) == ()
    assert place.successors_on(last + timedelta(1)) == (gemeente(2),)


@pytest.mark.parametrize(
    ("days", "successors", "reden"),
    [
        ((date(2025, 1, 2), date(2025, 1, 1)), (), "de laatste dag ligt voor de eerste dag"),
        ((None, None), (gemeente(2),), "er is een opvolger, maar geen laatste dag"),
        ((None, date(2025, 1, 1)), (gemeente(1),), "een plaats kan niet zichzelf opvolgen"),
    ],
)
def test_a_place_that_contradicts_itself_is_refused(
    days: tuple[date | None, date | None], successors: tuple[PlaceKey, ...], reden: str
) -> None:
    with pytest.raises(BadInput) as caught:
        Place(
            key=gemeente(1),
            naam="Oud",
            valid_from=days[0],
            valid_to=days[1],
            successors=successors,
        )
    (fout,) = caught.value.fouten
    assert (fout.blad, fout.cel) == ("", "gemeente:GM0001")
    assert fout.reden == f"Oud: {reden}."


def test_a_place_of_one_day_is_a_place() -> None:
    day = date(2025, 1, 1)
    assert Place(key=gemeente(1), naam="kort", valid_from=day, valid_to=day).valid_on(day)


def test_a_key_is_followed_through_two_mergers() -> None:
    places = [
        ended(gemeente(1), date(2000, 12, 31), gemeente(2)),
        ended(gemeente(2), date(2010, 12, 31), gemeente(3)),
        Place(key=gemeente(3), naam="nieuw"),
    ]
    assert keys_on(gemeente(1), date(2000, 12, 31), places) == (gemeente(1),)
    assert keys_on(gemeente(1), date(2005, 1, 1), places) == (gemeente(2),)
    assert keys_on(gemeente(1), date(2011, 1, 1), places) == (gemeente(3),)


def test_a_divided_place_becomes_all_its_parts_in_order() -> None:
    places = [ended(gemeente(1), date(2000, 1, 1), gemeente(9), gemeente(3))]
    assert keys_on(gemeente(1), date(2001, 1, 1), places) == (gemeente(3), gemeente(9))


def test_a_closed_school_without_successor_stands_for_nothing() -> None:
    school = PlaceKey(PlaceKind.SCHOOL, "00AB00")
    assert keys_on(school, date(2025, 1, 1), [ended(school, date(2024, 7, 31))]) == ()


def test_an_unknown_key_stands_for_itself() -> None:
    assert keys_on(gemeente(7), date(2025, 1, 1), []) == (gemeente(7),)


@pytest.mark.parametrize("others", [(gemeente(2), gemeente(3)), (gemeente(3), gemeente(2))])
def test_two_places_that_follow_each_other_do_not_loop_for_ever(
    others: tuple[PlaceKey, ...],
) -> None:
    places = [
        ended(gemeente(1), date(2000, 1, 1), *others),
        ended(gemeente(2), date(2000, 1, 1), gemeente(1)),
    ]
    assert keys_on(gemeente(1), date(2001, 1, 1), places) == (gemeente(3),)
