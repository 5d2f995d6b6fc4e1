"""Throw away a load that was held: a person looked at it, and it's wrong."""

from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun
from openlea.services.laden.beheer import refuse_other_layer
from openlea.services.laden.plank import plek_of
from openlea.services.log_deed import log_deed
from openlea.storage.warehouse.staat import held_load, let_go
from openlea.storage.warehouse.versie import LANDELIJK


def discard_load(actor: Actor | None, bron: str, sleutel: str, *, laag: str = LANDELIJK) -> None:
    """Forget a held load; what counts stays. NotFound when it isn't held any more, NotAllowed.

    Without an actor it's who runs this installation, from the command line.
    """
    if actor is not None:
        refuse_other_layer(actor, laag)
    folder = plek_of(bron, laag).folder
    held_load(folder, sleutel)
    let_go(folder, sleutel)
    if actor is not None:
        log_deed(
            actor,
            "lading weggegooid",
            bron,
            sleutel[:12],
            soort=Logsoort.VERWIJDEREN,
            noun=Noun.BRON,
        )
