"""The lines of an agenda above the actions: ambities, speerpunten and werkgroepen."""

from typing import ClassVar

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.storage.records.werkruimte import InWerkruimte


class Ambitie(InWerkruimte):
    """What the parties want in the end."""

    agenda = models.ForeignKey("records.Agenda", on_delete=models.CASCADE, related_name="ambities")
    code = models.CharField("code", max_length=20)
    naam = models.CharField("naam", max_length=300)
    omschrijving = models.TextField("omschrijving", blank=True)
    volgorde = models.PositiveIntegerField("volgorde", default=0)

    history = HistoricalRecords()

    class Meta:
        """In printed order; a code names one ambitie."""

        ordering: ClassVar[list[str]] = ["volgorde", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agenda", "code"], name="ambitie_code_uniek")
        ]

    def __str__(self) -> str:
        """Return code and name."""
        return f"{self.code} {self.naam}"


class Speerpunt(InWerkruimte):
    """A line of work within an ambitie."""

    agenda = models.ForeignKey(
        "records.Agenda", on_delete=models.CASCADE, related_name="speerpunten"
    )
    ambitie = models.ForeignKey(
        "records.Ambitie", on_delete=models.PROTECT, related_name="speerpunten"
    )
    code = models.CharField("code", max_length=20)
    naam = models.CharField("naam", max_length=300)
    omschrijving = models.TextField("omschrijving", blank=True)
    doel = models.TextField("doel", blank=True)
    trekker = models.ForeignKey(
        "records.Partij", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    volgorde = models.PositiveIntegerField("volgorde", default=0)

    history = HistoricalRecords()

    class Meta:
        """In printed order; a code names one speerpunt."""

        ordering: ClassVar[list[str]] = ["volgorde", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agenda", "code"], name="speerpunt_code_uniek")
        ]

    def __str__(self) -> str:
        """Return code and name."""
        return f"{self.code} {self.naam}"


class Werkgroep(InWerkruimte):
    """A group that carries actions on behalf of the parties."""

    agenda = models.ForeignKey(
        "records.Agenda", on_delete=models.CASCADE, related_name="werkgroepen"
    )
    naam = models.CharField("naam", max_length=160)
    volgorde = models.PositiveIntegerField("volgorde", default=0)

    history = HistoricalRecords()

    class Meta:
        """In the order of the agenda; a name is used once."""

        ordering: ClassVar[list[str]] = ["volgorde", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agenda", "naam"], name="werkgroep_naam_uniek")
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.naam
