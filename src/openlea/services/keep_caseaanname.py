"""Change one assumption of a business case: its values, its source, and who stands behind it."""

from dataclasses import replace

from django.db import transaction

from openlea.core.errors import BadInput, Fout, NotFound
from openlea.policy.businesscase import Aanname
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.businesscase.inhoud import case_of, content_of
from openlea.services.businesscase.vinden import case_in, find_case
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Businesscase


@transaction.atomic
def keep_caseaanname(
    actor: Actor, nummer: int, aanname: Aanname, versie: int | None = None
) -> Businesscase:
    """Return the case with the assumption of this id replaced.

    Raises BadInput with the field and the reason, NotFound, NotAllowed and Conflict.
    """
    record = find_case(actor, Verb.WIJZIGEN, nummer)
    case = case_in(record)
    places = [n for n, one in enumerate(case.aannamen, start=1) if one.id == aanname.id]
    if not places:
        raise NotFound("Deze aanname is er niet.")
    changed = [aanname if one.id == aanname.id else one for one in case.aannamen]
    inhoud = content_of(replace(case, aannamen=tuple(changed)))
    _check(inhoud, f"aanname {places[0]}, ")
    record.inhoud = inhoud
    kept = keep_record(actor, record, versie=versie)
    told = f"aanname {aanname.naam}"
    log_deed(
        actor, "business case gewijzigd", f"business case {kept.pk}", told, noun=Noun.BUSINESSCASE
    )
    return kept


def _check(inhoud: dict[str, object], plek: str) -> None:
    """Raise BadInput with the field of the assumption itself."""
    try:
        case_of(inhoud)
    except BadInput as refused:
        raise BadInput(
            [Fout("", one.cel.removeprefix(plek), _sentence(one.reden)) for one in refused.fouten]
        ) from refused


def _sentence(reden: str) -> str:
    return reden[:1].upper() + reden[1:]
