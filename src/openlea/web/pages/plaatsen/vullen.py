"""Bringing what a round needs: schools and places, rules, applications."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.catalogue.plaatsregelkast import open_plaatsregels
from openlea.core.bron import Bestand
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Conflict
from openlea.services.describe_ronde import Rondebeeld, describe_ronde
from openlea.services.drop_aanmeldingen import drop_aanmeldingen
from openlea.services.keep_aanmeldingen import keep_aanmeldingen
from openlea.services.keep_plaatsregels import keep_plaatsregels
from openlea.services.keep_plekken import keep_plekken
from openlea.services.offer_aanmeldingen import offer_aanmeldingen
from openlea.services.plaats.aanmeldkoppen import TITELS, WENS, Koppeling
from openlea.services.plaats.concept import concepts_of
from openlea.web.pages.plaatsen.forms import Bladform, RegelForm
from openlea.web.pages.plaatsen.gevonden import crumbs
from openlea.web.pages.plaatsen.kolommen import (
    KINDEREN,
    SCHOLEN,
    Koppelblad,
    Soortblad,
    compose_koppelblad,
)
from openlea.web.pages.plaatsen.ronde import REFUSED, seen_version, told
from openlea.web.route import LeaRequest

VAST = "Deze ronde is vastgelegd. Kinderen, plekken en regels veranderen niet meer."


def plaatsing_plekken(request: LeaRequest, nummer: int) -> HttpResponse:
    """Show the places and ask for a file of them; sent, they are in."""
    beeld = describe_ronde(request.actor, nummer)

    def take(bestand: Bestand, koppeling: Koppeling, versie: int) -> None:
        kept = keep_plekken(request.actor, nummer, bestand, koppeling, versie=versie)
        messages.success(request, f"{len(kept.plekken)} scholen staan erin. Kies nu de regels.")

    return _upload(request, beeld, SCHOLEN, take)


def plaatsing_regels(request: LeaRequest, nummer: int) -> HttpResponse:
    """Show the rules and what is on the shelf; sent, they count."""
    beeld = describe_ronde(request.actor, nummer)
    if beeld.is_vast:
        return _fixed(request, nummer)
    record = beeld.ronde
    found = open_plaatsregels(find_roots(settings.CATALOGUE))
    shelf = [(naam, one.naam) for naam, one in found.items()]
    known = record.regels_naam if record.regels_naam in found else ""
    initial = {
        "versie": record.versie,
        "naam": known if record.regels else next(iter(found), ""),
        "tekst": record.regels,
    }
    form = RegelForm(
        request.POST if request.method == "POST" else None, shelf=shelf, initial=initial
    )
    if request.method == "POST" and form.is_valid() and not _forgot(form, record.regels):
        said, seen = form.cleaned_data, form.cleaned_data["versie"] or 0
        try:
            keep_plaatsregels(
                request.actor, nummer, naam=said["naam"], tekst=said["tekst"], versie=seen
            )
        except BadInput as refused:
            for line in told(refused):
                form.add_error("tekst", line)
        except Conflict as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "De regels gelden voor deze ronde.")
            return redirect("plaatsingsronde", request.werkruimte.slug, nummer)
    shown = {
        "formulier": form,
        "titel": "Regels",
        "inleiding": "Wie gaat voor als er te weinig plaats is? Kies een voorbeeld, of schrijf de "
        "regels die jullie hebben afgesproken.",
        "kruimels": crumbs(request, record, "Regels"),
        "terug": reverse("plaatsingsronde", args=[request.werkruimte.slug, nummer]),
    }
    return render(request, "formulier.html", shown, status=REFUSED if form.errors else None)


def _forgot(form: RegelForm, stored: str) -> bool:
    """Return whether the text was changed, but rules of the shelf were chosen; say so too."""
    said = form.cleaned_data
    typed = said["tekst"].replace("\r\n", "\n").strip()
    if not said["naam"] or typed in {"", stored.strip()}:
        return False
    form.add_error("naam", "Je wijzigde de tekst. Kies 'eigen regels', anders gaat dat verloren.")
    return True


def plaatsing_aanmeldingen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Show what was brought and ask for a file; sent, it is sealed, to look at before it counts."""
    beeld = describe_ronde(request.actor, nummer)
    if request.method == "POST" and request.POST.get("doe") in {"bewaar", "weg"}:
        return _settled(request, beeld)

    def take(bestand: Bestand, koppeling: Koppeling, _versie: int) -> None:
        offer_aanmeldingen(request.actor, nummer, bestand, koppeling)

    return _upload(request, beeld, KINDEREN, take)


