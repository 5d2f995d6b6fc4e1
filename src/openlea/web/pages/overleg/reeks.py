"""The pages of a series: what it is for, who sits there since when, and what waits."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from openlea.catalogue.overlegkast import open_overlegkaarten
from openlea.core.agenda import Zichtbaarheid
from openlea.core.catalogue import find_roots
from openlea.core.overleg import Mandaat, Overlegkaart, Overlegrol
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.end_reekslid import end_reekslid
from openlea.services.find_reeks import find_reeks
from openlea.services.find_reekslid import find_reekslid
from openlea.services.keep_reeks import keep_reeks
from openlea.services.keep_reekslid import keep_reekslid
from openlea.storage.records.models import Agenda, Ambitie, Overlegreeks, Reekslid
from openlea.web.pages.overleg.blik import reeks_sight
from openlea.web.pages.overleg.forms import EindeForm, ReeksForm, ZetelForm
from openlea.web.pages.overleg.kop import (
    Choices,
    crumbs,
    form_page,
    leads,
    leden,
    partijen,
    sights,
    tell,
)
from openlea.web.route import LeaRequest


def reeks(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return a series: its meetings, what waits, who sits there, and which law it serves."""
    found = find_reeks(request.actor, Verb.ZIEN, int(nummer))
    sight = reeks_sight(request.actor, found, timezone.localdate())
    context = {
        "reeks": found,
        "blik": sight,
        "kaart": _cards().get(found.soort),
        "beheert": leads(request, found.pk),
        "kruimels": crumbs(request, found.naam),
        "ziet_namen": request.actor.scope(Noun.OVERLEG, Verb.ZIEN) is not Scope.OPENBAAR,
    }
    return render(request, "overleg/reeks.html", context)


def reeks_nieuw(request: LeaRequest) -> HttpResponse:
    """Ask which kind, then show the form filled in from that kind; sent, the series is there."""
    cards = _cards()
    kaart = cards.get(request.POST.get("soort") or request.GET.get("soort", ""))
    if kaart is None:
        running = Overlegreeks.objects.of(request.werkruimte.pk).running(timezone.localdate())
        has = set(running.values_list("soort", flat=True))
        shown = {
            "kaarten": [(one, one.id in has) for one in cards.values()],
            "kruimels": crumbs(request, "Nieuw overleg"),
        }
        return render(request, "overleg/soort_kiezen.html", shown)
    initial = {
        "soort": kaart.id,
        "naam": kaart.titel,
        "per_jaar": max(kaart.per_jaar, 1),
        "duur": kaart.minuten,
        "zichtbaarheid": str(Zichtbaarheid.PARTNERS),
    }
    keuzes = {
        "ambitie": _ambities(request) if kaart.per_ambitie else [],
        "zichtbaarheid": sights(request),
    }
    form = ReeksForm(request.POST or None, keuzes=keuzes, initial=initial)
    del form.fields["gestopt_op"]
    if request.method == "POST" and form.is_valid():
        kept = form.try_to(lambda: keep_reeks(request.actor, form.opzet()))
        if kept is not None:
            messages.success(request, "Het overleg staat klaar. Zet er nu wie erin zit.")
            return redirect("reeks", request.werkruimte.slug, kept.pk)
    way = crumbs(request, "Nieuw overleg")
    return form_page(request, form, f"Nieuw: {kaart.titel}", way, inleiding=kaart.waarom)


