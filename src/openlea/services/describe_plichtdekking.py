"""Describe the law beside the agenda: what serves each duty, what is missing, and the reverse."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings

from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.agenda import Actie, Agenda
from openlea.core.begroting import Stand
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotAllowed
from openlea.core.partij import PartijSoort
from openlea.core.verplichting import BewijsSoort, BewijsStaat, TaakStaat
from openlea.policy.plichtdekking import (
    Dienst,
    Gat,
    Plichtdekking,
    duties_here,
    is_of,
    without_duty,
)
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.rijen import rijen_van
from openlea.policy.stand import bedragen_per_post
from openlea.policy.taaktelling import count_taken, proven_late
from openlea.policy.verplichting import state_on
from openlea.services.describe_overlegplan import FIRST, LAST, describe_overlegplan
from openlea.storage.records import models as records
from openlea.storage.records.as_values import agenda_values, sight_of
from openlea.storage.records.scope import verplichtingen_within

TAFEL = frozenset({BewijsSoort.AGENDAPUNT, BewijsSoort.AFSPRAAK})
"""Proof that people sat together; meetings that were held or are planned come beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dekkingsvraag:
    """Which duties are asked for: of a kind of partij, of a field, with a gap, or served at all."""

    soort: PartijSoort | None = None
    veld: str = ""
    gat: Gat | None = None
    met_actie: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dekkingsbeeld:
    """The law beside the agenda: what was asked for, and the totals of all of it.

    `acties` are all actions by code; `zonder` the codes of those that serve no duty.
    """

    jaar: int
    soorten: tuple[PartijSoort, ...]
    alle: tuple[Plichtdekking, ...]
    gevraagd: tuple[Plichtdekking, ...]
    acties: Mapping[str, Actie]
    zonder: tuple[str, ...]

    @property
    def gediend(self) -> int:
        """Return how many duties an action serves, of those of the chosen kind of partij."""
        return sum(bool(one.diensten) for one in self.alle)

    @property
    def los(self) -> int:
        """Return how many duties nothing serves, of those of the chosen kind of partij."""
        return sum(one.is_los for one in self.alle)

    def narrowed(self, vraag: Dekkingsvraag) -> "Dekkingsbeeld":
        """Return the same with only what is asked for; the totals are of a kind of partij."""
        own = tuple(one for one in self.alle if vraag.soort is None or is_of(one, vraag.soort))
        return replace(self, alle=own, gevraagd=tuple(one for one in own if _is_asked(one, vraag)))


def describe_plichtdekking(actor: Actor, today: date) -> Dekkingsbeeld:
    """Return the law beside the agenda as an actor may see it, in a fixed number of queries.

    NotAllowed for who may not see the duties.
    """
    if not actor.may(Noun.TAAK, Verb.ZIEN):
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    plichten = open_plichten(find_roots(settings.CATALOGUE)).plichten
    record = records.Agenda.objects.current(actor.werkruimte)
    agenda = agenda_values(record, sight_of(actor)) if record else None
    acties = {one.code: one for one in agenda.acties} if agenda else {}
    diensten = _services(actor, record, agenda, today.year)
    kinds = _kinds(actor)
    here = duties_here(plichten, kinds, today, frozenset(diensten))
    taken, overleg = _tasks(actor, today), _table(actor, today)
    alle = tuple(
        Plichtdekking(
            plicht=one,
            diensten=tuple(diensten.get(one.id, ())),
            taken=count_taken(taken.get(one.id, ())),
            overleg_op=overleg.get(one.id, ()),
        )
        for one in here
    )
    return Dekkingsbeeld(
        jaar=today.year,
        soorten=tuple(one for one in PartijSoort if one in kinds),
        alle=alle,
        gevraagd=alle,
        acties=acties,
        zonder=without_duty(acties, (one for each in diensten.values() for one in each)),
    )


def _is_asked(one: Plichtdekking, vraag: Dekkingsvraag) -> bool:
    return (
        vraag.veld in {"", one.plicht.veld}
        and (vraag.gat is None or vraag.gat in one.gaten)
        and (not vraag.met_actie or bool(one.diensten))
    )


