"""The part of a round of asking that is about legal tasks: what is over, and what is asked now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from openlea.core.verplichting import TaakStaat
from openlea.core.verzoek import Verzoek, VerzoekStaat
from openlea.policy.rechten import Actor
from openlea.policy.taakvraag import ASK_BEFORE, ASK_UNTIL, due_proof, question_of, state_of_ask
from openlea.policy.verzoek import not_yet_asked
from openlea.services.keep_record import keep_record
from openlea.services.rondvraag.bewaren import keep_staat
from openlea.services.rondvraag.kring import Kring
from openlea.services.taken.vragen import open_asks_again
from openlea.storage.records import models as records
from openlea.storage.records.verplichting_values import verplichting_value
from openlea.storage.records.verzoek_values import verzoek_value


@dataclass(frozen=True, slots=True)
class Taakronde:
    """What a round found: the asks that are new, still to be kept, and how many it closed."""

    nieuw: tuple[Verzoek, ...]
    gesloten: int


def ask_proof(actor: Actor, kring: Kring, known: Sequence[records.Verzoek]) -> Taakronde:
    """Close the asks about tasks that no longer wait, and return what has to be asked today.

    `known` are all asks about tasks that there ever were in the werkruimte.
    """
    open_now = [int(one.onderwerp_code) for one in known if one.staat == VerzoekStaat.OPEN]
    near = Q(uiterlijk__range=(kring.today - ASK_UNTIL, kring.today + ASK_BEFORE))
    standing = records.Verplichting.objects.of(actor.werkruimte).standing()
    taken = {one.pk: one for one in standing.filter(near | Q(pk__in=open_now))}
    closed = sum(_settle(actor, one, taken) for one in known)
    waiting = {
        nummer: verplichting_value(one)
        for nummer, one in taken.items()
        if state_of_ask(TaakStaat(one.staat)) is VerzoekStaat.OPEN
    }
    due = due_proof(waiting, kring.today, kring.wie)
    _ask_again(actor, due, known, taken)
    return Taakronde(not_yet_asked(due, [verzoek_value(one) for one in known]), closed)


def _ask_again(
    actor: Actor,
    due: Sequence[Verzoek],
    known: Sequence[records.Verzoek],
    taken: Mapping[int, records.Verplichting],
) -> None:
    """Open what was closed about a task that waits once more, say because the law asks it again."""
    asked = {one.onderwerp_code for one in known}
    still_open = {one.onderwerp_code for one in known if one.staat == VerzoekStaat.OPEN}
    for verzoek in due:
        if verzoek.code in asked - still_open:
            open_asks_again(actor, taken[int(verzoek.code)])


def _settle(actor: Actor, one: records.Verzoek, taken: Mapping[int, records.Verplichting]) -> bool:
    """Close an ask that is over, and return whether it was; else let it follow the law."""
    if one.staat != VerzoekStaat.OPEN:
        return False
    taak = taken.get(int(one.onderwerp_code))
    staat = state_of_ask(TaakStaat(taak.staat) if taak else None)
    if staat is not VerzoekStaat.OPEN or taak is None:
        keep_staat(actor, one, staat)
        return True
    vraag = question_of(verplichting_value(taak))
    if (one.voor, one.vraag) != (taak.uiterlijk, vraag):
        one.voor, one.vraag = taak.uiterlijk, vraag
        keep_record(actor, one)
    return False
