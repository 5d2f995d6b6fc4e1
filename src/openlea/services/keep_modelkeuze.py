"""Keep what a partij says of how the parties work together on a theme, or what all chose."""

from collections.abc import Iterator
from datetime import date

from django.db import transaction

from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.core.samenwerking import Samenwerkingsmodel
from openlea.policy.plancontrole import fault_of_year
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.find_partij import find_partij
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.samenwerking.themas import LANGST
from openlea.storage.records.models import Modelkeuze, Partij


def keep_modelkeuze(
    actor: Actor,
    thema: str,
    partij: str,
    model: Samenwerkingsmodel,
    *,
    sinds: date,
    waarom: str = "",
    today: date,
) -> Modelkeuze:
    """Keep the word of a partij (by code; '' for what all chose) on a theme, and return it.

    A second word of the same day takes the place of the first; one of another day stands beside
    it, so that one sees how it moved. Raises BadInput, NotFound and NotAllowed.
    """
    found = _partij(actor, partij)
    if faults := list(_faults(thema, sinds, today)):
        raise BadInput(faults)
    named = " ".join(thema.split())
    with transaction.atomic():
        same_day = Modelkeuze.objects.filter(
            werkruimte_id=actor.werkruimte, thema=named, partij=found, sinds=sinds
        )
        record = same_day.first() or Modelkeuze(
            werkruimte_id=actor.werkruimte, thema=named, partij=found, sinds=sinds
        )
        record.model, record.waarom = model, waarom.strip()
        kept = keep_record(actor, record)
        log_deed(actor, "samenwerkingsmodel gekozen", named, str(model), noun=Noun.SAMENWERKING)
    return kept


def _partij(actor: Actor, code: str) -> Partij | None:
    """Return the partij; who speaks for one partij alone can't speak for all."""
    if code:
        return find_partij(actor, Noun.SAMENWERKING, Verb.WIJZIGEN, code)
    if actor.scope(Noun.SAMENWERKING, Verb.WIJZIGEN) is not Scope.ALLES:
        raise NotAllowed("Wat jullie samen kozen, legt de gemeente vast.")
    return None


def _faults(thema: str, sinds: date, today: date) -> Iterator[Fout]:
    if not thema.strip():
        yield Fout("", "thema", "Kies een thema of typ er zelf een.")
    if len(" ".join(thema.split())) > LANGST:
        yield Fout("", "thema", f"Een thema heeft hoogstens {LANGST} tekens.")
    if reden := fault_of_year(sinds, today):
        yield Fout("", "sinds", reden)
    elif sinds > today:
        yield Fout("", "sinds", "Deze dag moet nog komen. Kies vandaag of een eerdere dag.")
