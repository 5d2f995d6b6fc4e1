"""The page of what was agreed: who belongs to the doelgroep, and what an hour costs."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.services.keep_doelgroepdefinitie import keep_doelgroepdefinitie
from openlea.services.keep_voorschooltarief import keep_voorschooltarief
from openlea.services.voorschool.definities import heavy_above, reasons_of
from openlea.storage.records.models import Doelgroepdefinitie, Voorschooltarief
from openlea.web.pages.geld.velden import GeldForm
from openlea.web.pages.voorschool.forms import SOORTEN, DefinitieForm, TariefForm
from openlea.web.pages.voorschool.kader import REFUSED, frame, page, read, table
from openlea.web.route import LeaRequest
from openlea.web.templatetags.notatie import getal

HERE = "voorschool_definitie"


def definitie(request: LeaRequest) -> HttpResponse:
    """Return every definition by date, the tariffs by year, and what isn't computed."""
    found = read(request)
    rows = [
        {"een": one, "redenen": reasons_of(one.redenen), "zwaar": heavy_above(one.redenen)}
        for one in Doelgroepdefinitie.objects.of(request.werkruimte.pk)
    ]
    return page(
        request,
        HERE,
        found,
        "Doelgroep en tarieven",
        definities=rows,
        tarieven=_tariffs(request),
    )


def _tariffs(request: LeaRequest) -> object:
    names = dict(SOORTEN)
    rows = [
        (
            str(one.jaar),
            names[f"{'ja' if one.indicatie else 'nee'}-{'ja' if one.toeslag else 'nee'}"],
            getal(one.uurtarief, 2),
            getal(one.ouderbijdrage, 2),
            str(one.meeste_uren),
        )
        for one in Voorschooltarief.objects.of(request.werkruimte.pk)
    ]
    heads = ("Jaar", "Kinderen", "Euro per uur", "Ouders betalen", "Hoogstens uren")
    return table("tarieven", "Tarieven", heads, rows, tekst=2) if rows else None


def definitie_nieuw(request: LeaRequest) -> HttpResponse:
    """Show the form of a definition, and keep it."""
    form = DefinitieForm(request.POST or None)
    return _form(
        request,
        form,
        "Doelgroep vastleggen",
        "Gemeente, scholen en houders bepalen samen wie een indicatie krijgt (WPO 160). Een "
        "definitie verandert niet meer: kies bij een nieuwe afspraak een nieuwe dag.",
        lambda: keep_doelgroepdefinitie(request.actor, form.opzet()),
    )


def tarief_nieuw(request: LeaRequest) -> HttpResponse:
    """Show the form of a tariff, and keep it."""
    form = TariefForm(request.POST or None)
    return _form(
        request,
        form,
        "Tarief vastleggen",
        "Een tarief dat er al is, wordt vervangen, zolang er niets is vastgesteld.",
        lambda: keep_voorschooltarief(request.actor, form.opzet()),
    )


def _form(
    request: LeaRequest, form: GeldForm, titel: str, inleiding: str, verb: Callable[[], object]
) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and form.try_to(verb) is not None:
        messages.success(request, "Bewaard. Bij een volgende telling geldt dit.")
        return redirect(HERE, request.werkruimte.slug)
    context = frame(request, HERE, titel) | {
        "formulier": form,
        "inleiding": inleiding,
        "terug": reverse(HERE, args=[request.werkruimte.slug]),
    }
    return render(request, "formulier.html", context, status=REFUSED if form.errors else None)
