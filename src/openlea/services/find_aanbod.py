"""Find one line of help at a school, for who may change it."""

from openlea.policy.rechten import Actor
from openlea.services.aanbod.vinden import find_to_change
from openlea.storage.records.models import Aanbod


def find_aanbod(actor: Actor, nummer: int) -> Aanbod:
    """Return it; NotFound for what the actor may not see, NotAllowed for what is of others."""
    return find_to_change(actor, nummer)
