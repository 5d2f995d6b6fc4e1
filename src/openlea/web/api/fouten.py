"""Every fault in Dutch: what is wrong with a part of a question, and what went wrong here."""

import logging
from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from django.db import OperationalError
from django.http import Http404, HttpResponse
from ninja.errors import ValidationError

from openlea.core.errors import BadInput, Damaged, NotAllowed, NotFound, NotInForce
from openlea.web.api.probleem import fault, problem
from openlea.web.api.zicht import NotKnown

LOG = logging.getLogger("django.request")
BEARER = 'Bearer realm="Open LEA"'
ONZE_FOUT = "De site kon hier geen antwoord op geven. Het is genoteerd."
GEEN_DAG = "Dit is geen dag. Schrijf een dag als 2026-11-22."
ZINNEN: Mapping[str, str] = {
    "missing": "Dit moet erbij.",
    "enum": "Kies uit {expected}.",
    "literal_error": "Kies uit {expected}.",
    "int_parsing": "Dit moet een heel getal zijn.",
    "int_parsing_size": "Dit getal is te groot.",
    "int_from_float": "Dit moet een heel getal zijn.",
    "int_type": "Dit moet een heel getal zijn.",
    "greater_than_equal": "Dit moet minstens {ge} zijn.",
    "less_than_equal": "Dit mag hoogstens {le} zijn.",
    "date_parsing": GEEN_DAG,
    "date_from_datetime_parsing": GEEN_DAG,
    "date_from_datetime_inexact": GEEN_DAG,
    "string_too_long": "Dit mag hoogstens {max_length} tekens lang zijn.",
    "string_pattern_mismatch": "Hier staan tekens die niet kunnen.",
}


@singledispatch
def refusal_of(error: Exception) -> HttpResponse:
    """Return what went wrong as a problem; a fault of ours is told where the site runs."""
    LOG.error("fault of the interface", exc_info=error)
    return problem(500, ONZE_FOUT)


@refusal_of.register(NotFound)
@refusal_of.register(NotInForce)
@refusal_of.register(Http404)
def _missing(error: Exception) -> HttpResponse:
    return problem(404, str(error))


@refusal_of.register
def _forbidden(error: NotAllowed) -> HttpResponse:
    return problem(403, str(error))


@refusal_of.register
def _stranger(error: NotKnown) -> HttpResponse:
    return problem(401, str(error), WWW_Authenticate=BEARER)


@refusal_of.register
def _bad(error: BadInput) -> HttpResponse:
    found = [fault(one.blad or "vraag", one.cel, one.reden) for one in error.fouten]
    return problem(400, error.fouten[0].reden, found)


@refusal_of.register
def _invalid(error: ValidationError) -> HttpResponse:
    """Return what is wrong with a question: a path that can't be isn't there."""
    found = [_fault(one) for one in error.errors]
    if all(one["plaats"] == "path" for one in found):
        return problem(404, found[0]["reden"], found)
    return problem(400, f"{found[0]['naam']}: {found[0]['reden']}", found)


@refusal_of.register
def _damaged(error: Damaged) -> HttpResponse:
    LOG.error("figures can't be read", exc_info=error)
    return problem(503, str(error))


@refusal_of.register
def _asleep(error: OperationalError) -> HttpResponse:
    LOG.error("the database of the interface doesn't answer", exc_info=error)
    return problem(503, "De database antwoordt niet.", Retry_After="30")


def _fault(error: Mapping[str, Any]) -> dict[str, str]:
    where = [str(part) for part in error["loc"]]
    told = dict(error.get("ctx", {}))
    if "expected" in told:
        told["expected"] = str(told["expected"]).replace(" or ", " of ").replace("'", "")
    sentence = ZINNEN.get(str(error["type"]), "Deze waarde kan hier niet.").format(**told)
    return fault(where[0], where[-1], sentence)
