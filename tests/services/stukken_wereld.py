"""A meeting of twelve items with everything that a dossier can hold, in Hilversum."""

from datetime import date, time

from openlea.core.agenda import Zichtbaarheid
from openlea.core.overleg import Aanwezigheid, PuntStaat, VergaderingStaat, VerslagStaat
from openlea.core.plansoort import OverlegUitkomst
from openlea.storage.records.models import (
    Afspraak,
    Afspraakpartij,
    Agendapunt,
    Agendastuk,
    Besluit,
    Deelnemer,
    Document,
    Notitie,
    Overlegreeks,
    Partij,
    Speerpunt,
    Standpuntregel,
    Vergadering,
)
from tests.world import World

TODAY = date(2026, 11, 22)
NASTY = "<b>a</b> & {{ titel }} {% x %} \x01\x0b =1+1 \U0001f600 #panic() $x$"
LONG = "Een lange aantekening over wat er is gezegd. " * 220
"""Ten thousand letters."""
TITELS = (
    "Personeelstekort",
    "Segregatie voorkomen",
    "Onderwijsachterstanden bestrijden",
    "Warme overdracht",
    "Taal en lezen",
    "Kansen in de wijk",
    "Passend onderwijs",
    "Leerlingenvervoer",
    "Huisvesting",
    "Verzuim",
    NASTY,
    "Intern voorbereiden",
)


def twelve_items(world: World) -> Vergadering:
    """Return a meeting of twelve items, of which the last is internal; nobody was there yet."""
    reeks = Overlegreeks.objects.get(werkruimte=world.werkruimte, soort="bestuurlijk_overleg_lea")
    before, meeting = _meeting(world, reeks, date(2026, 6, 1)), _meeting(world, reeks, TODAY)
    codes = ("1A", "1B", "1C", "1D", "1E", "2A", "2B", "2C", "2D")
    speerpunten = {one.code: one for one in Speerpunt.objects.filter(agenda=world.agenda)}
    for n, titel in enumerate(TITELS):
        last = n == len(TITELS) - 1
        punt = _punt(world, meeting, n, titel, intern=last)
        punt.speerpunt = speerpunten.get(codes[n]) if n < len(codes) else None
        if n == 0:
            punt.vast = "personeelstekort"
        if n in {1, 2}:
            punt.plicht, punt.onderwerp = "LEA-01", ("segregatie", "achterstanden")[n - 1]
        punt.save()
    _history(world, before, meeting.punten.order_by("volgorde")[3])
    _papers(world, meeting.punten.order_by("volgorde")[1])
    _agreement(world, meeting.punten.order_by("volgorde")[3])
    return meeting


def _meeting(world: World, reeks: Overlegreeks, op: date) -> Vergadering:
    meeting = Vergadering.objects.create(
        werkruimte=world.werkruimte,
        reeks=reeks,
        titel=f"Overleg van {op.isoformat()}",
        op=op,
        van=time(15, 30),
        tot=time(17, 0),
        plek="Gemeentehuis",
        staat=VergaderingStaat.GEHOUDEN,
        verslag_staat=VerslagStaat.CONCEPT,
        zichtbaarheid=Zichtbaarheid.PUBLIEK,
    )
    for partij in Partij.objects.filter(
        werkruimte=world.werkruimte, code__in=("gemeente", "bibliotheek", "kinderopvang")
    ):
        Deelnemer.objects.create(
            werkruimte=world.werkruimte,
            vergadering=meeting,
            partij=partij,
            naam=f"Namens {partij.naam}",
            aanwezigheid=Aanwezigheid.AANWEZIG,
        )
    return meeting


def _punt(
    world: World, meeting: Vergadering, n: int, titel: str, *, intern: bool = False
) -> Agendapunt:
    seen = Zichtbaarheid.INTERN if intern else Zichtbaarheid.PARTNERS
    return Agendapunt.objects.create(
        werkruimte=world.werkruimte,
        reeks=meeting.reeks,
        vergadering=meeting,
        volgorde=n,
        titel=titel,
        staat=PuntStaat.BEHANDELD,
        zichtbaarheid=seen,
    )


def note(world: World, punt: Agendapunt, tekst: str) -> Notitie:
    """Return a line that was written at an item."""
    return Notitie.objects.create(
        werkruimte=world.werkruimte, punt=punt, tekst=tekst, sleutel="", door_naam="Redacteur"
    )


def decide(world: World, punt: Agendapunt, tekst: str, zichtbaarheid: Zichtbaarheid) -> Besluit:
    """Return a decision on an item, with what one partij thought of it."""
    op = punt.vergadering.op if punt.vergadering else TODAY
    nummer = f"{op.isoformat()}/{Besluit.objects.filter(op=op).count() + 50}"
    besluit = Besluit.objects.create(
        werkruimte=world.werkruimte,
        punt=punt,
        nummer=nummer,
        tekst=tekst,
        op=op,
        uitkomst=OverlegUitkomst.GEEN,
        zichtbaarheid=zichtbaarheid,
    )
    partij = Partij.objects.filter(werkruimte=world.werkruimte).order_by("id")[0]
    Standpuntregel.objects.create(
        werkruimte=world.werkruimte,
        besluit=besluit,
        partij=partij,
        standpunt="voorbehoud",
        toelichting="Eerst de begroting",
    )
    return besluit


def _history(world: World, before: Vergadering, now: Agendapunt) -> None:
    old = _punt(world, before, 0, "Warme overdracht, eerste keer")
    old.staat = PuntStaat.DOORGESCHOVEN
    old.save()
    note(world, old, "Wij wachten op de cijfers.")
    decide(world, old, "Eerst een nulmeting.", Zichtbaarheid.PARTNERS)
    now.komt_van = old
    now.save()


def _papers(world: World, punt: Agendapunt) -> None:
    for titel, seen in (("Notitie", Zichtbaarheid.PARTNERS), ("Geheim", Zichtbaarheid.INTERN)):
        paper = Document.objects.create(
            werkruimte=world.werkruimte,
            titel=titel,
            adres="https://stukken.example/1",
            zichtbaarheid=seen,
        )
        Agendastuk.objects.create(werkruimte=world.werkruimte, punt=punt, document=paper)


def _agreement(world: World, punt: Agendapunt) -> None:
    afspraak = Afspraak.objects.create(
        werkruimte=world.werkruimte,
        punt=punt,
        wat="Iedereen meet in september",
        op=date(2026, 6, 1),
        voor=date(2026, 9, 1),
        zichtbaarheid=Zichtbaarheid.PARTNERS,
    )
    partij = Partij.objects.get(werkruimte=world.werkruimte, code="bibliotheek")
    Afspraakpartij.objects.create(
        werkruimte=world.werkruimte, afspraak=afspraak, partij=partij, trekt=True
    )
