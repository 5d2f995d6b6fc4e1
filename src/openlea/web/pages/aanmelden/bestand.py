"""Admission policies as a file: out, and in again after everybody saw what would change."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.errors import BadInput, NotFound
from openlea.policy.schrijfwijze import count
from openlea.services.aanmelden.kolommen import KOPPEN, words_of
from openlea.services.describe_aanmeldbeleid import Aanmeldblad, describe_aanmeldbeleid
from openlea.services.grootboek.wachtkamer import fetch, park, release
from openlea.services.import_aanmeldbeleid import import_aanmeldbeleid
from openlea.services.plan_aanmeldbeleid import plan_aanmeldbeleid
from openlea.services.write_aanmeldbeleid import write_aanmeldbeleid
from openlea.web.charts.csv_tabel import csv_text
from openlea.web.charts.figuur import Cel, Kolom
from openlea.web.pages.aanmelden.forms import Bestandvorm, asked
from openlea.web.route import LeaRequest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_SHOWN = 40
"""More faults than somebody mends at once; the rest comes after them."""


def uit(request: LeaRequest, formaat: str) -> HttpResponse:
    """Return the policies of a year as csv or xlsx, with an empty row per missing school."""
    if formaat not in {"csv", "xlsx"}:
        raise NotFound("Dit bestand is er niet. Kies csv of xlsx.")
    blad = describe_aanmeldbeleid(request.actor, asked(request.GET), timezone.localdate())
    if formaat == "csv":
        answer = HttpResponse(_csv(blad), content_type="text/csv; charset=utf-8")
    else:
        beleid = [one.beleid for one in blad.ingevuld]
        leeg = [one for some in blad.ontbreekt for one, _ in some.scholen]
        answer = HttpResponse(write_aanmeldbeleid(beleid, leeg, blad.schooljaar), content_type=XLSX)
    naam = f"aanmeldbeleid-{blad.schooljaar}.{formaat}"
    answer["Content-Disposition"] = f'attachment; filename="{naam}"'
    return answer


def inlezen(request: LeaRequest) -> HttpResponse:
    """Show the form to choose a file, or take it and go on to what it would change."""
    form = Bestandvorm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        content = form.cleaned_data["bestand"].read()
        try:
            plan_aanmeldbeleid(request.actor, content, timezone.localdate())
        except BadInput as wrong:
            for fout in wrong.fouten:
                form.add_error("bestand", str(fout))
        else:
            adres = reverse("aanmeldbeleid_controleren", args=[request.werkruimte.slug])
            return redirect(f"{adres}?bestand={park(request.actor, content)}")
    context = {"formulier": form, "koppen": KOPPEN.values(), "kruimels": _crumbs(request)}
    status = 422 if request.method == "POST" else 200
    return render(request, "aanmelden/inlezen.html", context, status=status)


def controleren(request: LeaRequest) -> HttpResponse:
    """Show what a chosen file would change, and take it in when somebody says so."""
    slug, key = request.werkruimte.slug, request.GET.get("bestand", "")
    try:
        content = fetch(request.actor, key)
    except NotFound as gone:
        if key:
            messages.warning(request, str(gone))
        return redirect("aanmeldbeleid_inlezen", slug)
    today = timezone.localdate()
    if request.method == "POST":
        try:
            done = import_aanmeldbeleid(request.actor, content, today)
        except BadInput as wrong:
            messages.error(request, f"Er is niets ingelezen. {wrong}")
        else:
            release(request.actor, key)
            new = count(len(done.nieuw), "school is", "scholen zijn")
            messages.success(request, f"{new} toegevoegd, {len(done.gewijzigd)} gewijzigd.")
            first = (*done.nieuw, *done.gewijzigd)[0].beleid.schooljaar
            adres = reverse("aanmeldbeleid", args=[slug])
            return redirect(f"{adres}?schooljaar={first}")
    plan = plan_aanmeldbeleid(request.actor, content, today)
    context = {
        "plan": plan,
        "fouten": plan.fouten[:MOST_SHOWN],
        "meer_fouten": max(len(plan.fouten) - MOST_SHOWN, 0),
        "kruimels": _crumbs(request),
    }
    return render(request, "aanmelden/controleren.html", context)


def _csv(blad: Aanmeldblad) -> str:
    rows: list[list[Cel]] = [
        [words_of(one.beleid, veld) for veld in KOPPEN] for one in blad.ingevuld
    ]
    empty: list[Cel] = [""] * (len(KOPPEN) - 3)
    for some in blad.ontbreekt:
        rows += [[one.code, one.naam, blad.schooljaar, *empty] for one, _ in some.scholen]
    return csv_text([Kolom(kop) for kop in KOPPEN.values()], rows)


def _crumbs(request: LeaRequest) -> list[dict[str, str]]:
    slug = request.werkruimte.slug
    return [
        {"naam": "Kansen", "url": reverse("kansen", args=[slug])},
        {"naam": "Aanmelden", "url": reverse("aanmeldbeleid", args=[slug])},
        {"naam": "Inlezen", "url": ""},
    ]
