"""The list of one's own casussen, the form to begin one, and the figures on all of them."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.policy.casusklok import clocks_of, is_overdue, next_step_words
from openlea.policy.rechten import Noun, Verb
from openlea.services.begin_casus import begin_casus
from openlea.services.casus.treden import treden
from openlea.services.describe_casussen import describe_casussen
from openlea.services.find_tellingen import SEES
from openlea.services.list_casussen import Eigencasus, list_casussen
from openlea.web.pages.casus.deur import behind_step
from openlea.web.pages.casus.forms import BeginForm
from openlea.web.pages.casus.kader import GEEN_NAMEN, crumbs, form_page
from openlea.web.route import LeaRequest


@behind_step
def casussen(request: LeaRequest) -> HttpResponse:
    """Return the casussen of one's own tables: open ones first, the most pressing on top."""
    regels = sorted(map(_row, list_casussen(request.actor)), key=lambda one: one["volgorde"])
    shown = {
        "open": [one for one in regels if one["is_open"]],
        "gesloten": [one for one in regels if not one["is_open"]],
        "mag_maken": request.actor.may(Noun.CASUS, Verb.MAKEN),
        "ziet_cijfers": request.actor.scope(Noun.TELLING, Verb.ZIEN) in SEES,
        "kruimels": [*crumbs(request)[:-1], {"naam": "Doorbraakaanpak"}],
    }
    return render(request, "casus/casussen.html", shown)


def _row(one: Eigencasus) -> dict[str, Any]:
    today, inhoud = timezone.localdate(), one.inhoud
    if inhoud is None:
        gone = {"record": one.record, "is_open": one.record.gesloten_op is None}
        return gone | {"is_open": False, "inhoud": None, "volgorde": (1, 0, -one.record.nummer)}
    late = is_overdue(inhoud, today)
    steps = treden()
    return {
        "record": one.record,
        "inhoud": inhoud,
        "is_open": not inhoud.is_gesloten,
        "thuis": clocks_of(inhoud, today)[0],
        "trede": steps[inhoud.trede].naam if inhoud.trede in steps else inhoud.trede,
        "volgende": next_step_words(inhoud, today),
        "is_te_laat": late,
        "volgorde": (0, (inhoud.volgende_voor or today).toordinal(), -one.record.nummer),
    }


@behind_step
def casus_nieuw(request: LeaRequest) -> HttpResponse:
    """Show the form of a new casus; sent, it has a number and who sent it sits at its table."""
    names = {id_: one.naam for id_, one in treden().items()}
    form = BeginForm(request.POST or None, treden=names)
    if request.method == "POST" and form.is_valid():
        kept = form.try_to(
            lambda: begin_casus(request.actor, form.new(), form.cleaned_data["verwijderen_op"])
        )
        if kept is not None:
            said = f"Casus {kept.nummer} is begonnen. Vraag nu aan tafel wie kan helpen beslissen."
            messages.success(request, said)
            url = reverse("casus", args=[request.werkruimte.slug, kept.nummer])
            return redirect(f"{url}#tafel")
    return form_page(request, form, "Begin een casus", GEEN_NAMEN)


def casus_cijfers(request: LeaRequest) -> HttpResponse:
    """Return the figures on all casussen, for everybody who works in this werkruimte."""
    may = request.actor.scope(Noun.TELLING, Verb.ZIEN) in SEES
    found = describe_casussen(request.actor, timezone.localdate()) if may else None
    sits = request.actor.may(Noun.CASUS, Verb.ZIEN)
    begin = crumbs(request) if sits else crumbs(request)[:-1]
    shown = {
        "mag_zien": may,
        "overzicht": found,
        "cijfers": found.cijfers if found else None,
        "delen": _cuts(found.cijfers) if found else [],
        "aan_tafel": sits,
        "kruimels": [*begin, {"naam": "Cijfers"}],
    }
    return render(request, "casus/cijfers.html", shown)


def _cuts(cijfers: Any) -> list[dict[str, Any]]:
    cuts = (
        ("Hoe lang de leerling thuis is", "Open casussen", cijfers.duur),
        ("Op welke stap van de ladder", "Open casussen", cijfers.stappen),
        ("Hoe het afliep", "Gesloten casussen", cijfers.uitkomsten),
    )
    return [
        {
            "titel": titel,
            "eenheid": eenheid,
            "rijen": [
                {
                    "namen": one.namen,
                    "aantal": one.aantal,
                    "breedte": 100 * one.aantal // (max(sum(g.aantal for g in groepen), 1)),
                }
                for one in groepen
            ],
        }
        for titel, eenheid, groepen in cuts
    ]
