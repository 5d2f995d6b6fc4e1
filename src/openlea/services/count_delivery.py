"""Count, in the background, what a delivery that was confirmed or erased changes."""

from typing import Any

from openlea.core.telling import Telsoort
from openlea.services.count_registraties import count_registraties
from openlea.services.werk.voortgang import Voortgang


def count_delivery(voortgang: Voortgang, tellingen: list[list[str]]) -> dict[str, Any]:
    """Return a sentence for people; `tellingen` are pairs of kind and period."""
    for done, (soort, periode) in enumerate(tellingen):
        label = Telsoort(soort).label
        voortgang.step(f"{label} tellen over {periode}", done, len(tellingen))
        count_registraties(voortgang.actor, Telsoort(soort), periode)
    return {"zin": "De cijfers uit de registraties zijn bijgewerkt.", "naar": "registraties/"}
