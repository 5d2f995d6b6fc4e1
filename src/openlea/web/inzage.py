"""What the door tells the log: who opened which page, took which file, or was refused."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponseBase

from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun
from openlea.services.log_reading import Inzage, log_reading

SHOWN = {200, 304}
REFUSED = 403


def note_visit(
    request: HttpRequest,
    actor: Actor,
    page: tuple[str, Noun],
    kwargs: Mapping[str, str],
    response: HttpResponseBase,
) -> None:
    """Log a look at a page of a werkruimte; what is written there is logged by its own verb."""
    taken = response.headers.get("Content-Disposition", "").startswith("attachment")
    shown = response.status_code in SHOWN and (request.method != "POST" or taken)
    if not shown and response.status_code != REFUSED:
        return
    inzage = Inzage(
        waar=page[0],
        noun=page[1],
        codes=tuple(str(one) for one in kwargs.values()),
        soort=Logsoort.EXPORTEREN if taken else Logsoort.LEZEN,
        is_geweigerd=response.status_code == REFUSED,
    )
    log_reading(actor, inzage, again="HX-Request" in request.headers)
