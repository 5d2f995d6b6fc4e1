"""One indicator: what kind it is, what it still misses, and how to write that down."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openlea.core.errors import BadInput, Conflict, NotFound
from openlea.core.netwerk import IndicatorSoort
from openlea.services.keep_indicator import keep_indicator
from openlea.storage.records.models import Agenda, Indicator
from openlea.web.pages.netwerk.forms import IndicatorForm
from openlea.web.route import LeaRequest


def indicator(request: LeaRequest, code: str) -> HttpResponse:
    """Show the form of an indicator (GET), or keep what was filled in (POST)."""
    stored = _stored(request, code)
    if request.method != "POST":
        return _page(request, stored, _filled(stored))
    form = IndicatorForm(request.POST, auto_id="indicator_%s")
    if not form.is_valid():
        return _page(request, stored, form, reply=422)
    filled = form.cleaned_data
    try:
        soort = IndicatorSoort(filled["soort"])
        keep_indicator(request.actor, code, soort, filled["eenheid"], versie=filled["versie"])
    except Conflict:
        return _conflict(request, code, form)
    except BadInput as fault:
        for fout in fault.fouten:
            form.add_error(fout.cel if fout.cel in form.fields else None, fout.reden)
        return _page(request, stored, form, reply=422)
    messages.success(request, f"Indicator {code} is bewaard.")
    return redirect("netwerk", request.werkruimte.slug)


def _stored(request: LeaRequest, code: str) -> Indicator:
    agenda = Agenda.objects.current(request.werkruimte.pk)
    found = agenda.indicatoren.filter(code=code).first() if agenda else None
    if found is None:
        raise NotFound(f"Er is geen indicator {code}.")
    return found


def _filled(stored: Indicator) -> IndicatorForm:
    words = {"soort": stored.soort, "eenheid": stored.eenheid, "versie": stored.versie}
    return IndicatorForm(initial=words, auto_id="indicator_%s")


def _conflict(request: LeaRequest, code: str, form: IndicatorForm) -> HttpResponse:
    """Show the own words beside those of who was first; a second 'Bewaar' is a choice."""
    stored = _stored(request, code)
    again = IndicatorForm({**form.cleaned_data, "versie": stored.versie}, auto_id="indicator_%s")
    return _page(request, stored, again, reply=409, eerst=True)


def _page(
    request: LeaRequest,
    stored: Indicator,
    form: IndicatorForm,
    *,
    reply: int = 200,
    eerst: bool = False,
) -> HttpResponse:
    context = {
        "indicator": stored,
        "formulier": form,
        "eerst": eerst,
        "soort": IndicatorSoort(stored.soort).label,
    }
    return render(request, "netwerk/indicator.html", context, status=reply)
