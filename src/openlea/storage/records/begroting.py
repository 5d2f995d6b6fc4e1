"""The money: where it comes from, what it is for, and how the plan changed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from openlea.core.begroting import Stand, StroomSoort, Verschil
from openlea.storage.records.werkruimte import InWerkruimte


class Geldstroom(InWerkruimte):
    """Money that comes in, under the conditions of a catalogue entry."""

    agenda = models.ForeignKey(
        "records.Agenda", on_delete=models.CASCADE, related_name="geldstromen"
    )
    code = models.CharField("code", max_length=40)
    naam = models.CharField("naam", max_length=160)
    soort = models.CharField("soort", max_length=20, choices=StroomSoort.choices())
    voorwaarden = models.CharField("voorwaarden", max_length=80, blank=True)
    volgorde = models.PositiveIntegerField("volgorde", default=0)

    history = HistoricalRecords()

    class Meta:
        """In printed order; a code names one stream."""

        ordering: ClassVar[list[str]] = ["volgorde", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agenda", "code"], name="geldstroom_code_uniek")
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.naam


class Stroombedrag(InWerkruimte):
    """What a stream brings in one year, in whole cents."""

    geldstroom = models.ForeignKey(
        "records.Geldstroom", on_delete=models.CASCADE, related_name="bedragen"
    )
    jaar = models.PositiveSmallIntegerField("jaar")
    bedrag = models.BigIntegerField("bedrag in centen")

    history = HistoricalRecords()

    class Meta:
        """One amount a year."""

        ordering: ClassVar[list[str]] = ["jaar"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["geldstroom", "jaar"], name="stroombedrag_uniek")
        ]


class Begrotingspost(InWerkruimte):
    """A row of the begroting; a row with a `kop` is part of that header row."""

    agenda = models.ForeignKey("records.Agenda", on_delete=models.CASCADE, related_name="posten")
    ambitie = models.ForeignKey(
        "records.Ambitie", on_delete=models.PROTECT, null=True, blank=True, related_name="posten"
    )
    speerpunt = models.ForeignKey(
        "records.Speerpunt", on_delete=models.PROTECT, null=True, blank=True, related_name="posten"
    )
    actie = models.ForeignKey(
        "records.Actie", on_delete=models.PROTECT, null=True, blank=True, related_name="posten"
    )
    kop = models.ForeignKey(
        "records.Begrotingspost",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="onderdelen",
    )
    geldstroom = models.ForeignKey(
        "records.Geldstroom", on_delete=models.PROTECT, null=True, blank=True, related_name="posten"
    )
    code = models.CharField("code", max_length=40)
    omschrijving = models.CharField("omschrijving", max_length=300)
    verschil = models.CharField(
        "t.o.v. vorige periode",
        max_length=20,
        choices=Verschil.choices(),
        default=Verschil.NIET_VERMELD,
    )
    elders_gedekt_door = models.CharField("elders gedekt door", max_length=200, blank=True)
    categorie = models.CharField("categorie", max_length=80, blank=True)
    taakveld = models.CharField("taakveld", max_length=20, blank=True)
    toelichting = models.TextField("toelichting", blank=True)
    volgorde = models.PositiveIntegerField("volgorde", default=0)

    history = HistoricalRecords()

    class Meta:
        """In printed order; a post hangs on one thing at most."""

        ordering: ClassVar[list[str]] = ["volgorde", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agenda", "code"], name="post_code_uniek"),
            models.CheckConstraint(
                condition=(
                    Q(ambitie__isnull=True, speerpunt__isnull=True)
                    | Q(ambitie__isnull=True, actie__isnull=True)
                    | Q(speerpunt__isnull=True, actie__isnull=True)
                ),
                name="post_bij_een",
            ),
        ]

    def __str__(self) -> str:
        """Return what it is for."""
        return self.omschrijving


class Postbedrag(InWerkruimte):
    """The first (primitieve) amount of a post for one year, in whole cents."""

    post = models.ForeignKey(
        "records.Begrotingspost", on_delete=models.CASCADE, related_name="bedragen"
    )
    jaar = models.PositiveSmallIntegerField("jaar")
    bedrag = models.BigIntegerField("bedrag in centen")

    history = HistoricalRecords()

    class Meta:
        """One amount a year."""

        ordering: ClassVar[list[str]] = ["jaar"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["post", "jaar"], name="postbedrag_uniek")
        ]


class Begrotingswijziging(InWerkruimte):
    """A later amount of a post for a year, with its decision; the first amount stays."""

    post = models.ForeignKey(
        "records.Begrotingspost", on_delete=models.CASCADE, related_name="wijzigingen"
    )
    jaar = models.PositiveSmallIntegerField("jaar")
    stand = models.CharField("stand", max_length=20, choices=Stand.choices())
    bedrag = models.BigIntegerField("bedrag in centen")
    op = models.DateField("op")
    besluit = models.CharField("besluit", max_length=200, blank=True)
    reden = models.TextField("reden", blank=True)

    history = HistoricalRecords()

    class Meta:
        """In order of day."""

        ordering: ClassVar[list[str]] = ["op", "id"]
