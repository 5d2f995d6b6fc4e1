"""The building plans that a forecast counts with: a list, and one line to add."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from openlea.services.drop_bouwplan import drop_bouwplan
from openlea.services.keep_bouwplan import LEEFTIJDEN, Bouwplanopzet, keep_bouwplan
from openlea.storage.records.models import Bouwplan
from openlea.web.pages.geld.velden import GeldForm
from openlea.web.pages.prognose.kader import frame
from openlea.web.route import LeaRequest

REFUSED = 422
GETAL = {"required": "Vul een getal in.", "invalid": "Schrijf een getal, zoals 0,4."}


class BouwplanForm(GeldForm):
    """What is asked about houses that come into use."""

    naam = forms.CharField(
        label="Naam van het plan", max_length=160, error_messages={"required": "Geef een naam."}
    )
    jaar = forms.IntegerField(label="Jaar van oplevering", error_messages=GETAL, localize=False)
    woningen = forms.IntegerField(label="Woningen erbij", error_messages=GETAL)
    leerlingen = forms.DecimalField(
        label="Basisschoolleerlingen per woning",
        help_text="Kinderen van 4 tot en met 11 jaar, zoals 0,4. Zij komen in het jaar van "
        "oplevering, even verdeeld over die leeftijden. Daarna komen er elk jaar vierjarigen bij.",
        error_messages=GETAL,
        localize=True,
    )
    bron = forms.CharField(
        label="Waar staan deze aantallen?",
        max_length=300,
        error_messages={"required": "Schrijf waar deze aantallen staan."},
    )

    def opzet(self) -> Bouwplanopzet:
        """Return what was typed."""
        return Bouwplanopzet(**{name: self.cleaned_data[name] for name in self.base_fields})


def bouwplannen(request: LeaRequest) -> HttpResponse:
    """Return the plans with a form to add one, or keep what was typed."""
    form = BouwplanForm(request.POST or None, initial={"jaar": timezone.localdate().year + 1})
    if request.method == "POST" and form.is_valid():
        kept = form.try_to(lambda: keep_bouwplan(request.actor, form.opzet()))
        if kept is not None:
            messages.success(request, f"Toegevoegd: {kept}. Reken de prognose opnieuw.")
            return redirect("bouwplannen", request.werkruimte.slug)
    context = frame(request, "bouwplannen", "Bouwplannen") | {
        "plannen": [_told(one) for one in Bouwplan.objects.of(request.werkruimte.pk)],
        "formulier": form,
    }
    code = REFUSED if form.errors else None
    return render(request, "prognose/bouwplannen.html", context, status=code)


def weg(request: LeaRequest, nummer: int) -> HttpResponse:
    """Take a plan away."""
    drop_bouwplan(request.actor, nummer)
    messages.success(request, "Weggehaald. Reken de prognose opnieuw.")
    return redirect("bouwplannen", request.werkruimte.slug)


def _told(one: Bouwplan) -> dict[str, object]:
    per_house = sum(one.kinderen_per_woning.get(str(age), 0) for age in LEEFTIJDEN)
    return {"record": one, "per_woning": per_house, "leerlingen": per_house * one.woningen}
