"""Brings a task to what its proof says, with the asks that go with it."""

from openlea.core.plicht import Plicht
from openlea.core.verplichting import BewijsStaat, TaakStaat
from openlea.core.verzoek import VerzoekStaat
from openlea.policy.bewijsdekking import Bewijsdeel, proven_on, states_by_part
from openlea.policy.rechten import Actor
from openlea.policy.verplichting import state_of_proof
from openlea.services.keep_record import keep_record
from openlea.services.taken.plank import plicht_of
from openlea.services.taken.vragen import close_asks, open_asks_again
from openlea.storage.records import models as records

SAID = (str(TaakStaat.OPEN), str(TaakStaat.BEZIG))


def hold_taak(taak: records.Verplichting) -> None:
    """Read a task again, and let others who change it wait until the transaction is over.

    So proof that two people hand in at one moment is kept of both.
    """
    records.Verplichting.objects.select_for_update(no_key=True).get(pk=taak.pk)
    taak.refresh_from_db()


def follow_proof(
    actor: Actor, taak: records.Verplichting, said: TaakStaat, *, versie: int | None = None
) -> records.Verplichting:
    """Keep the task in the state that its proof brings it to, and return it.

    `said` is what a person says of it; `versie` the version that the writer saw, as keep_record.
    """
    parts = parts_of(taak)
    topics = topic_codes(plicht_of(taak.plicht))
    was = TaakStaat(taak.staat)
    taak.staat = state_of_proof(said, states_by_part(parts), topics)
    is_proven = taak.staat == TaakStaat.BEWEZEN
    taak.bewezen_op = proven_on(parts, topics) if is_proven else None
    keep_record(actor, taak, versie=versie)
    _tell(actor, taak, was)
    return taak


def said_of(taak: records.Verplichting) -> TaakStaat:
    """Return what a person last said of a task: open or bezig, whatever its proof made of it."""
    if taak.staat in {*SAID, TaakStaat.NIET_VAN_TOEPASSING}:
        return TaakStaat(taak.staat)
    before = taak.history.filter(staat__in=SAID).order_by("-history_id")
    found = before.values_list("staat", flat=True).first()
    return TaakStaat(found) if found else TaakStaat.OPEN


def topic_codes(plicht: Plicht | None) -> tuple[str, ...]:
    """Return the codes of the parts that a duty names; none for a duty in one piece."""
    return tuple(one.code for one in plicht.onderwerpen) if plicht else ()


def parts_of(taak: records.Verplichting) -> tuple[Bewijsdeel, ...]:
    """Return the proof of a task as plain values; one query."""
    return tuple(
        Bewijsdeel(
            staat=BewijsStaat(one.staat), op=one.gedateerd_op, onderwerpen=tuple(one.onderwerpen)
        )
        for one in taak.bewijzen.all()
    )


def _tell(actor: Actor, taak: records.Verplichting, was: TaakStaat) -> None:
    """Close the asks about what is proven or doesn't apply; ask again when that is undone."""
    if taak.staat == TaakStaat.BEWEZEN:
        close_asks(actor, [taak.pk], VerzoekStaat.GEDAAN)
    elif taak.staat == TaakStaat.NIET_VAN_TOEPASSING:
        close_asks(actor, [taak.pk], VerzoekStaat.VERVALLEN)
    elif was in {TaakStaat.BEWEZEN, TaakStaat.NIET_VAN_TOEPASSING}:
        open_asks_again(actor, taak)
