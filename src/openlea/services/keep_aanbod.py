"""Keep a line of help at a school: what it is, how much, who pays, and who it's from."""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db import transaction

from openlea.catalogue.rondomkast import open_rondom
from openlea.core.agenda import Zichtbaarheid
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout
from openlea.policy.aanbodbalans import kept_reach
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.schooljaar import is_school_year
from openlea.services.aanbod.scholen import schools_of
from openlea.services.aanbod.vinden import find_to_change, new_one
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Aanbod, Actie, Partij


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbodopzet:
    """What is kept; `uren` a week, `bereik` pupils in `bereik_jaar`, `tot` the last day."""

    soort: str
    school: str
    partij: int | None = None
    actie: int | None = None
    fte: Decimal | None = None
    uren: Decimal | None = None
    betaler: str = ""
    bereik: int | None = None
    bereik_jaar: str = ""
    van: date | None = None
    tot: date | None = None
    bron: str = ""
    zichtbaarheid: str = Zichtbaarheid.PARTNERS


@transaction.atomic
def keep_aanbod(
    actor: Actor, opzet: Aanbodopzet, nummer: int | None = None, versie: int | None = None
) -> Aanbod:
    """Return the line, new without a number; BadInput, Conflict, NotFound and NotAllowed.

    Who may write for the own partij alone always writes for that one, and links no action. A reach
    of one to four is kept as less than five, and no longer how many.
    """
    record = new_one(actor) if nummer is None else find_to_change(actor, nummer)
    scholen = schools_of(actor.werkruimte)
    soorten = open_rondom(find_roots(settings.CATALOGUE), scholen.gemeente).soorten
    # What was kept before may stay: a school closes, and a kind leaves the file.
    known = {record.school, *scholen.scholen} - {""}
    kinds = {record.soort, *soorten} - {""}
    if fouten := _wrong_place(opzet, known, kinds) + _faults(actor, opzet):
        raise BadInput(fouten)
    _fill(actor, record, opzet)
    if school := scholen.scholen.get(opzet.school):
        record.schoolnaam, record.pc4 = school.naam, school.pc4
    kept = keep_record(actor, record, versie=versie)
    done = "toegevoegd" if nummer is None else "gewijzigd"
    log_deed(actor, f"aanbod {done}", f"aanbod {kept.pk}", noun=Noun.AANBOD)
    return kept


def _fill(actor: Actor, record: Aanbod, opzet: Aanbodopzet) -> None:
    """Put in the record what was asked; only who may write for all says of whom it is."""
    for name, value in asdict(opzet).items():
        if name not in ("partij", "actie"):
            setattr(record, name, value)
    record.bereik = kept_reach(opzet.bereik)
    if actor.scope(Noun.AANBOD, Verb.WIJZIGEN) is Scope.ALLES:
        record.partij_id, record.actie_id = opzet.partij, opzet.actie


def _wrong_place(opzet: Aanbodopzet, scholen: set[str], soorten: set[str]) -> list[Fout]:
    fouten = []
    if opzet.soort not in soorten:
        fouten.append(Fout("", "soort", "Deze soort is er niet. Kies uit de lijst."))
    if opzet.school not in scholen:
        fouten.append(Fout("", "school", "Deze school is er in deze gemeente niet."))
    return fouten


def _faults(actor: Actor, opzet: Aanbodopzet) -> list[Fout]:
    fouten = [
        Fout("", name, "Dit kan niet onder nul zijn.")
        for name in ("fte", "uren", "bereik")
        if (value := getattr(opzet, name)) is not None and value < 0
    ]
    if opzet.uren is not None and opzet.fte is not None:
        fouten.append(Fout("", "uren", "Vul fte in of uur per week, niet allebei."))
    if opzet.van and opzet.tot and opzet.tot < opzet.van:
        fouten.append(Fout("", "tot", "Deze dag ligt voor de eerste dag."))
    if opzet.bereik_jaar and not is_school_year(opzet.bereik_jaar):
        fouten.append(Fout("", "bereik_jaar", "Schrijf een schooljaar, zoals 2025-2026."))
    own = actor.scope(Noun.AANBOD, Verb.WIJZIGEN) is Scope.EIGEN_PARTIJ
    if own and opzet.zichtbaarheid == Zichtbaarheid.INTERN:
        fouten.append(Fout("", "zichtbaarheid", "Kies wie het behalve jullie mag zien."))
    return fouten + _not_here(actor, opzet)


def _not_here(actor: Actor, opzet: Aanbodopzet) -> list[Fout]:
    partij = Partij.objects.of(actor.werkruimte).filter(pk=opzet.partij or 0)
    actie = Actie.objects.filter(werkruimte_id=actor.werkruimte, pk=opzet.actie or 0)
    fouten = []
    if opzet.partij is not None and not partij.exists():
        fouten.append(Fout("", "partij", "Deze partij is er niet. Kies uit de lijst."))
    if opzet.actie is not None and not actie.exists():
        fouten.append(Fout("", "actie", "Deze actie is er niet. Kies uit de lijst."))
    return fouten
