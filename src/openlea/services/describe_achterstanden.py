"""What boards and gemeente have for onderwijsachterstanden: points, money, what isn't public."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openlea.core.begroting import Begroting, Geldstroom, StroomSoort
from openlea.core.onthulling import NUL, Bereik
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.achterstandsgeld import (
    Bestuurspunten,
    Gemeentepunten,
    Schoolpunten,
    amount_per_point,
    amount_per_pupil,
    contradicting,
    points_by_board,
)
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.aanmelden.scholen import School, schools_here
from openlea.storage.figures.store import FigureStore
from openlea.storage.records.as_values import agenda_values, sight_of
from openlea.storage.records.models import Agenda, Verzoek, Werkruimte
from openlea.storage.warehouse.achterstandstabellen import (
    BESTEDING,
    Besteding,
    Schoolscore,
    Scores,
    read_gemeente_scores,
    read_school_scores,
    read_spending,
)
from openlea.storage.warehouse.warehouse import open_warehouse

LEERLINGEN = "leerlingen_bo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestuur:
    """One board: its points, what it said it spends (None: not public), and since when asked."""

    naam: str
    punten: Bestuurspunten
    cents: int | None = None
    waaraan: tuple[Besteding, ...] = ()
    gevraagd_op: date | None = None

    @property
    def per_leerling(self) -> Bereik | None:
        """Return euros per pupil of its schools here."""
        return amount_per_pupil(self.cents, self.punten.leerlingen)

    @property
    def per_punt(self) -> Decimal | None:
        """Return euros per point; an amount that was given, divided, and no price of the state.

        None as long as a school has no score: the amount is for all of them.
        """
        is_whole = self.punten.bekend == self.punten.scholen
        return amount_per_point(self.cents, self.punten.met) if is_whole else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroom:
    """A stream of the agenda: what comes in this year, and what posts are put on it."""

    code: str
    naam: str
    is_oab: bool
    cents: int | None
    begroot: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Achterstanden:
    """All that is told; `scorejaar` and `leerlingen_op` say of when, '' when it isn't there."""

    jaar: int
    jaren: tuple[int, ...]
    besturen: tuple[Bestuur, ...]
    gemeente: tuple[Gemeentepunten, ...]
    tegenspraak: tuple[Gemeentepunten, ...]
    stromen: tuple[Stroom, ...]
    scorejaar: str
    leerlingen_op: str
    register: str
    mag_besteding: bool

    @property
    def spuk(self) -> int | None:
        """Return the cents of this year that the agenda names as SPUK OAB; None when it doesn't."""
        known = [one.cents for one in self.stromen if one.is_oab and one.cents is not None]
        return sum(known) if known else None

    @property
    def leerlingen(self) -> Bereik | None:
        """Return the pupils of all boards together; None when those of one are not known."""
        known = [n for one in self.besturen if (n := one.punten.leerlingen) is not None]
        return sum(known, NUL) if known and len(known) == len(self.besturen) else None

    @property
    def punten(self) -> Decimal | None:
        """Return the points of all boards together."""
        known = [met for one in self.besturen if (met := one.punten.met) is not None]
        return sum(known, Decimal(0)) if known else None

    @property
    def geantwoord(self) -> int:
        """Return how many boards said what they spend."""
        return sum(one.cents is not None for one in self.besturen)


def describe_achterstanden(
    actor: Actor, store: FigureStore, jaar: int | None, today: date, *, mag_besteding: bool
) -> Achterstanden:
    """Return it for a year of the agenda, of today when there is none.

    `store` are the figures that the actor may see; `mag_besteding` says whether what boards told
    each other is for this actor. A fixed number of queries and reads.
    """
    house = open_warehouse()
    here = schools_here(actor.werkruimte)
    scholen = list(here.scholen.values())
    scores = read_school_scores(house, store.laag)
    pupils, op = _pupils(store, scholen)
    begroting, jaren = _money(actor, today)
    when = jaar if jaar in jaren else min(jaren, key=lambda one: abs(one - today.year))
    spent = read_spending(house, store.laag) if mag_besteding else ()
    gemeente = read_gemeente_scores(house, store.laag, _gemeente(actor))
    return Achterstanden(
        jaar=when,
        jaren=jaren,
        besturen=_boards(actor, _points(scholen, scores, pupils), scholen, spent, when),
        gemeente=gemeente,
        tegenspraak=contradicting(gemeente),
        stromen=_streams(begroting, when),
        scorejaar=scores.jaar,
        leerlingen_op=op,
        register=here.peildatum,
        mag_besteding=mag_besteding,
    )


