"""What a meeting looks like while it goes on: its items with time, and one item with all of it."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.core.overleg import PuntSoort, PuntStaat, VergaderingStaat, VerslagStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.vergaderorde import (
    Puntduur,
    Tijdstand,
    is_part_of_sitting,
    may_write_line,
    time_used,
)
from openlea.services.vergaderen.aan_tafel import Tafelpartij, Tafelpersoon, at_table
from openlea.services.vergaderen.schrijvers import others_typing
from openlea.services.vergaderen.tafel import find_attended, kaart_of, leads
from openlea.services.vergaderen.uitkomsten import (
    Regel,
    Tafelafspraak,
    Tafelbesluit,
    afspraken_on,
    besluiten_on,
    lines_on,
)
from openlea.storage.records.models import Agendapunt, Notitie, Vergadering
from openlea.storage.records.scope_overleg import punten_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafelpunt:
    """An item in the order of the meeting; minutes are whole, `gebruikt` is None while unknown.

    `vanzelf` says that it is done when the meeting closes, like the opening.
    """

    nummer: int
    plaats: int
    titel: str
    soort: PuntSoort
    staat: PuntStaat
    minuten: int
    gebruikt: int | None = None
    sectie: str = ""
    inbrenger: str = ""
    toelichting: str = ""
    regels: int = 0
    vanzelf: bool = False

    @property
    def is_open(self) -> bool:
        """Return whether it has no outcome yet."""
        return self.staat is PuntStaat.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafel:
    """A meeting as seen at one item; `hier` is None for a meeting without items."""

    vergadering: Vergadering
    punten: tuple[Tafelpunt, ...]
    hier: Tafelpunt | None
    regels: tuple[Regel, ...]
    besluiten: tuple[Tafelbesluit, ...]
    afspraken: tuple[Tafelafspraak, ...]
    personen: tuple[Tafelpersoon, ...]
    partijen: tuple[Tafelpartij, ...]
    tijd: Tijdstand
    schrijvers: tuple[str, ...]
    leidt: bool
    schrijft: bool

    @property
    def staat(self) -> VergaderingStaat:
        """Return how far the meeting is."""
        return VergaderingStaat(self.vergadering.staat)

    @property
    def open_punten(self) -> tuple[Tafelpunt, ...]:
        """Return the items without outcome."""
        return tuple(one for one in self.punten if one.is_open)

    @property
    def gaat_door(self) -> tuple[Tafelpunt, ...]:
        """Return the items that go on in the next meeting when this one closes now."""
        return tuple(one for one in self.open_punten if not one.vanzelf)

    @property
    def klaar(self) -> int:
        """Return how many items have an outcome."""
        return len(self.punten) - len(self.open_punten)

    @property
    def aanwezig(self) -> int:
        """Return how many people are there."""
        return sum(one.is_er for one in self.personen)

    def beside(self, step: int) -> Tafelpunt | None:
        """Return the item a step further (or back) in the order, None at an end."""
        if self.hier is None:
            return None
        place = self.hier.plaats - 1 + step
        return self.punten[place] if 0 <= place < len(self.punten) else None


def describe_tafel(actor: Actor, nummer: int, punt: int | None, now: datetime) -> Tafel:
    """Return a meeting at one item, or at the first that is still open.

    Raises NotFound for what the actor may not see, NotAllowed when it was not asked to it.
    """
    meeting = find_attended(actor, Verb.ZIEN, nummer)
    punten, tijd = _items(actor, meeting, now)
    hier = _here(punten, punt)
    leidt = leads(actor, meeting)
    schrijft = actor.may(Noun.NOTULEN, Verb.MAKEN) and may_write_line(
        VergaderingStaat(meeting.staat), VerslagStaat(meeting.verslag_staat), leads=leidt
    )
    personen, partijen = at_table(meeting)
    here = hier.nummer if hier else 0
    return Tafel(
        vergadering=meeting,
        punten=punten,
        hier=hier,
        regels=lines_on(actor, here, leidt=leidt, schrijft=schrijft),
        besluiten=besluiten_on(actor, here),
        afspraken=afspraken_on(actor, here),
        personen=personen,
        partijen=partijen,
        tijd=tijd,
        schrijvers=others_typing(actor, here, now),
        leidt=leidt,
        schrijft=schrijft,
    )


def _items(
    actor: Actor, meeting: Vergadering, now: datetime
) -> tuple[tuple[Tafelpunt, ...], Tijdstand]:
    every = Agendapunt.objects.of(actor.werkruimte).filter(vergadering=meeting)
    scope = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    seen = list(punten_within(every, scope, actor, timezone.localdate()))
    tijd = time_used([_duration(one) for one in seen], meeting.begonnen_op, _end(meeting, now))
    used = dict(tijd.per_punt)
    lines = Notitie.objects.filter(punt__in=[one.pk for one in seen], weg_op=None)
    written = Counter(lines.values_list("punt_id", flat=True))
    found = (_shown(one, plaats, used, written) for plaats, one in enumerate(seen, start=1))
    kaart = kaart_of(meeting.reeks)
    return tuple(replace(one, vanzelf=is_part_of_sitting(one.titel, kaart)) for one in found), tijd


def _shown(one: Agendapunt, plaats: int, used: dict[int, int], written: Counter[int]) -> Tafelpunt:
    return Tafelpunt(
        nummer=one.pk,
        plaats=plaats,
        titel=one.titel,
        soort=PuntSoort(one.soort),
        staat=PuntStaat(one.staat),
        minuten=one.minuten,
        gebruikt=used.get(one.pk),
        sectie=one.sectie,
        inbrenger=one.inbrenger or (one.partij.naam if one.partij else ""),
        toelichting=one.toelichting,
        regels=written[one.pk],
    )


def _duration(one: Agendapunt) -> Puntduur:
    return Puntduur(
        nummer=one.pk,
        minuten=one.minuten,
        staat=PuntStaat(one.staat),
        klaar_op=one.behandeld_op,
    )


def _end(meeting: Vergadering, now: datetime) -> datetime | None:
    if meeting.begonnen_op is None:
        return None
    return meeting.gesloten_op or now


def _here(punten: tuple[Tafelpunt, ...], punt: int | None) -> Tafelpunt | None:
    if punt is not None:
        found = next((one for one in punten if one.nummer == punt), None)
        if found is None:
            raise NotFound("Dit agendapunt staat niet op deze agenda.")
        return found
    return next((one for one in punten if one.is_open), punten[0] if punten else None)
