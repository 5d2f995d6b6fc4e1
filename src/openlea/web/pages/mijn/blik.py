"""What one person has to do with in a werkruimte: questions, and the actions of the own partij."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from openlea.core.agenda import Actie, Agenda
from openlea.core.verzoek import VerzoekSoort
from openlea.policy.actualiteit import Actualiteit, judge_acties, last_update
from openlea.policy.eigenaar import owners
from openlea.policy.ontvanger import acts_for
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.verzoek import without_owner
from openlea.storage.records.as_values import agenda_values, sight_of
from openlea.storage.records.models import Agenda as AgendaRecord
from openlea.storage.records.models import Lidmaatschap, Partij, Verzoek
from openlea.storage.records.verzoek_values import leden_values
from openlea.web.pages.agenda.links import address
from openlea.web.route import LeaRequest


@dataclass(frozen=True, slots=True)
class EigenActie:
    """An action of the own partij: how it goes, how fresh that is, and where it is told."""

    actie: Actie
    actualiteit: Actualiteit
    gemeld_op: date | None
    url: str


@dataclass(frozen=True, slots=True)
class Mijn:
    """The questions of one person, soonest first, and the actions of the partij.

    `zonder_eigenaar` are the actions that nobody leads, for who keeps the agenda.
    """

    verzoeken: list[Verzoek]
    acties: tuple[EigenActie, ...]
    partij: str
    zonder_eigenaar: tuple[EigenActie, ...]

    @property
    def vragen(self) -> list[Verzoek]:
        """Return what is answered here, in a minute."""
        return [one for one in self.verzoeken if one.soort != VerzoekSoort.BEWIJS]

    @property
    def taken(self) -> list[Verzoek]:
        """Return what the law asks, which is shown on the page of the task."""
        return [one for one in self.verzoeken if one.soort == VerzoekSoort.BEWIJS]


def look(request: LeaRequest) -> Mijn:
    """Return what this person has to do with here, in a fixed number of queries."""
    actor = request.actor
    verzoeken = own_verzoeken(actor)
    record = AgendaRecord.objects.current(actor.werkruimte)
    partij = Partij.objects.of(actor.werkruimte).filter(pk=actor.partij or 0).first()
    if record is None:
        return Mijn(verzoeken, (), partij.naam if partij else "", ())
    agenda = agenda_values(record, sight_of(actor))
    rows = _rows(agenda, record.in_gebruik_op, request.werkruimte.slug)
    code = partij.code if partij else ""
    own = [row for row in rows if code and code in {one.partij for one in owners(row.actie)}]
    keeps = actor.scope(Noun.AGENDA, Verb.WIJZIGEN) is Scope.ALLES
    orphans = {one.code for one in without_owner(agenda)} if keeps else set()
    return Mijn(
        verzoeken=verzoeken,
        acties=tuple(own),
        partij=partij.naam if partij else "",
        zonder_eigenaar=tuple(row for row in rows if row.actie.code in orphans),
    )


def own_verzoeken(actor: Actor) -> list[Verzoek]:
    """Return the open questions of somebody, with those of whom it stands in for today."""
    open_now = Verzoek.objects.of(actor.werkruimte).open()
    if actor.bekijkt_als is not None:
        # Who looks as a partner sees what that partij is asked, not the own questions.
        return list(open_now.filter(aan__partij_id=actor.partij or 0).with_people())
    if actor.lid is None:
        return []
    leden = leden_values(Lidmaatschap.objects.filter(werkruimte_id=actor.werkruimte))
    own = acts_for(actor.lid, leden, timezone.localdate())
    return list(open_now.for_leden(own))


def _rows(agenda: Agenda, since: date, slug: str) -> list[EigenActie]:
    fresh = judge_acties(agenda, since, timezone.localdate())
    back = reverse("mijn", args=[slug])
    return [
        EigenActie(
            actie=one,
            actualiteit=fresh[one.code],
            gemeld_op=last_update(one),
            url=address("actie", slug, one.code) or back,
        )
        for one in agenda.acties
    ]
