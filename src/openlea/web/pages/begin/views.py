"""The front door: straight to the one werkruimte, or a choice between those one may enter."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.policy.rechten import LidRol, Noun, Scope, Verb, scope_of
from openlea.storage.records.models import Lidmaatschap, Verzoek, Werkruimte


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
        .order_by("werkruimte__naam", "id")
    )
    if len(mine) == 1:
        return redirect(home_of(LidRol(mine[0].rol)), mine[0].werkruimte.slug)
    vragen = _waiting(request.user.pk)
    known = {one.werkruimte_id for one in mine}
    open_rooms = [one for one in Werkruimte.objects.filter(openbaar=True) if one.pk not in known]
    shown = {
        "mijn": [_door(one, vragen.get(one.pk, 0)) for one in mine],
        "openbaar": open_rooms,
        "vragen": sum(vragen.values()),
        "zelf_starten": settings.ZELF_STARTEN,
    }
    return render(request, "begin/begin.html", shown)


def home_of(rol: LidRol) -> str:
    """Return the first page of a role: what is asked, the day, or the agenda."""
    if rol is LidRol.PARTNER:
        return "mijn"
    may = scope_of(rol, Noun.VANDAAG, Verb.ZIEN) is not Scope.NIETS
    return "vandaag" if may else "agenda"


def _waiting(persoon: int | None) -> dict[int, int]:
    """Return by lidmaatschap how many questions of a person are open, in one query."""
    if persoon is None:
        return {}
    counted = Verzoek.objects.open().filter(aan__persoon_id=persoon).values("aan")
    return {row["aan"]: row["aantal"] for row in counted.annotate(aantal=Count("id"))}


def _door(lid: Lidmaatschap, vragen: int) -> Deur:
    rol = LidRol(lid.rol)
    name = "mijn" if vragen else home_of(rol)
    return Deur(
        naam=lid.werkruimte.naam,
        rol=rol.label,
        partij=lid.partij.naam if lid.partij else "",
        vragen=vragen,
        url=reverse(name, args=[lid.werkruimte.slug]),
    )
