"""Shows every part of a page with realistic content, for who builds a page or a theme."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from openlea.core.agenda import ActieStaat
from openlea.policy.actualiteit import Actualiteit
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import figures
from openlea.web.charts.sparkline_svg import draw_sparkline
from openlea.web.charts.strook_svg import draw_strook
from openlea.web.pages.stijlgids import voorbeelden
from openlea.web.pages.stijlgids.forms import FilterProef, VeldenProef, VraagProef
from openlea.web.pages.stijlgids.grafieken import STAD, STROOK, VONK, example_charts


@require_safe
def stijlgids(request: HttpRequest) -> HttpResponse:
    """Return the style guide; nothing on it is stored or read from the database."""
    grafieken = example_charts()
    if file := csv_answer(request, grafieken):
        return file
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
        "figuren": figures(grafieken),
        "vonk": mark_safe(draw_sparkline(VONK)),  # noqa: S308 - drawn here
        "strookje": mark_safe(draw_strook(STROOK, wie=STAD)),  # noqa: S308 - drawn here
        **voorbeelden.KADER,
        **voorbeelden.INHOUD,
    }
    return render(request, "stijlgids.html", context)
