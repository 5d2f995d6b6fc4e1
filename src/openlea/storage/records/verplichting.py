"""What a duty asks of a party in a year, and what shows that it was done."""

from typing import ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from openlea.core.agenda import Zichtbaarheid
from openlea.core.verplichting import BewijsSoort, BewijsStaat, TaakStaat
from openlea.storage.records.werkruimte import InWerkruimte

STORED = [one for one in TaakStaat.choices() if one[0] != TaakStaat.TE_LAAT]


class VerplichtingQuerySet(models.QuerySet["Verplichting"]):
    """Ways to read obligations."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the obligations of one werkruimte with it and their parties, soonest first."""
        found = self.filter(werkruimte_id=werkruimte_id)
        return found.select_related("partij", "werkruimte").order_by(
            "uiterlijk", "plicht", "partij__naam", "id"
        )

    def standing(self) -> Self:
        """Return those that the law still asks for; what lapsed is kept, with its work."""
        return self.filter(vervallen=False)

    def in_year(self, jaar: int) -> Self:
        """Return those that belong to a calendar year."""
        return self.filter(jaar=jaar)

    def waiting(self) -> Self:
        """Return those that nobody proved and that do apply."""
        done = [str(TaakStaat.BEWEZEN), str(TaakStaat.NIET_VAN_TOEPASSING)]
        return self.standing().exclude(staat__in=done)


class Verplichting(InWerkruimte):
    """A duty (by its id on the shelf) of one party in one year.

    The days and the title follow the law each time they are worked out; state, reason and note are
    of people and stay. `vervallen` says that the law no longer asks it.
    """

    FROM_LAW_ALONE = True
    """Having one makes nobody a party that takes part."""

    plicht = models.CharField("plicht", max_length=40)
    termijn = models.CharField("termijn", max_length=40)
    volgnummer = models.PositiveSmallIntegerField("volgnummer in het jaar", default=1)
    jaar = models.PositiveSmallIntegerField("jaar")
    partij = models.ForeignKey(
        "records.Partij", on_delete=models.CASCADE, related_name="verplichtingen"
    )
    titel = models.CharField("titel", max_length=200)
    over = models.CharField("waarover", max_length=60, blank=True)
    vanaf = models.DateField("vanaf", null=True, blank=True)
    uiterlijk = models.DateField("uiterlijk op")
    staat = models.CharField("staat", max_length=20, choices=STORED, default=TaakStaat.OPEN)
    reden = models.TextField("reden", blank=True)
    notitie = models.TextField("notitie", blank=True)
    vervallen = models.BooleanField("niet meer gevraagd", default=False)
    zichtbaarheid = models.CharField(
        "zichtbaarheid",
        max_length=20,
        choices=Zichtbaarheid.choices(),
        default=Zichtbaarheid.PARTNERS,
    )
    bewezen_op = models.DateField("bewezen op", null=True, blank=True)
    bijgewerkt_op = models.DateTimeField("bijgewerkt op", auto_now=True)

    objects = VerplichtingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """The same thing is asked of a party once a year and turn."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["werkruimte", "plicht", "termijn", "volgnummer", "jaar", "partij"],
                name="verplichting_eenmaal",
            )
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.titel


class BewijsQuerySet(models.QuerySet["Bewijs"]):
    """Ways to read proof."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the proof in one werkruimte with what it points to, newest first."""
        found = self.filter(werkruimte_id=werkruimte_id).select_related(
            "document", "plan", "actie", "voorgesteld_door", "beoordeeld_door"
        )
        return found.order_by("-voorgesteld_op", "-id")

    def counted(
        self, verplichtingen: models.QuerySet["Verplichting"]
    ) -> dict[tuple[int, str], int]:
        """Return per obligation and state how much proof there is; one query."""
        found = self.filter(verplichting__in=verplichtingen.order_by()).order_by()
        rows = found.values_list("verplichting", "staat").annotate(aantal=models.Count("id"))
        return {(verplichting, staat): aantal for verplichting, staat, aantal in rows}


class Bewijs(InWerkruimte):
    """Something that shows a duty was done: one thing, proposed by a person or by the system.

    `verwijzing` is the key of what it points to; `onderwerpen` the codes of the parts it covers,
    none for the whole. Nobody in `voorgesteld_door` means that the system found it.
    """

    verplichting = models.ForeignKey(
        "records.Verplichting", on_delete=models.CASCADE, related_name="bewijzen"
    )
    soort = models.CharField("soort bewijs", max_length=20, choices=BewijsSoort.choices())
    titel = models.CharField("titel", max_length=200)
    toelichting = models.TextField("toelichting", blank=True)
    gedateerd_op = models.DateField("datum van het bewijs", null=True, blank=True)
    verwijzing = models.CharField("verwijzing", max_length=200, blank=True)
    onderwerpen = models.JSONField("onderwerpen", default=list, blank=True)
    document = models.ForeignKey(
        "records.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="bewijzen"
    )
    plan = models.ForeignKey(
        "records.Plan", on_delete=models.CASCADE, null=True, blank=True, related_name="bewijzen"
    )
    actie = models.ForeignKey(
        "records.Actie", on_delete=models.SET_NULL, null=True, blank=True, related_name="bewijzen"
    )
    staat = models.CharField(
        "staat", max_length=20, choices=BewijsStaat.choices(), default=BewijsStaat.VOORGESTELD
    )
    reden = models.TextField("reden", blank=True)
    voorgesteld_door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    voorgesteld_op = models.DateTimeField("voorgesteld op", auto_now_add=True)
    beoordeeld_door = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    beoordeeld_op = models.DateTimeField("beoordeeld op", null=True, blank=True)

    objects = BewijsQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        """One thing is proposed once for an obligation."""

        ordering: ClassVar[list[str]] = ["-voorgesteld_op", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["verplichting", "verwijzing"],
                condition=~models.Q(verwijzing=""),
                name="bewijs_eenmaal",
            )
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.titel
