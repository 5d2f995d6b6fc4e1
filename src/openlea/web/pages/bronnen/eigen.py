"""Whether the own table of a source counts: set it aside, or take it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from openlea.core.errors import Conflict, NotFound
from openlea.services.restore_table import restore_table
from openlea.services.withdraw_table import withdraw_table
from openlea.storage.warehouse.warehouse import open_warehouse
from openlea.web.route import LeaRequest

NIET_MEER = (
    "De eigen tabel telt niet meer mee. De cijfers worden opnieuw berekend. "
    "Met 'Gebruik de eigen tabel weer' draai je dit terug."
)
WEER = "De eigen tabel telt weer mee. De cijfers worden opnieuw berekend."


def eigen(request: LeaRequest, bron: str) -> HttpResponse:
    """Let the own table count no longer, or again."""
    try:
        if request.POST.get("eigen") == "niet":
            withdraw_table(request.actor, bron)
            messages.success(request, NIET_MEER)
        elif request.POST.get("eigen") == "weer":
            restore_table(request.actor, bron)
            messages.success(request, WEER)
        else:
            messages.error(request, "Kies of de eigen tabel meetelt.")
    except (NotFound, Conflict) as refused:
        messages.error(request, str(refused))
    return redirect("bron", request.werkruimte.slug, bron)


def is_set_aside(request: LeaRequest, bron: str) -> bool:
    """Say whether this werkruimte has an own table of a source that doesn't count."""
    return open_warehouse().is_withdrawn(bron, request.werkruimte.slug)
