"""Figures of open files are for everybody; what partners told stays among partners."""

import pytest

from openlea.core.bron import Klasse
from openlea.policy.cijferzicht import shows_figures
from openlea.policy.rechten import Scope


@pytest.mark.parametrize("scope", [one for one in Scope if one is not Scope.NIETS])
def test_whoever_may_see_figures_sees_those_of_open_files(scope: Scope) -> None:
    assert shows_figures(scope, [Klasse.OPEN, Klasse.OPEN])


def test_without_any_right_nothing_is_seen() -> None:
    assert not shows_figures(Scope.NIETS, [Klasse.OPEN])


@pytest.mark.parametrize(
    ("scope", "seen"),
    [(Scope.OPENBAAR, False), (Scope.EIGEN_PARTIJ, False), (Scope.GEDEELD, True),
     (Scope.ALLES, True)],
)  # fmt: skip
def test_one_table_of_partners_makes_the_whole_figure_theirs(scope: Scope, *, seen: bool) -> None:
    assert shows_figures(scope, [Klasse.OPEN, Klasse.INTERN]) is seen


def test_what_is_about_persons_needs_the_whole_right() -> None:
    assert [one for one in Scope if shows_figures(one, [Klasse.PERSOON])] == [Scope.ALLES]