def _settled(request: LeaRequest, beeld: Rondebeeld) -> HttpResponse:
    """Let a draft count, or throw it away."""
    nummer, typed = beeld.ronde.pk, request.POST.get("levering", "")
    levering = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else 0  # noqa: PLR2004
    try:
        if request.POST["doe"] == "weg":
            drop_aanmeldingen(request.actor, nummer, levering)
            messages.success(request, "Weggegooid. Er is niets bewaard.")
            return redirect("plaatsing_aanmeldingen", request.werkruimte.slug, nummer)
        keep_aanmeldingen(request.actor, nummer, levering, versie=seen_version(request))
    except BadInput as refused:
        return _filled(request, beeld, KINDEREN, Bladform(), None, told(refused))
    except Conflict as refused:
        messages.error(request, str(refused))
        return redirect("plaatsing_aanmeldingen", request.werkruimte.slug, nummer)
    messages.success(request, "De aanmeldingen tellen mee.")
    return redirect("plaatsingsronde", request.werkruimte.slug, nummer)


Take = Callable[[Bestand, Koppeling, int], None]


def _upload(request: LeaRequest, beeld: Rondebeeld, soort: Soortblad, take: Take) -> HttpResponse:
    """Show a form for a file, or take the file; refused, every column and fault is shown."""
    nummer = beeld.ronde.pk
    if beeld.is_vast:
        return _fixed(request, nummer)
    if request.method != "POST":
        return _filled(request, beeld, soort, Bladform(), None, [])
    form = Bladform(request.POST, request.FILES)
    if not form.is_valid():
        return _filled(request, beeld, soort, form, None, [])
    bestand = Bestand(naam="bestand", inhoud=form.cleaned_data["bestand"].read())
    blad = compose_koppelblad(bestand, soort, request.POST)
    try:
        take(bestand, blad.koppeling if blad else {}, form.cleaned_data["versie"] or 0)
    except BadInput as refused:
        return _filled(request, beeld, soort, form, blad, told(refused))
    except Conflict as refused:
        messages.error(request, str(refused))
        return redirect("plaatsingsronde", request.werkruimte.slug, nummer)
    here = "plaatsing_aanmeldingen" if soort is KINDEREN else "plaatsingsronde"
    return redirect(here, request.werkruimte.slug, nummer)


def _filled(
    request: LeaRequest,
    beeld: Rondebeeld,
    soort: Soortblad,
    form: Bladform,
    blad: Koppelblad | None,
    fouten: list[str],
) -> HttpResponse:
    is_kinderen = soort is KINDEREN
    page = "plaatsen/aanmeldingen.html" if is_kinderen else "plaatsen/plekken.html"
    shown: dict[str, Any] = {
        "beeld": beeld,
        "ronde": beeld.ronde,
        "formulier": form,
        "blad": blad,
        "fouten": fouten,
        "kan": [_may_be(one) for one in soort.doelen if one not in WENS[1:]],
        "concepten": concepts_of(request.actor, beeld.ronde) if is_kinderen else (),
        "kruimels": crumbs(
            request, beeld.ronde, "Aanmeldingen" if is_kinderen else "Scholen en plekken"
        ),
    }
    status = REFUSED if fouten or form.errors else None
    return render(request, page, shown, status=status)


def _may_be(naam: str) -> str:
    return f"{TITELS[naam]}, wens 2 enzovoort" if naam == WENS[0] else TITELS[naam]


def _fixed(request: LeaRequest, nummer: int) -> HttpResponse:
    messages.info(request, VAST)
    return redirect("plaatsingsronde", request.werkruimte.slug, nummer)