def _points(
    scholen: Sequence[School], scores: Scores, pupils: Mapping[str, Bereik]
) -> tuple[Bestuurspunten, ...]:
    """Return the points per board; pupils as CBS counted them where DUO has none."""
    unknown = Schoolscore(None, None, None)
    told = [(one, scores.scholen.get(one.code, unknown)) for one in scholen]
    return points_by_board(
        Schoolpunten(
            code=one.code,
            bestuur=one.bestuur,
            met=score.met,
            zonder=score.zonder,
            leerlingen=pupils.get(one.code, score.leerlingen),
        )
        for one, score in told
    )


def _pupils(store: FigureStore, scholen: Sequence[School]) -> tuple[Mapping[str, Bereik], str]:
    """Return the pupils per school on the newest day, and that day; hidden counts are ranges."""
    keys = [PlaceKey(PlaceKind.SCHOOL, one.code) for one in scholen]
    figures = store.of_places([LEERLINGEN], keys) if keys else ()
    day = max((one.periode for one in figures), default="")
    return {
        one.plaats.code: one.bereik for one in figures if one.periode == day and one.bereik
    }, day


def _money(actor: Actor, today: date) -> tuple[Begroting, tuple[int, ...]]:
    record = Agenda.objects.current(actor.werkruimte)
    if record is None or not actor.may(Noun.GELD, Verb.ZIEN):
        return Begroting(), (today.year,)
    agenda = agenda_values(record, sight_of(actor))
    return agenda.begroting, tuple(agenda.jaren)


def _streams(begroting: Begroting, jaar: int) -> tuple[Stroom, ...]:
    """Return the streams that may hold money for achterstanden: SPUK OAB, and the state's."""
    return tuple(
        Stroom(
            code=one.code,
            naam=one.naam,
            is_oab=one.soort is StroomSoort.SPUK_OAB,
            cents=one.bedragen.get(jaar),
            begroot=_budgeted(begroting, one, jaar),
        )
        for one in begroting.geldstromen
        if one.soort in {StroomSoort.SPUK_OAB, StroomSoort.RIJK}
    )


def _budgeted(begroting: Begroting, stroom: Geldstroom, jaar: int) -> int | None:
    """Return what posts put on a stream; a row inside another is not counted twice."""
    named = [one for one in begroting.posten if one.geldstroom == stroom.code and not one.kop]
    known = [cents for one in named if (cents := one.bedragen.get(jaar)) is not None]
    return sum(known) if known else None


def _boards(
    actor: Actor,
    points: Sequence[Bestuurspunten],
    scholen: Sequence[School],
    spent: Sequence[Besteding],
    jaar: int,
) -> tuple[Bestuur, ...]:
    codes = {one.bestuur: one for one in scholen}
    asked = _asked(actor)
    found = []
    for one in points:
        school = codes[one.bestuur]
        own = tuple(
            row for row in spent if row.bestuur == school.bestuurscode and row.jaar == str(jaar)
        )
        found.append(
            Bestuur(
                naam=one.bestuur,
                punten=one,
                cents=sum(row.cents for row in own) if own else None,
                waaraan=own,
                gevraagd_op=asked.get(school.partij_code) if school.partij_code else None,
            )
        )
    return tuple(found)


def _asked(actor: Actor) -> dict[str, date]:
    """Return by code of a partij when it was asked last; only for who sees every ask."""
    if actor.scope(Noun.VERZOEK, Verb.ZIEN) is not Scope.ALLES:
        return {}
    rows = Verzoek.objects.of(actor.werkruimte).filter(onderwerp_code=BESTEDING)
    return dict(rows.order_by("trap_op").values_list("partij_code", "trap_op"))


def _gemeente(actor: Actor) -> str:
    plaats = Werkruimte.objects.values_list("plaats", flat=True).get(pk=actor.werkruimte)
    return plaats.partition(":")[2]
