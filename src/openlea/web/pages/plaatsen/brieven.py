"""The letters of a round, for the plaatser alone: one by its number, or all in one zip."""

from typing import cast

from django import forms
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from openlea.services.export_brieven import export_brieven
from openlea.services.plaats.briefuit import SAMENVOEGEN, inside_of, letter_of
from openlea.services.read_uitkomsten import read_uitkomsten
from openlea.web.pages.plaatsen.gevonden import crumbs, found_ronde
from openlea.web.route import LeaRequest


class Briefvraag(forms.Form):
    """Asks for the letter of one child."""

    kind = forms.CharField(
        label="Nummer van het kind",
        max_length=64,
        error_messages={"required": "Vul een nummer in."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


def plaatsing_brieven(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return how many letters there are; a POST looks one up by the number of the child."""
    ronde = found_ronde(request, nummer)
    shown: dict[str, object] = {
        "ronde": ronde,
        "kruimels": crumbs(request, ronde, "Brieven"),
        "aantal": _count(ronde.kerngetallen),
        "gewist": ronde.uitkomsten is not None and ronde.uitkomsten.gewist_op is not None,
        "samenvoegen": SAMENVOEGEN,
    }
    form = Briefvraag(request.POST if request.method == "POST" else None)
    shown["form"] = form
    if request.method != "POST":
        return render(request, "plaatsen/brieven.html", shown)
    found = None
    if form.is_valid():
        # A number is no address: it would stay behind in the history and in logs of a server.
        outcome = read_uitkomsten(request.actor, ronde.pk, "één brief bekeken")
        found = letter_of(outcome, form.cleaned_data["kind"])
        if found is None:
            form.add_error("kind", "Dit nummer doet niet mee in deze ronde.")
    if found is None:
        return render(request, "plaatsen/brieven.html", shown, status=422)
    # Composed by us; what people wrote stands in it as text.
    brief = mark_safe(inside_of(found))  # noqa: S308
    answer = render(request, "plaatsen/brief.html", {**shown, "brief": brief})
    answer["Cache-Control"] = "no-store"
    return answer


def plaatsing_brieven_uit(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return all letters as one zip."""
    ronde = found_ronde(request, nummer)
    packed = export_brieven(request.actor, ronde.pk)
    answer = StreamingHttpResponse(packed, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="brieven-{ronde.pk}.zip"'
    answer["Cache-Control"] = "no-store"
    # A route answers with this too; only its type is another one.
    return cast("HttpResponse", answer)


def _count(kerngetallen: object) -> int:
    return int(kerngetallen.get("kinderen", 0)) if isinstance(kerngetallen, dict) else 0
