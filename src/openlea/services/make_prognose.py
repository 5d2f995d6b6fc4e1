"""Compute the forecast of a gemeente in the background, and keep it with what it was made of."""

from typing import Any

from django.utils import timezone

from openlea.services.prognose.bewaren import compute_run
from openlea.services.werk.voortgang import Voortgang


def make_prognose(voortgang: Voortgang, soort: str = "bo", jaren: int = 15) -> dict[str, Any]:
    """Return a sentence for people; NotFound and BadInput as describe_prognose has them."""
    voortgang.step("Leerlingen tellen en vooruitkijken", 0, 1)
    kept = compute_run(voortgang.actor, soort, jaren, timezone.localdate())
    return {"zin": f"De prognose is klaar: {kept.naam}.", "naar": "vooruit/prognose/"}
