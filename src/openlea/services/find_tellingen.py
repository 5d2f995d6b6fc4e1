"""Find what was counted of a kind: the newest, or of one period, with what came before it."""

from dataclasses import dataclass

from openlea.core.errors import NotAllowed
from openlea.core.telling import Telsoort, Telstaat
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.models import Telling

SEES = frozenset({Scope.GEDEELD, Scope.ALLES})
NIET = "Cijfers uit registraties zijn voor wie meewerkt in deze werkruimte."


@dataclass(frozen=True, slots=True, kw_only=True)
class Tellingen:
    """The counts of one kind: the one that is looked at, and all periods, newest first."""

    staat: Telstaat | None
    reeks: tuple[Telstaat, ...]

    @property
    def vorige(self) -> Telstaat | None:
        """Return the counts of the period before the one that is looked at."""
        before = [one for one in self.reeks if self.staat and one.periode < self.staat.periode]
        return before[0] if before else None


def find_tellingen(actor: Actor, soort: Telsoort, periode: str = "") -> Tellingen:
    """Return the counts; without `periode` the newest, an unknown one gives none.

    NotAllowed for who may not see figures that stay within the werkruimte.
    """
    if actor.scope(Noun.CIJFER, Verb.ZIEN) not in SEES:
        raise NotAllowed(NIET)
    reeks = tuple(one.staat() for one in Telling.objects.of(actor.werkruimte, soort))
    wanted = (one for one in reeks if not periode or one.periode == periode)
    return Tellingen(staat=next(wanted, None), reeks=reeks)
