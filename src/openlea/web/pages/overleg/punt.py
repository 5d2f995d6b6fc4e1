"""Everything that is done with one item while an agenda is prepared."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, NotFound
from openlea.core.overleg import PuntSoort
from openlea.policy.rechten import Verb
from openlea.services.add_agendapunt import add_agendapunt
from openlea.services.attach_agendastuk import attach_agendastuk
from openlea.services.carry_over_agendapunt import carry_over_agendapunt
from openlea.services.change_agendapunt import change_agendapunt
from openlea.services.find_agendapunt import find_agendapunt
from openlea.services.find_reeks import find_reeks
from openlea.services.find_vergadering import find_vergadering
from openlea.services.move_agendapunt import move_agendapunt
from openlea.services.overleg.aanbod import offered_items
from openlea.services.overleg.puntopzet import Puntopzet
from openlea.services.park_agendapunt import park_agendapunt
from openlea.services.remove_agendapunt import remove_agendapunt
from openlea.services.remove_agendastuk import remove_agendastuk
from openlea.services.take_from_backlog import take_from_backlog
from openlea.storage.records.models import Actie, Agenda, Agendapunt, Speerpunt
from openlea.web.pages.overleg.kop import (
    REFUSED,
    Choices,
    crumbs,
    form_page,
    of_meeting,
    partijen,
    sights,
)
from openlea.web.pages.overleg.puntforms import PuntForm, StukForm, punt_initial
from openlea.web.route import LeaRequest

DADEN: Mapping[str, str] = {
    "op": "",
    "neer": "",
    "parkeren": "staat nu in de wachtrij.",
    "doorschuiven": "gaat door naar de volgende keer.",
    "vervallen": "is van de agenda.",
}
"""What can be done with an item by one button, and what is said when it was done."""


def punt_nieuw(request: LeaRequest, nummer: int) -> HttpResponse:
    """Put a new item on the agenda of a meeting."""
    meeting = find_vergadering(request.actor, Verb.WIJZIGEN, int(nummer))
    form = _form(request, {"zichtbaarheid": meeting.zichtbaarheid})
    if request.method == "POST" and form.is_valid():
        made = form.try_to(
            lambda: add_agendapunt(request.actor, form.opzet(), vergadering=meeting.pk)
        )
        if made is not None:
            return _to_item(request, made)
    way = of_meeting(request, meeting, "Nieuw punt")
    return form_page(request, form, "Zet een punt op de agenda", way)


def wachtrij_nieuw(request: LeaRequest, nummer: int) -> HttpResponse:
    """Put a new item in the backlog of a series."""
    series = find_reeks(request.actor, Verb.WIJZIGEN, int(nummer))
    form = _form(request, {"zichtbaarheid": series.zichtbaarheid})
    if request.method == "POST" and form.is_valid():
        made = form.try_to(lambda: add_agendapunt(request.actor, form.opzet(), reeks=series.pk))
        if made is not None:
            messages.success(request, f"'{made.titel}' staat in de wachtrij.")
            return redirect("reeks", request.werkruimte.slug, series.pk)
    way = crumbs(request, (series.naam, "reeks", series.pk), "Voor een volgende keer")
    return form_page(request, form, "Bewaar een punt voor een volgende keer", way)


def punt_wijzigen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Show the form of an item and its papers; sent, it is kept, or both texts are shown."""
    punt = find_agendapunt(request.actor, Verb.WIJZIGEN, int(nummer))
    form = _form(request, punt_initial(punt))
    if request.method == "POST" and form.is_valid():
        versie = form.cleaned_data["versie"] or 0
        kept = form.try_to(
            lambda: change_agendapunt(request.actor, punt.pk, form.opzet(punt), versie)
        )
        if kept is not None:
            return _to_item(request, kept)
    if form.is_conflict:
        now = find_agendapunt(request.actor, Verb.WIJZIGEN, punt.pk)
        form.set_beside(_form(request, punt_initial(now), bound=False), now.versie)
    return _item_page(request, punt, form, _paper_form(request, punt))


