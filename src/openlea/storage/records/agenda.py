"""The agenda itself: its period, vision and decision."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from openlea.core.agenda import AgendaStaat
from openlea.storage.records.werkruimte import InWerkruimte


class AgendaQuerySet(models.QuerySet["Agenda"]):
    """Ways to read agendas."""

    def of(self, werkruimte_id: int) -> Self:
        """Return the agendas of one werkruimte, newest period first."""
        return self.filter(werkruimte_id=werkruimte_id).order_by("-van", "-id")

    def current(self, werkruimte_id: int) -> "Agenda | None":
        """Return the agenda that a werkruimte works with: the newest one."""
        return self.of(werkruimte_id).first()


class Agenda(InWerkruimte):
    """A period of work that parties agreed on. Rhythm in days; taken into use on a day."""

    titel = models.CharField("titel", max_length=200)
    van = models.PositiveSmallIntegerField("eerste jaar")
    tot = models.PositiveSmallIntegerField("laatste jaar")
    visie = models.TextField("visie", blank=True)
    staat = models.CharField(
        "staat", max_length=20, choices=AgendaStaat.choices(), default=AgendaStaat.CONCEPT
    )
    besluit_door = models.CharField("besloten door", max_length=160, blank=True)
    besluit_op = models.DateField("besloten op", null=True, blank=True)
    geraadpleegd = models.TextField("geraadpleegd", blank=True)
    ondertekenaars = models.ManyToManyField("records.Partij", blank=True, related_name="+")
    voorganger = models.CharField("voorganger", max_length=200, blank=True)
    opvolger = models.CharField("opvolger", max_length=200, blank=True)
    bron = models.TextField("bron", blank=True)
    bijwerken_dagen = models.PositiveSmallIntegerField("bijwerken elke (dagen)", default=120)
    te_laat_dagen = models.PositiveSmallIntegerField("te laat na (dagen)", default=150)
    in_gebruik_op = models.DateField("in gebruik sinds")

    objects = AgendaQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[ondertekenaars])

    class Meta:
        """A period runs forward, and late comes after due."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(tot__gte=F("van")), name="agenda_niet_omgekeerd"),
            models.CheckConstraint(
                condition=Q(te_laat_dagen__gte=F("bijwerken_dagen")), name="agenda_ritme"
            ),
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.titel
