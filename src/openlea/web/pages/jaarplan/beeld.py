"""The plan of a year as the page shows it: per consultation its year, its topics, its next step."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from openlea.core.overleg import VergaderingStaat
from openlea.policy.overlegplan import Overlegplan, Overlegregel
from openlea.policy.schrijfwijze import count, day, listing
from openlea.policy.tafelonderwerp import Tafelonderwerp, at_table
from openlea.policy.vergaderregel import WAITING, Vergaderregel
from openlea.policy.wetsonderwerp import BehandelStaat, Vastpunt, Wetsonderwerp
from openlea.web.charts.vergaderjaar_svg import (
    HELD,
    PLANNED,
    Stip,
    Vergaderjaar,
    draw_vergaderjaar,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderwerprij:
    """A topic with how far it is, and per meeting of the columns whether it is about it."""

    onderwerp: Tafelonderwerp
    cellen: tuple[tuple[date, BehandelStaat], ...]

    @property
    def is_open(self) -> bool:
        """Return whether no agenda holds it."""
        return self.onderwerp.staat is BehandelStaat.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlegbeeld:
    """A consultation: `kolommen` are the meetings of the matrix, `op_agenda` the one to put it on.

    `mag` says that the reader may change its agendas, `is_eerste` that its gap is the first to do.
    """

    regel: Overlegregel
    svg: str
    rijen: tuple[Onderwerprij, ...]
    kolommen: tuple[Vergaderregel, ...]
    gelegenheid: tuple[Wetsonderwerp, ...]
    op_agenda: Vergaderregel | None
    mag: bool
    is_eerste: bool = False

    @property
    def open(self) -> tuple[Onderwerprij, ...]:
        """Return the topics that no agenda holds."""
        return tuple(one for one in self.rijen if one.is_open)

    @property
    def has_gap(self) -> bool:
        """Return whether a topic or a meeting lacks."""
        return bool(self.open or self.regel.nog_te_plannen)

    @property
    def vast_ontbreekt(self) -> tuple[Vastpunt, ...]:
        """Return the standing items that the coming meeting lacks."""
        if self.op_agenda is None:
            return ()
        here = self.op_agenda.nummer
        return tuple(one for one in self.regel.vaste_punten if here in one.ontbreekt)

    @property
    def telling(self) -> str:
        """Return in Dutch how often it was asked, held and planned."""
        held, coming = len(self.regel.gehouden), len(self.regel.gepland)
        if not self.regel.gevraagd:
            return f"Gestopt. {held} keer gehouden."
        left = len(self.regel.nog_te_plannen)
        lacks = f", {left} nog te plannen" if left else ""
        return f"{self.regel.gevraagd} keer per jaar: {held} gehouden, {coming} gepland{lacks}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaarplanbeeld:
    """The page: the answer in numbers and one sentence, and every consultation."""

    jaar: int
    overleggen: tuple[Overlegbeeld, ...]
    totaal: int
    behandeld: int
    gepland: int
    open: int
    zin: str


def jaarplan_of(plan: Overlegplan, today: date, own: Collection[int]) -> Jaarplanbeeld:
    """Return the page of a plan; `own` are the series (by number) that the reader may change."""
    seen: set[str] = set()
    shown = tuple(_overleg(one, plan, today, own, seen) for one in plan.regels)
    first = next((one for one in shown if one.has_gap), None)
    shown = tuple(replace(one, is_eerste=one is first) for one in shown)
    topics = [row.onderwerp.staat for one in shown for row in one.rijen]
    done, coming = topics.count(BehandelStaat.BEHANDELD), topics.count(BehandelStaat.GEPLAND)
    left = len(topics) - done - coming
    return Jaarplanbeeld(
        jaar=plan.jaar,
        overleggen=shown,
        totaal=len(topics),
        behandeld=done,
        gepland=coming,
        open=left,
        zin=_answer(plan.jaar, len(topics), coming, left, today),
    )


def _answer(jaar: int, totaal: int, gepland: int, left: int, today: date) -> str:
    if not totaal:
        return "De wet vraagt dit jaar geen vaste onderwerpen."
    if not left and not gepland:
        return f"Alles wat de wet in {jaar} op tafel wil, is behandeld."
    if not left:
        return "Alles staat op een agenda. Houd de vergaderingen en leg het verslag vast."
    if jaar < today.year:
        topics = count(left, "onderwerp is", "onderwerpen zijn")
        return f"{topics} in {jaar} niet behandeld. Dat is niet meer in te halen."
    verb = "staat" if left == 1 else "staan"
    return f"{count(left, 'onderwerp', 'onderwerpen')} {verb} nog op geen agenda."


def _overleg(
    regel: Overlegregel, plan: Overlegplan, today: date, own: Collection[int], seen: set[str]
) -> Overlegbeeld:
    """Return a consultation; a topic that an earlier one shows isn't shown a second time."""
    topics = [one for one in at_table(regel.onderwerpen) if one.sleutel not in seen]
    seen.update(one.sleutel for one in topics)
    columns = tuple(_columns(plan, topics, regel))
    mag = regel.reeks is not None and regel.reeks.nummer in own
    return Overlegbeeld(
        regel=regel,
        svg=draw_vergaderjaar(_year(plan.jaar, regel), today),
        rijen=tuple(
            Onderwerprij(
                onderwerp=one, cellen=tuple((col.op, one.at(col.nummer)) for col in columns)
            )
            for one in topics
        ),
        kolommen=columns,
        gelegenheid=tuple(one for one in regel.onderwerpen if not one.elk_jaar),
        op_agenda=_prepared(regel.gepland) if mag else None,
        mag=mag,
    )


def _columns(
    plan: Overlegplan, topics: Sequence[Tafelonderwerp], regel: Overlegregel
) -> Iterator[Vergaderregel]:
    """Yield its own meetings, and those of other series that deal with one of its topics."""
    if not topics:
        return
    named = {nummer for topic in topics for one in topic.delen for nummer in one.tafels}
    every = {m.nummer: m for row in plan.regels for m in (*row.gehouden, *row.gepland)}
    ours = {m.nummer for m in (*regel.gehouden, *regel.gepland)}
    yield from sorted(
        (every[nummer] for nummer in (named | ours) & set(every)),
        key=lambda one: (one.op, one.nummer),
    )


def _prepared(meetings: Sequence[Vergaderregel]) -> Vergaderregel | None:
    """Return the first meeting whose agenda can still change."""
    return next((one for one in meetings if VergaderingStaat(one.staat) in WAITING), None)


def _year(jaar: int, regel: Overlegregel) -> Vergaderjaar:
    dots = [Stip(op=one.op, soort=HELD) for one in regel.gehouden]
    dots += [Stip(op=one.op, soort=PLANNED) for one in regel.gepland]
    return Vergaderjaar(
        jaar=jaar,
        stippen=tuple(dots),
        vensters=tuple((one.van, one.voor) for one in regel.nog_te_plannen),
        zin=" ".join(_sentences(jaar, regel)),
    )


def _sentences(jaar: int, regel: Overlegregel) -> Iterator[str]:
    yield f"{regel.titel} in {jaar}."
    if regel.gehouden:
        yield f"Gehouden op {listing([day(one.op) for one in regel.gehouden])}."
    if regel.gepland:
        yield f"Gepland op {listing([day(one.op) for one in regel.gepland])}."
    for one in regel.nog_te_plannen:
        yield f"Nog te plannen tussen {day(one.van)} en {day(one.voor)}."
    if not (regel.gehouden or regel.gepland or regel.nog_te_plannen):
        yield "Niets gehouden of gepland."
