"""A legal duty: who must do what, with whom, by when, on which article, shown by what.

A duty is known by its own id, never by the number of an article: the WPO was renumbered on 1 April
2022 and old numbers were given to other subjects. All versions of a duty stand together, dated.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from openlea.core.errors import NotInForce
from openlea.core.geldvoorwaarden import Controle
from openlea.core.keuze import Keuze
from openlea.core.termijn import Termijn

HOUDBAAR = timedelta(days=366)
"""How long after it was read a text counts as read; then somebody must read it again."""


class Houder(Keuze):
    """Who can hold a duty, as the law names them."""

    COLLEGE = "college", "College van B en W"
    GEMEENTERAAD = "gemeenteraad", "Gemeenteraad"
    GEMEENTE = "gemeente", "Gemeente"
    CONTACTGEMEENTE = "contactgemeente", "Contactgemeente van de Doorstroompuntregio"
    LEERPLICHTAMBTENAAR = "leerplichtambtenaar", "Leerplichtambtenaar"
    GGD = "ggd", "GGD"
    SCHOOLBESTUUR = "schoolbestuur", "Schoolbestuur"
    SCHOOLBESTUUR_PO = "schoolbestuur_po", "Schoolbestuur primair onderwijs"
    SCHOOLBESTUUR_VO = "schoolbestuur_vo", "Schoolbestuur voortgezet onderwijs"
    BESTUUR_OPENBAAR = "bestuur_openbaar", "Bestuur van openbare scholen"
    SAMENWERKINGSBESTUUR = "samenwerkingsbestuur", "Samenwerkingsbestuur"
    SCHOOL = "school", "School"
    MBO = "mbo", "Mbo-instelling"
    SWV = "swv", "Samenwerkingsverband"
    KINDEROPVANG = "kinderopvang", "Houder kinderopvang"
    OUDERS = "ouders", "Ouders"
    JONGERE = "jongere", "Jongere"
    MINISTER = "minister", "Minister van OCW"


class Aard(Keuze):
    """How hard a rule is."""

    PLICHT = "plicht", "Moet van de wet"
    BEVOEGDHEID = "bevoegdheid", "Mag van de wet"
    NORM = "norm", "Norm in de wet"
    BELEID = "beleid", "Beleid, geen wet"


class Afronding(Keuze):
    """How an outcome is made whole."""

    GEEN = "", "niet afgerond"
    OMLAAG = "omlaag", "naar beneden afgerond"
    OMHOOG = "omhoog", "naar boven afgerond"
    HALF_OMHOOG = "half_omhoog", "rekenkundig afgerond (een half naar boven)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarde:
    """A number that a version of a rule names, with its unit and how it is rounded."""

    naam: str
    waarde: Decimal
    eenheid: str
    afronding: Afronding = Afronding.GEEN
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grondslag:
    """Where a rule stands: the law as people cite it, the article, and the law's BWB id.

    `bwb` is empty for what isn't in the Basiswettenbestand: a verordening, a policy document.
    `vindplaats` is the Staatsblad, Staatscourant or page.
    """

    wet: str
    artikel: str
    bwb: str = ""
    vindplaats: str = ""

    def __str__(self) -> str:
        """Return it as it is cited: 'WPO, artikel 161'."""
        word = "" if self.artikel[:1].isalpha() else "artikel "
        return f"{self.wet}, {word}{self.artikel}"

    @property
    def nummer(self) -> str:
        """Return the number of the article alone, such as '161' or '3.42'; '' when it has none."""
        first = self.artikel.replace("(", " ").replace(",", " ").split()[:1]
        return first[0] if first and first[0][0].isdigit() else ""

    def as_plain(self, op: date) -> dict[str, str]:
        """Return it as it is handed out, the article by its number, with the text of a day."""
        numbered = self.artikel.startswith(f"{self.nummer},")
        return {
            "wet": self.wet,
            "artikel": self.nummer if numbered else self.artikel,
            "bwb": self.bwb,
            "link": self.link(op),
        }

    def juriconnect(self, op: date) -> str:
        """Return the Juriconnect 1.3 reference to the text of a day, or '' without a BWB id."""
        if not self.bwb:
            return ""
        artikel = f"&artikel={self.nummer}" if self.nummer else ""
        return f"jci1.3:c:{self.bwb}{artikel}&g={op.isoformat()}"

    def link(self, op: date) -> str:
        """Return the address of the text as it was on a day; the finding place without BWB id."""
        if self.bwb:
            return f"https://wetten.overheid.nl/{self.juriconnect(op)}"
        return self.vindplaats if self.vindplaats.startswith("https://") else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Versie:
    """A rule as it holds from a day, up to and including a day (None: still).

    `eerder` says that it held before `van` too, under a text that nobody read again.
    `grondslagen` holds at least one; the first is the one that is cited.
    """

    van: date
    tot: date | None
    grondslagen: tuple[Grondslag, ...]
    eerder: bool = False
    termijnen: tuple[Termijn, ...] = ()
    waarden: Mapping[str, Waarde] = field(default_factory=dict)
    wat: str = ""
    noot: str = ""

    @property
    def grondslag(self) -> Grondslag:
        """Return the place in the law that is cited first."""
        return self.grondslagen[0]

    def holds(self, day: date) -> bool:
        """Return whether this version holds on a day."""
        return self.van <= day and (self.tot is None or day <= self.tot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderwerp:
    """A part that the law asks by itself, such as a topic of a consultation or a part of a plan."""

    code: str
    titel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbeeld:
    """A worked example: what is asked on a day, and the values that come out.

    `verwacht` is None when nothing holds that day. With `norm` the arithmetic is tried too:
    `gegeven` goes in, and `uitkomst` comes out.
    """

    op: date
    verwacht: Mapping[str, Decimal] | None = None
    norm: str = ""
    gegeven: Mapping[str, str] = field(default_factory=dict)
    uitkomst: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plicht:
    """A duty with all its versions, oldest first.

    `houders` must do it; `gezamenlijk` says that they do it once, together, and that the first of
    them is asked. `voorwaarde` says for whom of them it holds. `in_beweging` names the change of
    law that is under way. `met_de_hand` says why no machine can judge it.
    """

    id: str
    veld: str
    titel: str
    aard: Aard
    houders: tuple[Houder, ...]
    wat: str
    controles: tuple[Controle, ...]
    nagelezen_op: date
    versies: tuple[Versie, ...]
    file: Path
    gezamenlijk: bool = False
    met_wie: tuple[str, ...] = ()
    bewijs: tuple[str, ...] = ()
    toezicht: str = ""
    sanctie: str = ""
    seeds: tuple[str, ...] = ()
    voorwaarde: str = ""
    onderwerpen: tuple[Onderwerp, ...] = ()
    plansoort: str = ""
    in_beweging: str = ""
    met_de_hand: str = ""
    noot: str = ""
    lokaal: bool = False
    voorbeelden: tuple[Voorbeeld, ...] = ()

    def on(self, day: date) -> Versie:
        """Return the version that holds on a day.

        NotInForce names the nearest day on which one does, and the file.
        """
        for versie in self.versies:
            if versie.holds(day):
                return versie
        where = f"{self.veld}/duties/{self.file.name}"
        gold_al = any(v.eerder and day < v.van for v in self.versies)
        nearest = self._nearest(day)
        raise NotInForce(f"{self.id} {self.titel}", day, nearest, where, gold_al=gold_al)

    def in_force(self, day: date) -> bool:
        """Return whether any version holds on a day."""
        return any(versie.holds(day) for versie in self.versies)

    def _nearest(self, day: date) -> date:
        edges = [edge for v in self.versies for edge in (v.van, v.tot) if edge is not None]
        return min(edges, key=lambda edge: (abs((edge - day).days), edge))

    def is_stale(self, today: date) -> bool:
        """Return whether the text was last read too long ago."""
        return today > self.nagelezen_op + HOUDBAAR

    @property
    def is_verified(self) -> bool:
        """Return whether every part was read in a law or an official text, and none is moving."""
        sure = {Controle.WETTEKST, Controle.OFFICIEEL}
        return set(self.controles) <= sure and not self.in_beweging
