"""Plan a meeting, change when and where it is, send its invitation, or call it off."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from openlea.core.errors import BadInput
from openlea.core.overleg import VergaderingStaat
from openlea.policy.rechten import Noun, Verb
from openlea.policy.schrijfwijze import count, day
from openlea.services.call_off_vergadering import call_off_vergadering
from openlea.services.change_vergadering import change_vergadering
from openlea.services.find_reeks import find_reeks
from openlea.services.find_vergadering import find_vergadering
from openlea.services.invite_deelnemers import invite_deelnemers
from openlea.services.plan_vergadering import plan_vergadering
from openlea.services.plan_vergaderingen import plan_vergaderingen
from openlea.storage.records.models import Overlegreeks, Vergadering
from openlea.storage.records.scope_overleg import vergaderingen_within
from openlea.web.pages.overleg.forms import AfgelastForm, PlanForm, VergaderingForm
from openlea.web.pages.overleg.kop import Choices, crumbs, form_page, of_meeting, sights, tell
from openlea.web.route import LeaRequest


def vergadering_plannen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Ask on which day, or days; sent, the meeting is there as a concept with a filled agenda."""
    series = find_reeks(request.actor, Verb.WIJZIGEN, int(nummer))
    form = PlanForm(
        request.POST or None,
        keuzes={"kopie_van": _examples(request, series)},
        initial=_usual(request, series),
    )
    if request.method == "POST" and form.is_valid():
        made = form.try_to(lambda: _plan(request, series, form))
        if made is not None and len(made) == 1:
            messages.success(
                request, "De vergadering staat klaar als concept. Niemand ziet hem nog."
            )
            return redirect("vergadering", request.werkruimte.slug, made[0].pk)
        if made is not None:
            told = count(len(made), "vergadering staat", "vergaderingen staan")
            messages.success(request, f"{told} klaar als concept.")
            return redirect("reeks", request.werkruimte.slug, series.pk)
    way = crumbs(request, (series.naam, "reeks", series.pk), "Plan een vergadering")
    uitleg = (
        "Het wordt een concept: niemand krijgt bericht tot je de uitnodiging verstuurt. De vaste "
        "punten, wat de vorige keer bleef liggen en de deelnemers staan er al op."
    )
    return form_page(request, form, f"Plan: {series.naam}", way, inleiding=uitleg)


def vergadering_wijzigen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Show when and where a meeting is; sent, who was invited is told of another moment."""
    meeting = find_vergadering(request.actor, Verb.WIJZIGEN, int(nummer))
    form = _form(request, meeting, bound=True)
    if request.method == "POST" and form.is_valid():
        versie = form.cleaned_data["versie"] or 0
        sent = form.try_to(
            lambda: change_vergadering(request.actor, meeting.pk, form.opzet(), versie)
        )
        if sent is not None:
            tell(request, "De vergadering is bewaard.", sent)
            return redirect("vergadering", request.werkruimte.slug, meeting.pk)
    if form.is_conflict:
        now = Vergadering.objects.of(request.werkruimte.pk).get(pk=meeting.pk)
        form.set_beside(_form(request, now, bound=False), now.versie)
    way = of_meeting(request, meeting, "Wijzig")
    told = ""
    if meeting.staat == VergaderingStaat.UITGENODIGD:
        told = (
            "De uitnodiging is verstuurd. Verandert de dag, de tijd, de plek of de titel, dan "
            "krijgt iedereen meteen een nieuwe mail. Hun kalender gaat mee."
        )
    return form_page(request, form, f"Wijzig {meeting.titel}", way, inleiding=told)


def vergadering_afgelasten(request: LeaRequest, nummer: int) -> HttpResponse:
    """Ask why a meeting is called off; sent, everybody who was invited is told."""
    meeting = find_vergadering(request.actor, Verb.WIJZIGEN, int(nummer))
    form = AfgelastForm(request.POST or None, initial={"versie": meeting.versie})
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        sent = form.try_to(
            lambda: call_off_vergadering(
                request.actor, meeting.pk, typed["reden"], typed["versie"] or 0
            )
        )
        if sent is not None:
            tell(request, "De vergadering is afgelast. De punten zijn bewaard.", sent)
            return redirect("vergadering", request.werkruimte.slug, meeting.pk)
    way = of_meeting(request, meeting, "Afgelasten")
    uitleg = (
        "Wie een uitnodiging kreeg, krijgt een afzegging; het verdwijnt uit hun kalender. Eigen "
        "punten gaan naar de volgende vergadering, of naar de wachtrij."
    )
    return form_page(request, form, f"{meeting.titel} afgelasten", way, inleiding=uitleg)


def vergadering_uitnodigen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Send the invitation to everybody who does not have it as it is now."""
    try:
        sent = invite_deelnemers(request.actor, int(nummer))
    except BadInput as refused:
        for fout in refused.fouten:
            messages.error(request, fout.reden)
    else:
        tell(request, _done(sent.verstuurd, sent.mislukt), sent)
    return redirect("vergadering", request.werkruimte.slug, nummer)


def _done(told: tuple[str, ...], failed: tuple[str, ...]) -> str:
    if told or failed:
        return "Deelnemers kunnen de vergadering nu zien."
    return "Iedereen met een e-mailadres heeft de uitnodiging al."


def _plan(request: LeaRequest, series: Overlegreeks, form: PlanForm) -> tuple[Vergadering, ...]:
    moments, titel = list(form.moments()), form.cleaned_data["titel"]
    if len(moments) > 1:
        return plan_vergaderingen(request.actor, series.pk, moments, titel)
    copy = int(form.cleaned_data.get("kopie_van") or 0) or None
    return (plan_vergadering(request.actor, series.pk, moments[0], titel, copy),)


def _examples(request: LeaRequest, series: Overlegreeks) -> Choices:
    """Return the meetings of a series of which the items can be taken over."""
    every = Vergadering.objects.of(request.werkruimte.pk).filter(reeks=series).order_by("-op")
    scope = request.actor.scope(Noun.OVERLEG, Verb.ZIEN)
    found = vergaderingen_within(every, scope, request.actor, timezone.localdate())[:12]
    shown = [(str(one.pk), f"{day(one.op)}: {one.titel}") for one in found]
    return [("", "Geen eerdere vergadering"), *shown] if shown else []


def _usual(request: LeaRequest, series: Overlegreeks) -> dict[str, object]:
    usual = {"van": series.van, "plek": series.plek, "link": series.link}
    asked = request.GET.get("op", "")
    try:
        op = date.fromisoformat(asked) if asked else None
    except ValueError:
        op = None
    return {**usual, "op": op, "kopie_van": request.GET.get("kopie", "")}


def _form(request: LeaRequest, meeting: Vergadering, *, bound: bool) -> VergaderingForm:
    same = ("op", "van", "tot", "plek", "link", "titel", "toelichting", "zichtbaarheid", "versie")
    initial = {name: getattr(meeting, name) for name in same}
    data = request.POST if bound and request.method == "POST" else None
    return VergaderingForm(data, keuzes={"zichtbaarheid": sights(request)}, initial=initial)
