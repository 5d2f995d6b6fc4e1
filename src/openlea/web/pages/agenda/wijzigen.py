"""Changing the agenda itself, and taking it a step further with a decision."""

from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openlea.core.agenda import AgendaStaat
from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.policy.agenda_staat import GESLOTEN, next_steps
from openlea.services.change_agenda import PLAIN, change_agenda
from openlea.services.decide_agenda import Besluit, decide_agenda
from openlea.web.pages.agenda.blik import Blik, look
from openlea.web.pages.agenda.fouten import place_faults
from openlea.web.pages.agenda.naast import carry_on, set_beside
from openlea.web.pages.agenda.wijzigforms import AgendaForm, BesluitForm, StapForm, start_agenda
from openlea.web.route import LeaRequest

REFUSED, CONFLICT = 422, 409
FIELDS = {"besluit_door": "door", "besluit_op": "op"}


def wijzigen(request: LeaRequest) -> HttpResponse:
    """Return the form of the agenda itself, or keep what was changed."""
    blik = _look(request)
    if not blik.mag_wijzigen:
        raise NotAllowed(GESLOTEN)
    context: dict[str, Any] = {"blik": blik}
    http = None
    form = AgendaForm(request.POST or None, initial=start_agenda(blik.agenda, blik.record.versie))
    if request.method == "POST":
        http = REFUSED
        if form.is_valid():
            clean = dict(form.cleaned_data)
            versie = clean.pop("versie")
            new = replace(blik.agenda, **clean)
            try:
                change_agenda(request.actor, new, versie=versie)
            except BadInput as refused:
                place_faults(form, refused)
            except Conflict:
                http = CONFLICT
                mine = {veld: clean[veld] for veld in (*PLAIN, "werkgroepen")}
                stored = {veld: getattr(blik.agenda, veld) for veld in mine}
                context["naast"] = set_beside(form, stored, mine, blik.record.versie)
            else:
                messages.success(request, "De agenda is bewaard.")
                return redirect("agenda", request.werkruimte.slug)
    return render(request, "agenda/wijzigen.html", {**context, "formulier": form}, status=http)


def besluit(request: LeaRequest) -> HttpResponse:
    """Return where the agenda stands and where it can go, or take the step that was chosen."""
    blik = _look(request)
    agenda = blik.agenda
    posted = request.POST or None
    start = {"geraadpleegd": agenda.geraadpleegd, "versie": blik.record.versie}
    decides = agenda.staat is AgendaStaat.CONCEPT
    form: forms.Form = (
        BesluitForm(posted, initial=start, agenda=agenda)
        if decides
        else StapForm(posted, initial=start)
    )
    http = None
    if request.method == "POST":
        http = REFUSED
        chosen = str(request.POST.get("naar", ""))
        if chosen in next_steps(agenda.staat) and form.is_valid():
            answer = _decide(request, form, AgendaStaat(chosen))
            if answer is not None:
                return answer
    context = {
        "blik": blik,
        "formulier": form,
        "stappen": next_steps(agenda.staat),
        "vaststellen": decides,
    }
    return render(request, "agenda/besluit.html", context, status=http)


def _decide(request: LeaRequest, form: forms.Form, staat: AgendaStaat) -> HttpResponse | None:
    """Take the step and return where to go, or put what was refused at its field."""
    clean = dict(form.cleaned_data)
    versie = clean.pop("versie")
    try:
        decide_agenda(request.actor, Besluit(staat=staat, **clean), versie=versie)
    except BadInput as refused:
        renamed = [replace(one, cel=FIELDS.get(one.cel, one.cel)) for one in refused.fouten]
        place_faults(form, BadInput(renamed))
    except Conflict:
        form.add_error(None, "Iemand anders wijzigde de agenda intussen. Kijk nog eens en bewaar.")
        carry_on(form, _look(request).record.versie)
    else:
        messages.success(request, f"De agenda is nu: {staat.label.lower()}.")
        return redirect("agenda", request.werkruimte.slug)
    return None


def _look(request: LeaRequest) -> Blik:
    blik = look(request)
    if blik is None:
        raise NotFound("Er is nog geen agenda.")
    return blik
