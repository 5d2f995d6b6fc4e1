"""Begin a division of a budget, or change its name, year, budget and who may see it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from openlea.catalogue.verdeelkast import open_verdeelcriteria
from openlea.core.agenda import Zichtbaarheid
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.verdeelcriteria_uitvoer import compose_verdeelcriteria
from openlea.services.find_verdeling import NIET, find_verdeling
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.verdeel import MOST_BUDGET
from openlea.storage.records.models import Verdeling
from openlea.storage.records.verdeling import VerdelingStaat

FIRST_YEAR, LAST_YEAR = 2000, 2100
BEGIN = "openbare_cijfers"
"""The example that works with what is public of every school."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdelingopzet:
    """What a division is: whole euros of one year under one regeling; `voorbeeld` of the shelf."""

    naam: str
    jaar: int
    budget: int
    regeling: str = ""
    zichtbaarheid: Zichtbaarheid = Zichtbaarheid.INTERN
    vorig: str = ""
    voorbeeld: str = BEGIN


@transaction.atomic
def keep_verdeling(
    actor: Actor, opzet: Verdelingopzet, nummer: int | None = None, versie: int | None = None
) -> Verdeling:
    """Return the division: a new concept, or the one of this number changed.

    Of what was decided only who may see it can change. Raises BadInput with the field, Conflict,
    NotFound and NotAllowed like every verb.
    """
    record = _found(actor, nummer)
    record.zichtbaarheid = opzet.zichtbaarheid
    if record.staat == VerdelingStaat.CONCEPT:
        _change(actor, record, opzet)
    kept = keep_record(actor, record, versie=versie)
    wat = "verdeling begonnen" if nummer is None else "verdeling gewijzigd"
    log_deed(actor, wat, f"verdeling {kept.pk}", str(kept), noun=Noun.VERDELING)
    return kept


def _found(actor: Actor, nummer: int | None) -> Verdeling:
    if nummer is not None:
        return find_verdeling(actor, Verb.WIJZIGEN, nummer, hold=True)
    if actor.scope(Noun.VERDELING, Verb.MAKEN) is not Scope.ALLES:
        raise NotAllowed(NIET)
    return Verdeling(werkruimte_id=actor.werkruimte, door_id=actor.persoon)


def _change(actor: Actor, record: Verdeling, opzet: Verdelingopzet) -> None:
    if fouten := list(_faults(actor, record, opzet)):
        raise BadInput(fouten)
    record.naam, record.jaar, record.budget = " ".join(opzet.naam.split()), opzet.jaar, opzet.budget
    record.regeling, record.vorig = " ".join(opzet.regeling.split()), opzet.vorig
    if record.pk is None:
        example = open_verdeelcriteria(find_roots(settings.CATALOGUE))[opzet.voorbeeld]
        record.criteria = compose_verdeelcriteria(example)
        record.criteria_naam = example.titel[:120]


def _faults(actor: Actor, record: Verdeling, opzet: Verdelingopzet) -> Iterator[Fout]:
    naam = " ".join(opzet.naam.split())
    if not naam:
        yield Fout("", "naam", "Geef de verdeling een naam.")
    if not FIRST_YEAR <= opzet.jaar <= LAST_YEAR:
        yield Fout("", "jaar", f"Kies een jaar van {FIRST_YEAR} tot {LAST_YEAR}.")
    if not 0 < opzet.budget <= MOST_BUDGET:
        yield Fout("", "budget", f"Een budget is 1 tot {MOST_BUDGET} hele euro's.")
    others = Verdeling.objects.of(actor.werkruimte).exclude(pk=record.pk or 0)
    if others.filter(jaar=opzet.jaar, naam=naam).exists():
        reden = f"Er is al een verdeling {naam} in {opzet.jaar}. Kies een andere naam."
        yield Fout("", "naam", reden)
    if opzet.vorig and opzet.vorig not in record.tabel.get("koppen", []):
        yield Fout("", "vorig", "Kies een kolom uit de tabel met scholen.")
    shelf = open_verdeelcriteria(find_roots(settings.CATALOGUE))
    if record.pk is None and opzet.voorbeeld not in shelf:
        yield Fout("", "voorbeeld", "Kies een voorbeeld uit de lijst.")
