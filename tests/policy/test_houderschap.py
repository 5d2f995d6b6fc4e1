"""What public tables tell of a board takes duties away; what nobody knows takes none away."""

from hypothesis import given
from hypothesis import strategies as st

from openlea.core.catalogue import find_roots
from openlea.core.partij import Partij, PartijSoort
from openlea.core.plicht import Houder
from openlea.core.plichtenplank import read_plichten
from openlea.policy.houderschap import NARROW, Schoolsoort, holders_of_board
from openlea.policy.verplichting import answers_for, due_in

PLICHTEN = read_plichten(find_roots())
SCHOLEN = st.builds(
    Schoolsoort,
    st.sampled_from(["bo", "sbo", "so", "vso", "vo"]),
    st.sampled_from(["Openbaar", "Rooms-Katholiek", "Samenwerking Opb., PC", "Overige", ""]),
)
HOUDERSCHAP = st.frozensets(st.sampled_from([str(one) for one in NARROW]))


def board(houderschap: frozenset[str] | None) -> Partij:
    """Return a school board of which this is known."""
    return Partij(
        code="bestuur", naam="Bestuur", soort=PartijSoort.SCHOOLBESTUUR, houderschap=houderschap
    )


def asked(partij: Partij, jaar: int) -> set[str]:
    """Return which obligations a partij has in a year."""
    return {one.sleutel for one in due_in(PLICHTEN.values(), [partij], jaar)}


@given(HOUDERSCHAP, st.integers(2019, 2030))
def test_of_whom_nothing_is_known_nothing_is_forgotten(told: frozenset[str], jaar: int) -> None:
    assert asked(board(told), jaar) <= asked(board(None), jaar)


@given(HOUDERSCHAP, HOUDERSCHAP, st.integers(2019, 2030))
def test_who_can_be_more_is_never_asked_less(
    first: frozenset[str], second: frozenset[str], jaar: int
) -> None:
    assert asked(board(first), jaar) <= asked(board(first | second), jaar)


@given(st.sampled_from(PartijSoort), st.sampled_from(Houder), HOUDERSCHAP)
def test_what_holds_for_every_partij_of_a_kind_is_never_taken_away(
    soort: PartijSoort, houder: Houder, told: frozenset[str]
) -> None:
    unknown = Partij(code="p", naam="P", soort=soort)
    known = Partij(code="p", naam="P", soort=soort, houderschap=told)
    same = answers_for(known, houder) == answers_for(unknown, houder)
    assert same or (houder in NARROW and str(houder) not in told)


def test_a_board_of_secondary_schools_is_not_asked_what_primary_schools_must_do() -> None:
    secondary = board(frozenset({Houder.SCHOOLBESTUUR_VO}))
    plichten = {sleutel.split("/")[0] for sleutel in asked(secondary, 2026)}
    assert "RMC-09" in plichten
    assert not any(Houder.SCHOOLBESTUUR_PO in PLICHTEN[one].houders for one in plichten)


@given(st.lists(SCHOLEN, min_size=1), st.lists(SCHOLEN))
def test_another_school_never_makes_a_board_less(
    some: list[Schoolsoort], more: list[Schoolsoort]
) -> None:
    fewer, all_of_them = holders_of_board(some), holders_of_board([*some, *more])
    assert fewer is not None
    assert all_of_them is not None
    assert fewer <= all_of_them


@given(st.lists(SCHOLEN, min_size=1))
def test_every_board_with_a_school_has_a_sector(scholen: list[Schoolsoort]) -> None:
    found = holders_of_board(scholen) or frozenset()
    assert found & {Houder.SCHOOLBESTUUR_PO, Houder.SCHOOLBESTUUR_VO}


def test_a_board_without_known_schools_is_unknown_and_not_nothing() -> None:
    assert holders_of_board([]) is None


def test_a_special_school_that_is_not_public_does_not_report_on_public_education() -> None:
    found = holders_of_board([Schoolsoort("so", "Rooms-Katholiek")])
    assert found == {Houder.SCHOOLBESTUUR_PO}


def test_a_school_that_does_not_say_whether_it_is_public_may_be() -> None:
    found = holders_of_board([Schoolsoort("vo", "Overige")]) or frozenset()
    assert found >= {Houder.BESTUUR_OPENBAAR, Houder.SAMENWERKINGSBESTUUR}


def test_public_schools_beside_others_can_be_a_samenwerkingsbestuur() -> None:
    public = Schoolsoort("bo", "Openbaar")
    assert holders_of_board([public]) == {Houder.SCHOOLBESTUUR_PO, Houder.BESTUUR_OPENBAAR}
    mixed = holders_of_board([public, Schoolsoort("bo", "Algemeen bijzonder")]) or frozenset()
    assert Houder.SAMENWERKINGSBESTUUR in mixed
