"""Keep a stream of money: where it comes from, under which conditions, how much a year."""

from django.db import transaction

from openlea.core.begroting import Geldstroom
from openlea.core.errors import BadInput, Fout, NotFound
from openlea.policy.agenda_rijen import GELDSTROMEN
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services._yearly_amounts import keep_amounts
from openlea.services.check_change import check_change
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.storage.records import models as records


def keep_geldstroom(
    actor: Actor, stroom: Geldstroom, versie: int | None = None
) -> records.Geldstroom:
    """Keep a stream and return it: a new one without `versie`, else the one of this code.

    Raises BadInput with the field (an amount by its year), Conflict, NotFound and NotAllowed.
    """
    agenda = open_agenda(actor, Noun.GELD, Verb.MAKEN if versie is None else Verb.WIJZIGEN)
    with transaction.atomic():
        record = _record(agenda, stroom.code, versie)
        record.code, record.naam = stroom.code, stroom.naam
        record.soort, record.voorwaarden = stroom.soort, stroom.voorwaarden
        kept = keep_record(actor, record, versie=versie)
        keep_amounts(
            actor,
            kept.bedragen.all(),
            stroom.bedragen,
            lambda jaar: records.Stroombedrag(
                werkruimte_id=kept.werkruimte_id, geldstroom=kept, jaar=jaar
            ),
        )
        check_change(agenda, lambda f: f.blad == GELDSTROMEN and f.sleutel == stroom.code)
        log_deed(
            actor,
            "geldstroom gewijzigd" if versie else "geldstroom toegevoegd",
            stroom.code,
            noun=Noun.GELD,
        )
    return kept


def _record(agenda: records.Agenda, code: str, versie: int | None) -> records.Geldstroom:
    found = agenda.geldstromen.filter(code=code).first()
    if versie is None and found:
        raise BadInput([Fout("", "code", f"De code {code} is er al. Kies een andere code.")])
    if versie is None:
        return records.Geldstroom(
            werkruimte_id=agenda.werkruimte_id, agenda=agenda, volgorde=agenda.geldstromen.count()
        )
    if found is None:
        raise NotFound(f"Er is geen geldstroom {code}.")
    return found
