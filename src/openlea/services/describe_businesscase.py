"""Describe a business case: what comes of it, and what this person may do with it."""

from dataclasses import dataclass

from openlea.policy.businesscase import Businesscase
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.businesscase.begroot import Begrootjaar, budget_of
from openlea.services.businesscase.uitkomst import Uitkomst
from openlea.services.businesscase.vinden import case_in, find_case
from openlea.services.reckon_businesscase import TREKKINGEN, reckon_businesscase
from openlea.storage.records import models as records
from openlea.storage.records.scope import acties_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Caseblad:
    """A case with its outcome; `actie` is None when there is none or it may not be seen."""

    record: records.Businesscase
    uitkomst: Uitkomst
    actie: records.Actie | None
    begroot: tuple[Begrootjaar, ...]
    bewaard: int
    mag_wijzigen: bool

    @property
    def case(self) -> Businesscase:
        """Return what is assumed."""
        return self.uitkomst.case

    @property
    def antwoord(self) -> str:
        """Return in one sentence whether and when it is paid back, with the range."""
        found, case = self.uitkomst, self.case
        first = case.eerste_jaar - 1
        chance = f"in {round(found.terug_kans * 100)} van de 100 trekkingen"
        ends = _years(found.terug_bereik, first)
        if found.terug is None:
            tail = f"; {chance} wel, meestal {ends}" if ends else ", in geen enkele trekking"
            return f"Nee: naar verwachting is dit in {case.jaren} jaar niet terugverdiend{tail}."
        tail = f", meestal {ends}" if ends else ""
        return (
            f"Ja: naar verwachting is dit terugverdiend in {first + found.terug}. Dat lukt "
            f"{chance}{tail}."
        )


def describe_businesscase(actor: Actor, nummer: int, *, trekkingen: int = TREKKINGEN) -> Caseblad:
    """Return the case; NotFound when there is none to see, Damaged when it can't be read."""
    record = find_case(actor, Verb.ZIEN, nummer)
    found = reckon_businesscase(case_in(record), trekkingen=trekkingen)
    actie = _seen_action(actor, record)
    return Caseblad(
        record=record,
        uitkomst=found,
        actie=actie,
        begroot=budget_of(actor, actie, found),
        bewaard=record.uitkomsten.count(),
        mag_wijzigen=actor.scope(Noun.BUSINESSCASE, Verb.WIJZIGEN) is Scope.ALLES,
    )


def _seen_action(actor: Actor, record: records.Businesscase) -> records.Actie | None:
    mine = records.Actie.objects.filter(pk=record.actie_id or 0, werkruimte_id=actor.werkruimte)
    return acties_within(mine, actor.scope(Noun.ACTIE, Verb.ZIEN), actor).first()


def _years(found: tuple[int, int] | None, first: int) -> str:
    if found is None:
        return ""
    low, high = (first + one for one in found)
    return f"in {low}" if low == high else f"tussen {low} en {high}"
