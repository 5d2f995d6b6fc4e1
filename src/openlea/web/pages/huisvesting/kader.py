"""What every page about school buildings shares: the way back, tabs, who may write, one form."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.describe_huisvesting import describe_huisvesting
from openlea.services.huisvesting.uitkomst import Huisvesting
from openlea.web.pages.geld.velden import GeldForm
from openlea.web.route import LeaRequest

REFUSED = 422


def read(request: LeaRequest, jaar: int | None = None) -> Huisvesting:
    """Return what this person may see."""
    return describe_huisvesting(request.actor, timezone.localdate(), jaar)


def frame(request: LeaRequest, titel: str, jaar: int, here: str = "") -> dict[str, Any]:
    """Return the way back, the tabs, and whether this person may write."""
    slug = request.werkruimte.slug
    first = reverse("huisvesting", args=[slug])
    crumbs = [{"naam": "Vooruitkijken", "url": reverse("vooruit", args=[slug])}]
    if here != "huisvesting":
        crumbs.append({"naam": "Huisvesting", "url": first})
    tabs = (
        ("huisvesting", "Overzicht", first),
        ("huisvesting_ronde", f"Ronde {jaar}", reverse("huisvesting_ronde", args=[slug, jaar])),
        ("huisvesting_ihp", "Projecten (IHP)", reverse("huisvesting_ihp", args=[slug])),
    )
    return {
        "titel": titel,
        "kruimels": [*crumbs, {"naam": titel, "url": ""}],
        "tabs": [{"naam": name, "url": url, "actief": code == here} for code, name, url in tabs],
        "mag_maken": request.actor.scope(Noun.HUISVESTING, Verb.MAKEN) is Scope.ALLES,
    }


def keep_form(
    request: LeaRequest, form: GeldForm, titel: str, terug: str, verb: Callable[[], object]
) -> HttpResponse:
    """Show a form, or keep what was typed and go back; a refusal stands at its field.

    What somebody else kept in between stands in the form's initial values, and is laid beside.
    """
    if request.method == "POST" and form.is_valid() and form.try_to(verb) is not None:
        messages.success(request, "Bewaard.")
        return redirect(terug)
    if form.is_conflict and "versie" in form.initial:
        form.set_beside(form, form.initial["versie"])
    slug = request.werkruimte.slug
    crumbs = [
        {"naam": "Vooruitkijken", "url": reverse("vooruit", args=[slug])},
        {"naam": "Huisvesting", "url": reverse("huisvesting", args=[slug])},
        {"naam": titel, "url": ""},
    ]
    context = {"titel": titel, "kruimels": crumbs, "formulier": form, "terug": terug}
    return render(request, "formulier.html", context, status=REFUSED if form.errors else None)


def dropped(request: LeaRequest, verb: Callable[[], object], terug: str) -> HttpResponse:
    """Take something away and go back."""
    verb()
    messages.success(request, "Weggehaald.")
    return redirect(terug)
