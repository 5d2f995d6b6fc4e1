"""Give an account a new password; every other session of it ends, and its owner is told."""

from django.db import transaction

from openlea.core.logboek import Logsoort
from openlea.services.end_sessies import end_sessies
from openlea.services.log_event import log_event
from openlea.services.tell_account import Gebeurd, tell_account
from openlea.storage.records.models import Persoon


@transaction.atomic
def set_wachtwoord(persoon: Persoon, wachtwoord: str) -> None:
    """Keep a password that was checked already; a first one, after an invitation, mails nothing."""
    had_one = persoon.has_usable_password()
    persoon.set_password(wachtwoord)
    persoon.save(update_fields=["password"])
    reden = "wachtwoord gewijzigd" if had_one else "wachtwoord gekozen"
    log_event(reden, f"account {persoon.pk}", soort=Logsoort.INLOGGEN, persoon=persoon.pk)
    end_sessies(persoon.pk, reden)
    if had_one:
        transaction.on_commit(lambda: tell_account(persoon, Gebeurd.WACHTWOORD))
