"""Shows every part of a page with realistic content, for who builds a page or a theme."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from openlea.core.agenda import ActieStaat
from openlea.policy.actualiteit import Actualiteit
from openlea.web.pages.stijlgids import voorbeelden
from openlea.web.pages.stijlgids.forms import FilterProef, VeldenProef, VraagProef


@require_safe
def stijlgids(request: HttpRequest) -> HttpResponse:
    """Return the style guide; nothing on it is stored or read from the database."""
    vraag = VraagProef(initial={"bereikt": 38})
    velden = VeldenProef({"naam": "", "budget": "12.000", "schaal": "regionaal"})
    context = {
        "titel": "Stijlgids",
        "staten": list(ActieStaat),
        "actualiteiten": list(Actualiteit),
        "vraag": vraag,
        "velden": velden,
        "filter": FilterProef({"partij": "bibliotheek"}, auto_id="filter_%s"),
        "pagina": Paginator(range(42), 10).page(2),
        **voorbeelden.KADER,
        **voorbeelden.INHOUD,
    }
    return render(request, "stijlgids.html", context)
