"""What a round of placement is called, for which year it is, when is drawn, and who sees it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Fout
from openlea.core.registratie import Periodesoort
from openlea.policy.persoonswaarde import is_recognisable
from openlea.policy.registratieperiode import last_day
from openlea.services.plaats.levering import AHEAD
from openlea.storage.records.models import Plaatsingsronde


@dataclass(frozen=True, slots=True, kw_only=True)
class Rondeopzet:
    """What a person fills in; who sees it is here only: inside, or partners too."""

    naam: str
    schooljaar: str
    loting_op: date | None = None
    zichtbaarheid: Zichtbaarheid = Zichtbaarheid.INTERN


def lay_down(ronde: Plaatsingsronde, opzet: Rondeopzet) -> None:
    """Put it into a record; BadInput names the field."""
    naam = " ".join(opzet.naam.split())
    if fouten := list(_faults(ronde, opzet, naam)):
        raise BadInput(fouten)
    ronde.naam, ronde.schooljaar = naam, opzet.schooljaar
    ronde.loting_op = opzet.loting_op
    if ronde.zichtbaarheid != Zichtbaarheid.PUBLIEK:
        ronde.zichtbaarheid = opzet.zichtbaarheid


def _faults(ronde: Plaatsingsronde, opzet: Rondeopzet, naam: str) -> Iterator[Fout]:
    if not naam:
        yield Fout("", "naam", "Geef de ronde een naam.")
    if is_recognisable(naam):
        yield Fout("", "naam", "Zet hier geen nummer of adres van een persoon.")
    today = timezone.localdate()
    try:
        end = last_day(Periodesoort.SCHOOLJAAR, opzet.schooljaar)
    except BadInput:
        yield Fout("", "schooljaar", "Schrijf een schooljaar als 2026-2027.")
    else:
        if not today.year <= end.year <= today.year + AHEAD:
            yield Fout("", "schooljaar", "Kies dit schooljaar of een van de volgende twee.")
    if opzet.schooljaar != ronde.schooljaar and ronde.aanmeldingen_id:
        reden = "Er zijn al aanmeldingen voor dit schooljaar. Maak een nieuwe ronde."
        yield Fout("", "schooljaar", reden)
    if opzet.loting_op != ronde.loting_op and ronde.vastgelegd_op:
        yield Fout("", "loting_op", "De ronde is vastgelegd; de dag van de loting staat vast.")
    others = Plaatsingsronde.objects.of(ronde.werkruimte_id).exclude(pk=ronde.pk or 0)
    if others.filter(schooljaar=opzet.schooljaar, naam=naam).exists():
        reden = f"Er is al een ronde {naam} in {opzet.schooljaar}. Kies een andere naam."
        yield Fout("", "naam", reden)
