"""Who takes part in a meeting: guests, who can't come, the own answer, and links for guests."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openlea.core.errors import BadInput, NotFound
from openlea.core.overleg import Aanwezigheid, Mandaat, Overlegrol
from openlea.policy.rechten import Verb
from openlea.services.answer_uitnodiging import answer_uitnodiging
from openlea.services.find_vergadering import find_vergadering
from openlea.services.keep_deelnemer import keep_deelnemer
from openlea.services.make_gastlink import Gemaakt, make_gastlink
from openlea.services.remove_deelnemer import remove_deelnemer
from openlea.services.revoke_gastlink import revoke_gastlink
from openlea.storage.records.models import Deelnemer, Vergadering
from openlea.web.pages.overleg.forms import DeelnemerForm, GastlinkForm
from openlea.web.pages.overleg.kop import form_page, leden, of_meeting, partijen, tell
from openlea.web.route import LeaRequest

ANTWOORDEN = {
    str(Aanwezigheid.AANWEZIG): "Fijn, je komt.",
    str(Aanwezigheid.AFGEMELD): "Je bent afgemeld.",
}


def deelnemer_nieuw(request: LeaRequest, nummer: int) -> HttpResponse:
    """Put somebody at the table of one meeting, such as a guest."""
    meeting = find_vergadering(request.actor, Verb.WIJZIGEN, int(nummer))
    form = _form(request, None)
    if request.method == "POST" and form.is_valid():
        kept = form.try_to(lambda: keep_deelnemer(request.actor, meeting.pk, form.plaats()))
        if kept is not None:
            messages.success(request, f"{kept.naam} staat op de lijst.")
            return _to_people(request, meeting)
    way = of_meeting(request, meeting, "Zet iemand erbij")
    return form_page(request, form, "Zet iemand op de lijst", way)


def deelnemer_wijzigen(request: LeaRequest, nummer: int, deelnemer: int) -> HttpResponse:
    """Change somebody at the table: who can't come, or who comes instead."""
    meeting = find_vergadering(request.actor, Verb.WIJZIGEN, int(nummer))
    one = _find(meeting, int(deelnemer))
    form = _form(request, one)
    if request.method == "POST" and form.is_valid():
        versie = form.cleaned_data["versie"] or 0
        plaats = form.plaats(Overlegrol(one.rol))
        kept = form.try_to(
            lambda: keep_deelnemer(request.actor, meeting.pk, plaats, one.pk, versie)
        )
        if kept is not None:
            messages.success(request, f"{kept.naam} is bewaard.")
            return _to_people(request, meeting)
    if form.is_conflict:
        now = _find(meeting, one.pk)
        form.set_beside(_form(request, now, bound=False), now.versie)
    way = of_meeting(request, meeting, one.naam)
    return form_page(request, form, f"Wijzig {one.naam}", way)


def deelnemer_weg(request: LeaRequest, nummer: int, deelnemer: int) -> HttpResponse:
    """Take somebody from the table; who was invited is told."""
    meeting = find_vergadering(request.actor, Verb.WIJZIGEN, int(nummer))
    one = _find(meeting, int(deelnemer))
    sent = remove_deelnemer(request.actor, meeting.pk, one.pk)
    done = "" if sent.mislukt else f"{one.naam} staat niet meer op de lijst."
    tell(request, done or f"{one.naam} staat nog op de lijst.", sent)
    return _to_people(request, meeting)


def uitnodiging_antwoord(request: LeaRequest, nummer: int) -> HttpResponse:
    """Keep whether the actor comes."""
    answer = request.POST.get("komt", "")
    if answer in ANTWOORDEN:
        answer_uitnodiging(request.actor, int(nummer), Aanwezigheid(answer))
        messages.success(request, ANTWOORDEN[answer])
    return redirect("vergadering", request.werkruimte.slug, nummer)


def gastlink_nieuw(request: LeaRequest, nummer: int) -> HttpResponse:
    """Ask for whom a link is; sent, it is shown this once."""
    meeting = find_vergadering(request.actor, Verb.WIJZIGEN, int(nummer))
    form = GastlinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        made = form.try_to(
            lambda: make_gastlink(request.actor, meeting.pk, typed["voor"], typed["dagen"])
        )
        if made is not None:
            return _shown_once(request, meeting, made)
    way = of_meeting(request, meeting, "Link voor een gast")
    uitleg = "Wie de link heeft, leest de agenda en de gedeelde stukken. Interne punten niet."
    return form_page(request, form, "Maak een link voor een gast", way, inleiding=uitleg)


def gastlink_intrekken(request: LeaRequest, nummer: int, link: int) -> HttpResponse:
    """Take the link of a guest back."""
    try:
        gone = revoke_gastlink(request.actor, int(nummer), int(link))
    except BadInput as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"De link voor {gone.voor} werkt niet meer.")
    return redirect("vergadering", request.werkruimte.slug, nummer)


def _find(meeting: Vergadering, nummer: int) -> Deelnemer:
    found = Deelnemer.objects.of(meeting.pk).filter(pk=nummer).first()
    if found is None:
        raise NotFound("Deze deelnemer is er niet.")
    return found


def _form(request: LeaRequest, one: Deelnemer | None, *, bound: bool = True) -> DeelnemerForm:
    initial: dict[str, object] = {
        "mandaat": str(Mandaat.ZONDER),
        "aanwezigheid": str(Aanwezigheid.ONBEKEND),
    }
    if one is not None:
        same = ("naam", "email", "mandaat", "aanwezigheid", "versie")
        initial = {name: getattr(one, name) for name in same}
        initial |= {"partij": one.partij.code if one.partij else "", "lid": str(one.lid_id or "")}
    keuzes = {"partij": partijen(request, "Geen: een gast"), "lid": leden(request)}
    data = request.POST if bound and request.method == "POST" else None
    return DeelnemerForm(data, keuzes=keuzes, initial=initial)


def _to_people(request: LeaRequest, meeting: Vergadering) -> HttpResponse:
    answer = redirect("vergadering", request.werkruimte.slug, meeting.pk)
    answer["Location"] += "#deelnemers"
    return answer


def _shown_once(request: LeaRequest, meeting: Vergadering, made: Gemaakt) -> HttpResponse:
    """Return the new link. Not by way of another page: then it would be kept until then."""
    shown = {
        "gemaakt": made,
        "vergadering": meeting,
        "kruimels": of_meeting(request, meeting, "Link voor een gast"),
    }
    answer = render(request, "overleg/gastlink.html", shown)
    answer["Cache-Control"] = "no-store"
    return answer
