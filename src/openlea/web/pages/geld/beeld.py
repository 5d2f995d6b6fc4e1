"""The money as one person sees it: every amount counts, what is hidden has no name."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings

from openlea.core.agenda import Agenda
from openlea.core.begroting import Begroting, Post, Subsidie
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotFound
from openlea.core.geldvoorwaarden import Geldvoorwaarden, read_geldvoorwaarden
from openlea.policy.agenda_staat import is_open
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.policy.zichtbaarheid import shows_field
from openlea.storage.records.as_values import agenda_values, sight_of
from openlea.storage.records.models import Agenda as AgendaRecord
from openlea.storage.records.money_values import VERBORGEN
from openlea.web.route import LeaRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Geldbeeld:
    """An agenda with all its money under the names that may be seen.

    `subsidies` are those that may be seen; those in `agenda.begroting` are all, for the sums.
    """

    record: AgendaRecord
    agenda: Agenda
    subsidies: tuple[Subsidie, ...]
    mag_wijzigen: bool
    kent_papier: bool

    @property
    def begroting(self) -> Begroting:
        """Return the money."""
        return self.agenda.begroting

    def post(self, code: str) -> Post:
        """Return a post by its code; NotFound for one that is not there or has no name here."""
        for post in self.begroting.posten:
            if post.code == code and post.omschrijving != VERBORGEN:
                return post
        raise NotFound(f"Er is geen post {code}.")


def geldbeeld(request: LeaRequest) -> Geldbeeld | None:
    """Return the money of the current agenda as this person sees it; None without an agenda."""
    record = AgendaRecord.objects.current(request.werkruimte.pk)
    if record is None:
        return None
    sight = sight_of(request.actor)
    seen = agenda_values(record, sight)
    grants = seen.begroting.subsidies
    return Geldbeeld(
        record=record,
        agenda=seen,
        subsidies=tuple(one for one in grants if one.regeling != VERBORGEN),
        mag_wijzigen=request.actor.scope(Noun.GELD, Verb.WIJZIGEN) is Scope.ALLES
        and is_open(seen.staat),
        kent_papier=shows_field(sight.scope, "boeking", "kenmerk"),
    )


def need_beeld(request: LeaRequest) -> Geldbeeld:
    """Return the money of the current agenda; NotFound when there is no agenda yet."""
    beeld = geldbeeld(request)
    if beeld is None:
        raise NotFound("Er is nog geen agenda.")
    return beeld


def voorwaarden() -> Mapping[str, Geldvoorwaarden]:
    """Return the conditions of streams of money that this installation knows."""
    return read_geldvoorwaarden(find_roots(settings.CATALOGUE))
