"""Open or close an account, or let it manage the installation or no longer."""

from django.db import transaction

from openlea.core.errors import BadInput, Fout, NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.services.end_sessies import end_sessies
from openlea.services.log_event import log_event
from openlea.storage.records.models import Persoon


@transaction.atomic
def change_account(
    beheerder: Persoon, account: int, *, actief: bool | None = None, beheert: bool | None = None
) -> Persoon:
    """Change one account and return it; None leaves a thing as it is.

    Only a beheerder of the installation may (NotAllowed); one that manages stays always, and nobody
    closes the own account (BadInput); NotFound when the account is not there. A closed account, and
    one that manages from now on, is signed out everywhere.
    """
    if not (beheerder.is_active and beheerder.is_beheerder):
        raise NotAllowed("Alleen de beheerder van de installatie wijzigt accounts.")
    # All who manage are held, so that two of them can't remove each other at the same moment.
    managing = list(Persoon.objects.select_for_update().filter(is_beheerder=True, is_active=True))
    persoon: Persoon | None = Persoon.objects.select_for_update().filter(pk=account).first()
    if persoon is None:
        raise NotFound("Dit account is er niet.")
    after_active = persoon.is_active if actief is None else actief
    after_manages = persoon.is_beheerder if beheert is None else beheert
    _refuse(beheerder, persoon, managing, stays=after_active and after_manages)
    if not after_active and persoon.pk == beheerder.pk:
        raise BadInput([Fout("", "account", "Je eigen account sluit je niet zelf.")])
    for work in _works(persoon, active=after_active, manages=after_manages):
        log_event(work, f"account {account}", soort=Logsoort.RECHT, persoon=beheerder.pk)
    Persoon.objects.filter(pk=account).update(is_active=after_active, is_beheerder=after_manages)
    if persoon.is_active and not after_active:
        end_sessies(persoon.pk, "account gesloten")
    elif after_manages and not persoon.is_beheerder:
        # One that a service of elsewhere opened would grow into one that manages.
        end_sessies(persoon.pk, "beheerder gemaakt")
    persoon.refresh_from_db()
    return persoon


def _refuse(beheerder: Persoon, persoon: Persoon, managing: list[Persoon], *, stays: bool) -> None:
    if beheerder.pk not in {one.pk for one in managing}:
        raise NotAllowed("Alleen de beheerder van de installatie wijzigt accounts.")
    others = [one for one in managing if one.pk != persoon.pk]
    if not stays and not others:
        reden = "Dit is de laatste beheerder. Maak eerst een ander beheerder."
        raise BadInput([Fout("", "account", reden)])


def _works(persoon: Persoon, *, active: bool, manages: bool) -> list[str]:
    """Return what changes, as the log tells it."""
    works = []
    if active is not persoon.is_active:
        works.append("account geopend" if active else "account gesloten")
    if manages is not persoon.is_beheerder:
        works.append("beheerder gemaakt" if manages else "beheerder niet langer")
    return works
