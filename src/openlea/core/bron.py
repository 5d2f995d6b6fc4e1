"""A published source: who publishes it, how it is recognised, which table it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from openlea.core.errors import OpenLeaError
from openlea.core.keuze import Keuze


class Klasse(Keuze):
    """How private the rows of a source are."""

    OPEN = "open", "Openbaar"
    INTERN = "intern", "Alleen binnen de werkruimte"
    PERSOON = "persoon", "Persoonsgegevens"


class Definitief(Keuze):
    """Whether the publisher may still change it."""

    VOORLOPIG = "voorlopig", "Voorlopig"
    DEFINITIEF = "definitief", "Definitief"


class Cadans(Keuze):
    """How often the publisher brings something new."""

    JAARLIJKS = "jaarlijks", "Elk jaar"
    HALFJAARLIJKS = "halfjaarlijks", "Twee keer per jaar"
    KWARTAAL = "kwartaal", "Elk kwartaal"
    MAANDELIJKS = "maandelijks", "Elke maand"
    WEKELIJKS = "wekelijks", "Elke week"
    EENMALIG = "eenmalig", "Eenmalig"


class Protocol(Keuze):
    """How a live source answers; each has its own fetcher."""

    BESTAND = "bestand", "Eén bestand"
    CKAN = "ckan", "CKAN van DUO"
    ODATA3 = "odata3", "CBS OData v3"
    ODATA4 = "odata4", "CBS OData v4"
    WFS = "wfs", "WFS van PDOK"


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """Where the newest edition can be fetched; `vragen` are the parameters of the protocol."""

    protocol: Protocol
    adres: str
    vragen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron:
    """The card of a source; the id is the name of its file, and of its table.

    `kop` are the columns of the published file by which it is recognised: all must be there.
    `editie` is the column of the table that tells one edition from another: loading the same
    edition again replaces it, and leaves the others. `sleutel` names the columns that make a row
    unique within an edition. `afgeschermd` says that counts under five are hidden in it.
    `verlopen` says since when the content no longer holds, when that is known. `deel` is the column
    that tells apart what different partners bring of one edition: reading in the part of one leaves
    the parts of the others.
    """

    titel: str
    uitgever: str
    pagina: str
    licentie: str
    cadans: Cadans
    peil: str
    editie: str
    sleutel: tuple[str, ...]
    kop: tuple[str, ...] = ()
    klasse: Klasse = Klasse.OPEN
    afgeschermd: bool = False
    definitief: Definitief = Definitief.DEFINITIEF
    live: Live | None = None
    let_op: tuple[str, ...] = ()
    verlopen: date | None = None
    deel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestand:
    """One published file as it was received: its name and its bytes."""

    naam: str
    inhoud: bytes


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Afgekeurd:
    """A row that wasn't taken in: where it stood, and why. The value itself is not repeated."""

    bestand: str
    regel: int
    kolom: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lading:
    """What is kept of a load: enough to find, check and defend every row of it."""

    bron: str
    versie: int
    uitgever: str
    adres: str
    sha256: str
    moment: datetime
    edities: tuple[str, ...]
    definitief: Definitief
    rijen_in: int
    rijen: int
    afgekeurd: int
    let_op: tuple[str, ...] = ()


class SourceChanged(OpenLeaError):
    """A column of a published file was moved, renamed or dropped; says which file to mend."""

    def __init__(self, bron: str, missing: str, found: tuple[str, ...], mend: str) -> None:
        """Name the old column, the nearest of the new ones, and the file to mend."""
        self.bron = bron
        self.missing = missing
        self.found = found
        self.mend = mend
        new = ", ".join(found) or "geen kolom die erop lijkt"
        super().__init__(
            f"{bron}: kolom '{missing}' staat niet meer in het bestand; nieuw is: {new}. "
            f"Pas {mend} aan. De laatste goede versie blijft in gebruik."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A few real lines of a published file, and the rows that they become: the test of a source.

    `expect` is a table of text: the names of some columns first, then a row per line, parted by
    white space; '.' stands for an empty cell.
    """

    bestand: Bestand
    expect: str
    afgekeurd: int = 0
