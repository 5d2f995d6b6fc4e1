"""Write in the log who did what; the content of what was done is never written here."""

from openlea.policy.rechten import Actor
from openlea.storage.records.models import Logregel


def log_deed(actor: Actor, werk: str, onderwerp: str, bijzonderheid: str = "") -> None:
    """Add one line to the log of the werkruimte of the actor."""
    Logregel.objects.create(
        werkruimte_id=actor.werkruimte,
        persoon_id=actor.persoon,
        werk=werk,
        onderwerp=onderwerp[:160],
        bijzonderheid=bijzonderheid[:300],
    )
