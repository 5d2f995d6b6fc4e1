"""How children apply at a school: from when, by which rules, and when one hears."""

from dataclasses import dataclass
from datetime import date

from openlea.core.keuze import Keuze
from openlea.core.plaatsing import Criterium


class Toewijzing(Keuze):
    """What a school does when more children apply than there are places."""

    LOTING = "loting", "Loten"
    VOLGORDE = "volgorde", "Op volgorde van aanmelden"
    WACHTLIJST = "wachtlijst", "Wachtlijst"
    CENTRAAL = "centraal", "Centraal, met alle scholen samen"
    NOOIT_VOL = "nooit_vol", "Niet nodig: er is altijd plaats"
    ONBEKEND = "onbekend", "Niet bekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanmeldbeleid:
    """The admission of one school in one school year; `school` is its vestigingscode.

    `partij` is the code of its board. `voorrang` is in order. `moment` is in words ('vanaf 3 jaar')
    where no date says it. Amounts in whole euros a year. `bron` is an address, read on `gezien_op`.
    """

    school: str
    naam: str
    schooljaar: str
    partij: str = ""
    moment: str = ""
    aanmelden_van: date | None = None
    aanmelden_tot: date | None = None
    voorrang: tuple[Criterium, ...] = ()
    voorrang_anders: str = ""
    toewijzing: Toewijzing = Toewijzing.ONBEKEND
    loting_op: date | None = None
    uitslag_op: date | None = None
    plaatsen: int | None = None
    bijdrage: int | None = None
    bron: str = ""
    gezien_op: date | None = None
    toelichting: str = ""
