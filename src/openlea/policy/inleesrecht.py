"""Who may read a file in for a source: all of it, only the part of the own partij, or nothing."""

from openlea.core.bron import Bron, Klasse
from openlea.core.partij import Partij
from openlea.policy.rechten import Scope


def readable_part(scope: Scope, bron: Bron, partij: Partij | None) -> str | None:
    """Return the part of a source that may be read in: '' is all of it, None is nothing.

    `scope` is how far the right to add to sources reaches. A partner adds to what partners bring,
    and only the rows of the place that its own partij is.
    """
    if scope is Scope.ALLES:
        return None if bron.klasse is Klasse.PERSOON else ""
    asked = scope is Scope.EIGEN_PARTIJ and bron.klasse is Klasse.INTERN and bool(bron.deel)
    if not asked or partij is None:
        return None
    word, _, code = partij.plaats.partition(":")
    return code if word == bron.deel and code else None


def refusal_of(deel: str, waarde: str) -> str:
    """Return in Dutch why a row of another part is not taken in."""
    return f"dit is een ander {deel} dan dat van jou: {waarde}."
