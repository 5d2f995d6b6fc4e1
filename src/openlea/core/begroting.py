"""The money of an agenda as plain values. Amounts are whole cents; years are calendar years."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from openlea.core.keuze import Keuze

Bedragen = Mapping[int, int]
"""Year to whole cents. A year that is absent has no amount; that is not the same as nought."""


class StroomSoort(Keuze):
    """Where money comes from."""

    GEMEENTELIJK = "gemeentelijk", "Gemeentelijke middelen"
    SPUK_OAB = "spuk_oab", "Specifieke uitkering OAB"
    RIJK = "rijk", "Rijksmiddelen"
    NPO = "npo", "Nationaal Programma Onderwijs"
    RESTANT = "restant", "Restant voorgaand jaar"
    OVERIG = "overig", "Overig"


class Verschil(Keuze):
    """A post against the previous period, as the agenda words it."""

    GELIJK = "gelijk", "Gelijk"
    UITBREIDING = "uitbreiding", "Uitbreiding"
    VERMINDERING = "vermindering", "Vermindering"
    NIEUW = "nieuw", "Nieuw"
    NIET_VERMELD = "niet_vermeld", "Niet vermeld"


class Stand(Keuze):
    """Which state of the begroting an amount belongs to."""

    PRIMITIEF = "primitief", "Primitief"
    BIJGESTELD = "bijgesteld", "Bijgesteld"
    PROGNOSE = "prognose", "Prognose"


class BoekingSoort(Keuze):
    """What happened with the money."""

    VERPLICHT = "verplicht", "Verplicht"
    BESTEED = "besteed", "Besteed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Geldstroom:
    """Money that comes in; `voorwaarden` is the id of a set of conditions in the catalogue.

    For a stream of kind restant only the first year counts: later years are the saldo of the year
    before. A printed amount that differs from it is signalled.
    """

    code: str
    naam: str
    soort: StroomSoort
    voorwaarden: str = ""
    bedragen: Bedragen = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A row of the begroting.

    `bij` is the code of the actie, speerpunt or ambitie it belongs to; empty is 'overig'.
    `kop` is the code of the header row whose amount already holds this one. `elders_gedekt_door`
    names who pays a row of nought. `geldstroom` and `categorie` (of the stream's conditions) are
    empty when the agenda does not say.
    """

    code: str
    bij: str
    omschrijving: str
    kop: str = ""
    bedragen: Bedragen = field(default_factory=dict)
    verschil: Verschil = Verschil.NIET_VERMELD
    elders_gedekt_door: str = ""
    geldstroom: str = ""
    categorie: str = ""
    taakveld: str = ""
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """A later amount of a post for a year, with the decision behind it. It replaces, never adds."""

    post: str
    jaar: int
    stand: Stand
    bedrag: int
    op: date
    besluit: str = ""
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Boeking:
    """Money committed or spent on a post. Negative amounts correct or come back."""

    post: str
    jaar: int
    soort: BoekingSoort
    op: date
    bedrag: int
    omschrijving: str = ""
    geldstroom: str = ""
    kenmerk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subsidie:
    """A grant to a partij for one year, from decision to final settlement; amounts in cents."""

    kenmerk: str
    post: str
    regeling: str
    ontvanger: str
    jaar: int
    beschikt: int
    beschikt_op: date
    voorwaarden: str = ""
    prestatie: str = ""
    tussenrapportage_op: date | None = None
    vastgesteld: int | None = None
    vastgesteld_op: date | None = None
    teruggevorderd: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Begroting:
    """All money of one agenda."""

    geldstromen: tuple[Geldstroom, ...] = ()
    posten: tuple[Post, ...] = ()
    wijzigingen: tuple[Wijziging, ...] = ()
    boekingen: tuple[Boeking, ...] = ()
    subsidies: tuple[Subsidie, ...] = ()
