"""A round of questions: what is prepared, how many answered, or what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.catalogue.vragenlijstkast import open_vragenlijsten
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotFound
from openlea.core.raadpleging import RaadplegingStaat, VraagSoort
from openlea.policy.raadpleegbeeld import Bespreekpunt
from openlea.policy.raadpleging_uitkomst import seen_size
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.add_agendapunt import Puntopzet
from openlea.services.close_raadpleging import close_raadpleging
from openlea.services.find_raadpleging import find_raadpleging
from openlea.services.put_on_agenda import put_on_agenda
from openlea.services.remove_raadpleging import remove_raadpleging
from openlea.services.repeat_raadpleging import repeat_raadpleging
from openlea.storage.records.models import Raadpleeggroep, Raadpleging
from openlea.storage.records.raadpleging_values import keep_questions
from openlea.web.pages.raadplegen.uitkomst import WEINIG, sheet
from openlea.web.pages.raadplegen.wijzigen import crumbs
from openlea.web.pages.samenwerking.agenderen import meetings_to_choose
from openlea.web.route import LeaRequest

MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Groepstand:
    """A group of an open round: how many answered, as far as that may be told."""

    groep: Raadpleeggroep
    geantwoord: str


def raadpleging(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return the page of a round."""
    record = find_raadpleging(request.actor, Verb.ZIEN, int(nummer))
    staat, today = RaadplegingStaat(record.staat), timezone.localdate()
    shown = {
        "raadpleging": record,
        "staat": staat,
        "kruimels": crumbs(request, record.titel),
        "beheert": request.actor.scope(Noun.RAADPLEGING, Verb.WIJZIGEN) is Scope.ALLES,
        "groepen": _groups(record),
        "voorbij": staat is RaadplegingStaat.OPEN and record.sluit_op < today,
        "vragen": _preview(record),
    }
    if staat is RaadplegingStaat.GESLOTEN:
        shown |= {"blad": sheet(record), "overleggen": meetings_to_choose(request)}
        shown["opnieuw"] = record.volgende.within(request.scope).first()
    return render(request, "raadplegen/raadpleging.html", shown)


def stap(request: LeaRequest, nummer: int) -> HttpResponse:
    """Close a round, repeat it or throw a concept away."""
    slug, doe = request.werkruimte.slug, request.POST.get("doe", "")
    if doe == "sluit":
        close_raadpleging(request.actor, int(nummer))
        messages.success(request, "De uitkomst staat vast. De antwoorden zelf zijn gewist.")
        return redirect("raadpleging", slug, nummer)
    if doe == "herhaal":
        made = repeat_raadpleging(request.actor, int(nummer), timezone.localdate())
        messages.success(request, "Deze raadpleging staat klaar om opnieuw te houden.")
        return redirect("raadpleging", slug, made.pk)
    if doe == "weg":
        titel = remove_raadpleging(request.actor, int(nummer))
        messages.success(request, f"'{titel}' is weggehaald.")
        return redirect("raadplegingen", slug)
    raise NotFound("Deze stap is er niet.")


def op_de_agenda(request: LeaRequest, nummer: int) -> HttpResponse:
    """Put a question to talk about on the next agenda of a series."""
    record = find_raadpleging(request.actor, Verb.ZIEN, int(nummer))
    blad, reeks = sheet(record), request.POST.get("reeks", "")
    points = {one.vraag.id: one for one in blad.beeld.bespreek} if blad else {}
    point = points.get(request.POST.get("vraag", ""))
    if point is None or not (reeks.isascii() and reeks.isdigit() and len(reeks) <= MOST_DIGITS):
        raise NotFound("Dit punt is er niet.")
    punt = put_on_agenda(request.actor, int(reeks), _item(request, record, point))
    where = punt.vergadering.titel if punt.vergadering else f"de wachtrij van {punt.reeks.naam}"
    messages.success(request, f"'{punt.titel}' staat op de agenda van {where}.")
    return redirect(f"{reverse('raadpleging', args=[request.werkruimte.slug, record.pk])}#bespreek")


def _item(request: LeaRequest, record: Raadpleging, point: Bespreekpunt) -> Puntopzet:
    address = reverse("raadpleging", args=[request.werkruimte.slug, record.pk])
    reasons = " ".join(point.redenen)
    return Puntopzet(
        titel=f"Praten over: {point.vraag.tekst}"[:200],
        toelichting=f"Uit '{record.titel}'. {reasons} Zie {settings.ADRES}{address}",
    )


def _groups(record: Raadpleging) -> list[Groepstand]:
    """Return the groups; numbers as classes, so that watching them tells nothing."""
    counted = record.groepen.counted()
    is_open = record.staat == RaadplegingStaat.OPEN
    return [
        Groepstand(one, _seen(counted[one.pk]) if is_open else "") for one in record.groepen.all()
    ]


def _seen(aantal: int) -> str:
    omvang = seen_size(aantal)
    return omvang.label if omvang else WEINIG.capitalize()


def _preview(record: Raadpleging) -> list[tuple[str, list[Mapping[str, Any]]]]:
    """Return the questions per theme: as they were asked, or as the shelf has them now."""
    kept = record.vragen
    if record.staat == RaadplegingStaat.CONCEPT:
        lijsten = open_vragenlijsten(find_roots(settings.CATALOGUE)).lijsten
        lijst = lijsten.get(record.vragenlijst)
        kept = keep_questions(lijst) if lijst else []
    themes: dict[str, list[Mapping[str, Any]]] = {}
    for one in kept:
        soort = VraagSoort(one["soort"])
        themes.setdefault(one["titel_onderdeel"], []).append(one | {"hoe": soort.label})
    return list(themes.items())
