"""The ask: who is asked what, about which thing, by when and why, and who belongs to a werkruimte.

A Verzoek is never moved to somebody else: it is closed as overgedragen and a new one is opened, so
that the record says who was asked when, and a link sent to one person never opens for another.
"""

from dataclasses import dataclass
from datetime import date, datetime

from openlea.core.keuze import Keuze


class VerzoekSoort(Keuze):
    """What is asked; another part of the product adds its own line here."""

    BIJWERKEN = "bijwerken", "Actie bijwerken"
    METING = "meting", "Meting invullen"
    BEVESTIGEN = "bevestigen", "Bevestigen"
    EIGENAAR = "eigenaar", "Eigenaar aanwijzen"
    CIJFERS = "cijfers", "Cijfers aanleveren"
    BEWIJS = "bewijs", "Wettelijke taak bewijzen"
    AANMELDBELEID = "aanmeldbeleid", "Aanmeldbeleid invullen"


class VerzoekStaat(Keuze):
    """What became of an ask."""

    OPEN = "open", "Open"
    GEDAAN = "gedaan", "Gedaan"
    VERVALLEN = "vervallen", "Vervallen"
    OVERGEDRAGEN = "overgedragen", "Overgedragen"


class Waarom(Keuze):
    """What an ask rests on."""

    WET = "wet", "De wet vraagt het"
    AFSPRAAK = "afspraak", "Dat is afgesproken"
    AGENDA = "agenda", "De agenda vraagt het"


class OnderwerpSoort(Keuze):
    """What kind of thing an ask is about; another part of the product adds its own line here."""

    AGENDA = "agenda", "Agenda"
    SPEERPUNT = "speerpunt", "Speerpunt"
    ACTIE = "actie", "Actie"
    STREEFWAARDE = "streefwaarde", "Streefwaarde"
    INDICATOR = "indicator", "Indicator"
    BRON = "bron", "Bron"
    VERPLICHTING = "verplichting", "Wettelijke taak"
    AFSPRAAK = "afspraak", "Afspraak"
    SCHOOLJAAR = "schooljaar", "Schooljaar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzoek:
    """An ask. `aan` is the id of a lidmaatschap; `partij` owes the answer, whoever is asked.

    `periode` tells one round from the next (the day the asking began, or a year). `gemaakt_op` is
    the day this person was asked. `escalatie` counts how often the ask went up the line.
    """

    soort: VerzoekSoort
    onderwerp: OnderwerpSoort
    code: str
    aan: int
    partij: str
    periode: str
    vraag: str
    waarom: Waarom
    voor: date
    gemaakt_op: date
    staat: VerzoekStaat = VerzoekStaat.OPEN
    escalatie: int = 0

    @property
    def sleutel(self) -> str:
        """Return what this ask is, whoever is asked: at most one of a key is open."""
        return "/".join((self.soort, self.onderwerp, self.code, self.partij, self.periode))

    @property
    def is_open(self) -> bool:
        """Return whether somebody still has to answer."""
        return self.staat is VerzoekStaat.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Afwezigheid:
    """Days away, first and last included; `vervanger` is the lidmaatschap that stands in."""

    van: date
    tot: date
    vervanger: int | None = None

    def covers(self, day: date) -> bool:
        """Return whether the day falls in it."""
        return self.van <= day <= self.tot


@dataclass(frozen=True, slots=True, kw_only=True)
class Lid:
    """A lidmaatschap: a person in one werkruimte, for a partij, from and up to a last day."""

    id: int
    persoon: int
    partij: str
    is_agendabeheerder: bool = False
    van: date | None = None
    tot: date | None = None
    afwezigheden: tuple[Afwezigheid, ...] = ()

    def is_active(self, day: date) -> bool:
        """Return whether the membership holds on the day."""
        return (self.van is None or self.van <= day) and (self.tot is None or day <= self.tot)

    def absence(self, day: date) -> Afwezigheid | None:
        """Return the first absence that covers the day, or None."""
        return next((weg for weg in self.afwezigheden if weg.covers(day)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toegangslink:
    """A link in a mail that opens one Verzoek without login; moments carry a time zone."""

    verzoek: int
    gemaakt_op: datetime
    ingetrokken_op: datetime | None = None
