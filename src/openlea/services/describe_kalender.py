"""Describe the legal calendar of a year: of everybody, of a kind of holder, or of a werkruimte."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings

from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout
from openlea.policy.kalender import houders_named, kalender_of
from openlea.policy.kalenderregel import line_of
from openlea.policy.rechten import Actor
from openlea.services.kalender.aanvraag import Aanvraag
from openlea.services.kalender.getoond import Getoond
from openlea.services.kalender.taken import tasks
from openlea.storage.records import models as records

FIRST, LAST = 2015, 2100


def describe_kalender(
    jaar: int, today: date, houder: str = "", actor: Actor | None = None
) -> tuple[Getoond, ...]:
    """Return the days that the law names in a year, soonest first.

    With an actor they are the tasks that it may see in its werkruimte, with how far each is.
    `houder` is a holder or a kind of party, '' for all; BadInput for another name or year.
    """
    if not FIRST <= jaar <= LAST:
        raise BadInput([Fout("", "jaar", f"Kies een jaar van {FIRST} tot en met {LAST}.")])
    houders = houders_named(houder) if houder else None
    plichten = open_plichten(find_roots(settings.CATALOGUE)).plichten
    if actor is None:
        points = kalender_of(plichten.values(), jaar, today, houders)
        return tuple(Getoond(punt=punt, regel=line_of(punt)) for punt in points)
    aanvraag = Aanvraag(
        actor=actor,
        werkruimte=records.Werkruimte.objects.get(pk=actor.werkruimte),
        partij=None,
        today=today,
        plichten=plichten,
        jaar=jaar,
    )
    shown = _shown(aanvraag)
    return tuple(one for one in shown if houders is None or houders & set(one.punt.houders))


def _shown(aanvraag: Aanvraag) -> Iterator[Getoond]:
    return (Getoond(punt=punt, regel=regel) for punt, regel in tasks(aanvraag))
