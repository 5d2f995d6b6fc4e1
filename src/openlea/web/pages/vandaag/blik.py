"""The day of one person: what asks attention, with its button, and the agenda at a glance."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from openlea.core.agenda import Agenda, Speerpunt
from openlea.core.verplichting import TaakStaat
from openlea.core.verzoek import VerzoekSoort
from openlea.policy.aandeel import Aandeel
from openlea.policy.actualiteit import ENDED, Actualiteit, answering, judge_acties
from openlea.policy.meetbaarheid import measurability
from openlea.policy.middelen import balans_per_jaar
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.schrijfwijze import count
from openlea.policy.vandaag import (
    Punt,
    PuntSoort,
    Vandaag,
    of_verzoeken,
    rank,
    today_of,
    what_comes_next,
)
from openlea.policy.vandaag_afspraken import of_afspraken
from openlea.policy.vandaag_casus import of_casussen
from openlea.policy.vandaag_delingen import of_delingen
from openlea.policy.vandaag_opdrachten import of_opdrachten
from openlea.policy.vandaag_overleg import PLAN, of_overleg
from openlea.policy.vandaag_taken import TE_LAAT, of_plannen, of_taken
from openlea.policy.vandaag_uitnodigingen import of_uitnodigingen
from openlea.services.list_own_casussen import list_own_casussen
from openlea.services.list_own_opdrachten import list_own_opdrachten
from openlea.services.list_own_overleg import list_own_overleg
from openlea.services.list_own_taken import Eigentaken, list_own_taken
from openlea.services.list_own_uitnodigingen import list_own_uitnodigingen
from openlea.storage.records.afspraak_seen import running_afspraken
from openlea.storage.records.afspraak_values import afspraak_value
from openlea.storage.records.as_values import agenda_values, sight_of
from openlea.storage.records.deling import waiting_for
from openlea.storage.records.models import Agenda as AgendaRecord
from openlea.storage.records.models import Lidmaatschap, Verzoek
from openlea.storage.records.verzoek_values import leden_values, verzoek_value
from openlea.web.pages.agenda.links import address
from openlea.web.pages.mijn.blik import own_verzoeken


@dataclass(frozen=True, slots=True)
class Regel:
    """One thing that asks attention, and where its button goes; `stuurt` posts instead of links."""

    punt: Punt
    url: str
    stuurt: bool = False

    @property
    def dag(self) -> date | None:
        """Return the day, when it is near enough to be one."""
        return self.punt.op


@dataclass(frozen=True, slots=True)
class Balk:
    """A speerpunt at a glance: how much of it has an owner and fresh news, in hundredths."""

    speerpunt: Speerpunt
    bijgewerkt: int
    bezet: int
    woorden: str
    let_op: bool


@dataclass(frozen=True, slots=True)
class Dag:
    """What the page shows; `saldo` is the first year that ends below nought, with its cents."""

    agenda: Agenda
    regels: tuple[Regel, ...]
    later: tuple[Regel, ...]
    daarna: str
    balken: tuple[Balk, ...]
    meetbaar: Aandeel
    saldo: tuple[int, int] | None
    toont_geld: bool


def law_lines(actor: Actor, slug: str) -> tuple[Regel, ...]:
    """Return what the law asks today of who has no agenda yet."""
    today = timezone.localdate()
    law = _law(list_own_taken(actor, today), today)
    day = rank([*law, *_table(actor, today), *_agreed(actor, today)], "")
    return tuple(_Lines(actor, slug, {}).line(punt) for punt in (*day.punten, *day.later))


def _law(own: Eigentaken, today: date) -> list[Punt]:
    return [*of_taken(own.taken, today), *of_plannen(own.plannen, today)]


def _table(actor: Actor, today: date) -> list[Punt]:
    own = list_own_overleg(actor, today)
    asked = of_uitnodigingen(list_own_uitnodigingen(actor, today))
    return [*asked, *(of_overleg(own.plan, today, own.reeksen) if own.plan else ())]


def _agreed(actor: Actor, today: date) -> list[Punt]:
    agreed = of_afspraken(map(afspraak_value, running_afspraken(actor)), today)
    asked = of_opdrachten(list_own_opdrachten(actor, today), today)
    cases = of_casussen(list_own_casussen(actor, today), today)
    return [*agreed, *asked, *cases, *of_delingen(waiting_for(actor, today))]


def look(actor: Actor, slug: str) -> Dag | None:
    """Return the day of this person, or None when there is no agenda yet."""
    record = AgendaRecord.objects.current(actor.werkruimte)
    if record is None:
        return None
    agenda, today = agenda_values(record, sight_of(actor)), timezone.localdate()
    shows_money = actor.may(Noun.GELD, Verb.ZIEN)
    saldi = _saldi(agenda) if shows_money else {}
    own = own_verzoeken(actor)
    day = _day(actor, agenda, record.in_gebruik_op, own, saldi)
    lines = _Lines(actor, slug, {one.sleutel: one.pk for one in own})
    short = min((jaar for jaar, cents in saldi.items() if cents < 0), default=None)
    return Dag(
        agenda=agenda,
        regels=tuple(lines.line(punt) for punt in day.punten),
        later=tuple(lines.line(punt) for punt in day.later),
        daarna=day.daarna,
        balken=tuple(_bars(agenda, record.in_gebruik_op, today)),
        meetbaar=measurability(agenda).meetbaar,
        saldo=None if short is None else (short, saldi[short]),
        toont_geld=shows_money and bool(saldi),
    )


def _saldi(agenda: Agenda) -> dict[int, int]:
    if not agenda.begroting.posten:
        return {}
    return {one.jaar: one.saldo for one in balans_per_jaar(agenda.begroting, agenda.jaren)}


def _day(
    actor: Actor, agenda: Agenda, since: date, own: list[Verzoek], saldi: Mapping[int, int]
) -> Vandaag:
    """Return the day: everything for who reads everything, else what is asked of this person."""
    today = timezone.localdate()
    mine = list_own_taken(actor, today)
    law = [*_law(mine, today), *_table(actor, today), *_agreed(actor, today)]
    # Actions without an owner and own legal tasks stand in the list as points of their own.
    asks = [verzoek_value(one) for one in own if not _stands_apart(one)]
    if actor.scope(Noun.AGENDA, Verb.ZIEN) is not Scope.ALLES:
        return rank([*law, *of_verzoeken(asks)], what_comes_next(agenda, since, today))
    leden = leden_values(Lidmaatschap.objects.filter(werkruimte_id=actor.werkruimte))
    met_mensen = {one.partij for one in leden if one.is_active(today)}
    return today_of(agenda, since, today, asks, saldi, met_mensen, law)


def _stands_apart(one: Verzoek) -> bool:
    """Return whether what is asked is shown as something else than an ask.

    A legal task of the own partij comes a month ahead; one that was passed on to somebody else is
    an ask.
    """
    is_own = one.aan.partij is not None and one.partij_code == one.aan.partij.code
    return one.soort == VerzoekSoort.EIGENAAR or (one.soort == VerzoekSoort.BEWIJS and is_own)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Gives each point its button: a link, or the sending of reminders for who may send them."""

    actor: Actor
    slug: str
    nummers: Mapping[str, int]

    def line(self, punt: Punt) -> Regel:
        """Return a point with where its button goes; without a place to go there is no button."""
        sends = punt.soort is PuntSoort.TE_LAAT and punt.knop.startswith("Stuur")
        if sends and self.actor.may(Noun.VERZOEK, Verb.MAKEN):
            return Regel(punt, reverse("herinneren", args=[self.slug]), stuurt=True)
        return Regel(punt, self._url(punt))

    def _url(self, punt: Punt) -> str:
        if punt.soort is PuntSoort.VERZOEK:
            number = self.nummers.get(punt.waar, "")
            return f"{reverse('mijn', args=[self.slug])}?vraag={number}"
        if punt.soort is PuntSoort.TE_LAAT:
            return f"{address('agenda', self.slug)}?actualiteit={Actualiteit.TE_LAAT}"
        own = {
            PuntSoort.TAAK: self._taak,
            PuntSoort.AFSPRAAK: self._afspraak,
            PuntSoort.OVERLEG: self._overleg,
            PuntSoort.OPDRACHT: self._opdracht,
            PuntSoort.CASUS: self._casus,
        }
        if page := own.get(punt.soort):
            return page(punt)
        name, noun, verb, rest = _PLACES[punt.soort]
        return address(name, self.slug) + rest if self.actor.may(noun, verb) else ""

    def _afspraak(self, punt: Punt) -> str:
        """Return the page of one agreement, or the list of those that are late."""
        if punt.waar:
            return reverse("afspraak", args=[self.slug, int(punt.waar)]) + "#afsluiten"
        return f"{reverse('afspraken', args=[self.slug])}?staat=te_laat"

    def _casus(self, punt: Punt) -> str:
        """Return the page of one casus."""
        return reverse("casus", args=[self.slug, int(punt.waar)])

    def _opdracht(self, punt: Punt) -> str:
        """Return the page of an assignment or a proposal, or the board when it is about more."""
        name, _, number = punt.waar.partition(":")
        if not number:
            return reverse("opdrachten", args=[self.slug])
        return reverse(name, args=[self.slug, int(number)])

    def _overleg(self, punt: Punt) -> str:
        """Return the page of a meeting, or where one is planned in its series."""
        name = "vergadering_plannen" if punt.waar.startswith(PLAN) else "vergadering"
        return reverse(name, args=[self.slug, int(punt.waar.removeprefix(PLAN))])

    def _taak(self, punt: Punt) -> str:
        """Return the page of one task, or the list when a point is about more."""
        if punt.waar.isdigit():
            return reverse("taak", args=[self.slug, int(punt.waar)])
        late = f"?staat={TaakStaat.TE_LAAT}" if punt.waar == TE_LAAT else ""
        return reverse("taken", args=[self.slug]) + late


