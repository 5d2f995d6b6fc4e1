"""The list of rounds of placement, and the form to begin one or to change what one is."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.change_ronde import change_ronde
from openlea.services.find_ronde import find_ronde
from openlea.services.make_ronde import make_ronde
from openlea.services.plaats.ronde import shows_outcome
from openlea.storage.records.models import Plaatsingsronde
from openlea.web.pages.plaatsen.forms import RondeForm, ronde_initial, school_years
from openlea.web.pages.plaatsen.gevonden import crumbs
from openlea.web.route import LeaRequest
from openlea.web.templatetags.onderdelen import GOED, RUST, Beeld

REFUSED = 422


def plaatsen(request: LeaRequest) -> HttpResponse:
    """Return the rounds that may be seen, newest year first."""
    found = Plaatsingsronde.objects.of(request.werkruimte.pk).within(request.scope)
    regels = [{"een": one, "staat": stand_of(one, request.scope)} for one in found]
    shown = {
        "regels": regels,
        "mag_maken": request.actor.scope(Noun.PLAATSING, Verb.MAKEN) is Scope.ALLES,
        "kruimels": [_kansen(request), {"naam": "Plaatsen"}],
    }
    return render(request, "plaatsen/plaatsen.html", shown)


def stand_of(ronde: Plaatsingsronde, scope: Scope) -> Beeld:
    """Return how far a round is, in one word, as this scope may know it."""
    if shows_outcome(ronde, scope):
        return Beeld("vlag", "Geplaatst", GOED)
    if ronde.vastgelegd_op is not None:
        return Beeld("keten", "Vastgelegd", GOED)
    return Beeld("potlood", "In voorbereiding", RUST)


def plaatsingsronde_nieuw(request: LeaRequest) -> HttpResponse:
    """Show the form of a new round; sent, it is there and its schools are asked."""
    first = {"schooljaar": school_years(timezone.localdate())[1][0]}
    form = RondeForm(
        request.POST or None, initial=first | {"zichtbaarheid": str(Zichtbaarheid.INTERN)}
    )
    if request.method == "POST" and form.is_valid():
        kept = form.try_to(lambda: make_ronde(request.actor, form.opzet()))
        if kept is not None:
            messages.success(request, "De ronde is begonnen. Welke scholen doen mee?")
            return redirect("plaatsingsronde", request.werkruimte.slug, kept.pk)
    way = [_kansen(request), _rondes(request), {"naam": "Nieuw"}]
    return _page(request, form, "Nieuwe ronde", way, reverse("plaatsen", args=[_slug(request)]))


def plaatsingsronde_wijzigen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Show the form of a round; sent, it is kept, or both texts stand beside each other."""
    record = find_ronde(request.actor, nummer, Verb.WIJZIGEN)
    data = request.POST if request.method == "POST" else None
    form = RondeForm(data, record=record, initial=ronde_initial(record))
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["versie"] or 0
        kept = form.try_to(lambda: change_ronde(request.actor, nummer, form.opzet(), seen))
        if kept is not None:
            messages.success(request, "De ronde is bewaard.")
            return redirect("plaatsingsronde", request.werkruimte.slug, kept.pk)
    if form.is_conflict:
        now = find_ronde(request.actor, nummer, Verb.WIJZIGEN)
        form.set_beside(RondeForm(record=now, initial=ronde_initial(now)), now.versie)
    back = reverse("plaatsingsronde", args=[_slug(request), nummer])
    return _page(request, form, f"Wijzig {record.naam}", crumbs(request, record, "Wijzigen"), back)


def _page(
    request: LeaRequest, form: RondeForm, titel: str, way: list[dict[str, str]], terug: str
) -> HttpResponse:
    shown = {"formulier": form, "titel": titel, "kruimels": way, "terug": terug}
    return render(request, "formulier.html", shown, status=REFUSED if form.errors else None)


def _slug(request: LeaRequest) -> str:
    return request.werkruimte.slug


def _kansen(request: LeaRequest) -> dict[str, str]:
    return {"naam": "Gelijke kansen", "url": reverse("kansen", args=[_slug(request)])}


def _rondes(request: LeaRequest) -> dict[str, str]:
    return {"naam": "Plaatsen", "url": reverse("plaatsen", args=[_slug(request)])}
