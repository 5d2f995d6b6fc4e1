"""Takes in the parties of a werkruimte, and who of them signed the agenda."""

from collections.abc import Sequence
from dataclasses import asdict

from django.db import DEFAULT_DB_ALIAS
from django.db.models import ProtectedError
from django.db.models.deletion import Collector

from openlea.core import agenda as words
from openlea.services.inlezen.reconcile import Keyed, Reconciler, Wat
from openlea.storage.records import models as records


def read_partijen(told: Reconciler, agenda: records.Agenda, new: words.Agenda) -> Keyed:
    """Make the parties that the file names equal to it; the others stay for now."""
    return told.rows(
        "Partijen",
        records.Partij,
        records.Partij.objects.of(agenda.werkruimte_id),
        lambda one: one.code,
        {one.code: asdict(one) | {"uit_bron": False} for one in new.partijen},
        keep=True,
    )


def read_ondertekenaars(
    told: Reconciler, agenda: records.Agenda, signed: Sequence[records.Partij]
) -> None:
    """Make the parties that signed equal to these, in this order, with one line of history."""
    through = records.Agenda.ondertekenaars.through
    own = through.objects.filter(agenda_id=agenda.pk)
    if list(own.order_by("id").values_list("partij_id", flat=True)) == [p.pk for p in signed]:
        return
    own.delete()
    through.objects.bulk_create(through(agenda_id=agenda.pk, partij_id=p.pk) for p in signed)
    agenda.versie += 1
    agenda._history_user = told.user()  # type: ignore[attr-defined]  # noqa: SLF001
    agenda.save()
    told.tell(Wat.GEWIJZIGD, "Agenda", agenda.titel, ("ondertekenaars",))


def remove_unused(told: Reconciler, agenda: records.Agenda, named: set[str]) -> None:
    """Remove the parties that the file no longer names, unless somebody or something needs them.

    A partij with members stays, what a start found stays, and so do all parties of a werkruimte
    with more agendas.
    """
    if records.Agenda.objects.of(agenda.werkruimte_id).exclude(pk=agenda.pk).exists():
        return
    absent = records.Partij.objects.of(agenda.werkruimte_id).filter(uit_bron=False)
    absent = absent.exclude(code__in=named)
    told.remove("Partijen", [(one.code, one) for one in absent if not _is_needed(one)])


def _is_needed(partij: records.Partij) -> bool:
    try:
        Collector(using=DEFAULT_DB_ALIAS).collect([partij])
    except ProtectedError:
        return True
    return False
