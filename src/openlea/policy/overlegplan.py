"""Which meetings law and agenda ask in a year: what was held, what is planned, what is lacking."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from openlea.core.overleg import Karakter, Overlegkaart
from openlea.core.plicht import Grondslag, Plicht
from openlea.policy.schrijfwijze import day
from openlea.policy.vergaderregel import Reeksregel, Vergaderregel
from openlea.policy.vergadervenster import Vergadervenster, windows
from openlea.policy.wetsonderwerp import (
    BehandelStaat,
    Vastpunt,
    Wetsonderwerp,
    duties_of,
    is_yearly,
    last_days,
    standing_of,
    topics_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlegvraag:
    """What the plan of a year is made from; `ambities` is the code of each to its name.

    Meetings of other years may be among `vergaderingen`: they say nothing.
    """

    jaar: int
    today: date
    kaarten: Mapping[str, Overlegkaart]
    plichten: Mapping[str, Plicht]
    reeksen: Sequence[Reeksregel] = ()
    vergaderingen: Sequence[Vergaderregel] = ()
    ambities: Mapping[str, str] = field(default_factory=dict)

    def of_year(self) -> tuple[Vergaderregel, ...]:
        """Return the meetings of the year, soonest first."""
        own = (one for one in self.vergaderingen if one.op.year == self.jaar)
        return tuple(sorted(own, key=lambda one: (one.op, one.nummer)))

    def running(self) -> tuple[Reeksregel, ...]:
        """Return the series that were not ended."""
        return tuple(one for one in self.reeksen if not one.has_stopped(self.today))


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlegregel:
    """A consultation in a year: a series, or a kind that is asked and has no series (None).

    `wet_vraagt` says that the law asks it in this very year. `ambitie` is the name of the ambitie
    that has no werkgroep yet. `niet_gesloten` are meetings whose day is over, that nobody closed.
    """

    kaart: Overlegkaart
    reeks: Reeksregel | None
    titel: str
    ambitie: str
    gevraagd: int
    wet_vraagt: bool
    grondslagen: tuple[tuple[str, Grondslag], ...]
    gehouden: tuple[Vergaderregel, ...]
    gepland: tuple[Vergaderregel, ...]
    niet_gesloten: tuple[Vergaderregel, ...]
    nog_te_plannen: tuple[Vergadervenster, ...]
    onderwerpen: tuple[Wetsonderwerp, ...]
    vaste_punten: tuple[Vastpunt, ...]

    @property
    def open_onderwerpen(self) -> tuple[Wetsonderwerp, ...]:
        """Return the topics that the law asks this year and that no agenda holds."""
        return tuple(one for one in self.onderwerpen if one.is_gap)

    @property
    def vraagt(self) -> str:
        """Return in Dutch who asks it, in one phrase."""
        if self.kaart.karakter is Karakter.WETTELIJK and not self.wet_vraagt:
            return "De wet vraagt het bij elk plan"
        return self.kaart.karakter.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlegplan:
    """The plan of a year, what the law asks first."""

    jaar: int
    regels: tuple[Overlegregel, ...]

    @property
    def onderwerpen(self) -> tuple[Wetsonderwerp, ...]:
        """Return every topic that the law asks this year, once."""
        found = {(o.plicht, o.code): o for regel in self.regels for o in regel.onderwerpen}
        return tuple(one for one in found.values() if one.elk_jaar)

    def count(self, staat: BehandelStaat) -> int:
        """Return how many of those topics are this far."""
        return sum(one.staat is staat for one in self.onderwerpen)


def plan_of(vraag: Overlegvraag) -> Overlegplan:
    """Return the plan of a year: every series, and every kind that is asked and has none."""
    meetings = vraag.of_year()
    order = list(vraag.kaarten)
    rows = [_of_series(vraag, reeks, meetings) for reeks in vraag.reeksen]
    rows = [one for one in rows if one.gevraagd or one.gehouden or one.gepland]
    rows += [_without_series(vraag, kaart, naam, meetings) for kaart, naam in _lacking(vraag)]
    rank = {karakter: place for place, karakter in enumerate(Karakter)}
    rows.sort(key=lambda one: (rank[one.kaart.karakter], _place(order, one.kaart.id)))
    return Overlegplan(jaar=vraag.jaar, regels=tuple(rows))


def kaart_of(kaarten: Mapping[str, Overlegkaart], soort: str) -> Overlegkaart:
    """Return a kind; one that is no longer on the shelf asks nothing and has no items."""
    return kaarten.get(soort) or Overlegkaart(
        id=soort, titel=soort, karakter=Karakter.VRIJ, partijen=(), per_jaar=1, waarom="", bron=""
    )


def serving(vraag: Overlegvraag, kaart: Overlegkaart) -> frozenset[int]:
    """Return the series in which a duty of this kind can be met, whatever kind they are of."""
    asked = set(kaart.plichten)
    return frozenset(
        one.nummer
        for one in vraag.reeksen
        if asked & set(kaart_of(vraag.kaarten, one.soort).plichten)
    )


def _place(order: Sequence[str], naam: str) -> int:
    return order.index(naam) if naam in order else len(order)


def _lacking(vraag: Overlegvraag) -> Iterator[tuple[Overlegkaart, str]]:
    """Yield each kind that law or agenda asks and that has no series, with its ambitie or ''."""
    there = {one.soort for one in vraag.running()}
    for kaart in vraag.kaarten.values():
        if kaart.karakter is Karakter.VRIJ:
            continue
        if kaart.per_ambitie and vraag.ambities:
            yield from ((kaart, naam) for naam in _without_werkgroep(vraag, kaart))
        elif kaart.id not in there and not _is_met_elsewhere(vraag, kaart):
            yield kaart, ""


def _without_werkgroep(vraag: Overlegvraag, kaart: Overlegkaart) -> Iterator[str]:
    taken = {one.ambitie for one in vraag.running() if one.soort == kaart.id}
    return (naam for code, naam in vraag.ambities.items() if code not in taken)


def _is_met_elsewhere(vraag: Overlegvraag, kaart: Overlegkaart) -> bool:
    """Return whether series of other kinds serve every duty that this kind is there for."""
    served = {
        plicht for one in vraag.running() for plicht in kaart_of(vraag.kaarten, one.soort).plichten
    }
    return bool(kaart.plichten) and set(kaart.plichten) <= served


def _of_series(
    vraag: Overlegvraag, reeks: Reeksregel, meetings: Sequence[Vergaderregel]
) -> Overlegregel:
    kaart = kaart_of(vraag.kaarten, reeks.soort)
    own = tuple(one for one in meetings if one.reeks == reeks.nummer)
    asked = max(reeks.per_jaar, kaart.per_jaar if _law_asks(vraag, kaart) else 1)
    if reeks.has_stopped(vraag.today):
        asked = 0
    return _row(vraag, kaart, meetings, own, asked, reeks)


def _without_series(
    vraag: Overlegvraag, kaart: Overlegkaart, ambitie: str, meetings: Sequence[Vergaderregel]
) -> Overlegregel:
    return _row(vraag, kaart, meetings, (), kaart.per_jaar, None, ambitie)


def _row(
    vraag: Overlegvraag,
    kaart: Overlegkaart,
    meetings: Sequence[Vergaderregel],
    own: Sequence[Vergaderregel],
    asked: int,
    reeks: Reeksregel | None,
    ambitie: str = "",
) -> Overlegregel:
    today, tables, last = vraag.today, serving(vraag, kaart), _last_day(vraag, kaart)
    held = tuple(one for one in own if one.is_held)
    coming = tuple(one for one in own if one.is_coming(today))
    days = (one.op for one in (*held, *coming))
    return Overlegregel(
        kaart=kaart,
        reeks=reeks,
        titel=reeks.naam if reeks else kaart.titel,
        ambitie=ambitie,
        gevraagd=asked,
        wet_vraagt=_law_asks(vraag, kaart),
        grondslagen=tuple(
            (plicht.id, versie.grondslag)
            for plicht, versie in duties_of(kaart, vraag.plichten, vraag.jaar)
        ),
        gehouden=held,
        gepland=coming,
        niet_gesloten=tuple(one for one in own if one.is_unclosed(today)),
        nog_te_plannen=windows(vraag.jaar, asked, days, today, last, _why(kaart, last)),
        onderwerpen=topics_of(
            kaart, vraag.plichten, vraag.jaar, [m for m in meetings if m.reeks in tables], today
        ),
        vaste_punten=standing_of(kaart, own, today),
    )


def _law_asks(vraag: Overlegvraag, kaart: Overlegkaart) -> bool:
    every = duties_of(kaart, vraag.plichten, vraag.jaar)
    return any(is_yearly(plicht, versie, vraag.jaar) for plicht, versie in every)


def _last_day(vraag: Overlegvraag, kaart: Overlegkaart) -> date | None:
    """Return the first day on which a duty of a kind would be late, less one; None without one."""
    every = duties_of(kaart, vraag.plichten, vraag.jaar)
    ends = [last_days(v, vraag.jaar)[-1] for p, v in every if is_yearly(p, v, vraag.jaar)]
    return min(ends, default=None)


def _why(kaart: Overlegkaart, last: date | None) -> str:
    if last is not None:
        return f"De wet vraagt dit uiterlijk {day(last)}."
    if kaart.karakter is Karakter.WETTELIJK:
        return "De wet vraagt dit bij elk plan. Eén keer per jaar is gebruikelijk."
    if kaart.karakter is Karakter.AGENDA:
        return "De agenda vraagt dit."
    return "Zo vaak komt dit overleg bij elkaar."
