"""A consultation: its kind and legal character, its meetings, who sits there with which mandate."""

from dataclasses import dataclass
from datetime import date, time

from openlea.core.keuze import Keuze
from openlea.core.partij import PartijSoort


class Karakter(Keuze):
    """Why a consultation is held."""

    WETTELIJK = "wettelijk", "De wet vraagt het"
    AGENDA = "agenda", "De agenda vraagt het"
    VRIJ = "vrij", "Eigen keuze"


class Overlegrol(Keuze):
    """What somebody is in a series of meetings."""

    VOORZITTER = "voorzitter", "Voorzitter"
    SECRETARIS = "secretaris", "Secretaris"
    LID = "lid", "Lid"


class Mandaat(Keuze):
    """How far somebody may bind the partij."""

    MET = "met", "Mag besluiten namens de partij"
    RUGGESPRAAK = "ruggespraak", "Legt het eerst voor aan de partij"
    ZONDER = "zonder", "Denkt mee, besluit niet"


class Aanwezigheid(Keuze):
    """Whether somebody was there."""

    ONBEKEND = "onbekend", "Nog niet bekend"
    AANWEZIG = "aanwezig", "Aanwezig"
    AFGEMELD = "afgemeld", "Afgemeld"
    AFWEZIG = "afwezig", "Afwezig"


class VergaderingStaat(Keuze):
    """How far a meeting is; a concept says nothing to anybody until it is sent."""

    CONCEPT = "concept", "Concept"
    UITGENODIGD = "uitgenodigd", "Uitnodiging verstuurd"
    BEZIG = "bezig", "Bezig"
    GEHOUDEN = "gehouden", "Gehouden"
    AFGELAST = "afgelast", "Afgelast"


class VerslagStaat(Keuze):
    """How far the minutes are."""

    GEEN = "geen", "Nog geen verslag"
    CONCEPT = "concept", "Conceptverslag"
    VASTGESTELD = "vastgesteld", "Verslag vastgesteld"


class PuntSoort(Keuze):
    """What is asked of the meeting with an item."""

    INFORMEREN = "informeren", "Ter informatie"
    BESPREKEN = "bespreken", "Ter bespreking"
    BESLUITEN = "besluiten", "Ter besluitvorming"


class PuntStaat(Keuze):
    """What became of an item; without a meeting it is parked."""

    OPEN = "open", "Te behandelen"
    BEHANDELD = "behandeld", "Behandeld"
    DOORGESCHOVEN = "doorgeschoven", "Doorgeschoven"
    VERVALLEN = "vervallen", "Vervallen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sjabloonpunt:
    """An item that every meeting of a kind begins with; `minuten` is how long it may take."""

    titel: str
    sectie: str = ""
    soort: PuntSoort = PuntSoort.BESPREKEN
    minuten: int = 10
    vast: str = ""
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlegkaart:
    """A kind of consultation, as a file on the shelf says it.

    `plichten` are the ids of the duties it serves: their topics must have been on the table each
    year. `plansoort` names the plan it is about, if any. `per_jaar` is how often at least.
    `geschil` says in words what happens when the parties do not agree, step by step.
    """

    id: str
    titel: str
    karakter: Karakter
    partijen: tuple[PartijSoort, ...]
    per_jaar: int
    waarom: str
    bron: str
    plichten: tuple[str, ...] = ()
    plansoort: str = ""
    op_overeenstemming: bool = False
    geschil: tuple[str, ...] = ()
    per_ambitie: bool = False
    minuten: int = 90
    punten: tuple[Sjabloonpunt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergadermoment:
    """When and where a meeting is; times are those of Amsterdam."""

    op: date
    van: time | None = None
    tot: time | None = None
    plek: str = ""
    link: str = ""
