"""Removes the second steps of an account, with all that belongs to that."""

from django.db import transaction

from openlea.services.end_sessies import end_sessies
from openlea.services.tell_account import Gebeurd, tell_account
from openlea.storage.records.models import Persoon
from openlea.storage.records.toegang import every_step_of


def remove_steps(persoon: Persoon) -> int:
    """Remove steps and codes, end the sessions, mail the person; return how many were removed."""
    removed, _ = every_step_of(persoon.pk).delete()
    if removed:
        end_sessies(persoon.pk, "tweede stap verwijderd")
        transaction.on_commit(lambda: tell_account(persoon, Gebeurd.HERSTELD))
    return removed
