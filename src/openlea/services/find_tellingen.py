"""Find what was counted of a kind: the newest, or of one period, with what came before it."""

from dataclasses import dataclass, replace

from django.db.models import F

from openlea.core.errors import NotAllowed
from openlea.core.telling import Telsoort, Telstaat
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.models import Aanlevering, Telling

INGETROKKEN = "Een aanlevering waaruit dit is geteld, is daarna gewist."
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
    if actor.scope(Noun.TELLING, Verb.ZIEN) not in SEES:
        raise NotAllowed(NIET)
    kept = list(Telling.objects.of(actor.werkruimte, soort))
    withdrawn = _withdrawn(actor.werkruimte)
    reeks = tuple(_marked(one, withdrawn) for one in kept)
    wanted = (one for one in reeks if not periode or one.periode == periode)
    return Tellingen(staat=next(wanted, None), reeks=reeks)


def _withdrawn(werkruimte: int) -> frozenset[int]:
    """Return the deliveries that somebody erased before their time, and didn't replace."""
    every = Aanlevering.objects.filter(werkruimte_id=werkruimte)
    early = every.exclude(gewist_op=None).filter(gewist_op__date__lte=F("bewaren_tot"))
    replaced = every.exclude(vervangt=None).values_list("vervangt", flat=True)
    return frozenset(early.values_list("pk", flat=True)) - frozenset(replaced)


def _marked(one: Telling, withdrawn: frozenset[int]) -> Telstaat:
    """Return the counts, saying so when what they were made of was taken back."""
    staat = one.staat()
    if withdrawn.isdisjoint(one.aanleveringen):
        return staat
    return replace(staat, let_op=(*staat.let_op, INGETROKKEN))
