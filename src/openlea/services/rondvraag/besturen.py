"""Asks boards what only they know: each once, and says who was reached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openlea.core.errors import BadInput, Fout
from openlea.core.verzoek import Verzoek
from openlea.policy.rechten import Actor
from openlea.policy.verzoek import not_yet_asked
from openlea.services.rondvraag.bewaren import keep_new
from openlea.storage.records import models as records
from openlea.storage.records.verzoek_values import verzoek_value

GEEN_AGENDA = "Een vraag hoort bij een agenda. Lees eerst de agenda in: dat kan bij Agenda."


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevraagd:
    """The names of who is asked now, who was asked before, and of whom nobody takes part yet."""

    nu: tuple[str, ...]
    eerder: tuple[str, ...]
    zonder_lid: tuple[str, ...]


def agenda_to_ask(actor: Actor) -> records.Agenda:
    """Return the agenda that a question belongs to, inside a transaction; BadInput without one."""
    # Two who ask at once take their turn, so that the second finds what the first has asked.
    records.Werkruimte.objects.select_for_update(no_key=True).get(pk=actor.werkruimte)
    record = records.Agenda.objects.current(actor.werkruimte)
    if record is None:
        raise BadInput([Fout("", "", GEEN_AGENDA)])
    return record


def ask_each(
    actor: Actor, record: records.Agenda, due: Sequence[Verzoek], namen: Mapping[str, str]
) -> Gevraagd:
    """Keep what wasn't asked yet; `namen` are those of all to ask, by the code of the partij."""
    known = [verzoek_value(one) for one in records.Verzoek.objects.of(actor.werkruimte)]
    new = not_yet_asked(due, known)
    for verzoek in new:
        keep_new(actor, record, verzoek)
    asked, reached = {one.partij for one in new}, {one.partij for one in due}
    return Gevraagd(
        nu=tuple(naam for code, naam in namen.items() if code in asked),
        eerder=tuple(naam for code, naam in namen.items() if code in reached - asked),
        zonder_lid=tuple(naam for code, naam in namen.items() if code not in reached),
    )
