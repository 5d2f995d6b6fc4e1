"""Mend the rows that the door refused: line, column and reason are shown, never the value."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.errors import BadInput
from openlea.services.describe_herstel import Herstelregel, describe_herstel
from openlea.services.find_aanlevering import find_aanlevering
from openlea.services.mend_aanlevering import mend_aanlevering
from openlea.storage.records.models import Aanlevering
from openlea.web.pages.registraties.stap import to_step
from openlea.web.pages.registraties.views import crumbs, facts
from openlea.web.route import LeaRequest

PER_PAGE = 25


def herstel(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return a page of rows that wait, or take what was typed and look again."""
    one = find_aanlevering(request.actor, nummer)
    if one.wacht_op != "herstel" or one.gewist_op:
        return to_step(request, one)
    if request.method != "POST":
        return _shown(request, one, {})
    try:
        done = mend_aanlevering(
            request.actor,
            nummer,
            _typed(request),
            weg={int(line) for line in request.POST.getlist("weg") if line.isdecimal()},
            alles_weg="alles_weg" in request.POST,
        )
    except BadInput as refused:
        wrong = {(fout.blad, fout.cel): fout.reden for fout in refused.fouten}
        return _shown(request, find_aanlevering(request.actor, nummer), wrong)
    if done.wacht_op:
        messages.success(request, "Bewaard. Kijk naar de rijen die nog niet kloppen.")
        page = request.GET.get("pagina", "1")
        address = reverse("aanlevering_herstel", args=[request.werkruimte.slug, done.pk])
        return redirect(f"{address}?pagina={page}" if page.isdecimal() else address)
    messages.success(request, "Elke rij is verbeterd of met opzet weggelaten.")
    return to_step(request, done)


def _shown(
    request: LeaRequest, one: Aanlevering, wrong: dict[tuple[str, str], str]
) -> HttpResponse:
    rows = describe_herstel(request.actor, one.pk)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina"))
    shown = {
        "aanlevering": one,
        "open": len(rows),
        "regels": [_line(row) for row in page],
        "pagina": page,
        "fouten": [f"{place[:1].upper()}{place[1:]}: {why}" for (place, _), why in wrong.items()],
        "kruimels": crumbs(request, "Rijen verbeteren"),
        **facts(one),
    }
    return render(request, "registraties/herstel.html", shown, status=422 if wrong else 200)


def _line(row: Herstelregel) -> dict[str, Any]:
    cells = [{"cel": cell, "naam": f"cel-{row.regel}-{cell.plek}"} for cell in row.cellen]
    return {"rij": row, "cellen": cells}


def _typed(request: LeaRequest) -> dict[int, dict[int, str]]:
    """Return what was typed by line and place; a row that was shown is there even when blank."""
    found: dict[int, dict[int, str]] = {}
    for name, value in request.POST.items():
        parts = name.split("-")
        if parts[0] == "cel" and len(parts) == 3 and all(one.isdecimal() for one in parts[1:]):  # noqa: PLR2004
            found.setdefault(int(parts[1]), {})[int(parts[2])] = str(value)
    return found
