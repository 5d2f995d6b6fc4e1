"""The front door: straight to the one werkruimte, or a choice between those one may enter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.conf import settings
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Lidmaatschap, Verzoek, Werkruimte
from openlea.web.actor import worked_in
from openlea.web.thuis import home_of


@dataclass(frozen=True, slots=True)
class Deur:
    """A werkruimte that one may enter, as what, and how many questions wait there."""

    naam: str
    rol: str
    partij: str
    vragen: int
    url: str


def begin(request: HttpRequest) -> HttpResponse:
    """Return the way in: 'mijn werk' over all werkruimten, or what is open to everybody."""
    mine = list(
        Lidmaatschap.objects.of_persoon(request.user.pk)
        .active_on(timezone.localdate())
        .order_by("werkruimte__naam", "werkruimte", "id")
    )
    known = {one.werkruimte_id for one in mine}
    if len(known) == 1:
        now = worked_in(request, mine)
        return redirect(home_of(LidRol(now.rol)), now.werkruimte.slug)
    vragen = _waiting(request.user.pk)
    rooms = [list(own) for _, own in groupby(mine, key=lambda one: one.werkruimte_id)]
    open_rooms = [one for one in Werkruimte.objects.filter(openbaar=True) if one.pk not in known]
    shown = {
        "mijn": [_door(request, own, vragen) for own in rooms],
        "openbaar": open_rooms,
        "vragen": sum(vragen.values()),
        "zelf_starten": settings.ZELF_STARTEN,
    }
    return render(request, "begin/begin.html", shown)


def _waiting(persoon: int | None) -> dict[int, int]:
    """Return by lidmaatschap how many questions of a person are open, in one query."""
    if persoon is None:
        return {}
    counted = Verzoek.objects.open().filter(aan__persoon_id=persoon).values("aan")
    return {row["aan"]: row["aantal"] for row in counted.annotate(aantal=Count("id"))}


def _door(request: HttpRequest, own: Sequence[Lidmaatschap], vragen: Mapping[int, int]) -> Deur:
    """Return the one door of a werkruimte; who has more roles there chooses between them inside."""
    now = worked_in(request, own)
    waiting = vragen.get(now.pk, 0)
    return Deur(
        naam=now.werkruimte.naam,
        rol=" en ".join(dict.fromkeys(LidRol(one.rol).label for one in own)),
        partij=now.partij.naam if now.partij else "",
        vragen=sum(vragen.get(one.pk, 0) for one in own),
        url=reverse("mijn" if waiting else home_of(LidRol(now.rol)), args=[now.werkruimte.slug]),
    )
