"""Draw and place the children of a round in the background; asked again it does no harm."""

from typing import Any

from openlea.services.plaats.uitvoeren import carry_out
from openlea.services.werk.voortgang import Voortgang


def place_ronde(voortgang: Voortgang, ronde: int) -> dict[str, Any]:
    """Return where the result stands; of a round that was placed already it returns the same.

    NotAllowed, NotFound; Conflict when nothing was promised or something was changed since.
    """
    done = carry_out(voortgang.actor, ronde, voortgang.step)
    return {"zin": f"{done} is geloot en geplaatst.", "naar": f"kansen/plaatsen/{done.pk}/"}
