"""Keep what no booking tells of the yearly account: first reserve, passed on, cap."""

from dataclasses import dataclass

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.storage.records import models as records


@dataclass(frozen=True, slots=True, kw_only=True)
class Invulling:
    """What is filled in for a year, in whole cents; without a cap it isn't known."""

    beginreserve: int | None = None
    overgeboekt: int | None = None
    plafond: int | None = None
    toelichting: str = ""


def keep_verantwoording(
    actor: Actor, jaar: int, invulling: Invulling, versie: int | None = None
) -> records.Verantwoording:
    """Keep the filled in values of a year and return them; `versie` is the one that was seen.

    Raises BadInput with the field, Conflict when somebody else was first, NotAllowed.
    """
    agenda = open_agenda(actor, Noun.GELD, Verb.WIJZIGEN)
    _check(agenda, jaar, invulling)
    with transaction.atomic():
        one = agenda.verantwoordingen.filter(jaar=jaar).first() or records.Verantwoording(
            werkruimte_id=actor.werkruimte, agenda=agenda, jaar=jaar
        )
        one.beginreserve = invulling.beginreserve or 0
        one.overgeboekt = invulling.overgeboekt or 0
        one.plafond, one.toelichting = invulling.plafond, invulling.toelichting
        kept = keep_record(actor, one, versie=(versie or 0) if one.pk else None)
        log_deed(actor, "verantwoording ingevuld", str(jaar), noun=Noun.GELD)
    return kept


def _check(agenda: records.Agenda, jaar: int, invulling: Invulling) -> None:
    if not agenda.van <= jaar <= agenda.tot:
        reden = f"Het jaar {jaar} valt buiten de agenda ({agenda.van}-{agenda.tot})."
        raise BadInput([Fout("", "", reden)])
    amounts = {"overgeboekt": invulling.overgeboekt, "plafond": invulling.plafond}
    if below := [
        Fout("", veld, "Dit bedrag is niet lager dan 0.")
        for veld, cents in amounts.items()
        if cents is not None and cents < 0
    ]:
        raise BadInput(below)
