"""Lays what a business case asks of the gemeente beside what the begroting holds for its action."""

from dataclasses import dataclass

from openlea.core.begroting import Stand
from openlea.policy.businesscase import Kashouder
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.rijen import eigen_bedragen
from openlea.services.businesscase.uitkomst import Uitkomst
from openlea.storage.records.as_values import agenda_values, sight_of
from openlea.storage.records.models import Actie

CENTS = 100
GEMEENTE = frozenset({
    Kashouder.GEMEENTE_VERVOER,
    Kashouder.GEMEENTE_JEUGD,
    Kashouder.GEMEENTE_HUISVESTING,
    Kashouder.GEMEENTE_ONDERWIJS,
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Begrootjaar:
    """A year of the agenda: what is in the begroting, and what the case costs; in euros."""

    jaar: int
    begroot: float
    gevraagd: float

    @property
    def tekort(self) -> float:
        """Return what the case costs more than the begroting holds; nothing when there is enough.

        Money of the action may be for other things too, so that enough is no promise.
        """
        return max(self.gevraagd - self.begroot, 0.0)


def budget_of(actor: Actor, actie: Actie | None, uitkomst: Uitkomst) -> tuple[Begrootjaar, ...]:
    """Return the years of the agenda within the case; nothing for who may not see money."""
    if actie is None or not actor.may(Noun.GELD, Verb.ZIEN):
        return ()
    agenda = agenda_values(actie.agenda, sight_of(actor))
    own = {one.code for one in agenda.begroting.posten if one.bij == actie.code}
    asked = _asked(uitkomst)
    return tuple(
        Begrootjaar(
            jaar=jaar,
            begroot=sum(
                cents
                for code, cents in eigen_bedragen(agenda.begroting, jaar, Stand.BIJGESTELD).items()
                if code in own
            )
            / CENTS,
            gevraagd=asked[jaar],
        )
        for jaar in agenda.jaren
        if jaar in asked
    )


def _asked(uitkomst: Uitkomst) -> dict[int, float]:
    """Return per year of the case what the budgets of the gemeente pay on balance."""
    first = uitkomst.case.eerste_jaar
    own = [one.per_jaar for one in uitkomst.kassen if one.kas in GEMEENTE]
    return {
        first + at: max(-sum(each[at] for each in own), 0.0) for at in range(uitkomst.case.jaren)
    }
