"""Change a line of a meeting; what it said before stays in its history."""

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Actor, Noun
from openlea.services.add_notitie import LANGST
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.vergaderen.regel import find_line
from openlea.storage.records.models import Notitie


@transaction.atomic
def change_notitie(actor: Actor, nummer: int, tekst: str, versie: int) -> Notitie:
    """Keep the new text of a line and return it.

    `versie` is what the writer saw: when somebody changed the line since, Conflict is raised and
    nothing is lost. Raises BadInput with the field, NotFound and NotAllowed.
    """
    line = find_line(actor, nummer)
    text = tekst.strip()
    if not text:
        reden = "Een regel kan niet leeg zijn. Haal je hem weg? Haal hem dan door."
        raise BadInput([Fout("", "tekst", reden)])
    if len(text) > LANGST:
        raise BadInput([Fout("", "tekst", f"Een regel is hoogstens {LANGST} tekens.")])
    line.tekst = text
    kept = keep_record(actor, line, versie=versie)
    log_deed(actor, "regel gewijzigd", f"agendapunt {kept.punt_id}", noun=Noun.NOTULEN)
    return kept
