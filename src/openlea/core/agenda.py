"""The agenda as plain values: what is exported, imported, computed and printed.

Everything is named by its code (1, 1A, 1A1), never by a number of a database. Percentages and
counts are Decimals, money is whole cents, days are dates. An agenda read from Excel equals the
agenda it was written from.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openlea.core.begroting import Begroting
from openlea.core.keuze import Keuze
from openlea.core.netwerk import Netwerk
from openlea.core.partij import Partij


class AgendaStaat(Keuze):
    """How far the agenda itself has come."""

    CONCEPT = "concept", "Concept"
    VASTGESTELD = "vastgesteld", "Vastgesteld"
    AFGESLOTEN = "afgesloten", "Afgesloten"


class ActieStaat(Keuze):
    """How an action goes, as its owner says; how old that word is, is another scale."""

    NIET_GESTART = "niet_gestart", "Niet gestart"
    OP_SCHEMA = "op_schema", "Op schema"
    LOOPT_ACHTER = "loopt_achter", "Loopt achter"
    UITGESTELD = "uitgesteld", "Uitgesteld"
    AFGEROND = "afgerond", "Afgerond"
    GESTOPT = "gestopt", "Gestopt"
    SAMENGEVOEGD = "samengevoegd", "Samengevoegd"
    OPGEVOLGD = "opgevolgd", "Opgevolgd"
    ONBEKEND = "onbekend", "Nog niets gemeld"


class Schaal(Keuze):
    """Where an action plays."""

    LOKAAL = "lokaal", "Lokaal"
    REGIONAAL = "regionaal", "Regionaal"
    BEIDE = "beide", "Lokaal en regionaal"


class Rol(Keuze):
    """What a partij is to an action."""

    TREKKER = "trekker", "Trekker"
    MEDE_EIGENAAR = "mede_eigenaar", "Mede-eigenaar"
    UITVOERDER = "uitvoerder", "Uitvoerder"
    BETROKKEN = "betrokken", "Betrokken"


class Zichtbaarheid(Keuze):
    """Who may see it."""

    INTERN = "intern", "Intern (gemeente)"
    PARTNERS = "partners", "Partners"
    PUBLIEK = "publiek", "Publiek"


class Richting(Keuze):
    """When a target is met."""

    MINSTENS = "minstens", "Minstens"
    HOOGSTENS = "hoogstens", "Hoogstens"
    PRECIES = "precies", "Precies"
    GEDAAN = "gedaan", "Gedaan (ja of nee)"


class VerwijzingSoort(Keuze):
    """What an action points to by id."""

    INDICATOR = "indicator", "Indicator"
    TAAK = "taak", "Wettelijke taak"
    INTERVENTIE = "interventie", "Interventie"
    DOCUMENT = "document", "Document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Betrokkene:
    """A partij in an action, with its role and why we think so."""

    partij: str
    rol: Rol
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwijzing:
    """A pointer by id to an indicator, duty, intervention or document (a document: its address)."""

    soort: VerwijzingSoort
    naar: str
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voortgang:
    """What was said of an action on a day, and by whom (a name, for the record)."""

    op: date
    door: str
    staat: ActieStaat
    gedaan: str = ""
    blokkade: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actie:
    """Something that will be done. `leeftijd_*` in years, 0-23, both included."""

    code: str
    naam: str
    omschrijving: str = ""
    schaal: Schaal = Schaal.LOKAAL
    doelgroep: str = ""
    leeftijd_van: int | None = None
    leeftijd_tot: int | None = None
    van: date | None = None
    tot: date | None = None
    werkgroep: str = ""
    staat: ActieStaat = ActieStaat.ONBEKEND
    staat_reden: str = ""
    samengevoegd_met: str = ""
    opgevolgd_door: str = ""
    zichtbaarheid: Zichtbaarheid = Zichtbaarheid.PARTNERS
    betrokkenen: tuple[Betrokkene, ...] = ()
    verwijzingen: tuple[Verwijzing, ...] = ()
    voortgang: tuple[Voortgang, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Speerpunt:
    """A line of work within an ambitie; `doel` is its goal in one sentence, `trekker` a partij."""

    code: str
    naam: str
    omschrijving: str = ""
    doel: str = ""
    trekker: str = ""
    acties: tuple[Actie, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambitie:
    """What the parties want in the end."""

    code: str
    naam: str
    omschrijving: str = ""
    speerpunten: tuple[Speerpunt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaarwaarde:
    """One year of a target: what is wanted, what was obtained, and on which day that was read."""

    jaar: int
    doel: Decimal | None = None
    werkelijk: Decimal | None = None
    peildatum: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Streefwaarde:
    """A target: `bij` is the code of the actie, speerpunt or indicator that it measures."""

    code: str
    bij: str
    maat: str
    eenheid: str = ""
    richting: Richting = Richting.MINSTENS
    nulmeting: Decimal | None = None
    nulmeting_op: date | None = None
    eigenaar: str = ""
    bron: str = ""
    jaren: tuple[Jaarwaarde, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """One agenda of one gemeente or region, whole. Dates of rhythm are days."""

    titel: str
    van: int
    tot: int
    visie: str = ""
    staat: AgendaStaat = AgendaStaat.CONCEPT
    besluit_door: str = ""
    besluit_op: date | None = None
    geraadpleegd: str = ""
    ondertekenaars: tuple[str, ...] = ()
    voorganger: str = ""
    opvolger: str = ""
    bron: str = ""
    bijwerken_dagen: int = 120
    te_laat_dagen: int = 150
    partijen: tuple[Partij, ...] = ()
    werkgroepen: tuple[str, ...] = ()
    ambities: tuple[Ambitie, ...] = ()
    streefwaarden: tuple[Streefwaarde, ...] = ()
    begroting: Begroting = Begroting()
    netwerk: Netwerk = Netwerk()

    @property
    def jaren(self) -> tuple[int, ...]:
        """Return the years of the agenda, first and last included."""
        return tuple(range(self.van, self.tot + 1))

    @property
    def speerpunten(self) -> tuple[Speerpunt, ...]:
        """Return the speerpunten in printed order."""
        return tuple(speerpunt for ambitie in self.ambities for speerpunt in ambitie.speerpunten)

    @property
    def acties(self) -> tuple[Actie, ...]:
        """Return the acties in printed order."""
        return tuple(actie for speerpunt in self.speerpunten for actie in speerpunt.acties)
