"""Keep what comes of a business case now, with all that it was reckoned from."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.businesscase.inhoud import content_of
from openlea.services.businesscase.uitkomst import as_plain
from openlea.services.businesscase.vinden import case_in, find_case
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.reckon_businesscase import TREKKINGEN, ZAAD, reckon_businesscase
from openlea.storage.records.models import Caseuitkomst

MOST, LONGEST = 50, 160


@transaction.atomic
def keep_caseuitkomst(actor: Actor, nummer: int, naam: str) -> Caseuitkomst:
    """Return the outcome that was kept under this name; it never changes any more.

    Raises BadInput with the field, NotFound and NotAllowed.
    """
    record = find_case(actor, Verb.WIJZIGEN, nummer)
    name = " ".join(naam.split())
    if not name or len(name) > LONGEST:
        raise BadInput([Fout("", "naam", f"Geef een naam van hoogstens {LONGEST} tekens.")])
    if record.uitkomsten.count() >= MOST:
        raise BadInput([Fout("", "naam", f"Er zijn al {MOST} uitkomsten bewaard.")])
    case = case_in(record)
    made = Caseuitkomst(
        werkruimte_id=actor.werkruimte,
        case=record,
        naam=name,
        inhoud=content_of(case),
        zaad=ZAAD,
        trekkingen=TREKKINGEN,
        uitkomst=as_plain(reckon_businesscase(case)),
        gemaakt_op=timezone.now(),
        door_naam=actor.naam[:LONGEST] if actor.persoon else "",
    )
    kept = keep_record(actor, made)
    wat = "uitkomst bewaard"
    log_deed(actor, wat, f"business case {nummer}", name, noun=Noun.BUSINESSCASE)
    return kept
