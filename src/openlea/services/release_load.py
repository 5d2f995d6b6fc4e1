"""Take in what was held after all: a person looked at the reasons and says that it's right."""

from dataclasses import replace

from openlea.policy.rechten import Actor, Noun
from openlea.services.laden.beheer import refuse_other_layer
from openlea.services.laden.inname import commit
from openlea.services.laden.plank import plek_of
from openlea.services.laden.uitslag import Geladen
from openlea.services.log_deed import log_deed
from openlea.storage.warehouse.staat import held_load, held_rows
from openlea.storage.warehouse.versie import LANDELIJK
from openlea.storage.warehouse.warehouse import Aanbod

BEHEER = "Beheer van de installatie"


def release_load(actor: Actor | None, bron: str, sleutel: str, *, laag: str = LANDELIJK) -> Geladen:
    """Return the version it became; NotFound when it isn't held any more, NotAllowed, Conflict.

    Without an actor it's who runs this installation, from the command line.
    """
    if actor is not None:
        refuse_other_layer(actor, laag)
    plek = plek_of(bron, laag)
    held = held_load(plek.folder, sleutel)
    rijen, afgekeurd = held_rows(plek.folder, sleutel)
    by = f"{actor.naam if actor else BEHEER}: {' '.join(held.redenen)}"
    outcome = commit(
        plek,
        Aanbod(
            versie=replace(held.versie, vrijgegeven=by),
            editie=plek.source.bron.editie,
            rijen=rijen,
            afgekeurd=afgekeurd,
        ),
    )
    if actor is not None:
        log_deed(actor, "lading vrijgegeven", bron, f"versie {outcome.versie}", noun=Noun.BRON)
    return outcome