def _kinds(actor: Actor) -> frozenset[PartijSoort]:
    rows = records.Partij.objects.of(actor.werkruimte).order_by().values_list("soort", flat=True)
    return frozenset(PartijSoort(one) for one in rows.distinct())


def _services(
    actor: Actor, record: "records.Agenda | None", agenda: Agenda | None, jaar: int
) -> Mapping[str, Sequence[Dienst]]:
    """Return per duty the actions of the agenda that serve it, of those that the actor sees."""
    found: dict[str, list[Dienst]] = defaultdict(list)
    if record is None or agenda is None:
        return found
    acties = {one.code: one for one in agenda.acties}
    cents = _money(agenda, jaar) if actor.may(Noun.GELD, Verb.ZIEN) else {}
    for one in records.Plichtkoppeling.objects.of(actor.werkruimte).filter(actie__agenda=record):
        if one.actie.code in acties:
            found[one.plicht].append(_service(one, acties[one.actie.code], cents))
    return found


def _service(one: "records.Plichtkoppeling", actie: Actie, cents: Mapping[str, int]) -> Dienst:
    return Dienst(
        nummer=one.pk,
        plicht=one.plicht,
        actie=actie.code,
        naam=actie.naam,
        onderwerp=one.onderwerp,
        doel=one.streefwaarde.maat if one.streefwaarde else "",
        cents=cents.get(actie.code),
        toelichting=one.toelichting,
    )


def _money(agenda: Agenda, jaar: int) -> Mapping[str, int]:
    """Return per action what the begroting now holds for a year; a row within a row counts once."""
    bedragen = bedragen_per_post(agenda.begroting, Stand.BIJGESTELD)
    rijen, found = rijen_van(agenda.begroting), dict[str, int]()
    for post in rijen.hoofdrijen():
        cents = bedragen[post.code].get(jaar)
        if cents is not None:
            found[post.bij] = found.get(post.bij, 0) + cents
    return found


def _tasks(actor: Actor, today: date) -> Mapping[str, list[tuple[TaakStaat, bool]]]:
    """Return per duty how far the obligations of this year are."""
    every = records.Verplichting.objects.of(actor.werkruimte).standing().in_year(today.year)
    found: dict[str, list[tuple[TaakStaat, bool]]] = defaultdict(list)
    for one in verplichtingen_within(every, actor.scope(Noun.TAAK, Verb.ZIEN), actor):
        staat = state_on(TaakStaat(one.staat), one.uiterlijk, today)
        late = proven_late(TaakStaat(one.staat), one.bewezen_op, one.uiterlijk)
        found[one.plicht].append((staat, late))
    return found


def _table(actor: Actor, today: date) -> Mapping[str, tuple[date, ...]]:
    """Return per duty on which days of this year people sit together, soonest first.

    Accepted proof says so, and so does an item about it of a meeting that was held or still comes.
    """
    every = records.Verplichting.objects.of(actor.werkruimte).standing().in_year(today.year)
    seen = verplichtingen_within(every, actor.scope(Noun.TAAK, Verb.ZIEN), actor)
    rows = (
        records.Bewijs.objects.filter(
            verplichting__in=seen.order_by(),
            soort__in=[str(one) for one in TAFEL],
            staat=str(BewijsStaat.AANVAARD),
            gedateerd_op__isnull=False,
        )
        .order_by("gedateerd_op")
        .values_list("verplichting__plicht", "gedateerd_op")
    )
    found: dict[str, set[date]] = defaultdict(set)
    for plicht, op in (*rows, *_on_agendas(actor, today)):
        if op is not None:
            found[plicht].add(op)
    return {plicht: tuple(sorted(days)) for plicht, days in found.items()}


def _on_agendas(actor: Actor, today: date) -> Iterator[tuple[str, date | None]]:
    """Yield each duty with the first meeting that dealt with a topic of it, or will."""
    if actor.may(Noun.OVERLEG, Verb.ZIEN) and FIRST <= today.year <= LAST:
        for regel in describe_overlegplan(actor, today.year, today).regels:
            yield from ((one.plicht, one.behandeling.op) for one in regel.onderwerpen)
