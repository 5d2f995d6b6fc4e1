"""Write down an agreement: with its measure when there is one, and all the same without."""

from datetime import date

from django.db import transaction

from openlea.core.errors import BadInput, NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.afspraak_controle import may_write
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.afspraken.opzet import Afspraakopzet, keep_partijen, partijen_of, take_over
from openlea.services.afspraken.vinden import leads, refuse_publishing
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records
from openlea.storage.records.scope_overleg import besluiten_within, punten_within


def add_afspraak(actor: Actor, opzet: Afspraakopzet, today: date) -> records.Afspraak:
    """Keep an agreement and return it; the same `sleutel` again returns what was kept.

    Nobody is counted as agreeing yet. Raises BadInput per field, NotFound for an item or decision
    that the actor may not see, and NotAllowed when it names not the own partij.
    """
    if actor.scope(Noun.AFSPRAAK, Verb.MAKEN) is Scope.NIETS:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    if (kept := _kept(actor, opzet.sleutel)) is not None:
        return kept
    try:
        return _add(actor, opzet, today)
    except BadInput:
        # Sent twice at once: the other one was first.
        if (kept := _kept(actor, opzet.sleutel)) is not None:
            return kept
        raise


@transaction.atomic
def _add(actor: Actor, opzet: Afspraakopzet, today: date) -> records.Afspraak:
    partijen = partijen_of(actor, opzet)
    punt, besluit = _punt(actor, opzet.punt, today), _besluit(actor, opzet.besluit, today)
    if punt is None and besluit is not None:
        punt = besluit.punt
    _refuse(actor, partijen, punt, today)
    keys, reeks = [each.pk for each in partijen.values()], punt.reeks_id if punt else None
    refuse_publishing(actor, opzet.zichtbaarheid, keys, reeks, today)
    one = records.Afspraak(
        werkruimte_id=actor.werkruimte,
        op=opzet.op or _day(punt, today),
        punt=punt,
        besluit=besluit,
        sleutel=opzet.sleutel,
    )
    take_over(actor, one, opzet, partijen, today)
    keep_record(actor, one)
    keep_partijen(actor, one, opzet, partijen)
    log_deed(actor, "afspraak gemaakt", str(one.pk), soort=Logsoort.MAKEN, noun=Noun.AFSPRAAK)
    return one


def _kept(actor: Actor, sleutel: str) -> records.Afspraak | None:
    if not sleutel:
        return None
    return records.Afspraak.objects.of(actor.werkruimte).filter(sleutel=sleutel).first()


def _punt(actor: Actor, punt: int | None, today: date) -> records.Agendapunt | None:
    if punt is None:
        return None
    scope = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    every = records.Agendapunt.objects.of(actor.werkruimte)
    found = punten_within(every, scope, actor, today).filter(pk=punt).first()
    if found is None:
        raise NotFound("Dit agendapunt is er niet.")
    return found


def _besluit(actor: Actor, besluit: int | None, today: date) -> records.Besluit | None:
    if besluit is None:
        return None
    scope = actor.scope(Noun.BESLUIT, Verb.ZIEN)
    every = records.Besluit.objects.of(actor.werkruimte)
    found = besluiten_within(every, scope, actor, today).filter(pk=besluit).first()
    if found is None:
        raise NotFound("Dit besluit is er niet.")
    return found


def _refuse(
    actor: Actor,
    partijen: dict[str, records.Partij],
    punt: records.Agendapunt | None,
    today: date,
) -> None:
    names_own = any(one.pk == actor.partij for one in partijen.values())
    leading = leads(actor, punt.reeks_id if punt else None, today)
    scope = actor.scope(Noun.AFSPRAAK, Verb.MAKEN)
    if not may_write(scope, names_own=names_own, leads=leading):
        raise NotAllowed("Je schrijft een afspraak op waar je eigen partij aan meedoet.")


def _day(punt: records.Agendapunt | None, today: date) -> date:
    """Return the day of the meeting once it is there, else today."""
    meeting = punt.vergadering if punt else None
    return min(meeting.op, today) if meeting else today
