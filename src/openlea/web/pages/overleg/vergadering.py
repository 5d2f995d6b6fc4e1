"""The page of one meeting: before it to prepare and to read, afterwards what came of it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openlea.core.overleg import VergaderingStaat
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.vergaderplanning import VOORBEREIDEN, when
from openlea.services.find_vergadering import find_vergadering
from openlea.services.overleg.aanbod import offered_items
from openlea.services.overleg.brief import moment_of, own_call
from openlea.services.overleg.oproep import Methode, write_oproep
from openlea.storage.records.models import Agendapunt, Deelnemer, Gastlink, Vergadering
from openlea.storage.records.scope_overleg import attended_within, punten_within
from openlea.web.pages.overleg.agendablik import agenda_sight
from openlea.web.pages.overleg.kop import may_keep, of_meeting
from openlea.web.pages.overleg.puntforms import PuntForm
from openlea.web.pages.overleg.uitkomst import outcomes
from openlea.web.route import LeaRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafel:
    """Who sits for one partij; guests sit for none."""

    partij: str
    mensen: tuple[Deelnemer, ...]


def vergadering(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return a meeting as far as the actor may see it, with what can be prepared."""
    meeting, today = find_vergadering(request.actor, Verb.ZIEN, int(nummer)), timezone.localdate()
    keeps = may_keep(request, meeting)
    prepared = VergaderingStaat(meeting.staat) in VOORBEREIDEN
    names = request.actor.scope(Noun.OVERLEG, Verb.ZIEN) is not Scope.OPENBAAR
    people = list(Deelnemer.objects.of(meeting.pk))
    context = {
        "vergadering": meeting,
        "staat": VergaderingStaat(meeting.staat),
        "wanneer": when(moment_of(meeting)),
        "agenda": agenda_sight(request.actor, meeting, today),
        "beheert": keeps,
        "bereidt_voor": keeps and prepared,
        "aanbod": offered_items(meeting.reeks, today, meeting) if keeps and prepared else None,
        "wachtrij": _backlog(request.actor, meeting, today) if keeps and prepared else (),
        "tafels": list(_tables(people, names=names)),
        "ziet_namen": names,
        "ik": _own(request, people),
        "te_versturen": _to_send(meeting, people),
        "gastlinks": Gastlink.objects.of(meeting.pk) if keeps else (),
        "uitkomst": outcomes(request.actor, meeting, request.werkruimte.slug, today),
        "leest_notulen": _reads_notes(request.actor, meeting),
        "puntvorm": PuntForm(initial={"minuten": 10}),
        "is_geweest": meeting.op < today,
        "komt_nog": meeting.op > today,
        "kruimels": of_meeting(request, meeting),
    }
    return render(request, "overleg/vergadering.html", context)


def vergadering_ics(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return the meeting as one event to keep in an own calendar."""
    meeting = find_vergadering(request.actor, Verb.ZIEN, int(nummer))
    off = meeting.staat == VergaderingStaat.AFGELAST
    content = write_oproep(own_call(meeting), Methode.CANCEL if off else Methode.PUBLISH)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="vergadering-{meeting.pk}.ics"'
    return answer


def _backlog(actor: Actor, meeting: Vergadering, today: date) -> "QuerySet[Agendapunt]":
    parked = Agendapunt.objects.of(actor.werkruimte).parked().filter(reeks=meeting.reeks_id)
    scope = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    return punten_within(parked, scope, actor, today).select_related("komt_van__vergadering")


def _tables(people: list[Deelnemer], *, names: bool) -> Iterator[Tafel]:
    """Yield per partij who sits for it; to the public only the parties, without guests."""
    seated: dict[str, list[Deelnemer]] = defaultdict(list)
    for one in people:
        seated[one.partij.naam if one.partij else ""].append(one)
    for partij, mensen in seated.items():
        if partij or names:
            yield Tafel(partij=partij, mensen=tuple(mensen) if names else ())


def _own(request: LeaRequest, people: list[Deelnemer]) -> Deelnemer | None:
    """Return the own place at the table, as long as one can say whether one comes."""
    actor = request.actor
    if actor.lid is None or actor.bekijkt_als is not None:
        return None
    return next((one for one in people if one.lid_id == actor.lid), None)


def _to_send(meeting: Vergadering, people: list[Deelnemer]) -> int:
    """Return how many people have an address and no mail of how the meeting is now."""
    off = meeting.staat == VergaderingStaat.AFGELAST
    return sum(
        1
        for one in people
        if one.email and (0 if off else -1) <= one.uitgenodigd_tot < meeting.volgnummer
    )


def _reads_notes(actor: Actor, meeting: Vergadering) -> bool:
    """Return whether the minutes of this meeting are open to the actor."""
    scope = actor.scope(Noun.NOTULEN, Verb.ZIEN)
    every = Vergadering.objects.filter(pk=meeting.pk)
    return scope is not Scope.NIETS and attended_within(every, scope, actor).exists()
