"""Keep a grant to a partij, from its decision to its settlement."""

from dataclasses import asdict

from django.db import transaction

from openlea.core.begroting import Subsidie
from openlea.core.errors import BadInput, Fout, NotFound
from openlea.policy.agenda_rijen import SUBSIDIES
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.subsidie_controle import check_subsidie
from openlea.services.check_change import check_change
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.storage.records import models as records


def keep_subsidie(
    actor: Actor, subsidie: Subsidie, versie: int | None = None, *, samen: bool = False
) -> records.Subsidie:
    """Keep a grant and return it: a new one without `versie`, else the one with this kenmerk.

    With `samen` the caller keeps many, and holds them against the agenda together. Raises BadInput
    with the field, Conflict, NotFound and NotAllowed like every verb.
    """
    agenda = open_agenda(actor, Noun.GELD, Verb.MAKEN if versie is None else Verb.WIJZIGEN)
    if fouten := check_subsidie(subsidie):
        raise BadInput(fouten)
    with transaction.atomic():
        record = _record(agenda, subsidie.kenmerk, versie)
        values = asdict(subsidie) | _parties(agenda, subsidie)
        for veld, waarde in values.items():
            setattr(record, veld, waarde)
        kept = keep_record(actor, record, versie=versie)
        if not samen:
            check_change(agenda, lambda f: f.blad == SUBSIDIES and f.sleutel == subsidie.kenmerk)
        log_deed(
            actor,
            "subsidie gewijzigd" if versie else "subsidie toegevoegd",
            subsidie.kenmerk,
            noun=Noun.GELD,
        )
    return kept


def _record(agenda: records.Agenda, kenmerk: str, versie: int | None) -> records.Subsidie:
    found = agenda.subsidies.filter(kenmerk=kenmerk).first()
    if versie is None and found:
        reden = f"Er is al een subsidie met kenmerk {kenmerk}."
        raise BadInput([Fout("", "kenmerk", reden)])
    if versie is None:
        return records.Subsidie(werkruimte_id=agenda.werkruimte_id, agenda=agenda)
    if found is None:
        raise NotFound(f"Er is geen subsidie {kenmerk}.")
    return found


def _parties(agenda: records.Agenda, subsidie: Subsidie) -> dict[str, object]:
    """Return the post and the recipient that the codes name."""
    post = agenda.posten.filter(code=subsidie.post).first()
    partijen = records.Partij.objects.of(agenda.werkruimte_id)
    ontvanger = partijen.filter(code=subsidie.ontvanger).first()
    lost = []
    if post is None:
        lost.append(Fout("", "post", "Kies een post uit de lijst."))
    if ontvanger is None:
        lost.append(Fout("", "ontvanger", "Kies een partij uit de lijst."))
    if lost:
        raise BadInput(lost)
    return {"post": post, "ontvanger": ontvanger}
