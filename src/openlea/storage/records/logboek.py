"""The log: who did or opened what, when; written by the verbs, read by few, sealed in a chain."""

from datetime import date, datetime, time
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.timezone import make_aware

from openlea.core.logboek import Ketenkop, Logsoort, Regel


class LogregelQuerySet(models.QuerySet["Logregel"]):
    """Ways to read the log; it only grows (a test holds who may write here)."""

    def of_keten(self, keten: str) -> Self:
        """Return the lines of one chain, oldest first."""
        return self.filter(keten=keten).order_by("volgnummer", "id")

    def unsealed(self) -> Self:
        """Return the lines that no chain holds yet, oldest first."""
        return self.filter(volgnummer=None).order_by("id")

    def searched(
        self, keten: str, *, van: date | None = None, tot: date | None = None, **asked: str
    ) -> Self:
        """Return the lines of a chain that fit every word that was given, newest first.

        `persoon` is a number, `onderwerp` a part of the subject or the deed; `rol`, `soort` and
        `noun` are whole. `van` and `tot` are days, both included.
        """
        found = self.filter(keten=keten).select_related("persoon").order_by("-moment", "-id")
        if number := asked.pop("persoon", ""):
            found = found.filter(persoon_nr=number)
        if text := asked.pop("onderwerp", ""):
            found = found.filter(Q(onderwerp__icontains=text) | Q(werk__icontains=text))
        if van:
            found = found.filter(moment__gte=make_aware(datetime.combine(van, time.min)))
        if tot:
            found = found.filter(moment__lte=make_aware(datetime.combine(tot, time.max)))
        return found.filter(**asked)

    def people_of(self, keten: str) -> list[tuple[int, str, str]]:
        """Return number, name and address of who has a line in a chain, by name."""
        known = self.filter(keten=keten).exclude(persoon=None).order_by("persoon__naam")
        return list(known.values_list("persoon_id", "persoon__naam", "persoon__email").distinct())

    def since(self, moment: datetime) -> Self:
        """Return the lines of a moment and after."""
        return self.filter(moment__gte=moment)


class Logregel(models.Model):
    """One deed. It names nouns and codes, never the content of what was read or written.

    `keten` is the slug of the werkruimte or INSTALLATIE. `volgnummer`, `vorige` and `zegel` are
    empty until the line is sealed: `zegel` is a keyed hash over the line and `vorige`, the seal of
    the line before. `persoon_nr` and `rol` stay when an account is removed. `verwerking` names
    the activity in the register (AVG art. 30); `spoor` is the id of the request.
    """

    werkruimte = models.ForeignKey(
        "records.Werkruimte", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    persoon = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    moment = models.DateTimeField("moment", auto_now_add=True)
    werk = models.CharField("werk", max_length=60)
    onderwerp = models.CharField("onderwerp", max_length=160)
    bijzonderheid = models.CharField("bijzonderheid", max_length=300, blank=True)
    keten = models.CharField("keten", max_length=60, blank=True)
    soort = models.CharField(
        "soort", max_length=20, choices=Logsoort.choices(), default=Logsoort.WIJZIGEN
    )
    noun = models.CharField("waarover", max_length=30, blank=True)
    persoon_nr = models.BigIntegerField("nummer van de persoon", null=True, blank=True)
    rol = models.CharField("rol", max_length=30, blank=True)
    verwerking = models.CharField("verwerking", max_length=60, blank=True)
    spoor = models.CharField("spoor", max_length=32, blank=True)
    volgnummer = models.BigIntegerField("volgnummer", null=True, blank=True)
    vorige = models.CharField("zegel van de vorige regel", max_length=64, blank=True)
    zegel = models.CharField("zegel", max_length=64, blank=True)

    objects = LogregelQuerySet.as_manager()

    class Meta:
        """Newest first; a number stands once in a chain."""

        ordering: ClassVar[list[str]] = ["-moment", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["keten", "volgnummer"], name="logregel_eenmaal")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["keten", "moment"], name="logregel_keten_moment"),
            models.Index(fields=["volgnummer"], name="logregel_volgnummer"),
        ]

    def __str__(self) -> str:
        """Return the deed and its subject."""
        return f"{self.werk}: {self.onderwerp}"

    def as_regel(self) -> Regel:
        """Return the line as the chain seals it."""
        return Regel(**{name: getattr(self, name) for name in Regel.__slots__})


class Logketen(models.Model):
    """The head of one chain, and where it begins after old lines were removed on their date."""

    naam = models.CharField("naam", max_length=60, unique=True)
    volgnummer = models.BigIntegerField("laatste volgnummer", default=0)
    zegel = models.CharField("laatste zegel", max_length=64, blank=True)
    begin_volgnummer = models.BigIntegerField("verwijderd tot en met", default=0)
    begin_zegel = models.CharField("zegel van de laatst verwijderde", max_length=64, blank=True)

    def __str__(self) -> str:
        """Return the name."""
        return self.naam

    def as_kop(self) -> Ketenkop:
        """Return the head as the rules about chains read it."""
        return Ketenkop(
            keten=self.naam,
            volgnummer=self.volgnummer,
            zegel=self.zegel,
            begin=self.begin_volgnummer,
            begin_zegel=self.begin_zegel,
        )