def reeks_wijzigen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Show the form of a series; sent, it is kept, or both texts stand beside each other."""
    found = find_reeks(request.actor, Verb.WIJZIGEN, int(nummer))
    form = _change_form(request, found, bound=True)
    if request.method == "POST" and form.is_valid():
        versie = form.cleaned_data["versie"] or 0
        kept = form.try_to(lambda: keep_reeks(request.actor, form.opzet(), found.pk, versie))
        if kept is not None:
            messages.success(request, "Het overleg is bewaard.")
            return redirect("reeks", request.werkruimte.slug, kept.pk)
    if form.is_conflict:
        now = Overlegreeks.objects.of(request.werkruimte.pk).get(pk=found.pk)
        form.set_beside(_change_form(request, now, bound=False), now.versie)
    way = crumbs(request, (found.naam, "reeks", found.pk), "Wijzig")
    return form_page(request, form, f"Wijzig {found.naam}", way)


def reekslid_nieuw(request: LeaRequest, nummer: int) -> HttpResponse:
    """Give somebody a seat in a series."""
    found = find_reeks(request.actor, Verb.WIJZIGEN, int(nummer))
    form = _seat_form(request, None)
    if request.method == "POST" and form.is_valid():
        kept = form.try_to(lambda: keep_reekslid(request.actor, found.pk, form.zetel()))
        if kept is not None:
            messages.success(request, f"{kept.naam} zit nu in dit overleg.")
            return redirect("reeks", request.werkruimte.slug, found.pk)
    way = crumbs(request, (found.naam, "reeks", found.pk), "Zet iemand erbij")
    return form_page(request, form, "Zet iemand in het overleg", way)


def reekslid_wijzigen(request: LeaRequest, nummer: int, lid: int) -> HttpResponse:
    """Change a seat: another address, role or mandate."""
    found = find_reeks(request.actor, Verb.WIJZIGEN, int(nummer))
    seat = find_reekslid(found, int(lid))
    form = _seat_form(request, seat)
    if request.method == "POST" and form.is_valid():
        versie = form.cleaned_data["versie"] or 0
        kept = form.try_to(
            lambda: keep_reekslid(request.actor, found.pk, form.zetel(), seat.pk, versie)
        )
        if kept is not None:
            messages.success(request, f"{kept.naam} is bewaard.")
            return redirect("reeks", request.werkruimte.slug, found.pk)
    if form.is_conflict:
        now = find_reekslid(found, int(lid))
        form.set_beside(_seat_form(request, now, bound=False), now.versie)
    way = crumbs(request, (found.naam, "reeks", found.pk), seat.naam)
    return form_page(request, form, f"Wijzig {seat.naam}", way)


def reekslid_einde(request: LeaRequest, nummer: int, lid: int) -> HttpResponse:
    """Ask the last day of a seat; sent, meetings after that day are off for who leaves."""
    found = find_reeks(request.actor, Verb.WIJZIGEN, int(nummer))
    seat = find_reekslid(found, int(lid))
    form = EindeForm(request.POST or None, initial={"tot": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        tot = form.cleaned_data["tot"]
        sent = form.try_to(lambda: end_reekslid(request.actor, found.pk, seat.pk, tot))
        if sent is not None:
            tell(request, f"{seat.naam} gaat uit dit overleg. Wat geweest is blijft staan.", sent)
            return redirect("reeks", request.werkruimte.slug, found.pk)
    way = crumbs(request, (found.naam, "reeks", found.pk), f"{seat.naam} stopt")
    return form_page(request, form, f"{seat.naam} stopt in dit overleg", way)


def _cards() -> dict[str, Overlegkaart]:
    return dict(open_overlegkaarten(find_roots(settings.CATALOGUE)))


def _ambities(request: LeaRequest) -> Choices:
    agenda = Agenda.objects.current(request.werkruimte.pk)
    found = Ambitie.objects.filter(agenda=agenda).order_by("volgorde", "id") if agenda else []
    return [("", "Geen"), *((one.code, f"{one.code} {one.naam}") for one in found)]


def _change_form(request: LeaRequest, found: Overlegreeks, *, bound: bool) -> ReeksForm:
    same = ("soort", "naam", "doel", "per_jaar", "duur", "plek", "link", "van", "zichtbaarheid")
    initial = {name: getattr(found, name) for name in (*same, "gestopt_op", "versie")}
    initial["ambitie"] = found.ambitie.code if found.ambitie else ""
    keuzes = {"ambitie": _ambities(request), "zichtbaarheid": sights(request)}
    data = request.POST if bound and request.method == "POST" else None
    return ReeksForm(data, keuzes=keuzes, initial=initial)


def _seat_form(request: LeaRequest, seat: Reekslid | None, *, bound: bool = True) -> ZetelForm:
    initial: dict[str, object] = {
        "rol": str(Overlegrol.LID),
        "mandaat": str(Mandaat.MET),
        "van": timezone.localdate(),
    }
    if seat is not None:
        initial = {name: getattr(seat, name) for name in ("naam", "email", "rol", "mandaat", "van")}
        initial |= {
            "partij": seat.partij.code,
            "lid": str(seat.lid_id or ""),
            "versie": seat.versie,
        }
    keuzes = {"partij": partijen(request, "Kies een partij"), "lid": leden(request)}
    data = request.POST if bound and request.method == "POST" else None
    return ZetelForm(data, keuzes=keuzes, initial=initial)
