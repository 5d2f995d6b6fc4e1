"""The Doelen-Inspanningen-Netwerk: what is meant to move what, with which sign, how surely."""

from dataclasses import dataclass

from openlea.core.keuze import Keuze


class IndicatorSoort(Keuze):
    """What an indicator measures."""

    EFFECT = "effect", "Maatschappelijk effect"
    PRESTATIE = "prestatie", "Prestatie"
    ONBEKEND = "onbekend", "Soort niet vastgelegd"


class Teken(Keuze):
    """Which way a link works."""

    VERHOOGT = "verhoogt", "Verhoogt"
    VERLAAGT = "verlaagt", "Verlaagt"
    DEEL_VAN = "deel_van", "Deel van"
    MEET = "meet", "Meet"


class Zekerheid(Keuze):
    """How sure the makers are of a link."""

    HOOG = "hoog", "Hoog"
    MIDDEN = "midden", "Midden"
    LAAG = "laag", "Laag"
    ONBEKEND = "onbekend", "Niet vastgelegd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doel:
    """A goal above the agenda, such as one of the social domain."""

    code: str
    naam: str
    omschrijving: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """An indicator of this agenda; `catalogus` is the id of a card in the catalogue, if any."""

    code: str
    naam: str
    soort: IndicatorSoort = IndicatorSoort.ONBEKEND
    eenheid: str = ""
    catalogus: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verband:
    """A directed link between two codes (doel, speerpunt, actie or indicator)."""

    van: str
    naar: str
    teken: Teken
    zekerheid: Zekerheid = Zekerheid.ONBEKEND
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Netwerk:
    """Goals, indicators and the links between everything."""

    doelen: tuple[Doel, ...] = ()
    indicatoren: tuple[Indicator, ...] = ()
    verbanden: tuple[Verband, ...] = ()
