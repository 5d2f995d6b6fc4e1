"""The criteria of a division or of a variant beside it: as a form, as an example, or as text."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.catalogue.verdeelkast import open_verdeelcriteria, read_criteria_text
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Conflict, Fout, NotFound
from openlea.policy.verdeelcriteria_uitvoer import compose_verdeelcriteria
from openlea.services.describe_verdeling import Verdelingblad
from openlea.services.keep_verdeelcriteria import keep_verdeelcriteria
from openlea.services.move_verdeelvariant import move_verdeelvariant
from openlea.web.pages.verdelen.criteriavorm import Criteriavorm
from openlea.web.pages.verdelen.kader import (
    OTHERS,
    REFUSED,
    attempt,
    concept_of,
    frame,
    seen_version,
    to_outcome,
    told,
)
from openlea.web.pages.verdelen.lijst import shelf
from openlea.web.route import LeaRequest


def verdeling_criteria(request: LeaRequest, nummer: str) -> HttpResponse:
    """Show the criteria as a form; sent, keep them, change a row, or begin with an example."""
    blad = concept_of(request, nummer)
    if blad is None:
        return to_outcome(request, nummer)
    plek = asked_place(request, blad)
    if request.method == "POST":
        return _sent(request, blad, plek)
    try:
        vorm = Criteriavorm.opened(read_criteria_text(_text_of(blad, plek)), _koppen(blad))
    except BadInput:
        return redirect(_address(request, blad, "verdeling_toml", plek))
    return _page(request, blad, vorm, plek)


def _sent(request: LeaRequest, blad: Verdelingblad, plek: int | None) -> HttpResponse:
    """Do what a button of the form asks."""
    if request.POST.get("doe") == "voorbeeld":
        return _example(request, blad)
    if "erbij" in request.POST or "weg" in request.POST:
        erbij, weg = request.POST.get("erbij", ""), request.POST.get("weg", "")
        vorm = Criteriavorm.changed(request.POST, _koppen(blad), erbij, weg)
        return _page(request, blad, vorm, plek)
    vorm = Criteriavorm.sent(request.POST, _koppen(blad))
    tekst = vorm.tekst()
    if tekst is None or not _kept(request, blad, tekst, plek, vorm):
        return _page(request, blad, vorm, plek)
    return _done(request, blad, plek)


def _koppen(blad: Verdelingblad) -> tuple[str, ...]:
    return tuple(blad.record.tabel.get("koppen", ()))


def verdeling_toml(request: LeaRequest, nummer: str) -> HttpResponse:
    """Show the criteria as text; sent, keep them, or name every key that is wrong."""
    blad = concept_of(request, nummer)
    if blad is None:
        return to_outcome(request, nummer)
    plek = asked_place(request, blad)
    tekst, fouten = _text_of(blad, plek), tuple[Fout, ...]()
    if request.method == "POST":
        tekst = request.POST.get("tekst", "").replace("\r\n", "\n")
        seen = seen_version(request)
        try:
            keep_verdeelcriteria(request.actor, blad.record.pk, tekst, plek, seen)
        except BadInput as wrong:
            fouten = wrong.fouten
        except Conflict:
            fouten = (Fout("", "", OTHERS),)
        else:
            return _done(request, blad, plek)
    context = frame(request, blad, "verdeling_criteria", "Criteria als tekst") | {
        "tekst": tekst,
        "foutregels": told(fouten),
        "vorm_url": _address(request, blad, "verdeling_criteria", plek),
        "versie": blad.record.versie,
    }
    return render(request, "verdelen/toml.html", context, status=REFUSED if fouten else None)


def asked_place(request: LeaRequest, blad: Verdelingblad) -> int | None:
    """Return which variant the address asks; None for the criteria of the division itself."""
    asked = request.GET.get("variant", "")
    if not asked:
        return None
    known = asked.isascii() and asked.isdecimal() and int(asked[:3]) < len(blad.record.varianten)
    if not known:
        raise NotFound("Deze variant is er niet.")
    return int(asked)


def _text_of(blad: Verdelingblad, plek: int | None) -> str:
    record = blad.record
    return record.criteria if plek is None else str(record.varianten[plek]["criteria"])


def _kept(
    request: LeaRequest, blad: Verdelingblad, tekst: str, plek: int | None, vorm: Criteriavorm
) -> bool:
    try:
        keep_verdeelcriteria(request.actor, blad.record.pk, tekst, plek, seen_version(request))
    except BadInput as refused:
        for fout in refused.fouten:
            vorm.add_fault(fout.cel, fout.reden)
        return False
    except Conflict:
        vorm.samen.append(OTHERS)
        return False
    return True


def _example(request: LeaRequest, blad: Verdelingblad) -> HttpResponse:
    """Begin with an example of the shelf; what there was stays beside it as a variant."""
    known = open_verdeelcriteria(find_roots(settings.CATALOGUE))
    chosen = known.get(request.POST.get("voorbeeld", ""))
    here = redirect("verdeling_criteria", request.werkruimte.slug, blad.record.pk)
    if chosen is None:
        messages.error(request, "Kies een voorbeeld uit de lijst.")
        return here
    last, text, seen = (
        len(blad.record.varianten),
        compose_verdeelcriteria(chosen),
        seen_version(request),
    )
    put = attempt(
        request, lambda: keep_verdeelcriteria(request.actor, blad.record.pk, text, last, seen)
    )
    if put is not None:
        attempt(
            request,
            lambda: move_verdeelvariant(request.actor, blad.record.pk, last, kies=True),
            f"Je begint met '{chosen.titel}'. De vorige criteria staan bij de varianten.",
        )
    return here


def _done(request: LeaRequest, blad: Verdelingblad, plek: int | None) -> HttpResponse:
    messages.success(request, "De criteria zijn bewaard. Dit komt eruit.")
    route = "verdeling" if plek is None else "verdeling_varianten"
    return redirect(route, request.werkruimte.slug, blad.record.pk)


def _address(request: LeaRequest, blad: Verdelingblad, route: str, plek: int | None) -> str:
    url = reverse(route, args=[request.werkruimte.slug, blad.record.pk])
    return url if plek is None else f"{url}?variant={plek}"


def _page(
    request: LeaRequest, blad: Verdelingblad, vorm: Criteriavorm, plek: int | None
) -> HttpResponse:
    fouten = vorm.faults() if request.method == "POST" else []
    context = frame(request, blad, "verdeling_criteria", "Criteria") | {
        "vorm": vorm,
        "vormfouten": fouten,
        "plek": plek,
        "variant": None if plek is None else blad.record.varianten[plek]["naam"],
        "voorbeelden": shelf(),
        "toml_url": _address(request, blad, "verdeling_toml", plek),
        "versie": blad.record.versie if request.method != "POST" else seen_version(request),
        "zonder_tabel": not blad.record.tabel,
    }
    return render(request, "verdelen/criteria.html", context, status=REFUSED if fouten else None)
