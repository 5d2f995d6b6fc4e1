"""The one Django app that keeps what people decided."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """All records of all werkruimten."""

    name = "openlea.storage.records"
    label = "records"
    verbose_name = "Gegevens"
    default_auto_field = "django.db.models.BigAutoField"
