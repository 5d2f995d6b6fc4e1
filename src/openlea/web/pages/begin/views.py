"""The front door: straight to the one werkruimte, or a choice between those one may enter."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Lidmaatschap, Werkruimte


def begin(request: HttpRequest) -> HttpResponse:
    """Return the way in."""
    mine = list(
        Lidmaatschap.objects.of_persoon(request.user.pk)
        .active_on(timezone.localdate())
        .order_by("werkruimte__naam")
    )
    if len(mine) == 1:
        start = "mijn" if mine[0].rol == LidRol.PARTNER else "vandaag"
        return redirect(start, mine[0].werkruimte.slug)
    open_rooms = Werkruimte.objects.filter(openbaar=True)
    return render(request, "begin/begin.html", {"mijn": mine, "openbaar": open_rooms})
