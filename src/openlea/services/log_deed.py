"""Write in the log who did what; the content of what was done is never written here."""

from openlea.core.logboek import Logsoort
from openlea.core.spoor import SPOOR
from openlea.policy.rechten import Actor
from openlea.services.logboek.verzegelen import seal_after_commit
from openlea.storage.records.models import Logregel, Werkruimte


def log_deed(
    actor: Actor,
    werk: str,
    onderwerp: str,
    bijzonderheid: str = "",
    *,
    soort: Logsoort = Logsoort.WIJZIGEN,
    noun: str = "",
) -> None:
    """Add one line to the log of the werkruimte of the actor."""
    slug = Werkruimte.objects.values_list("slug", flat=True).get(pk=actor.werkruimte)
    Logregel.objects.create(
        werkruimte_id=actor.werkruimte,
        persoon_id=actor.persoon,
        persoon_nr=actor.persoon,
        rol=str(actor.rol),
        keten=slug,
        soort=soort,
        noun=noun,
        werk=werk,
        onderwerp=onderwerp[:160],
        bijzonderheid=bijzonderheid[:300],
        spoor=SPOOR.get(),
    )
    seal_after_commit(slug)
