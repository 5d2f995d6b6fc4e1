"""Keeps the amounts per year under a post or a stream of money equal to what was typed."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from openlea.policy.rechten import Actor
from openlea.services.keep_record import keep_record
from openlea.storage.records.models import Persoon, Postbedrag, Stroombedrag

B = TypeVar("B", Postbedrag, Stroombedrag)


def keep_amounts(
    actor: Actor, found: Iterable[B], wanted: Mapping[int, int], make: Callable[[int], B]
) -> None:
    """Add, change and remove the amounts so that they equal year → whole cents."""
    per_jaar = {one.jaar: one for one in found}
    for jaar, bedrag in wanted.items():
        one = per_jaar.pop(jaar, None) or make(jaar)
        if one.pk is None or one.bedrag != bedrag:
            one.bedrag = bedrag
            keep_record(actor, one)
    who = Persoon.objects.filter(pk=actor.persoon or 0).first() if per_jaar else None
    for one in per_jaar.values():
        one._history_user = who  # type: ignore[attr-defined]  # noqa: SLF001
        one.delete()
