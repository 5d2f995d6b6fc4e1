"""The walls between werkruimten: finds what points through one."""

from django.db import models

from openlea.storage.records.werkruimte import InWerkruimte


def stray(record: InWerkruimte) -> str | None:
    """Return the name of the first field that points into another werkruimte, or None."""
    for field in record._meta.concrete_fields:  # noqa: SLF001
        if not _walled(field) or getattr(record, field.attname) is None:
            continue
        target = getattr(record, field.name)
        if target.werkruimte_id != record.werkruimte_id:
            return str(field.name)
    return None


def _walled(field: models.Field) -> bool:  # type: ignore[type-arg]
    target = field.related_model
    return isinstance(target, type) and issubclass(target, InWerkruimte)
