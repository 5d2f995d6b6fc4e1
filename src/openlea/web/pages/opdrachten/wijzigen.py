"""Draw up an assignment, change it, give it, accept it or withdraw it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput
from openlea.policy.opdracht import OpdrachtStap
from openlea.policy.rechten import Noun, Verb, reach
from openlea.services.accept_opdracht import accept_opdracht
from openlea.services.describe_opdracht import describe_opdracht
from openlea.services.give_opdracht import give_opdracht
from openlea.services.keep_opdracht import keep_opdracht
from openlea.services.withdraw_opdracht import withdraw_opdracht
from openlea.storage.records.models import Agenda, Opdracht, Overlegreeks, Speerpunt
from openlea.storage.records.opdracht_seen import items_now, place_of, series_seen
from openlea.web.pages.opdrachten.forms import (
    Choices,
    OpdrachtForm,
    RedenForm,
    opdracht_initial,
)
from openlea.web.pages.opdrachten.views import crumbs
from openlea.web.route import LeaRequest

REFUSED = 422
LARGEST_NUMBER = 2**31 - 1
WERKGROEP = "werkgroep"
STAPPEN: dict[str, tuple[Callable[..., Opdracht], str]] = {
    OpdrachtStap.VERSTREKKEN: (
        give_opdracht,
        "De opdracht is verstrekt. De werkgroep ziet hem nu.",
    ),
    OpdrachtStap.AANVAARDEN: (accept_opdracht, "De werkgroep heeft de opdracht aanvaard."),
}


def opdracht_nieuw(request: LeaRequest) -> HttpResponse:
    """Show an empty assignment, or one that begins at an item; sent, it is a draft."""
    today = timezone.localdate()
    form = _form(request, initial=_proposal(request))
    if request.method == "POST" and form.is_valid():
        kept = form.try_to(lambda: keep_opdracht(request.actor, form.opzet(), today))
        if kept is not None:
            messages.success(request, "De opdracht is bewaard als concept.")
            return redirect("opdracht", request.werkruimte.slug, kept.pk)
    inleiding = (
        "Zes korte vragen. Doel en resultaat zijn nodig om de opdracht te verstrekken; de rest "
        "kan later."
    )
    back = reverse("opdrachten", args=[request.werkruimte.slug])
    return _page(request, form, "Nieuwe opdracht", inleiding, back)


def opdracht_wijzigen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Show the form of an assignment; sent, it is kept, or both texts stand beside each other."""
    today = timezone.localdate()
    beeld = describe_opdracht(request.actor, int(nummer), today).beeld
    if request.method == "GET" and OpdrachtStap.WIJZIGEN not in beeld.stappen:
        return turn_away(
            request,
            "Alleen de opdrachtgever wijzigt een opdracht die nog loopt.",
            "opdracht",
            nummer,
        )
    stored = opdracht_initial(beeld.record)
    form = _form(request, initial=stored, own=beeld.record)
    if request.method == "POST" and form.is_valid():
        versie = form.cleaned_data["versie"] or 0
        kept = form.try_to(
            lambda: keep_opdracht(request.actor, form.opzet(), today, int(nummer), versie)
        )
        if kept is not None:
            messages.success(request, "De opdracht is bewaard.")
            return redirect("opdracht", request.werkruimte.slug, kept.pk)
    if form.is_conflict:
        form.set_beside(
            _form(request, initial=stored, own=beeld.record, bound=False), beeld.record.versie
        )
    again = "Verandert de tekst, dan aanvaardt de werkgroep hem opnieuw."
    inleiding = again if beeld.staat == "aanvaard" else ""
    back = reverse("opdracht", args=[request.werkruimte.slug, nummer])
    return _page(request, form, f"Wijzig {beeld.record.titel}", inleiding, back)


def opdracht_stap(request: LeaRequest, nummer: int) -> HttpResponse:
    """Take a step that needs no more than a press: give an assignment, or accept it."""
    verb, said = STAPPEN.get(request.POST.get("stap", ""), (None, ""))
    today = timezone.localdate()
    if verb is None:
        describe_opdracht(request.actor, int(nummer), today)
        return redirect("opdracht", request.werkruimte.slug, nummer)
    try:
        verb(request.actor, int(nummer), today, version_of(request))
        messages.success(request, said)
    except BadInput as refused:
        missing = ", ".join(fout.blad for fout in refused.fouten)
        messages.error(request, f"Nog niet verstrekt. Vul eerst in: {missing}.")
    return redirect("opdracht", request.werkruimte.slug, nummer)


