"""What somebody writes down of an item, checked and put in its record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Fout, NotFound
from openlea.core.overleg import PuntSoort
from openlea.policy.rechten import Actor, Noun, Verb, reach
from openlea.services.find_plicht import find_plicht
from openlea.storage.records.models import Actie, Agenda, Agendapunt, Partij, Speerpunt
from openlea.storage.records.scope import acties_within

LANGST = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Puntopzet:
    """An item: what is asked, for how long, by whom (`partij`, `speerpunt`, `actie` are codes).

    `plicht` and `onderwerp` are the duty and its topic that it covers, `vast` which standing item.
    """

    titel: str
    sectie: str = ""
    soort: PuntSoort = PuntSoort.BESPREKEN
    toelichting: str = ""
    minuten: int = 10
    inbrenger: str = ""
    partij: str = ""
    plicht: str = ""
    onderwerp: str = ""
    vast: str = ""
    speerpunt: str = ""
    actie: str = ""
    zichtbaarheid: Zichtbaarheid = Zichtbaarheid.PARTNERS


def fill_punt(actor: Actor, punt: Agendapunt, opzet: Puntopzet) -> None:
    """Put what was written in the record; BadInput names each field that can't be."""
    agenda = Agenda.objects.current(actor.werkruimte)
    partij = Partij.objects.of(actor.werkruimte).filter(code=opzet.partij).first()
    speerpunt = Speerpunt.objects.filter(agenda=agenda, code=opzet.speerpunt).first()
    actie = _actie(actor, agenda, punt, opzet.actie)
    found = {"partij": partij, "speerpunt": speerpunt, "actie": actie}
    if faults := [*_faults(actor, opzet), *_unknown(opzet, found)]:
        raise BadInput(faults)
    punt.titel, punt.sectie = " ".join(opzet.titel.split()), opzet.sectie.strip()
    punt.soort, punt.minuten = opzet.soort, opzet.minuten
    punt.toelichting, punt.inbrenger = opzet.toelichting.strip(), opzet.inbrenger.strip()
    punt.partij, punt.speerpunt, punt.actie = partij, speerpunt, actie
    punt.plicht, punt.onderwerp, punt.vast = opzet.plicht, opzet.onderwerp, opzet.vast
    punt.zichtbaarheid = opzet.zichtbaarheid


def _actie(actor: Actor, agenda: Agenda | None, punt: Agendapunt, code: str) -> Actie | None:
    """Return the action of a code: one that the actor sees, or the one that was there already."""
    if punt.actie is not None and punt.actie.code == code:
        return punt.actie
    every = Actie.objects.filter(agenda=agenda, code=code)
    return acties_within(every, actor.scope(Noun.ACTIE, Verb.ZIEN), actor).first()


def _faults(actor: Actor, opzet: Puntopzet) -> Iterator[Fout]:
    if not opzet.titel.strip():
        yield Fout("", "titel", "Vul in waar het over gaat.")
    if not 1 <= opzet.minuten <= LANGST:
        yield Fout("", "minuten", "Kies een duur van 1 minuut tot 24 uur.")
    if opzet.zichtbaarheid not in reach(actor.scope(Noun.OVERLEG, Verb.WIJZIGEN)):
        yield Fout("", "zichtbaarheid", "Alleen de gemeente kan iets intern houden.")
    if opzet.plicht:
        yield from _of_law(opzet)


def _of_law(opzet: Puntopzet) -> Iterator[Fout]:
    try:
        plicht = find_plicht(opzet.plicht)
    except NotFound as missing:
        yield Fout("", "plicht", str(missing))
        return
    if opzet.onderwerp and opzet.onderwerp not in {one.code for one in plicht.onderwerpen}:
        yield Fout("", "onderwerp", f"{plicht.id} heeft dit onderwerp niet.")


def _unknown(opzet: Puntopzet, found: Mapping[str, object]) -> Iterator[Fout]:
    for name, record in found.items():
        if getattr(opzet, name) and record is None:
            yield Fout("", name, f"Kies een {name} uit de lijst.")
