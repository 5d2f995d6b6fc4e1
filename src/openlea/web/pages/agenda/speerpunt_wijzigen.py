"""Changing a speerpunt: its name, goal, who leads it, and its targets."""

from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openlea.core.agenda import Agenda, Speerpunt, Streefwaarde
from openlea.core.errors import BadInput, Conflict, NotAllowed
from openlea.policy.agenda_staat import GESLOTEN
from openlea.policy.verschil import Veldverschil
from openlea.services.change_speerpunt import change_speerpunt
from openlea.web.pages.actie.streefforms import StreefwaardeSet, read_targets, start_targets
from openlea.web.pages.agenda.blik import Blik, SpeerpuntBlok
from openlea.web.pages.agenda.fouten import place_faults
from openlea.web.pages.agenda.naast import set_beside
from openlea.web.pages.agenda.speerpunt import find_blok
from openlea.web.pages.agenda.veld import GEEN, long_text, offer
from openlea.web.pages.agenda.weghalen import removal
from openlea.web.route import LeaRequest

REFUSED, CONFLICT = 422, 409
PLAIN = ("naam", "doel", "omschrijving", "trekker")
Targets = tuple[Streefwaarde, ...]


class SpeerpuntForm(forms.Form):
    """A speerpunt without its acties."""

    naam = forms.CharField(label="Naam", max_length=300)
    doel = long_text("Doel", rows=2, hint="In één zin: wat is er dan bereikt?")
    omschrijving = long_text("Omschrijving")
    trekker = forms.ChoiceField(label="Trekker", required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, agenda: Agenda, **kwargs: Any) -> None:
        """Offer the partijen of the werkruimte."""
        super().__init__(*args, **kwargs)
        offer(self, "trekker", [GEEN, *((p.code, p.naam) for p in agenda.partijen)])


def wijzigen(request: LeaRequest, code: str) -> HttpResponse:
    """Return the form of a speerpunt, or keep what was changed."""
    blik, blok = find_blok(request, code, to_change=True)
    if not blik.mag_wijzigen:
        raise NotAllowed(GESLOTEN)
    targets = tuple(one for one in blik.agenda.streefwaarden if one.bij == code)
    form, rows = _forms(request, blik, blok, targets)
    http: int | None = None
    beside: tuple[Veldverschil, ...] = ()
    if request.method == "POST":
        http = REFUSED
        if form.is_valid() and rows.is_valid():
            new, wanted = _read(blik, blok, form, rows, targets)
            try:
                versie = form.cleaned_data["versie"]
                change_speerpunt(request.actor, new, versie=versie, streefwaarden=wanted)
            except BadInput as refused:
                place_faults(form, refused)
            except Conflict:
                http = CONFLICT
                stored, mine = _side(blok.speerpunt, targets), _side(new, wanted)
                beside = set_beside(form, stored, mine, blik.versies[code])
            else:
                messages.success(request, f"{new.code} {new.naam} is bewaard.")
                return redirect("speerpunt", request.werkruimte.slug, code)
    context = {"blok": blok, "formulier": form, "streven": rows, "naast": beside}
    context["weg"] = removal(request, blik.record.speerpunten.get(code=code))
    return render(request, "agenda/speerpunt_wijzigen.html", context, status=http)


def _forms(
    request: LeaRequest, blik: Blik, blok: SpeerpuntBlok, targets: Targets
) -> tuple[SpeerpuntForm, Any]:
    posted = request.POST or None
    start: dict[str, Any] = {name: getattr(blok.speerpunt, name) for name in PLAIN}
    start["versie"] = blik.versies[blok.speerpunt.code]
    rows = StreefwaardeSet(
        posted,
        prefix="streef",
        initial=start_targets(targets),
        form_kwargs={"agenda": blik.agenda},
    )
    return SpeerpuntForm(posted, initial=start, agenda=blik.agenda), rows


def _read(
    blik: Blik, blok: SpeerpuntBlok, form: SpeerpuntForm, rows: Any, targets: Targets
) -> tuple[Speerpunt, Targets]:
    clean = form.cleaned_data
    new = replace(blok.speerpunt, **{name: clean[name] for name in PLAIN})
    taken = [one.code for one in blik.agenda.streefwaarden]
    return new, read_targets(rows, new.code, targets, taken)


def _side(one: Speerpunt, targets: Targets) -> dict[str, Any]:
    return {name: getattr(one, name) for name in PLAIN} | {"streefwaarden": targets}