def punt_doen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Do what the button says with an item: up, down, park, carry over or drop."""
    punt, daad = (
        find_agendapunt(request.actor, Verb.WIJZIGEN, int(nummer)),
        request.POST.get("daad", ""),
    )
    back = _back(request, punt)
    if daad not in DADEN:
        messages.error(request, "Kies wat er met dit punt gebeurt.")
        return redirect(back)
    try:
        _deeds(request, punt)[daad]()
    except BadInput as refused:
        for fout in refused.fouten:
            messages.error(request, fout.reden)
        return redirect(back)
    if DADEN[daad]:
        messages.success(request, f"'{punt.titel}' {DADEN[daad]}")
        return redirect(back)
    return redirect(f"{back}#punt-{punt.pk}")


def punt_op_agenda(request: LeaRequest, nummer: int) -> HttpResponse:
    """Put on the agenda what waits (`punt`) or what the law or the kind asks (`sleutel`)."""
    meeting = find_vergadering(request.actor, Verb.WIJZIGEN, int(nummer))
    waits, key = request.POST.get("punt", ""), request.POST.get("sleutel", "")
    try:
        if waits.isdecimal():
            made = take_from_backlog(request.actor, int(waits[:18]), meeting.pk)
        else:
            made = _take_offered(request, meeting.pk, key)
    except BadInput as refused:
        for fout in refused.fouten:
            messages.error(request, fout.reden)
        return redirect("vergadering", request.werkruimte.slug, meeting.pk)
    messages.success(request, f"'{made.titel}' staat op de agenda.")
    return _to_item(request, made)


def stuk_nieuw(request: LeaRequest, nummer: int) -> HttpResponse:
    """Attach a paper to an item."""
    punt = find_agendapunt(request.actor, Verb.WIJZIGEN, int(nummer))
    form = _paper_form(request, punt, bound=True)
    if form.is_valid():
        kept = form.try_to(lambda: attach_agendastuk(request.actor, punt.pk, form.stuk()))
        if kept is not None:
            messages.success(request, f"'{kept.document.titel}' hoort nu bij dit punt.")
            return redirect("punt_wijzigen", request.werkruimte.slug, punt.pk)
    return _item_page(request, punt, _form(request, punt_initial(punt), bound=False), form)


def stuk_weg(request: LeaRequest, nummer: int, stuk: int) -> HttpResponse:
    """Take a paper off an item."""
    remove_agendastuk(request.actor, int(nummer), int(stuk))
    messages.success(request, "Het stuk hoort niet meer bij dit punt.")
    return redirect("punt_wijzigen", request.werkruimte.slug, nummer)


def _deeds(request: LeaRequest, punt: Agendapunt) -> Mapping[str, Callable[[], object]]:
    actor, number = request.actor, punt.pk
    return {
        "op": lambda: move_agendapunt(actor, number, -1),
        "neer": lambda: move_agendapunt(actor, number, 1),
        "parkeren": lambda: park_agendapunt(actor, number),
        "doorschuiven": lambda: carry_over_agendapunt(actor, number),
        "vervallen": lambda: remove_agendapunt(actor, number),
    }


def _take_offered(request: LeaRequest, vergadering: int, key: str) -> Agendapunt:
    meeting = find_vergadering(request.actor, Verb.WIJZIGEN, vergadering)
    one = offered_items(meeting.reeks, timezone.localdate(), meeting).find(key)
    if one is None:
        raise NotFound("Dit punt wordt niet meer gevraagd.")
    opzet = Puntopzet(
        titel=one.titel,
        sectie=one.sectie,
        soort=one.soort,
        toelichting=one.toelichting,
        minuten=one.minuten,
        plicht=one.plicht,
        onderwerp=one.onderwerp,
        vast=one.vast,
        zichtbaarheid=Zichtbaarheid(meeting.zichtbaarheid),
    )
    return add_agendapunt(request.actor, opzet, vergadering=meeting.pk)


def _form(request: LeaRequest, initial: dict[str, object], *, bound: bool = True) -> PuntForm:
    agenda = Agenda.objects.current(request.werkruimte.pk)
    keuzes = {
        "partij": partijen(request, "Geen"),
        "speerpunt": _listed(Speerpunt.objects.filter(agenda=agenda).order_by("code")),
        "actie": _listed(Actie.objects.filter(agenda=agenda).order_by("code")),
        "zichtbaarheid": sights(request),
    }
    begin = {"soort": str(PuntSoort.BESPREKEN), "minuten": 10, **initial}
    data = request.POST if bound and request.method == "POST" else None
    return PuntForm(data, keuzes=keuzes, initial=begin)


def _listed(found: "object") -> Choices:
    rows = found.values_list("code", "naam")  # type: ignore[attr-defined]
    choices = [(str(code), f"{code} {naam}") for code, naam in rows]
    return [("", "Geen"), *choices] if choices else []


def _paper_form(request: LeaRequest, punt: Agendapunt, *, bound: bool = False) -> StukForm:
    return StukForm(
        request.POST if bound else None,
        request.FILES if bound else None,
        keuzes={"zichtbaarheid": sights(request)},
        initial={"zichtbaarheid": punt.zichtbaarheid},
    )


def _item_page(
    request: LeaRequest, punt: Agendapunt, form: PuntForm, stukvorm: StukForm
) -> HttpResponse:
    way = _way(request, punt)
    shown = {
        "punt": punt,
        "formulier": form,
        "stukvorm": stukvorm,
        "stukken": punt.stukken.select_related("document").order_by("id"),
        "kruimels": way,
        "terug": [step["url"] for step in way if "url" in step][-1],
    }
    wrong = form.errors or stukvorm.errors
    return render(request, "overleg/punt.html", shown, status=REFUSED if wrong else None)


def _way(request: LeaRequest, punt: Agendapunt) -> list[dict[str, str]]:
    if punt.vergadering is not None:
        return of_meeting(request, punt.vergadering, punt.titel)
    return crumbs(request, (punt.reeks.naam, "reeks", punt.reeks_id), punt.titel)


def _back(request: LeaRequest, punt: Agendapunt) -> str:
    slug = request.werkruimte.slug
    if punt.vergadering_id is not None:
        return reverse("vergadering", args=[slug, punt.vergadering_id])
    return reverse("reeks", args=[slug, punt.reeks_id])


def _to_item(request: LeaRequest, punt: Agendapunt) -> HttpResponse:
    return redirect(f"{_back(request, punt)}#punt-{punt.pk}")
