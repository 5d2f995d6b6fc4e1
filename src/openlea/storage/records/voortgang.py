"""What was told about an action: updates by owners, comments by anyone who may see it."""

from typing import ClassVar

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.core.agenda import ActieStaat, Zichtbaarheid
from openlea.storage.records.werkruimte import InWerkruimte


class Voortgang(InWerkruimte):
    """An update: on which day, by whom, how it goes, what was done, what blocks."""

    actie = models.ForeignKey("records.Actie", on_delete=models.CASCADE, related_name="voortgang")
    op = models.DateField("op")
    door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    door_naam = models.CharField("door", max_length=160)
    staat = models.CharField("staat", max_length=20, choices=ActieStaat.choices())
    gedaan = models.TextField("gedaan", blank=True)
    blokkade = models.TextField("wat houdt tegen", blank=True)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    history = HistoricalRecords()

    class Meta:
        """Oldest first, as told."""

        ordering: ClassVar[list[str]] = ["op", "id"]


class Opmerking(InWerkruimte):
    """A comment between partner and municipality, on an action."""

    actie = models.ForeignKey("records.Actie", on_delete=models.CASCADE, related_name="opmerkingen")
    door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    door_naam = models.CharField("door", max_length=160)
    tekst = models.TextField("opmerking")
    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.PARTNERS,
    )
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    history = HistoricalRecords()

    class Meta:
        """Oldest first."""

        ordering: ClassVar[list[str]] = ["gemaakt_op", "id"]
