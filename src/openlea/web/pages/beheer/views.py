"""How the installation does, and who has an account: for who manages it, without any content."""

from collections.abc import Sequence

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from openlea.core.errors import BadInput, NotFound
from openlea.policy.gezondheid import Controle, Oordeel
from openlea.services.change_account import change_account
from openlea.services.describe_health import describe_health
from openlea.services.describe_installatie import describe_installatie
from openlea.storage.records.models import Persoon
from openlea.web.beheer import beheerder_of, for_beheerder
from openlea.web.pages.beheer.nieuws import NIEUWS
from openlea.web.refusal import not_found

PER_PAGE = 50
BEELD = {
    Oordeel.GOED: ("goed", "vinkje"),
    Oordeel.LET_OP: ("let-op", "driehoek"),
    Oordeel.FOUT: ("fout", "kruis-rond"),
}
ELDERS = (
    ("Inlogdiensten", "inlogdiensten", "Waarmee organisaties inloggen."),
    ("Logboek van de installatie", "beheer_logboek", "Wie inlogde, en wie welk recht gaf."),
)
WIJZIGING: dict[str, dict[str, bool]] = {
    "sluit": {"actief": False},
    "open": {"actief": True},
    "maak": {"beheert": True},
    "stop": {"beheert": False},
}


@for_beheerder
def overzicht(request: HttpRequest) -> HttpResponse:
    """Return the page with everything on it."""
    found = describe_health()
    shown = {
        "gezondheid": found,
        "controles": [(one, *BEELD[one.oordeel]) for one in _worst_first(found.controles)],
        "installatie": describe_installatie(timezone.localdate()),
        "elders": [one for one in map(_place, ELDERS) if one],
        "nieuws": NIEUWS,
    }
    return render(request, "beheer/overzicht.html", shown)


def _worst_first(found: Sequence[Controle]) -> list[Controle]:
    order = list(Oordeel)
    return sorted(found, key=lambda one: -order.index(one.oordeel))


def _place(elsewhere: tuple[str, str, str]) -> dict[str, str] | None:
    """Return a link, when that page is there."""
    naam, route, tekst = elsewhere
    try:
        return {"naam": naam, "url": reverse(route), "tekst": tekst}
    except NoReverseMatch:
        return None


@for_beheerder
def accounts(request: HttpRequest) -> HttpResponse:
    """Return who has an account, searched by name or address."""
    asked = request.GET.get("q", "").replace("\x00", "").strip()[:120]
    found = Persoon.objects.annotate(ruimten=Count("lidmaatschappen__werkruimte", distinct=True))
    if asked:
        found = found.filter(Q(naam__icontains=asked) | Q(email__icontains=asked))
    pagina = Paginator(found.order_by("naam", "id"), PER_PAGE).get_page(request.GET.get("pagina"))
    return render(request, "beheer/accounts.html", {"pagina": pagina, "vraag": asked})


@for_beheerder
def account_wijzigen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Change one account, as the button said."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    beheerder = beheerder_of(request)
    change = WIJZIGING.get(request.POST.get("doe", ""))
    if beheerder is None or change is None:
        return not_found(request)
    try:
        changed = change_account(beheerder, nummer, **change)
    except NotFound:
        return not_found(request)
    except BadInput as refused:
        messages.error(request, refused.fouten[0].reden)
    else:
        messages.success(request, f"{changed.naam} is gewijzigd.")
    return redirect("beheer_accounts")
