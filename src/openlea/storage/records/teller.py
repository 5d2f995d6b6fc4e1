"""Counts how often something was tried within a stretch of time, for all processes together."""

from django.db import models


class Teller(models.Model):
    """One count; `sleutel` is a hash of what is counted, so that no address is kept."""

    sleutel = models.CharField("sleutel", max_length=64, unique=True)
    aantal = models.PositiveIntegerField("aantal", default=0)
    verloopt_op = models.DateTimeField("verloopt op", db_index=True)

    def __str__(self) -> str:
        """Return the first letters and the count."""
        return f"{self.sleutel[:8]}: {self.aantal}"
