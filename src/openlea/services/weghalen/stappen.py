"""Takes records away one by one, and puts them back out of their own history."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from openlea.core.errors import Conflict, NotAllowed
from openlea.policy.rechten import Actor
from openlea.services.inlezen.reconcile import Reconciler
from openlea.storage.records import models as records
from openlea.storage.records.walls import stray
from openlea.storage.records.werkruimte import InWerkruimte

SOORTEN: Mapping[str, Any] = {
    one.__name__: one
    for one in (
        records.Ambitie,
        records.Speerpunt,
        records.Actie,
        records.Betrokkenheid,
        records.Verwijzing,
        records.Streefwaarde,
        records.Jaarwaarde,
        records.Verband,
    )
}


@dataclass(frozen=True, slots=True)
class Weg:
    """What went: per record its kind and its last line of history; and the asks that lapsed."""

    rijen: Sequence[tuple[str, int]] = ()
    verzoeken: Sequence[int] = ()


def take_away(actor: Actor, gone: Iterable[InWerkruimte]) -> list[tuple[str, int]]:
    """Remove records, what hangs on others first, and return where their last state stands."""
    user = Reconciler(actor).user()
    rijen = []
    for record in list(gone):
        soort, pk = type(record).__name__, record.pk
        record._history_user = user  # type: ignore[attr-defined]  # noqa: SLF001
        record.delete()
        lines = SOORTEN[soort].history.filter(id=pk, history_type="-")
        rijen.append((soort, lines.order_by("-history_id").values_list("history_id", flat=True)[0]))
    return rijen


def put_back(actor: Actor, rijen: Sequence[tuple[str, int]]) -> None:
    """Put records back as they were, the last one first, under their own number.

    Raises Conflict when it can't, such as when the code was given to something else since.
    """
    user = Reconciler(actor).user()
    for soort, nummer in reversed(rijen):
        model = SOORTEN[soort]
        lines = model.history.filter(history_id=nummer, history_type="-")
        row = lines.filter(werkruimte_id=actor.werkruimte).first()
        if row is None or model.objects.filter(pk=row.id).exists():
            raise Conflict("Dit is intussen al teruggezet.")
        record = row.instance
        try:
            record.full_clean()
        except ValidationError as error:
            raise Conflict("De code of de plek is intussen door iets anders gebruikt.") from error
        if stray(record):
            raise NotAllowed("Dit hoort bij een andere werkruimte.")
        record._history_user = user  # noqa: SLF001
        record.save(force_insert=True)
