"""What asks attention today: at most seven things, by date, each with the button that does it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from openlea.core.agenda import Agenda, AgendaStaat
from openlea.core.keuze import Keuze
from openlea.core.notatie import euro
from openlea.core.verzoek import Verzoek
from openlea.policy.actualiteit import (
    ENDED,
    Actualiteit,
    answering,
    due_on,
    judge_acties,
    last_day,
    last_update,
)
from openlea.policy.meetbaarheid import measurability
from openlea.policy.schrijfwijze import count, day

AT_MOST = 7
APART = 2
PREPARE_NEXT = timedelta(days=365)


class PuntSoort(Keuze):
    """What kind of thing asks attention, most pressing first among things without a date."""

    VERZOEK = "verzoek", "Vraag aan jou"
    TAAK = "taak", "Wettelijke taak"
    OVERLEG = "overleg", "Overleg"
    AFSPRAAK = "afspraak", "Afspraak"
    OPDRACHT = "opdracht", "Opdracht"
    CASUS = "casus", "Casus"
    DELING = "deling", "Delen"
    TE_LAAT = "te_laat", "Niet bijgewerkt"
    SALDO = "saldo", "Geld"
    EINDE = "einde", "Einde van de agenda"
    ZONDER_EIGENAAR = "zonder_eigenaar", "Geen eigenaar"
    ZONDER_MENSEN = "zonder_mensen", "Niemand om te vragen"
    PLAN = "plan", "Plan loopt af"
    MEETBAAR = "meetbaar", "Niet meetbaar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """One thing that asks attention; `waar` is the code or key it concerns, empty for a list."""

    soort: PuntSoort
    tekst: str
    knop: str
    op: date | None = None
    aantal: int = 1
    waar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vandaag:
    """The day: what asks attention now, what comes later, and what comes next when there is none.

    `daarna` always says what comes next, or that nothing does.
    """

    punten: tuple[Punt, ...]
    later: tuple[Punt, ...]
    daarna: str

    @property
    def is_leeg(self) -> bool:
        """Return whether there is nothing to do."""
        return not self.punten


def rank(punten: Iterable[Punt], daarna: str) -> Vandaag:
    """Return the first seven by date, the rest as later; things without a date come last."""
    order = list(PuntSoort)
    ranked = sorted(
        punten, key=lambda punt: (punt.op or date.max, order.index(punt.soort), punt.waar)
    )
    return Vandaag(punten=tuple(ranked[:AT_MOST]), later=tuple(ranked[AT_MOST:]), daarna=daarna)


def today_of(
    agenda: Agenda,
    since: date,
    today: date,
    own: Collection[Verzoek] = (),
    saldi: Mapping[int, int] | None = None,
    met_mensen: Collection[str] | None = None,
    wet: Collection[Punt] = (),
) -> Vandaag:
    """Return the day of somebody who keeps the agenda. `saldi` is the saldo per year in cents.

    `met_mensen` are the partijen of which somebody can be asked; None leaves that out. `wet` are
    the points about legal tasks, plans and agreements (see policy.vandaag_taken).
    """
    punten = [
        *wet,
        *of_verzoeken(own),
        *of_late_acties(agenda, since, today),
        *of_saldi(saldi or {}),
        *of_einde(agenda, today),
        *of_acties_without_owner(agenda),
        *of_partijen_without_people(agenda, met_mensen),
        *of_meetbaarheid(agenda),
    ]
    return rank(punten, what_comes_next(agenda, since, today))


def of_verzoeken(own: Iterable[Verzoek]) -> Iterator[Punt]:
    """Yield a point for each of a person's own open asks, on the day it is wanted.

    More than two are one point, on the day of the first: the rest of the day has to stay in sight.
    """
    waiting = sorted((one for one in own if one.is_open), key=lambda one: (one.voor, one.sleutel))
    if len(waiting) > APART:
        yield Punt(
            soort=PuntSoort.VERZOEK,
            tekst=f"{count(len(waiting), 'vraag wacht', 'vragen wachten')} op jouw antwoord",
            knop="Beantwoord",
            op=waiting[0].voor,
            aantal=len(waiting),
            waar=waiting[0].sleutel,
        )
        return
    for one in waiting:
        yield Punt(
            soort=PuntSoort.VERZOEK,
            tekst=one.vraag,
            knop="Beantwoord",
            op=one.voor,
            waar=one.sleutel,
        )


def of_late_acties(agenda: Agenda, since: date, today: date) -> Iterator[Punt]:
    """Yield one point for all late actions, on the day the first of them became late."""
    fresh = judge_acties(agenda, since, today)
    late = [one for one in agenda.acties if fresh[one.code] is Actualiteit.TE_LAAT]
    days = [
        last_day(last_update(one), since, agenda.te_laat_dagen, one.staat) or today for one in late
    ]
    if not late:
        return
    owners = {partij for one in late for partij in answering(one)}
    verb = "is" if len(late) == 1 else "zijn"
    yield Punt(
        soort=PuntSoort.TE_LAAT,
        tekst=f"{count(len(late), 'actie', 'acties')} {verb} te lang niet bijgewerkt",
        knop=f"Stuur herinnering ({len(owners)})" if owners else "Wijs eigenaren aan",
        op=min(days) + timedelta(days=1),
        aantal=len(late),
    )


def of_saldi(saldi: Mapping[int, int]) -> Iterator[Punt]:
    """Yield a point for the first year that ends below nought, on the last day of that year."""
    short = sorted(jaar for jaar, saldo in saldi.items() if saldo < 0)
    if short:
        yield Punt(
            soort=PuntSoort.SALDO,
            tekst=f"{short[0]} komt uit op {euro(saldi[short[0]])}",
            knop="Bekijk de begroting",
            op=date(short[0], 12, 31),
            aantal=len(short),
            waar=str(short[0]),
        )


def of_einde(agenda: Agenda, today: date) -> Iterator[Punt]:
    """Yield a point from a year before the agenda ends until a successor is named."""
    last = date(agenda.tot, 12, 31)
    is_settled = bool(agenda.opvolger) or agenda.staat is AgendaStaat.AFGESLOTEN
    if is_settled or today < last - PREPARE_NEXT:
        return
    verb = "liep af" if today > last else "loopt af"
    yield Punt(
        soort=PuntSoort.EINDE,
        tekst=f"De agenda {verb} op {day(last)}",
        knop="Begin de volgende agenda",
        op=last,
    )


def of_acties_without_owner(agenda: Agenda) -> Iterator[Punt]:
    """Yield one point for all running actions that nobody leads."""
    orphans = [one for one in agenda.acties if one.staat not in ENDED and not answering(one)]
    if orphans:
        verb = "heeft" if len(orphans) == 1 else "hebben"
        yield Punt(
            soort=PuntSoort.ZONDER_EIGENAAR,
            tekst=f"{count(len(orphans), 'actie', 'acties')} {verb} geen eigenaar",
            knop="Wijs een eigenaar aan",
            aantal=len(orphans),
        )


def of_partijen_without_people(
    agenda: Agenda, met_mensen: Collection[str] | None
) -> Iterator[Punt]:
    """Yield one point for all partijen that answer for an action, and have nobody to ask."""
    owing = {code for one in agenda.acties if one.staat not in ENDED for code in answering(one)}
    silent = set() if met_mensen is None else owing - set(met_mensen)
    if silent:
        verb = "heeft" if len(silent) == 1 else "hebben"
        yield Punt(
            soort=PuntSoort.ZONDER_MENSEN,
            tekst=f"{count(len(silent), 'partij', 'partijen')} {verb} een actie, en geen account",
            knop="Nodig iemand uit",
            aantal=len(silent),
        )


def of_meetbaarheid(agenda: Agenda) -> Iterator[Punt]:
    """Yield one point for all speerpunten that can't be measured."""
    share = measurability(agenda).meetbaar
    left = share.van - share.aantal
    if left:
        verb = "is" if left == 1 else "zijn"
        yield Punt(
            soort=PuntSoort.MEETBAAR,
            tekst=f"{count(left, 'speerpunt', 'speerpunten')} {verb} nog niet meetbaar",
            knop="Bekijk wat ontbreekt",
            aantal=left,
        )


def what_comes_next(agenda: Agenda, since: date, today: date) -> str:
    """Return in Dutch the first thing to come after today: a round of updates, or the end."""
    dues = [
        due_on(last_update(one), since, agenda.bijwerken_dagen, one.staat) for one in agenda.acties
    ]
    coming = sorted(due for due in dues if due is not None and due > today)
    last = date(agenda.tot, 12, 31)
    if coming and coming[0] <= last:
        acties = count(coming.count(coming[0]), "actie", "acties")
        return f"Op {day(coming[0])} vragen we hoe het staat met {acties}."
    if today < last:
        return f"De agenda loopt tot en met {day(last)}."
    return "Er staat niets meer gepland."
