"""Answer one question of the oversight on behalf of the municipality, with what shows it."""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from openlea.catalogue.kaartenkast import open_toezichtvragen
from openlea.core.agenda import Zichtbaarheid
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout, NotAllowed, NotFound
from openlea.core.zelfbeoordeling import Antwoord
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.toezicht import reads_toezicht
from openlea.services._stuk import Stuk, check_stuk, keep_stuk
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records
from openlea.storage.records.toetsing import own_soort

LEG_UIT = "Leg kort uit waarom. Bij alleen 'ja' mag dit leeg blijven."


@dataclass(frozen=True, slots=True, kw_only=True)
class Toezichtinvulling:
    """What is answered; a file or an address is kept as proof, in place of an earlier one."""

    keuze: Antwoord
    toelichting: str = ""
    inhoud: bytes | None = None
    adres: str = ""


def answer_toezicht(
    actor: Actor, vraag: str, jaar: int, invulling: Toezichtinvulling, versie: int | None = None
) -> records.Toezichtantwoord:
    """Keep the answer to a question in a year and return it; `versie` is the one that was seen.

    Raises BadInput with the field, Conflict when somebody else was first, NotAllowed, NotFound.
    """
    if not reads_toezicht(actor.scope(Noun.TOETS, Verb.WIJZIGEN), own_soort(actor)):
        raise NotAllowed("Alleen de gemeente beantwoordt de vragen van het toezicht.")
    asked = open_toezichtvragen(find_roots(settings.CATALOGUE)).get(vraag)
    if asked is None:
        raise NotFound("Deze vraag is er niet.")
    _check(invulling)
    with transaction.atomic():
        one = _find(actor, vraag, jaar)
        one.keuze, one.antwoord = str(invulling.keuze), invulling.toelichting.strip()
        one.door_id = actor.persoon
        if invulling.inhoud is not None or invulling.adres:
            one.document = _proof(actor, asked.vraag, invulling)
        kept = keep_record(actor, one, versie=(versie or 0) if one.pk else None)
        log_deed(
            actor,
            "toezichtvraag beantwoord",
            f"{vraag} {jaar}",
            str(invulling.keuze),
            noun=Noun.TAAK,
        )
    return kept


def _check(invulling: Toezichtinvulling) -> None:
    if invulling.keuze is not Antwoord.JA and not invulling.toelichting.strip():
        raise BadInput([Fout("", "toelichting", LEG_UIT)])


def _find(actor: Actor, vraag: str, jaar: int) -> records.Toezichtantwoord:
    """Return the answer that stands, or a new one, one writer of the werkruimte at a time."""
    held = records.Werkruimte.objects.select_for_update(no_key=True).filter(pk=actor.werkruimte)
    held.values_list("pk", flat=True).first()
    found = records.Toezichtantwoord.objects.of(actor.werkruimte).filter(vraag=vraag, jaar=jaar)
    return found.first() or records.Toezichtantwoord(
        werkruimte_id=actor.werkruimte, vraag=vraag, jaar=jaar
    )


def _proof(actor: Actor, vraag: str, invulling: Toezichtinvulling) -> records.Document:
    stuk = Stuk(
        titel=f"Bewijs bij: {vraag}"[:200],
        zichtbaarheid=Zichtbaarheid.PARTNERS,
        inhoud=invulling.inhoud,
        adres=invulling.adres,
    )
    check_stuk(stuk, actor.scope(Noun.DOCUMENT, Verb.MAKEN))
    return keep_stuk(actor, stuk)
