"""What schools share is what all known ones do; what nobody filled in is never a 'no'."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from openlea.core.aanmeldbeleid import Aanmeldbeleid, Toewijzing
from openlea.core.plaatsing import Criterium
from openlea.policy.aanmeldregels import GEEN_VOORRANG
from openlea.policy.aanmeldvergelijking import Gedeeld, Mate, compare_policies

LEEG = Aanmeldbeleid(school="X", naam="X", schooljaar="2026-2027")


def school(naam: str, **velden: Any) -> Aanmeldbeleid:
    return replace(LEEG, school=naam, naam=naam, **velden)


def asked(found: tuple[Gedeeld, ...], vraag: str) -> Gedeeld | None:
    return next((one for one in found if one.vraag == vraag), None)


VOL = "Als er te veel aanmeldingen zijn"
BROER = "Voorrang voor een broer of zus op deze school"


def test_what_every_known_school_does_is_shared_though_others_are_silent() -> None:
    found = compare_policies(
        [school("A", toewijzing=Toewijzing.LOTING), school("B", toewijzing=Toewijzing.LOTING),
         school("C")], 10
    )  # fmt: skip
    one = asked(found, VOL)
    assert one is not None
    assert (one.mate, one.bekend, one.onbekend) == (Mate.ALLE, 2, 8)
    assert one.eerste.scholen == ("A", "B")


def test_one_school_alone_shares_nothing() -> None:
    assert compare_policies([school("A", toewijzing=Toewijzing.LOTING)], 5) == ()


def test_who_filled_in_no_precedence_is_unknown_and_who_wrote_none_says_no() -> None:
    broer = (Criterium.BROER_ZUS,)
    silent = compare_policies([school("A", voorrang=broer), school("B")], 2)
    assert asked(silent, BROER) is None
    found = compare_policies(
        [school("A", voorrang=broer), school("B", voorrang_anders=GEEN_VOORRANG)], 2
    )
    one = asked(found, BROER)
    assert one is not None
    assert one.mate is Mate.VERSCHILT, "half of the schools is not most of them"
    assert {answer.tekst for answer in one.antwoorden} == {"ja", "nee"}


def test_most_schools_and_who_differs() -> None:
    kinds = [Toewijzing.LOTING, Toewijzing.LOTING, Toewijzing.VOLGORDE]
    found = compare_policies(
        [school(naam, toewijzing=kind) for naam, kind in zip("ABC", kinds, strict=True)], 3
    )
    one = asked(found, VOL)
    assert one is not None
    assert one.mate is Mate.MEESTE
    assert [(other.tekst, other.scholen) for other in one.anders] == [
        ("Op volgorde van aanmelden", ("C",))
    ]


def test_a_contribution_of_nought_differs_from_one_that_is_not_known() -> None:
    found = compare_policies([school("A", bijdrage=0), school("B", bijdrage=0), school("C")], 3)
    one = asked(found, "Vrijwillige ouderbijdrage")
    assert one is not None
    assert (one.mate, one.eerste.tekst, one.onbekend) == (Mate.ALLE, "wordt niet gevraagd", 1)


policies = st.builds(
    lambda n, toewijzing, voorrang, bijdrage, day: school(
        f"S{n}", toewijzing=toewijzing, voorrang=tuple(voorrang), bijdrage=bijdrage,
        aanmelden_van=day,
    ),
    st.integers(0, 999),
    st.sampled_from(Toewijzing),
    st.lists(st.sampled_from(Criterium), unique=True, max_size=3),
    st.none() | st.integers(0, 90),
    st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 3)),
)  # fmt: skip


@given(st.lists(policies, max_size=8), st.integers(0, 20))
def test_every_school_counts_once_and_the_order_of_schools_changes_nothing(
    beleid: list[Aanmeldbeleid], more: int
) -> None:
    found = compare_policies(beleid, len(beleid) + more)
    assert compare_policies(beleid[::-1], len(beleid) + more) == found
    for one in found:
        assert one.bekend + one.onbekend == len(beleid) + more
        assert one.bekend >= 2
        assert (one.mate is Mate.ALLE) == (len(one.antwoorden) == 1)
        sizes = [len(answer.scholen) for answer in one.antwoorden]
        assert sizes == sorted(sizes, reverse=True)
        assert (one.mate is Mate.VERSCHILT) == (len(sizes) > 1 and 2 * sizes[0] <= sum(sizes))


@given(st.lists(policies, max_size=6))
def test_a_school_that_says_nothing_changes_no_degree(beleid: list[Aanmeldbeleid]) -> None:
    before = {one.vraag: one.mate for one in compare_policies(beleid, 20)}
    after = {one.vraag: one.mate for one in compare_policies([*beleid, school("Q")], 20)}
    assert before == after
