"""Take the second step away from an account of this installation that lost it."""

from django.db import transaction

from openlea.core.errors import NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.services.log_event import log_event
from openlea.services.toegang.stappen import remove_steps
from openlea.storage.records.models import Persoon


@transaction.atomic
def reset_account_factor(beheerder: Persoon, account: int) -> None:
    """Remove every second step of an account; only a beheerder of the installation may.

    Not of the own account: that is done on its own page, with the step itself. Raises NotAllowed,
    and NotFound where nothing is to be reset.
    """
    if not (beheerder.is_active and beheerder.is_beheerder):
        raise NotAllowed("Alleen de beheerder van de installatie herstelt een account.")
    if beheerder.pk == account:
        raise NotAllowed("Je eigen tweede stap wijzig je bij 'Mijn account'.")
    persoon = Persoon.objects.filter(pk=account).first()
    if persoon is None or not remove_steps(persoon):
        raise NotFound("Deze persoon heeft geen tweede stap.")
    work = "tweede stap verwijderd"
    log_event(work, f"account {account}", soort=Logsoort.RECHT, persoon=beheerder.pk)