_PLACES: Mapping[PuntSoort, tuple[str, Noun, Verb, str]] = {
    PuntSoort.DELING: ("delingen", Noun.DELING, Verb.WIJZIGEN, ""),
    PuntSoort.SALDO: ("geld", Noun.GELD, Verb.ZIEN, ""),
    PuntSoort.ZONDER_EIGENAAR: ("matrix", Noun.ACTIE, Verb.WIJZIGEN, "#zonder"),
    PuntSoort.ZONDER_MENSEN: ("mensen", Noun.LID, Verb.MAKEN, "#stil"),
    PuntSoort.EINDE: ("bestand", Noun.BESTAND, Verb.WIJZIGEN, "#in"),
    PuntSoort.PLAN: ("plannen", Noun.PLAN, Verb.ZIEN, ""),
    PuntSoort.MEETBAAR: ("agenda", Noun.AGENDA, Verb.ZIEN, ""),
}
"""Where a button goes, and the right that one needs to get there."""


def _bars(agenda: Agenda, since: date, today: date) -> Iterator[Balk]:
    fresh = judge_acties(agenda, since, today)
    for punt in agenda.speerpunten:
        running = [one for one in punt.acties if one.staat not in ENDED]
        owned = [one for one in running if answering(one)]
        good = [one for one in owned if fresh[one.code] is Actualiteit.FRIS]
        late = [one for one in running if fresh[one.code] is Actualiteit.TE_LAAT]
        whole = max(len(running), 1)
        yield Balk(
            speerpunt=punt,
            bijgewerkt=100 * len(good) // whole,
            bezet=100 * len(owned) // whole,
            woorden=_words(len(punt.acties), len(running), len(owned), len(late)),
            let_op=bool(late),
        )


def _words(acties: int, running: int, owned: int, late: int) -> str:
    """Return how a speerpunt stands, in a few words; the bar says no more than this."""
    parts = [count(acties, "actie", "acties")]
    if late:
        parts.append(f"{late} te laat")
    if running > owned:
        parts.append(f"{running - owned} zonder eigenaar")
    if running and not late and running == owned:
        parts.append("bijgewerkt")
    return ", ".join(parts)
