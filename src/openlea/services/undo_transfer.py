"""Take a handing over back, as long as nobody has worked on with what moved."""

from collections.abc import Sequence

from django.db import transaction

from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.services.overdracht.stappen import Stap, take_back


def undo_transfer(actor: Actor, stappen: Sequence[Stap]) -> None:
    """Put everything back as it was before the steps of `transfer_acties`: all of it, or nothing.

    Raises Conflict when somebody changed one of these things since.
    """
    open_agenda(actor, Noun.ACTIE, Verb.WIJZIGEN)
    with transaction.atomic():
        take_back(actor, stappen)
        log_deed(actor, "overdracht teruggedraaid", f"{len(stappen)} stappen", noun=Noun.ACTIE)
