"""One task: what the law asks, by when, what shows it was done, and what one can do about it."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.catalogue.shelf import open_shelf
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Conflict
from openlea.core.verplichting import BewijsStaat, TaakStaat
from openlea.policy.rechten import Noun, Verb
from openlea.policy.schrijfwijze import count
from openlea.services.add_bewijs import add_bewijs
from openlea.services.change_taak import change_taak
from openlea.services.describe_taak import Taakblad, describe_taak
from openlea.services.judge_bewijs import judge_bewijs
from openlea.services.plichten.plicht_op_dag import running_text
from openlea.storage.records.models import Actie, Agenda, Plan
from openlea.storage.records.scope import acties_within, plannen_within
from openlea.web.pages.taken.forms import Bewijsvorm, Oordeelvorm, Staatvorm
from openlea.web.route import LeaRequest

VOORAF = "Iemand anders was je voor. Er is nog niets bewaard."


def taak(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return the page of a task."""
    return _page(request, _blad(request, nummer))


def bewijsblad(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return what shows that a task was done, on one page for somebody who is new to it."""
    blad = _blad(request, nummer)
    context = {
        "blad": blad,
        "taak": blad.taak,
        "wat": _text(blad),
        "gemaakt_op": timezone.localtime(),
        "kruimels": [*_crumbs(request, blad), {"naam": "Bewijs", "url": ""}],
    }
    return render(request, "taken/bewijs.html", context)


def bewijs_toevoegen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Keep the proof that is handed in and return to the task; or show what is wrong with it."""
    if request.method == "GET":
        return bewijsblad(request, nummer)
    blad = _blad(request, nummer)
    form = _bewijsvorm(request, blad, request.POST, request.FILES)
    if form.is_valid():
        try:
            kept = add_bewijs(request.actor, nummer, form.bewijs(), timezone.localdate())
        except BadInput as refused:
            _put(form, refused, naar=form.wijst)
        else:
            done = "is aanvaard" if kept.staat == BewijsStaat.AANVAARD else "wacht op een oordeel"
            messages.success(request, f"Bewaard. Het bewijs {done}.")
            return _back(request, nummer)
    return _page(request, blad, bewijsvorm=form)


def staat(request: LeaRequest, nummer: int) -> HttpResponse:
    """Keep how far a task is and return to it; or show what is wrong, with what was written."""
    form = Staatvorm(request.POST, auto_id="staat_%s")
    naast: dict[str, Any] | None = None
    if form.is_valid():
        try:
            change_taak(request.actor, nummer, form.wijziging(), versie=form.cleaned_data["versie"])
        except BadInput as refused:
            _put(form, refused)
        except Conflict:
            form, naast = _beside(request, nummer, form)
        else:
            messages.success(request, "Bewaard.")
            return _back(request, nummer)
    return _page(request, _blad(request, nummer), staatvorm=form, naast=naast)


def oordeel(request: LeaRequest, nummer: int, bewijs: int) -> HttpResponse:
    """Accept or reject proof, or take that back, and return to the task."""
    form = Oordeelvorm(request.POST)
    if not form.is_valid():
        messages.error(request, str(next(iter(form.errors.values()))[0]))
        return _back(request, nummer)
    clean = form.cleaned_data
    try:
        judge_bewijs(
            request.actor,
            bewijs,
            BewijsStaat(clean["staat"]),
            versie=clean["versie"],
            reden=clean["reden"],
            gedateerd_op=clean["gedateerd_op"],
        )
    except BadInput as refused:
        messages.error(request, refused.fouten[0].reden)
    except Conflict:
        messages.error(request, f"{VOORAF} Kijk wat er nu staat, en oordeel dan.")
    else:
        messages.success(request, f"Bewijs {clean['staat']}.")
    return _back(request, nummer)


def _blad(request: LeaRequest, nummer: int) -> Taakblad:
    return describe_taak(request.actor, nummer, timezone.localdate())


def _back(request: LeaRequest, nummer: int) -> HttpResponse:
    return redirect("taak", request.werkruimte.slug, nummer)


def _put(form: forms.Form, refused: BadInput, *, naar: str = "") -> None:
    """Put each fault at its field, or on top when the form has no such field.

    `naar` is the field in which was chosen what the proof points to.
    """
    for fout in refused.fouten:
        veld = naar if fout.cel == "naar" else fout.cel
        form.add_error(veld if veld in form.fields else None, fout.reden)


def _beside(request: LeaRequest, nummer: int, form: Staatvorm) -> tuple[Staatvorm, dict[str, Any]]:
    """Return the form as it was filled in on the newest version, and what is kept now."""
    now = _blad(request, nummer).taak
    own = {**form.cleaned_data, "versie": now.versie}
    kept = {"staat": now.staat_label, "reden": now.reden, "notitie": now.notitie}
    own_label = TaakStaat(own["staat"]).label
    return Staatvorm(own, auto_id="staat_%s"), {"nu": kept, "jij": {**own, "staat": own_label}}


def _bewijsvorm(
    request: LeaRequest, blad: Taakblad, given: Any = None, files: Any = None
) -> Bewijsvorm:
    """Return the form with the plans, actions and figures that this actor may point to."""
    actor = request.actor
    acties = Actie.objects.filter(agenda=Agenda.objects.current(actor.werkruimte))
    seen = acties_within(acties, actor.scope(Noun.ACTIE, Verb.ZIEN), actor).order_by("code")
    plannen = plannen_within(Plan.objects.all(), actor.scope(Noun.PLAN, Verb.ZIEN), actor)
    cards = open_shelf(find_roots(settings.CATALOGUE)).indicators.values()
    naar = {
        "plan": [(str(pk), titel) for pk, titel in plannen.values_list("pk", "titel")],
        "actie": [(code, f"{code} {naam}") for code, naam in seen.values_list("code", "naam")],
        "cijfer": sorted(((one.id, one.card.titel) for one in cards), key=lambda one: one[1]),
    }
    return Bewijsvorm(blad, actor, naar, given, files)


def _staatvorm(blad: Taakblad) -> Staatvorm:
    said = {TaakStaat.BEZIG, TaakStaat.NIET_VAN_TOEPASSING}
    taak = blad.taak
    first = taak.staat if taak.staat in said else TaakStaat.OPEN
    start = {
        "staat": str(first),
        "reden": taak.reden,
        "notitie": taak.notitie,
        "versie": taak.versie,
    }
    return Staatvorm(initial=start, auto_id="staat_%s")


def _page(
    request: LeaRequest,
    blad: Taakblad,
    *,
    bewijsvorm: Bewijsvorm | None = None,
    staatvorm: Staatvorm | None = None,
    naast: dict[str, Any] | None = None,
) -> HttpResponse:
    may = blad.taak.mag_wijzigen
    context = {
        "blad": blad,
        "taak": blad.taak,
        "plicht": blad.plicht,
        "wat": _text(blad),
        "afstand": _distance(blad),
        "feiten": list(_facts(blad)),
        "bewijsvorm": (bewijsvorm or _bewijsvorm(request, blad)) if may else None,
        "staatvorm": (staatvorm or _staatvorm(blad)) if may else None,
        "open_bewijs": bewijsvorm is not None,
        "open_staat": staatvorm is not None,
        "naast": naast,
        "kruimels": [*_crumbs(request, blad)[:-1], {"naam": blad.taak.titel, "url": ""}],
    }
    return render(request, "taken/taak.html", context)


def _text(blad: Taakblad) -> str:
    """Return what the law asks, as the version of the last day has it."""
    own = blad.versie.wat if blad.versie else ""
    return running_text(own or (blad.plicht.wat if blad.plicht else ""))


def _distance(blad: Taakblad) -> str:
    """Return how many days there are left, or how many it is late; '' when nothing waits."""
    taak, days = blad.taak, (blad.taak.uiterlijk - timezone.localdate()).days
    if not taak.wacht:
        return ""
    if days < 0:
        return f"{count(-days, 'dag', 'dagen')} te laat"
    return "vandaag is de laatste dag" if days == 0 else f"nog {count(days, 'dag', 'dagen')}"


def _facts(blad: Taakblad) -> Iterator[dict[str, str]]:
    plicht, taak = blad.plicht, blad.taak
    asked = (
        ("Wie", taak.partij),
        ("Met wie", ", ".join(plicht.met_wie) if plicht else ""),
        ("Gevraagd bewijs", ", ".join(plicht.bewijs) if plicht else ""),
        ("Voor wie het geldt", taak.voorwaarde),
        ("Wie toeziet", plicht.toezicht if plicht else ""),
        ("Als het niet gebeurt", plicht.sanctie if plicht else ""),
    )
    for naam, waarde in asked:
        if waarde:
            yield {"naam": naam, "waarde": f"{waarde[:1].upper()}{waarde[1:]}"}


def _crumbs(request: LeaRequest, blad: Taakblad) -> list[dict[str, str]]:
    slug = request.werkruimte.slug
    return [
        {"naam": "Wettelijke taken", "url": reverse("taken", args=[slug])},
        {"naam": blad.taak.titel, "url": reverse("taak", args=[slug, blad.taak.nummer])},
    ]
