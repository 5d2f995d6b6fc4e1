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
HOUDERSCHAP = st.frozensets(st.sampled_from(sorted(NARROW)))
BOARD = Partij(code="bestuur", naam="Bestuur", soort=PartijSoort.SCHOOLBESTUUR)


def asked(told: frozenset[Houder] | None, jaar: int) -> set[str]:
    """Return which obligations a school board has in a year, when this is known of it."""
    bekend = {} if told is None else {BOARD.code: told}
    return {one.sleutel for one in due_in(PLICHTEN.values(), [BOARD], jaar, (), bekend)}


@given(HOUDERSCHAP, st.integers(2019, 2030))
def test_of_whom_nothing_is_known_nothing_is_forgotten(told: frozenset[Houder], jaar: int) -> None:
    assert asked(told, jaar) <= asked(None, jaar)


@given(HOUDERSCHAP, HOUDERSCHAP, st.integers(2019, 2030))
def test_who_can_be_more_is_never_asked_less(
    first: frozenset[Houder], second: frozenset[Houder], jaar: int
) -> None:
    assert asked(first, jaar) <= asked(first | second, jaar)


@given(st.sampled_from(PartijSoort), st.sampled_from(Houder), HOUDERSCHAP)
def test_what_holds_for_every_partij_of_a_kind_is_never_taken_away(
    soort: PartijSoort, houder: Houder, told: frozenset[Houder]
) -> None:
    same = answers_for(soort, houder, told) == answers_for(soort, houder, None)
    assert same or (houder in NARROW and houder not in told)


def test_a_board_of_secondary_schools_is_not_asked_what_primary_schools_must_do() -> None:
    due = asked(frozenset({Houder.SCHOOLBESTUUR_VO}), 2026)
    plichten = {sleutel.split("/")[0] for sleutel in due}
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
