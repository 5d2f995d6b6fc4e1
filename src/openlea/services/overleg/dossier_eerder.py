"""What was said and decided of an item before, when it comes from earlier meetings."""

from collections.abc import Iterable, Mapping
from datetime import date

from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.overleg.dossier import Eerder
from openlea.storage.records import models as records
from openlea.storage.records.scope_overleg import (
    attended_within,
    besluiten_within,
    punten_within,
)

Ketens = Mapping[int, tuple[int, ...]]
"""Number of an item → the numbers of the items that it comes from, newest first."""


def chains_of(punten: Iterable["records.Agendapunt"], werkruimte: int) -> Ketens:
    """Return where items come from, in one query however far back that goes."""
    moved = records.Agendapunt.objects.filter(werkruimte_id=werkruimte, komt_van__isnull=False)
    before = dict(moved.values_list("pk", "komt_van_id"))
    return {one.pk: tuple(_walk(one.pk, before)) for one in punten}


def _walk(start: int, before: Mapping[int, int | None]) -> Iterable[int]:
    seen, here = {start}, before.get(start)
    while here is not None and here not in seen:
        seen.add(here)
        yield here
        here = before.get(here)


def earlier_of(actor: Actor, ketens: Ketens, today: date) -> Mapping[int, tuple[Eerder, ...]]:
    """Return per item what the actor may read of its earlier meetings, newest first."""
    ids = {number for keten in ketens.values() for number in keten}
    if not ids:
        return {}
    every = records.Agendapunt.objects.of(actor.werkruimte).filter(pk__in=ids)
    seen = punten_within(every, actor.scope(Noun.OVERLEG, Verb.ZIEN), actor, today)
    found = {one.pk: one for one in seen if one.vergadering is not None}
    notities, besluiten = notes_of(actor, found), decisions_of(actor, found, today)
    told = {
        number: Eerder(
            vergadering=punt.vergadering.pk,
            titel=punt.vergadering.titel,
            op=punt.vergadering.op,
            notities=tuple(one.tekst for one in notities.get(number, ())),
            besluiten=tuple(one.tekst for one in besluiten.get(number, ())),
        )
        for number, punt in found.items()
        if punt.vergadering is not None
    }
    return {pk: tuple(told[one] for one in keten if one in told) for pk, keten in ketens.items()}


def notes_of(actor: Actor, punten: Iterable[int]) -> Mapping[int, list["records.Notitie"]]:
    """Return per item the lines that the actor may read; struck ones are left out."""
    scope = actor.scope(Noun.NOTULEN, Verb.ZIEN)
    meetings = attended_within(records.Vergadering.objects.all(), scope, actor)
    rows = records.Notitie.objects.filter(
        werkruimte_id=actor.werkruimte,
        punt__in=list(punten),
        punt__vergadering__in=meetings,
        weg_op__isnull=True,
    )
    found: dict[int, list[records.Notitie]] = {}
    for one in rows.order_by("id"):
        found.setdefault(one.punt_id, []).append(one)
    return found


def decisions_of(
    actor: Actor, punten: Iterable[int], today: date
) -> Mapping[int, list["records.Besluit"]]:
    """Return per item the decisions that the actor may see, in order of their number."""
    every = records.Besluit.objects.of(actor.werkruimte).filter(punt__in=list(punten))
    seen = besluiten_within(every, actor.scope(Noun.BESLUIT, Verb.ZIEN), actor, today)
    rows = seen.prefetch_related("standpunten__partij", "geschilregels").order_by("op", "id")
    found: dict[int, list[records.Besluit]] = {}
    for one in rows:
        found.setdefault(one.punt_id, []).append(one)
    return found
