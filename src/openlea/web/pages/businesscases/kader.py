"""What the pages of a business case share: the way back, and the words of its state."""

from django.urls import reverse

from openlea.storage.records.businesscase import CaseStaat
from openlea.storage.records.models import Businesscase
from openlea.web.route import LeaRequest
from openlea.web.templatetags.onderdelen import GOED, RUST, Beeld

REFUSED = 422
STATEN = {
    CaseStaat.CONCEPT: Beeld("potlood", CaseStaat.CONCEPT.label, RUST),
    CaseStaat.BESPROKEN: Beeld("info", CaseStaat.BESPROKEN.label, RUST),
    CaseStaat.BESLOTEN: Beeld("besluit", CaseStaat.BESLOTEN.label, GOED),
    CaseStaat.GESTOPT: Beeld("info", CaseStaat.GESTOPT.label, RUST),
}


def state_of(record: Businesscase) -> Beeld:
    """Return how far a case is, as a word with an icon."""
    return STATEN[CaseStaat(record.staat)]


def crumbs(
    request: LeaRequest, titel: str = "", record: Businesscase | None = None
) -> list[dict[str, str]]:
    """Return the way to a page; without a title the list itself, with a record below its page."""
    slug = request.werkruimte.slug
    found = [{"naam": "Vooruitkijken", "url": reverse("vooruit", args=[slug])}]
    if not titel:
        return [*found, {"naam": "Businesscases"}]
    found.append({"naam": "Businesscases", "url": reverse("businesscases", args=[slug])})
    if record is not None:
        found.append({"naam": str(record), "url": reverse("businesscase", args=[slug, record.pk])})
    return [*found, {"naam": titel}]
