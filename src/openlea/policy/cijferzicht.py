"""Who may see a figure: what rests on open files is for everybody, what partners told is not."""

from collections.abc import Iterable

from openlea.core.bron import Klasse
from openlea.policy.rechten import Scope

_NEEDED = {
    Klasse.OPEN: frozenset(Scope) - {Scope.NIETS},
    Klasse.INTERN: frozenset({Scope.GEDEELD, Scope.ALLES}),
    Klasse.PERSOON: frozenset({Scope.ALLES}),
}
"""Per class of a source the scopes (of seeing figures) that reach what was made from it."""


def shows_own(scope: Scope) -> bool:
    """Return whether a scope reaches what a werkruimte read in by itself.

    An own file may count exactly what the published one hides, whatever class its table has.
    """
    return scope in _NEEDED[Klasse.INTERN]


def shows_figures(scope: Scope, klassen: Iterable[Klasse]) -> bool:
    """Return whether a scope reaches figures that were made from sources of these classes."""
    return all(scope in _NEEDED[klasse] for klasse in klassen)
