"""Keep a series of meetings: a new one, or a change of one, such as the day it stopped."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from django.conf import settings
from django.db import transaction

from openlea.catalogue.overlegkast import open_overlegkaarten
from openlea.core.agenda import Zichtbaarheid
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.policy.rechten import Actor, Noun, Scope, Verb, reach
from openlea.services.find_reeks import find_reeks
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Agenda, Ambitie, Overlegreeks

MEEST = 52
LANGST = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Reeksopzet:
    """What is known of a series; `ambitie` is the code of one in the agenda, `duur` in minutes."""

    soort: str
    naam: str
    doel: str = ""
    ambitie: str = ""
    per_jaar: int = 1
    plek: str = ""
    link: str = ""
    van: time | None = None
    duur: int = 90
    zichtbaarheid: Zichtbaarheid = Zichtbaarheid.PARTNERS
    gestopt_op: date | None = None


@transaction.atomic
def keep_reeks(
    actor: Actor, opzet: Reeksopzet, nummer: int | None = None, versie: int | None = None
) -> Overlegreeks:
    """Keep a series and return it: a new one, or that of `nummer`.

    Raises BadInput with the field, Conflict, NotFound and NotAllowed.
    """
    if nummer is None:
        if actor.scope(Noun.OVERLEG, Verb.MAKEN) is not Scope.ALLES:
            raise NotAllowed("Alleen wie de agenda bijhoudt, maakt een nieuw overleg.")
        record = Overlegreeks(werkruimte_id=actor.werkruimte)
    else:
        record = find_reeks(actor, Verb.WIJZIGEN, nummer)
    if faults := list(_faults(actor, opzet, record)):
        raise BadInput(faults)
    _fill(actor, record, opzet)
    kept = keep_record(actor, record, versie=versie)
    log_deed(
        actor,
        "overleg gewijzigd" if nummer else "overleg toegevoegd",
        kept.soort,
        kept.naam,
        noun=Noun.OVERLEG,
    )
    return kept


def _fill(actor: Actor, record: Overlegreeks, opzet: Reeksopzet) -> None:
    record.soort, record.naam = opzet.soort, " ".join(opzet.naam.split())
    record.doel, record.ambitie = opzet.doel.strip(), _ambitie(actor, opzet.ambitie)
    record.per_jaar, record.duur = opzet.per_jaar, opzet.duur
    record.plek, record.link, record.van = opzet.plek.strip(), opzet.link.strip(), opzet.van
    record.zichtbaarheid, record.gestopt_op = opzet.zichtbaarheid, opzet.gestopt_op


def _ambitie(actor: Actor, code: str) -> Ambitie | None:
    agenda = Agenda.objects.current(actor.werkruimte)
    return Ambitie.objects.filter(agenda=agenda, code=code).first() if agenda and code else None


def _faults(actor: Actor, opzet: Reeksopzet, record: Overlegreeks) -> Iterator[Fout]:
    if opzet.soort not in open_overlegkaarten(find_roots(settings.CATALOGUE)):
        yield Fout("", "soort", "Kies een soort overleg uit de lijst.")
    if not opzet.naam.strip():
        yield Fout("", "naam", "Vul een naam in.")
    if not 1 <= opzet.per_jaar <= MEEST:
        yield Fout("", "per_jaar", f"Kies een aantal van 1 tot en met {MEEST}.")
    if not 1 <= opzet.duur <= LANGST:
        yield Fout("", "duur", "Kies een duur van 1 minuut tot 24 uur.")
    if opzet.ambitie and _ambitie(actor, opzet.ambitie) is None:
        yield Fout("", "ambitie", "Kies een ambitie uit de lijst.")
    verb = Verb.WIJZIGEN if record.pk else Verb.MAKEN
    if opzet.zichtbaarheid not in reach(actor.scope(Noun.OVERLEG, verb)):
        yield Fout("", "zichtbaarheid", "Alleen de gemeente kan iets intern houden.")