def opdracht_intrekken(request: LeaRequest, nummer: int) -> HttpResponse:
    """Ask why an assignment is withdrawn; sent, it is over."""
    today = timezone.localdate()
    beeld = describe_opdracht(request.actor, int(nummer), today).beeld
    if request.method == "GET" and OpdrachtStap.INTREKKEN not in beeld.stappen:
        return turn_away(
            request, "Alleen de opdrachtgever trekt een opdracht in.", "opdracht", nummer
        )
    form = RedenForm(request.POST or None, initial={"versie": beeld.record.versie})
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        kept = form.try_to(
            lambda: withdraw_opdracht(
                request.actor, int(nummer), typed["reden"], today, typed["versie"]
            )
        )
        if kept is not None:
            messages.success(request, "De opdracht is ingetrokken.")
            return redirect("opdracht", request.werkruimte.slug, kept.pk)
    back = reverse("opdracht", args=[request.werkruimte.slug, nummer])
    if form.is_conflict:
        form.set_beside(RedenForm(initial={"reden": beeld.record.reden}), beeld.record.versie)
    inleiding = f"{beeld.record.titel}. De tekst en de voorstellen blijven te lezen."
    return _page(request, form, "Trek de opdracht in", inleiding, back)


def turn_away(request: LeaRequest, why: str, route: str, nummer: int) -> HttpResponse:
    """Send who can't take a step now back to the page, which says how far it is, with why."""
    messages.info(request, why)
    return redirect(route, request.werkruimte.slug, nummer)


def version_of(request: LeaRequest) -> int | None:
    """Return the version that the writer saw, or None when the form did not say."""
    return _number(request.POST.get("versie", ""))


def _number(typed: str) -> int | None:
    """Return a number of a record as an address holds it, or None for anything else."""
    return int(typed) if typed.isdecimal() and int(typed) <= LARGEST_NUMBER else None


def _form(
    request: LeaRequest,
    *,
    initial: dict[str, Any],
    own: Opdracht | None = None,
    bound: bool = True,
) -> OpdrachtForm:
    today = timezone.localdate()
    series = list(series_seen(request.actor, today, running=True))
    if own is not None:
        known = {one.pk for one in series}
        series += [one for one in (own.opdrachtgever, own.werkgroep) if one.pk not in known]
    agenda = Agenda.objects.current(request.werkruimte.pk)
    return OpdrachtForm(
        request.POST if bound and request.method == "POST" else None,
        gevers=_named(_giving(request, series, own), first="bestuurlijk_overleg_lea"),
        werkgroepen=_named(series, first=WERKGROEP),
        speerpunten=[(p.code, str(p)) for p in Speerpunt.objects.filter(agenda=agenda)],
        zichten=[
            (str(one), one.label)
            for one in (Zichtbaarheid.PARTNERS, Zichtbaarheid.INTERN)
            if one in reach(request.actor.scope(Noun.OPDRACHT, Verb.WIJZIGEN))
        ],
        initial=initial,
    )


def _giving(
    request: LeaRequest, series: list[Overlegreeks], own: Opdracht | None
) -> list[Overlegreeks]:
    """Return the series that the writer gives for, and the one that gave it already."""
    plek = place_of(request.actor, timezone.localdate())
    kept = own.opdrachtgever_id if own else None
    return [one for one in series if plek.overal or one.pk in plek.geeft or one.pk == kept]


def _named(series: list[Overlegreeks], *, first: str) -> Choices:
    """Return the series as choices: those of one kind first, the others by name."""
    ordered = sorted(series, key=lambda one: (one.soort != first, one.naam))
    return [(str(one.pk), one.naam) for one in ordered]


def _proposal(request: LeaRequest) -> dict[str, Any]:
    """Return what a new assignment opens with: what its item already says."""
    start: dict[str, Any] = {"zichtbaarheid": str(Zichtbaarheid.PARTNERS)}
    if werkgroep := request.GET.get("werkgroep"):
        start["werkgroep"] = werkgroep
    asked = _number(request.GET.get("punt", ""))
    items = items_now(request.actor, [asked], timezone.localdate())
    if (punt := items.get(asked or 0)) is None:
        return start
    return start | {
        "punt": punt.pk,
        "titel": punt.titel,
        "opdrachtgever": str(punt.reeks_id),
        "speerpunt": punt.speerpunt.code if punt.speerpunt else "",
    }


def _page(request: LeaRequest, form: Any, title: str, inleiding: str, back: str) -> HttpResponse:
    context = {
        "formulier": form,
        "titel": title,
        "inleiding": inleiding,
        "kruimels": crumbs(request, title),
        "terug": back,
    }
    return render(request, "formulier.html", context, status=REFUSED if form.errors else None)
