"""The log of what was done with data: kinds of deeds, lines, and what is wrong with a chain."""

from dataclasses import dataclass
from datetime import datetime

from openlea.core.keuze import Keuze

INSTALLATIE = "@installatie"
"""The chain of what belongs to no werkruimte; no werkruimte has a name with this sign in it."""


class Logsoort(Keuze):
    """What kind of deed a line is about."""

    MAKEN = "maken", "toegevoegd"
    LEZEN = "lezen", "bekeken"
    WIJZIGEN = "wijzigen", "gewijzigd"
    VERWIJDEREN = "verwijderen", "verwijderd"
    EXPORTEREN = "exporteren", "meegenomen als bestand"
    INLOGGEN = "inloggen", "in- of uitgelogd"
    RECHT = "recht", "een recht gewijzigd"
    SYSTEEM = "systeem", "door de installatie zelf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One line as the chain seals it; `volgnummer` is None while no chain holds it."""

    keten: str
    volgnummer: int | None
    vorige: str
    zegel: str
    moment: datetime
    persoon_nr: int | None
    rol: str
    soort: str
    noun: str
    werk: str
    onderwerp: str
    bijzonderheid: str
    verwerking: str
    spoor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ketenkop:
    """Where a chain ends, and after which line it begins since old lines were removed."""

    keten: str
    volgnummer: int = 0
    zegel: str = ""
    begin: int = 0
    begin_zegel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kopmerk:
    """What was noted beside the keys: this line of this chain carried this seal.

    `soort` is 'kop' (the chain ended here then), 'begin' (what lies up to here may be removed) or
    'herstel' (an older copy was put back: the chain goes on from here).
    """

    keten: str
    soort: str
    volgnummer: int
    zegel: str


class Breuk(Keuze):
    """What is wrong with a line or a chain."""

    VERWIJDERD = "verwijderd", "verwijderd"
    GEWIJZIGD = "gewijzigd", "gewijzigd, of ingevoegd door iemand zonder de sleutel"
    HERNUMMERD = "hernummerd", "van plaats veranderd"
    VERVANGEN = "vervangen", "vervangen door een andere regel"
    INGEVOEGD = "ingevoegd", "ingevoegd buiten het programma om"
    KOP = "kop", "het einde van de keten is gewijzigd"
    BEGIN = "begin", "het begin van de keten is verplaatst zonder verwijdering op termijn"
    ONVERZEGELD = "onverzegeld", "langer dan een minuut niet verzegeld"
    SLEUTEL_WEG = "sleutel_weg", "de sleutel van het logboek ontbreekt"
    ANDERE_SLEUTEL = (
        "andere_sleutel",
        "de sleutel van het logboek is een andere dan waarmee het begon",
    )
    KOPBESTAND_WEG = "kopbestand_weg", "het bestand met de koppen naast de sleutels ontbreekt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Logfout:
    """One thing that is wrong: in which chain, from which line up to which."""

    keten: str
    breuk: Breuk
    volgnummer: int = 0
    tot: int = 0
    was: int = 0

    def __str__(self) -> str:
        """Return the fault in a sentence that names the line."""
        if not self.volgnummer:
            return f"{self.keten}: {self.breuk.label}" if self.keten else self.breuk.label
        which = f"regel {self.volgnummer}"
        if self.tot > self.volgnummer:
            which = f"regel {self.volgnummer} tot en met {self.tot}"
        was = f" (was regel {self.was})" if self.was else ""
        return f"{self.keten}, {which}: {self.breuk.label}{was}"
