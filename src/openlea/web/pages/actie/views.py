"""The page of an action, and what is added to its story from there."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.agenda import Streefwaarde, Zichtbaarheid
from openlea.core.errors import BadInput, Conflict, NotFound
from openlea.policy.document_soort import LARGEST
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.policy.streefwaarde import describe, latest_measured
from openlea.services.add_opmerking import add_opmerking
from openlea.services.attach_document import Stuk, attach_document
from openlea.services.describe_dienst import describe_dienst
from openlea.services.record_jaarwaarde import record_jaarwaarde
from openlea.services.record_voortgang import record_voortgang
from openlea.services.undo_voortgang import undo_voortgang
from openlea.storage.records.document_plek import document_seen
from openlea.web.download import download
from openlea.web.pages.actie.forms import DocumentForm, MeldingForm, MetingForm, OpmerkingForm
from openlea.web.pages.actie.grafiek import draw_streefwaarde
from openlea.web.pages.actie.verhaal import ActieBlik, read_actie
from openlea.web.pages.agenda.fouten import place_faults
from openlea.web.pages.agenda.rijen import Streef
from openlea.web.route import LeaRequest

REFUSED = 422


def actie(request: LeaRequest, code: str) -> HttpResponse:
    """Return an action with its story and its facts."""
    return _page(request, read_actie(request, code))


def melden(request: LeaRequest, code: str) -> HttpResponse:
    """Keep what is told of an action; what is wrong is shown where it was typed."""
    blik = read_actie(request, code)
    form = _melding(blik, request.POST)
    if form.is_valid():
        try:
            told = record_voortgang(request.actor, code, form.melding())
        except BadInput as refused:
            place_faults(form, refused)
        else:
            adres = reverse("melding_terug", args=[request.werkruimte.slug, told.pk])
            said = "Dank. Je melding staat op de agenda."
            messages.success(request, said, extra_tags=f"ongedaan:{adres}")
            return _back(request, code)
    return _page(request, blik, melding=form)


def melding_terug(request: LeaRequest, nummer: int) -> HttpResponse:
    """Take an own update back."""
    try:
        code = undo_voortgang(request.actor, nummer)
    except Conflict as refused:
        messages.warning(request, str(refused))
        return redirect("agenda", request.werkruimte.slug)
    messages.success(request, "Je melding is teruggenomen. De actie staat weer zoals zij stond.")
    return _back(request, code)


def opmerken(request: LeaRequest, code: str) -> HttpResponse:
    """Keep a comment on an action."""
    blik = read_actie(request, code)
    form = OpmerkingForm(request.POST, scope=request.scope)
    if form.is_valid():
        clean = form.cleaned_data
        try:
            seen = Zichtbaarheid(clean["zichtbaarheid"])
            add_opmerking(request.actor, code, clean["tekst"], seen)
        except BadInput as refused:
            place_faults(form, refused)
        else:
            messages.success(request, "Je opmerking is geplaatst.")
            return _back(request, code)
    return _page(request, blik, opmerking=form)


def toevoegen(request: LeaRequest, code: str) -> HttpResponse:
    """Attach a file or a link to an action."""
    blik = read_actie(request, code)
    form = DocumentForm(request.POST, request.FILES, scope=request.scope)
    if form.is_valid():
        try:
            attach_document(request.actor, code, _stuk(form.cleaned_data))
        except BadInput as refused:
            place_faults(form, refused)
        else:
            messages.success(request, "Het document staat bij de actie.")
            return _back(request, code)
    return _page(request, blik, document=form)


def meten(request: LeaRequest, code: str) -> HttpResponse:
    """Return the form for a measurement of any year, or keep what was measured."""
    blik = read_actie(request, code)
    if not (blik.mag_meten and blik.rij.streven):
        raise NotFound("Hier valt niets te meten.")
    form = MetingForm(
        request.POST or None,
        initial={"jaar": blik.blik.jaar},
        streven=blik.rij.streven,
        jaren=blik.agenda.jaren,
    )
    if request.method == "POST" and form.is_valid():
        try:
            record_jaarwaarde(request.actor, **form.cleaned_data)
        except BadInput as refused:
            place_faults(form, refused)
        else:
            messages.success(request, "De meting is bewaard.")
            return _back(request, code)
    http = REFUSED if form.errors else None
    context = {"actie": blik.actie, "formulier": form}
    return render(request, "actie/meten.html", context, status=http)


def document(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return a document that was attached, to be saved and never run in the browser."""
    found = document_seen(nummer, request.actor)
    if found is None or not found.bestand:
        raise NotFound("Dit document is er niet.")
    # A member who sees what everybody sees is, for a file, everybody.
    return download(found, binnen=request.scope is not Scope.OPENBAAR)


def _melding(blik: ActieBlik, posted: Any = None) -> MeldingForm:
    return MeldingForm(posted, staat=blik.actie.staat, streven=blik.rij.streven)


def _stuk(clean: dict[str, Any]) -> Stuk:
    """Return what was attached; of a file that is far too large no more is read than needed."""
    file = clean["bestand"]
    return Stuk(
        titel=clean["titel"],
        zichtbaarheid=Zichtbaarheid(clean["zichtbaarheid"]),
        inhoud=file.read(LARGEST + 1) if file else None,
        adres=clean["adres"].strip(),
    )


def _back(request: LeaRequest, code: str) -> HttpResponse:
    return redirect(reverse("actie", args=[request.werkruimte.slug, code]))


def _page(request: LeaRequest, blik: ActieBlik, **posted: forms.Form) -> HttpResponse:
    """Return the page; a form that came back with faults stands open where it was."""
    actor = request.actor
    said, added = actor.scope(Noun.OPMERKING, Verb.MAKEN), actor.scope(Noun.DOCUMENT, Verb.MAKEN)
    context = {
        "actie": blik.actie,
        "blik": blik,
        "melding": posted.get("melding") or _melding(blik),
        "opmerking": posted.get("opmerking") or OpmerkingForm(scope=said),
        "document": posted.get("document") or DocumentForm(scope=added),
        "open": next(iter(posted), ""),
        "streven": [_target(one, blik) for one in blik.rij.streven],
        "dient": describe_dienst(request.actor, blik.record),
        "actie_adres": reverse("actie", args=[request.werkruimte.slug, blik.actie.code]),
    }
    return render(request, "actie/actie.html", context, status=REFUSED if posted else None)


def _target(one: Streef, blik: ActieBlik) -> dict[str, Any]:
    """Return a target with its drawing and its table."""
    streefwaarde: Streefwaarde = one.streefwaarde
    namen = {partij.code: partij.naam for partij in blik.agenda.partijen}
    return {
        "streefwaarde": streefwaarde,
        "zin": describe(streefwaarde),
        "eigenaar": namen.get(streefwaarde.eigenaar, ""),
        "grafiek": draw_streefwaarde(streefwaarde) if latest_measured(streefwaarde) else "",
        "jaren": list(zip(streefwaarde.jaren, blik.uitkomsten[streefwaarde.code], strict=True)),
    }
