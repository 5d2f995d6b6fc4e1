"""The log: who did or opened what, when; written by the verbs, read by few."""

from typing import ClassVar

from django.db import models


class Logregel(models.Model):
    """One deed. It names nouns and codes, never the content of what was read or written."""

    werkruimte = models.ForeignKey(
        "records.Werkruimte", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    persoon = models.ForeignKey(
        "records.Persoon", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    moment = models.DateTimeField("moment", auto_now_add=True)
    werk = models.CharField("werk", max_length=60)
    onderwerp = models.CharField("onderwerp", max_length=160)
    bijzonderheid = models.CharField("bijzonderheid", max_length=300, blank=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar[list[str]] = ["-moment", "-id"]

    def __str__(self) -> str:
        """Return the deed and its subject."""
        return f"{self.werk}: {self.onderwerp}"
