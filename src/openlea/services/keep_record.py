"""Write one record: inside its own walls, checked, with who did it in the history."""

from typing import TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction

from openlea.core.errors import BadInput, Conflict, Fout, NotAllowed
from openlea.policy.rechten import Actor
from openlea.storage.records.persoon import Persoon
from openlea.storage.records.walls import stray
from openlea.storage.records.werkruimte import InWerkruimte

R = TypeVar("R", bound=InWerkruimte)


def keep_record(actor: Actor, record: R, *, versie: int | None = None) -> R:
    """Save a record and return it, one version further.

    `versie` is the version that the writer saw: when somebody else was first, Conflict is raised
    and nothing is written. A record that points into another werkruimte raises NotAllowed; a
    field that can't be raises BadInput with the field and the reason.
    """
    if record.werkruimte_id != actor.werkruimte or stray(record):
        raise NotAllowed("Dit hoort bij een andere werkruimte.")
    _check(record)
    _sign(actor, record)
    if record.pk is None:
        return _write(record)
    seen = record.versie if versie is None else versie
    # A lock that leaves the key alone: what points to the record can still be added meanwhile.
    held = type(record)._default_manager.select_for_update(no_key=True)  # noqa: SLF001
    # No order: one that lies in another table would be locked too, and PostgreSQL refuses that.
    stored = held.filter(pk=record.pk).order_by().values_list("versie", flat=True)
    if next(iter(stored), None) != seen:
        raise Conflict("Iemand anders heeft dit intussen gewijzigd.")
    record.versie = seen + 1
    return _write(record)


def _write(record: R) -> R:
    """Save; what somebody else made between the check and now is a fault of its field."""
    try:
        with transaction.atomic():
            record.save()
    except IntegrityError:
        _check(record)
        raise
    return record


def _sign(actor: Actor, record: InWerkruimte) -> None:
    """Say in the history of the next change of a record who made it; nobody when not signed in."""
    who = Persoon.objects.filter(pk=actor.persoon or 0).first()
    record._history_user = who  # type: ignore[attr-defined]  # noqa: SLF001


def _check(record: InWerkruimte) -> None:
    """Raise every fault of the fields at once, in Dutch."""
    try:
        record.full_clean()
    except ValidationError as error:
        raise BadInput(
            [
                Fout("", "" if veld == NON_FIELD_ERRORS else veld, reden)
                for veld, redenen in error.message_dict.items()
                for reden in redenen
            ]
        ) from error
