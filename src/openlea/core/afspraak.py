"""An agreement: what, who with whom, by when, for which duty, and how it will be measured."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openlea.core.agenda import Richting
from openlea.core.keuze import Keuze


class AfspraakStaat(Keuze):
    """What became of an agreement; whether all agreed to it follows from what they said."""

    LOPEND = "lopend", "Loopt"
    GEHAALD = "gehaald", "Gehaald"
    DEELS = "deels", "Deels gehaald"
    NIET_GEHAALD = "niet_gehaald", "Niet gehaald"
    VERVALLEN = "vervallen", "Vervallen"


class Bevestiging(Keuze):
    """What a partij said of an agreement that names it."""

    GEVRAAGD = "gevraagd", "Nog niet bevestigd"
    BEVESTIGD = "bevestigd", "Bevestigd"
    VOORBEHOUD = "voorbehoud", "Bevestigd met voorbehoud"
    BEZWAAR = "bezwaar", "Niet akkoord"


class Instemming(Keuze):
    """How far an agreement is agreed to, by all the parties that it names."""

    VOORSTEL = "voorstel", "Voorgesteld, nog niet door iedereen bevestigd"
    AFGESPROKEN = "afgesproken", "Afgesproken"
    BETWIST = "betwist", "Niet iedereen is akkoord"


class Meetdeel(Keuze):
    """A part of an agreement that the composer shows as a dot."""

    WAT = "wat", "Wat"
    WIE = "wie", "Wie"
    WANNEER = "wanneer", "Wanneer"
    MAAT = "maat", "Waaraan gemeten"
    NULMETING = "nulmeting", "Nulmeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """How an agreement is measured.

    `indicator` is the id of a card in the catalogue or the code of one in the agenda, '' for a
    measure in own words. `doel` is the wanted value on `peildatum`.
    """

    maat: str = ""
    indicator: str = ""
    eenheid: str = ""
    richting: Richting = Richting.MINSTENS
    nulmeting: Decimal | None = None
    nulmeting_op: date | None = None
    doel: Decimal | None = None
    peildatum: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelname:
    """A partij in an agreement, and what it said of it; one of them leads."""

    partij: str
    trekt: bool = False
    bevestiging: Bevestiging = Bevestiging.GEVRAAGD
    op: date | None = None
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraak:
    """An agreement as plain values; `speerpunt` and `actie` are codes of the agenda."""

    nummer: int
    wat: str
    op: date
    voor: date | None = None
    partijen: tuple[Deelname, ...] = ()
    plicht: str = ""
    onderwerp: str = ""
    speerpunt: str = ""
    actie: str = ""
    meting: Meting = Meting()
    staat: AfspraakStaat = AfspraakStaat.LOPEND
    werkelijk: Decimal | None = None
    werkelijk_op: date | None = None
