"""Change what a business case is about: its title, its action, how far it is, who may see it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.businesscase.vinden import find_case
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.businesscase import CaseStaat
from openlea.storage.records.models import Actie, Businesscase

MOST_TEXT = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Caseopzet:
    """What a case is about; `actie` is the number of an action of this werkruimte."""

    titel: str
    toelichting: str = ""
    actie: int | None = None
    staat: CaseStaat = CaseStaat.CONCEPT
    zichtbaarheid: Zichtbaarheid = Zichtbaarheid.INTERN


@transaction.atomic
def keep_businesscase(
    actor: Actor, opzet: Caseopzet, nummer: int, versie: int | None = None
) -> Businesscase:
    """Return the case, changed; its assumptions stay. BadInput, Conflict, NotFound, NotAllowed."""
    record = find_case(actor, Verb.WIJZIGEN, nummer)
    if fouten := list(_faults(actor, opzet)):
        raise BadInput(fouten)
    record.titel = " ".join(opzet.titel.split())
    record.inhoud = record.inhoud | {"toelichting": " ".join(opzet.toelichting.split())}
    record.actie_id = opzet.actie
    record.staat, record.zichtbaarheid = opzet.staat, opzet.zichtbaarheid
    kept = keep_record(actor, record, versie=versie)
    wat = "business case gewijzigd"
    log_deed(actor, wat, f"business case {kept.pk}", str(kept), noun=Noun.BUSINESSCASE)
    return kept


def _faults(actor: Actor, opzet: Caseopzet) -> Iterator[Fout]:
    if not opzet.titel.strip():
        yield Fout("", "titel", "Geef de business case een titel.")
    if len(opzet.toelichting) > MOST_TEXT:
        yield Fout("", "toelichting", f"Houd het bij {MOST_TEXT} tekens.")
    mine = Actie.objects.filter(werkruimte_id=actor.werkruimte)
    if opzet.actie is not None and not mine.filter(pk=opzet.actie).exists():
        yield Fout("", "actie", "Kies een actie van deze agenda.")
