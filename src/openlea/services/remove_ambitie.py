"""Remove an ambitie that nobody has told anything of and that costs nothing."""

from django.db import transaction

from openlea.core.errors import NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.services.weghalen.meegaan import remove_deel
from openlea.services.weghalen.stappen import Weg


def remove_ambitie(actor: Actor, code: str) -> Weg:
    """Remove an ambitie by its code, and return what `undo_removal` puts back.

    Raises BadInput with the reason when something hangs on it that must be kept, NotFound and
    NotAllowed as every verb.
    """
    agenda = open_agenda(actor, Noun.AGENDA, Verb.WIJZIGEN)
    with transaction.atomic():
        found = agenda.ambities.select_for_update(of=("self",)).filter(code=code).first()
        if found is None:
            raise NotFound(f"Er is geen ambitie {code}.")
        weg = remove_deel(actor, found, None)
        log_deed(actor, "ambitie weggehaald", code, soort=Logsoort.VERWIJDEREN, noun=Noun.AGENDA)
    return weg
