"""The agenda as one person sees it today: read once, for the tree, the list and the paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from openlea.core.agenda import Agenda as AgendaValue
from openlea.core.agenda import AgendaStaat, Ambitie, Speerpunt
from openlea.policy.aandeel import Aandeel
from openlea.policy.actualiteit import Actualiteit, share_of_agenda
from openlea.policy.agenda_staat import is_open
from openlea.policy.meetbaarheid import Meetbaar, Meetbaarheid, measurability
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.storage.records.as_values import agenda_values, sight_of
from openlea.storage.records.models import Agenda
from openlea.storage.records.verhaal import stored_versies
from openlea.web.pages.agenda.rijen import ActieRij, Streef, rows_of, streven_per_code, year_shown
from openlea.web.pages.agenda.verdeling import StaatDeel, divide
from openlea.web.route import LeaRequest


@dataclass(frozen=True, slots=True)
class Blik:
    """The agenda that one sees, its rows, and how it stands.

    `versies` are those of its speerpunten and actions, by code, for a page that changes them; none
    of them is newer than the values.
    """

    record: Agenda
    agenda: AgendaValue
    rijen: tuple[ActieRij, ...]
    jaar: int
    vandaag: date
    mag_wijzigen: bool
    versies: Mapping[str, int]

    @property
    def is_concept(self) -> bool:
        """Return whether nothing has been decided yet."""
        return self.agenda.staat is AgendaStaat.CONCEPT

    @property
    def aandeel(self) -> Aandeel:
        """Return how many running actions have an owner and are fresh."""
        return share_of_agenda(self.agenda, self.record.in_gebruik_op, self.vandaag)

    @property
    def meetbaarheid(self) -> Meetbaarheid:
        """Return how measurable the agenda is."""
        return measurability(self.agenda)

    @property
    def verdeling(self) -> tuple[StaatDeel, ...]:
        """Return how all actions stand, as one bar."""
        return divide(rij.actie.staat for rij in self.rijen)

    @property
    def zonder_eigenaar(self) -> int:
        """Return how many actions that still run have nobody who acts."""
        running = (r for r in self.rijen if r.actualiteit is not Actualiteit.NIET_NODIG)
        return sum(not rij.eigenaren for rij in running)

    @property
    def ondertekenaars(self) -> list[str]:
        """Return the names of the partijen that signed."""
        namen = {partij.code: partij.naam for partij in self.agenda.partijen}
        return [namen.get(code, code) for code in self.agenda.ondertekenaars]


@dataclass(frozen=True, slots=True)
class SpeerpuntBlok:
    """A speerpunt with the rows that are shown under it, its own targets and what it lacks."""

    speerpunt: Speerpunt
    rijen: tuple[ActieRij, ...]
    streven: tuple[Streef, ...]
    meetbaar: Meetbaar | None
    trekker: str

    @property
    def verdeling(self) -> tuple[StaatDeel, ...]:
        """Return how the shown actions stand, as one bar."""
        return divide(rij.actie.staat for rij in self.rijen)


@dataclass(frozen=True, slots=True)
class AmbitieBlok:
    """An ambitie with the speerpunten that are shown under it."""

    ambitie: Ambitie
    speerpunten: tuple[SpeerpuntBlok, ...]


def look(request: LeaRequest, *, to_change: bool = False) -> Blik | None:
    """Return the agenda as this person sees it, or None when there is none yet.

    A page that changes actions or speerpunten asks it `to_change`, for the versions.
    """
    record = Agenda.objects.current(request.werkruimte.pk)
    if record is None:
        return None
    today = timezone.localdate()
    versies = stored_versies(record) if to_change else {}
    agenda = agenda_values(record, sight_of(request.actor))
    changes = request.actor.scope(Noun.AGENDA, Verb.WIJZIGEN) is Scope.ALLES
    return Blik(
        record=record,
        agenda=agenda,
        rijen=rows_of(agenda, record.in_gebruik_op, today),
        jaar=year_shown(agenda, today),
        vandaag=today,
        mag_wijzigen=changes and is_open(agenda.staat),
        versies=versies,
    )


def blocks(blik: Blik, rijen: tuple[ActieRij, ...], *, empty: bool) -> tuple[AmbitieBlok, ...]:
    """Return the tree of these rows; with `empty` also what has no row, as in a whole agenda."""
    streven = streven_per_code(blik.agenda.streefwaarden, blik.vandaag)
    meetbaar = {one.code: one for one in blik.meetbaarheid.speerpunten}
    namen = {partij.code: partij.naam for partij in blik.agenda.partijen}
    by_code: dict[str, list[ActieRij]] = {}
    for rij in rijen:
        by_code.setdefault(rij.speerpunt.code, []).append(rij)
    tree = (
        AmbitieBlok(
            ambitie,
            tuple(
                SpeerpuntBlok(
                    one,
                    tuple(by_code.get(one.code, ())),
                    tuple(streven.get(one.code, ())),
                    meetbaar.get(one.code),
                    namen.get(one.trekker, ""),
                )
                for one in ambitie.speerpunten
                if empty or one.code in by_code
            ),
        )
        for ambitie in blik.agenda.ambities
    )
    return tuple(one for one in tree if empty or one.speerpunten)
