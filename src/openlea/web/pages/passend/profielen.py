"""What schools say they can offer: the list, one school, and the steps in which it is filled in."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.catalogue.ondersteuningkast import open_basis, open_soorten
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, NotFound
from openlea.policy.profielinhoud import Profielinhoud
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.policy.schooljaar import is_school_year, school_year_of, year_after, year_before
from openlea.services.aanmelden.scholen import School, schools_here
from openlea.services.copy_ondersteuningsprofiel import copy_ondersteuningsprofiel
from openlea.services.decide_ondersteuningsprofiel import decide_ondersteuningsprofiel
from openlea.services.keep_ondersteuningsprofiel import Profielopzet, keep_ondersteuningsprofiel
from openlea.services.passend.scholen import may_write, profile_of, school_to_write
from openlea.storage.records.models import Ondersteuningsprofiel
from openlea.web.pages.passend.forms import Adviesvorm, Basisvorm, Extravorm, Gebouwvorm, Stapvorm
from openlea.web.pages.passend.kader import REFUSED, crumbs, tabs
from openlea.web.route import LeaRequest

STAPPEN = {
    "basis": "Voor elk kind",
    "extra": "Extra ondersteuning",
    "gebouw": "Mensen en gebouw",
    "advies": "Eigen woorden en MR",
}


def profielen(request: LeaRequest) -> HttpResponse:
    """Return the schools of a schooljaar with how far their profile is."""
    asked = request.GET.get("schooljaar", "")
    now = school_year_of(timezone.localdate())
    jaar = asked if is_school_year(asked) else now
    kept = {one.school: one for one in _seen(request).filter(schooljaar=jaar)}
    scholen = schools_here(request.werkruimte.pk).scholen.values()
    regels = [
        {"school": one, "profiel": kept.get(one.code), "mag": may_write(request.actor, one)}
        for one in sorted(scholen, key=lambda one: one.naam)
    ]
    writes = request.actor.may(Noun.PROFIEL, Verb.WIJZIGEN)
    shown = {
        "jaar": jaar,
        "jaren": [year_after(now), now, year_before(now)],
        "regels": [one for one in regels if one["profiel"] or one["mag"] or not writes],
        "klaar": sum(one.staat == "vastgesteld" for one in kept.values()),
        "scholen": len(regels),
        "schrijft": writes,
        "kruimels": crumbs(request, "Wat scholen bieden"),
        "tabs": tabs(request, "profielen"),
    }
    return render(request, "passend/profielen.html", shown)


def profiel(request: LeaRequest, school: str, jaar: str) -> HttpResponse:
    """Return what one school can offer, with what to do next for who may write it."""
    here = _school(request, school, jaar)
    record = _seen(request).filter(school=school, schooljaar=jaar).first()
    mag = may_write(request.actor, here)
    last = profile_of(request.actor, school, year_before(jaar)) if mag and not record else None
    shown = {
        "school": here,
        "jaar": jaar,
        "profiel": record,
        "inhoud": Profielinhoud.of(record.inhoud) if record else None,
        "alineas": record.tekst.split("\n\n") if record else [],
        "mag": mag,
        "vorig": year_before(jaar) if last else "",
        "kruimels": _way(request, here.naam),
    }
    return render(request, "passend/profiel.html", shown)


def profiel_wijzigen(request: LeaRequest, school: str, jaar: str, stap: str) -> HttpResponse:
    """Show a step; sent, it is kept and the next one comes."""
    if stap not in STAPPEN:
        raise NotFound("Deze stap is er niet.")
    here = school_to_write(request.actor, school, jaar, Verb.WIJZIGEN)
    record = profile_of(request.actor, school, jaar)
    inhoud = Profielinhoud.of(record.inhoud) if record else Profielinhoud()
    form = _form(request, stap, record, inhoud)
    if request.method == "POST" and form.is_valid() and _keep(request, form, here, jaar, inhoud):
        return _next(request, school, jaar, stap)
    names = list(STAPPEN)
    shown = {
        "formulier": form,
        "stap": stap,
        "stappen": [(key, naam, key == stap) for key, naam in STAPPEN.items()],
        "nummer": names.index(stap) + 1,
        "titel": STAPPEN[stap],
        "is_laatste": stap == names[-1],
        "school": here,
        "jaar": jaar,
        "kruimels": _way(request, here.naam),
    }
    status = REFUSED if request.method == "POST" else 200
    return render(request, "passend/profiel_stap.html", shown, status=status)


def profiel_vaststellen(request: LeaRequest, school: str, jaar: str) -> HttpResponse:
    """Decide on the profile that was read, and say that parents see it."""
    word = request.POST.get("versie", "")
    versie = int(word) if word.isascii() and word.isdigit() and len(word) <= len(STAPPEN) * 2 else 0
    try:
        kept = decide_ondersteuningsprofiel(request.actor, school, jaar, versie)
    except BadInput as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, f"Vastgesteld. Ouders vinden {kept.schoolnaam} nu in de zoeker.")
    return redirect("profiel", request.werkruimte.slug, school, jaar)


def profiel_overnemen(request: LeaRequest, school: str, jaar: str) -> HttpResponse:
    """Begin with the profile of last year."""
    copy_ondersteuningsprofiel(request.actor, school, jaar)
    messages.success(request, "Overgenomen van vorig jaar. Loop de stappen na en stel vast.")
    return redirect("profiel_wijzigen", request.werkruimte.slug, school, jaar, "basis")


def _seen(request: LeaRequest) -> Any:
    scope = request.actor.scope(Noun.PROFIEL, Verb.ZIEN)
    every = Ondersteuningsprofiel.objects.of(request.werkruimte.pk).within(scope)
    return every.filter(staat="vastgesteld") if scope is Scope.OPENBAAR else every


def _school(request: LeaRequest, code: str, jaar: str) -> School:
    here = schools_here(request.werkruimte.pk).scholen.get(code)
    if here is None or not is_school_year(jaar):
        raise NotFound("Deze school of dit schooljaar is er niet.")
    return here


def _form(
    request: LeaRequest, stap: str, record: Ondersteuningsprofiel | None, inhoud: Profielinhoud
) -> Stapvorm:
    roots = find_roots(settings.CATALOGUE)
    data = request.POST or None
    first: dict[str, Any] = {"versie": record.versie if record else None}
    if stap == "basis":
        return Basisvorm(data, dict(open_basis(roots)), inhoud, initial=first)
    if stap == "extra":
        return Extravorm(data, dict(open_soorten(roots)), inhoud, initial=first)
    if stap == "gebouw":
        known = {"deskundigen": list(inhoud.deskundigen), "gebouw": list(inhoud.gebouw)}
        return Gebouwvorm(data, initial=first | known)
    told: dict[str, Any] = {"mr_advies": record.mr_advies, "mr_op": record.mr_op} if record else {}
    return Adviesvorm(data, initial=first | told | {"eigen": inhoud.eigen})


def _keep(
    request: LeaRequest, form: Stapvorm, here: School, jaar: str, inhoud: Profielinhoud
) -> bool:
    record = profile_of(request.actor, here.code, jaar)
    old: dict[str, Any] = {"mr_advies": record.mr_advies, "mr_op": record.mr_op} if record else {}
    new: dict[str, Any] = {
        key: form.cleaned_data[key] for key in ("mr_advies", "mr_op") if key in form.fields
    }
    whole: dict[str, Any] = {**old, **new}
    changed = replace(inhoud, **form.parts())
    opzet = Profielopzet(school=here.code, schooljaar=jaar, inhoud=changed, **whole)
    try:
        keep_ondersteuningsprofiel(request.actor, opzet, form.cleaned_data["versie"])
    except BadInput as refused:
        for fout in refused.fouten:
            form.add_error(fout.cel if fout.cel in form.fields else None, fout.reden)
        return False
    return True


def _next(request: LeaRequest, school: str, jaar: str, stap: str) -> HttpResponse:
    names = list(STAPPEN)
    after = names[names.index(stap) + 1 :]
    slug = request.werkruimte.slug
    if after:
        return redirect("profiel_wijzigen", slug, school, jaar, after[0])
    messages.success(request, "Bewaard. Lees de tekst na en stel vast.")
    return redirect("profiel", slug, school, jaar)


def _way(request: LeaRequest, naam: str) -> list[dict[str, str]]:
    slug = request.werkruimte.slug
    return crumbs(request, naam, ("Wat scholen bieden", reverse("profielen", args=[slug])))
