"""What a registration about persons holds: which fields, on what ground, and for how long."""

from dataclasses import dataclass, field

from openlea.core.keuze import Keuze


class Veldrol(Keuze):
    """What a field says of a person; from it follows what is left of it at the door."""

    IDENTIFICATIE = "identificatie", "Nummer van een persoon"
    NAAM = "naam", "Naam"
    ADRES = "adres", "Adres of bereikbaarheid"
    GEBOORTEDATUM = "geboortedatum", "Geboortedatum"
    POSTCODE = "postcode", "Postcode"
    VRIJE_TEKST = "vrije_tekst", "Vrije tekst"
    DATUM = "datum", "Datum"
    CODE = "code", "Keuze uit een vaste lijst"
    GETAL = "getal", "Getal"
    PLAATSCODE = "plaatscode", "Code van een school, opvang of buurt"


DROPPED = frozenset({Veldrol.NAAM, Veldrol.ADRES, Veldrol.VRIJE_TEKST})
"""Of these nothing is ever kept, whatever a declaration says."""


class Vorm(Keuze):
    """How a number or code is written, where its role allows more than one way."""

    BSN = "bsn", "Burgerservicenummer, of onderwijsnummer"
    EIGEN = "eigen", "Eigen nummer van de afzender"
    PC4 = "pc4", "Vier cijfers van de postcode"
    PC6 = "pc6", "De hele postcode"
    BRIN = "brin", "BRIN, met of zonder vestiging"
    LRK = "lrk", "Nummer in het Landelijk Register Kinderopvang"
    BUURT = "buurt", "Code van gemeente, wijk of buurt van het CBS"


VORMEN = {
    Veldrol.IDENTIFICATIE: (Vorm.BSN, Vorm.EIGEN),
    Veldrol.POSTCODE: (Vorm.PC4, Vorm.PC6),
    Veldrol.PLAATSCODE: (Vorm.BRIN, Vorm.LRK, Vorm.BUURT),
}
"""The ways that a role knows; the first is taken when none is declared."""


class Periodesoort(Keuze):
    """What one delivery covers, and so how its period is written."""

    SCHOOLJAAR = "schooljaar", "Schooljaar, zoals 2026-2027"
    KALENDERJAAR = "kalenderjaar", "Kalenderjaar, zoals 2026"
    KWARTAAL = "kwartaal", "Kwartaal, zoals 2026-K3"
    MAAND = "maand", "Maand, zoals 2026-09"
    PEILDATUM = "peildatum", "Peildatum, zoals 2026-10-01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Registratieveld:
    """One field: the name under which it is kept, its role, and the heads that senders give it.

    `vormen` are the ways it may be written, `waarden` the closed list of a code. With
    `hoofdletters` the capitals of an own number count: 'a1' is then somebody else than 'A1'.
    """

    naam: str
    rol: Veldrol
    koppen: tuple[str, ...] = ()
    titel: str = ""
    verplicht: bool = False
    vormen: tuple[Vorm, ...] = ()
    waarden: tuple[str, ...] = ()
    hoofdletters: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Registratie:
    """A registration: whose it is, why it may be kept, and its fields in the order of the file.

    `bewaartermijn` is in months. `deur` is the name of the page where it is delivered when that is
    not the general one: what comes in there is looked at by other rules. `controle` says of each
    thing that nobody checked against the source yet what it is; empty when all of it was. `namen`
    are other names by which the command line knows it.
    """

    id: str
    titel: str
    beleidsveld: str
    wat: str
    houder: str
    doel: str
    grondslag: str
    bron: str
    bewaartermijn: int
    bewaarreden: str
    periode: Periodesoort
    velden: tuple[Registratieveld, ...]
    plichten: tuple[str, ...] = ()
    controle: tuple[str, ...] = field(default=())
    deur: str = ""
    namen: tuple[str, ...] = ()
