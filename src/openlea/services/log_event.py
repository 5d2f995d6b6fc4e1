"""Write in the log of the installation what belongs to no werkruimte, such as signing in."""

from openlea.core.logboek import INSTALLATIE, Logsoort
from openlea.core.spoor import SPOOR
from openlea.services.logboek.verzegelen import seal_after_commit
from openlea.storage.records.models import Logregel


def log_event(
    werk: str,
    onderwerp: str,
    bijzonderheid: str = "",
    *,
    soort: Logsoort = Logsoort.SYSTEEM,
    persoon: int | None = None,
) -> None:
    """Add one line; `persoon` is the number of the account that did it, if anybody did."""
    Logregel.objects.create(
        persoon_id=persoon,
        persoon_nr=persoon,
        keten=INSTALLATIE,
        soort=soort,
        werk=werk,
        onderwerp=onderwerp[:160],
        bijzonderheid=bijzonderheid[:300],
        spoor=SPOOR.get(),
    )
    seal_after_commit(INSTALLATIE)
