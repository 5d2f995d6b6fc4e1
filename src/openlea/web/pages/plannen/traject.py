"""One kind of process of public schools: its steps with their days, and the ones that run."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import NotAllowed
from openlea.core.traject import Trajectkaart
from openlea.policy.rechten import Noun, Scope, Verb, reach
from openlea.policy.traject import Stapstaat
from openlea.policy.zichtbaarheid import shows_field
from openlea.services.close_traject import close_traject
from openlea.services.describe_openbaar import Trajectregel, describe_openbaar
from openlea.services.describe_trajectsoort import describe_trajectsoort
from openlea.services.start_traject import start_traject
from openlea.services.take_stap import take_stap
from openlea.web.pages.plannen.openbaar import form_page, need_bestuur
from openlea.web.pages.plannen.openbaarforms import StapForm, TrajectForm, stap_initial
from openlea.web.pages.plannen.tabs import plan_tabs
from openlea.web.route import LeaRequest
from openlea.web.templatetags.onderdelen import FOUT, GOED, LET_OP, RUST, Beeld

STAPPEN = {
    Stapstaat.GEDAAN: Beeld("vinkje-rond", Stapstaat.GEDAAN.label, GOED),
    Stapstaat.LAAT_GEDAAN: Beeld("driehoek", Stapstaat.LAAT_GEDAAN.label, LET_OP),
    Stapstaat.OPEN: Beeld("cirkel", Stapstaat.OPEN.label, RUST),
    Stapstaat.TE_LAAT: Beeld("uitroep", Stapstaat.TE_LAAT.label, FOUT),
}


def traject(request: LeaRequest, soort: str) -> HttpResponse:
    """Return a kind of process: those that run with their steps, and the days if one begins now."""
    today = timezone.localdate()
    kaart, proef = describe_trajectsoort(soort, today)
    besturen = describe_openbaar(request.actor, today)
    regels = [
        regel
        for one in besturen
        for regel in (*one.lopend, *one.afgesloten)
        if regel.kaart.id == kaart.id
    ]
    context = {
        "tabs": plan_tabs(request, "openbaar"),
        "kaart": kaart,
        "trajecten": [_shown(request, regel) for regel in regels],
        "proef": [(one, None, None) for one in proef.stappen],
        "vandaag": today,
        "besturen": [one for one in besturen if kaart.fits(one.vorm)],
        "mag_maken": request.actor.may(Noun.PLAN, Verb.MAKEN),
        "kruimels": _crumbs(request, kaart),
    }
    return render(request, "plannen/traject.html", context)


def traject_nieuw(request: LeaRequest) -> HttpResponse:
    """Show the form that begins a process; without a kind and a partij one goes back."""
    bestuur = need_bestuur(request, request.GET.get("partij", ""))
    soort = request.GET.get("soort", "")
    if bestuur is None or soort not in {one.id for one in bestuur.kaarten}:
        return redirect("openbaar", request.werkruimte.slug)
    kaart = next(one for one in bestuur.kaarten if one.id == soort)
    code = bestuur.record.partij.code
    form = TrajectForm(
        request.POST or None,
        zichten=_sights(request),
        initial={"begonnen_op": timezone.localdate()},
    )
    if request.method == "POST" and form.is_valid():
        kept = form.try_to(lambda: start_traject(request.actor, form.opzet(soort, code)))
        if kept is not None:
            messages.success(request, f"{kept.titel} is begonnen.")
            return redirect("traject", request.werkruimte.slug, soort)
    title = f"{kaart.titel}: {bestuur.record.partij.naam}"
    return form_page(request, form, {"titel": title, "inleiding": kaart.waarom})


def stap(request: LeaRequest) -> HttpResponse:
    """Show the form of one step; sent, it is kept. Without a step one goes back."""
    today = timezone.localdate()
    found = _find(request, request.GET.get("traject", ""), request.GET.get("stap", ""))
    if found is None:
        return redirect("openbaar", request.werkruimte.slug)
    regel, code = found
    kept, titel = regel.gedaan.get(code), _title(regel.kaart, code)
    initial = stap_initial(kept) or {"gedaan_op": today}
    form = StapForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        versie = form.cleaned_data["versie"] if kept else None
        melding = form.melding(code, f"{regel.record.titel}: {titel}"[:200])
        done = form.try_to(
            lambda: take_stap(request.actor, regel.record.pk, melding, today, versie)
        )
        if done is not None:
            messages.success(request, "De stap is bewaard.")
            return redirect("traject", request.werkruimte.slug, regel.kaart.id)
    if kept is not None and form.is_conflict:
        form.set_beside(StapForm(initial=initial), kept.versie)
    return form_page(request, form, {"titel": titel, "inleiding": regel.record.titel})


def traject_afsluiten(request: LeaRequest, nummer: int) -> HttpResponse:
    """Close a process today, or open it again when the form says so."""
    opens = request.POST.get("heropen") == "ja"
    kept = close_traject(request.actor, int(nummer), None if opens else timezone.localdate())
    said = "staat weer open" if opens else "is afgesloten"
    messages.success(request, f"{kept.titel} {said}.")
    return redirect("traject", request.werkruimte.slug, kept.soort)


def _shown(request: LeaRequest, regel: Trajectregel) -> dict[str, object]:
    return {
        "regel": regel,
        "stappen": [
            (one, STAPPEN[one.staat], _kept(regel, one.stap.code)) for one in regel.stand.stappen
        ],
        "mag_wijzigen": _may(request, regel),
        "toont_notitie": shows_field(request.scope, "trajectstap", "notitie"),
    }


def _kept(regel: Trajectregel, code: str) -> dict[str, object]:
    """Return what was kept of a step: its words, and the document if it may be opened."""
    kept = regel.gedaan.get(code)
    document = regel.stukken.get(kept.document_id or 0) if kept else None
    return {"notitie": kept.notitie if kept else "", "document": document}


def _may(request: LeaRequest, regel: Trajectregel) -> bool:
    scope = request.actor.scope(Noun.PLAN, Verb.WIJZIGEN)
    if scope is Scope.EIGEN_PARTIJ:
        return regel.record.partij_id == request.actor.partij
    return scope is not Scope.NIETS


def _find(request: LeaRequest, nummer: str, code: str) -> tuple[Trajectregel, str] | None:
    """Return the process and step that were asked for, to be changed; None when there is none."""
    every = describe_openbaar(request.actor, timezone.localdate())
    regels = (regel for one in every for regel in (*one.lopend, *one.afgesloten))
    regel = next((one for one in regels if str(one.record.pk) == nummer), None)
    if regel is None or code not in {one.code for one in regel.kaart.stappen}:
        return None
    if not _may(request, regel):
        raise NotAllowed("Dit kan alleen voor je eigen partij.")
    return regel, code


def _title(kaart: Trajectkaart, code: str) -> str:
    return next(one.titel for one in kaart.stappen if one.code == code)


def _sights(request: LeaRequest) -> list[tuple[str, str]]:
    reached = reach(request.actor.scope(Noun.PLAN, Verb.MAKEN))
    order = (Zichtbaarheid.PARTNERS, Zichtbaarheid.PUBLIEK, Zichtbaarheid.INTERN)
    return [(str(one), one.label) for one in order if one in reached]


def _crumbs(request: LeaRequest, kaart: Trajectkaart) -> list[dict[str, str]]:
    url = reverse("openbaar", args=[request.werkruimte.slug])
    return [{"naam": "Openbaar onderwijs", "url": url}, {"naam": kaart.titel}]
