"""The laboratory of a round: ask many lotteries, and see what other rules would do, and to whom."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openlea.core.errors import NotFound
from openlea.core.onthulling import Bereik
from openlea.policy.rechten import Noun, Verb
from openlea.services.ask_work import ask_work
from openlea.storage.records.models import Plaatsingsproef, Plaatsingsronde
from openlea.storage.records.plaatsing_stukken import proeven_of
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import Grafiek, figures
from openlea.web.charts.staven import Staaf, staven_chart
from openlea.web.pages.plaatsen.gevonden import crumbs, found_ronde
from openlea.web.pages.plaatsen.proefwoorden import (
    Variantregel,
    group_lines,
    variant_line,
    variant_sentences,
)
from openlea.web.route import LeaRequest

AANTALLEN = ((100, "100, een eerste indruk"), (500, "500"), (1000, "1.000, voor een besluit"))
HIGHEST_SEED = 2**31 - 1


class Proefvraag(forms.Form):
    """Asks for a trial: how many lotteries, and from which number chance begins."""

    lotingen = forms.TypedChoiceField(
        label="Hoe vaak loten we?", choices=AANTALLEN, coerce=int, initial=100
    )
    zaad = forms.IntegerField(
        label="Zaad",
        min_value=0,
        max_value=HIGHEST_SEED,
        initial=1,
        help_text="Een getal waarmee het toeval begint. Hetzelfde getal geeft dezelfde uitkomst.",
    )


def plaatsing_proef(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return the trials of a round and one of them; a POST asks a new one in the background."""
    ronde = found_ronde(request, nummer)
    form = Proefvraag(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        asked = {"ronde": ronde.pk, **form.cleaned_data}
        naam = f"Regels proberen: {ronde}"
        work = ask_work(request.actor, "beproef_ronde", asked, naam=naam)
        return redirect("werk", request.werkruimte.slug, work.pk)
    proeven = proeven_of(ronde.pk)
    shown: dict[str, Any] = {
        "ronde": ronde,
        "kruimels": crumbs(request, ronde, "Regels proberen"),
        "form": form,
        "proeven": proeven,
        "mag_vragen": request.actor.may(Noun.AANMELDING, Verb.MAKEN) and _has_children(ronde),
        "heeft_kinderen": _has_children(ronde),
    }
    proef = _asked(request, proeven)
    if proef is not None:
        told, beelden = _outcome(request, proef)
        answer = csv_answer(request, beelden)
        if answer:
            return answer
        shown |= {**told, "proef": proef}
    return render(request, "plaatsen/proef.html", shown, status=422 if form.errors else 200)


def _has_children(ronde: Plaatsingsronde) -> bool:
    return ronde.aanmeldingen is not None and ronde.aanmeldingen.gewist_op is None


def _asked(request: LeaRequest, proeven: Sequence[Plaatsingsproef]) -> Plaatsingsproef | None:
    """Return the trial that is asked for, else the newest."""
    asked = request.GET.get("proef", "")
    if not asked:
        return proeven[0] if proeven else None
    found = next((one for one in proeven if str(one.pk) == asked), None)
    if found is None:
        raise NotFound("Deze proef is er niet.")
    return found


def _outcome(
    request: LeaRequest, proef: Plaatsingsproef
) -> tuple[Mapping[str, Any], Sequence[Grafiek]]:
    """Return the variants beside each other, and one of them by group."""
    varianten = proef.uitkomst["varianten"]
    now, others = varianten[0], varianten[1:]
    asked = request.GET.get("variant", "")
    chosen = next((one for one in others if one["naam"] == asked), others[-1])
    regels = [variant_line(one) for one in varianten]
    beelden = [_chart(regels, chosen["naam"])]
    told = {
        "regels": regels,
        "figuren": figures(beelden, f"proef={proef.pk}&variant={chosen['naam']}"),
        "keuzes": regels[1:],
        "gekozen": variant_line(chosen),
        "zinnen": variant_sentences(chosen, now),
        "groepen": group_lines(chosen, now),
    }
    return told, beelden


def _chart(regels: Sequence[Variantregel], chosen: str) -> Grafiek:
    staven = [
        Staaf(naam=one.wat, bereik=Bereik(one.aandeel, one.aandeel), eigen=one.naam == chosen)
        for one in regels
    ]
    return staven_chart(
        "varianten", "Kinderen met hun eerste wens, gemiddeld over alle lotingen", staven,
        wat="Variant",
    )  # fmt: skip
