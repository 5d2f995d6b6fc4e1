"""Who steers: four questions, a suggestion with its reasons, and what the group itself chooses."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.catalogue.samenwerkingskast import open_sturingstabel
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput
from openlea.core.samenwerking import Sturingsvorm
from openlea.core.sturingstabel import Sturingstabel, Sturingsvraag
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.policy.sturing import Sturingsadvies, suggest_sturing
from openlea.services.describe_samenwerking import describe_samenwerking
from openlea.services.keep_sturingskeuze import keep_sturingskeuze
from openlea.storage.records.models import Overlegreeks
from openlea.storage.records.scope_overleg import reeksen_within
from openlea.web.route import LeaRequest

REFUSED = 422


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraagbeeld:
    """A question with the answer that was given and what is wrong with it."""

    vraag: Sturingsvraag
    gekozen: str
    fout: str


def samenwerking_sturing(request: LeaRequest) -> HttpResponse:
    """Show the questions, and with answers the suggestion; sent, answers and choice are kept."""
    tabel = open_sturingstabel(find_roots(settings.CATALOGUE))
    told = request.POST if request.method == "POST" else request.GET
    answers = {one.id: told.get(one.id, "") for one in tabel.vragen}
    advies, faults = _suggest(tabel, answers)
    if request.method == "POST" and advies is not None:
        try:
            kept = keep_sturingskeuze(
                request.actor,
                answers,
                timezone.localdate(),
                reeks=_number(told.get("reeks", "")),
                gekozen=_form_of(told.get("gekozen", "")),
                waarom=told.get("waarom", "")[:2000],
            )
        except BadInput as refused:
            faults = {fout.cel: fout.reden for fout in refused.fouten}
        else:
            chosen = "Jullie keuze" if kept.gekozen else "De suggestie"
            messages.success(request, f"{chosen} is bewaard.")
            return redirect("samenwerking_sturing", request.werkruimte.slug)
    return _page(request, tabel, answers, advies, faults)


def _suggest(
    tabel: Sturingstabel, answers: Mapping[str, str]
) -> tuple[Sturingsadvies | None, dict[str, str]]:
    """Return the suggestion, or what lacks; nothing lacks as long as nothing was answered."""
    if not any(answers.values()):
        return None, {}
    try:
        return suggest_sturing(tabel, answers), {}
    except BadInput as refused:
        return None, {fout.cel: fout.reden for fout in refused.fouten}


def _form_of(word: str) -> Sturingsvorm | None:
    return Sturingsvorm(word) if word in list(Sturingsvorm) else None


def _number(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdigit() and len(word) < len("1" * 10) else None


def _page(
    request: LeaRequest,
    tabel: Sturingstabel,
    answers: Mapping[str, str],
    advies: Sturingsadvies | None,
    faults: Mapping[str, str],
) -> HttpResponse:
    slug = request.werkruimte.slug
    told = request.POST if request.method == "POST" else request.GET
    context = {
        "tabel": tabel,
        "vragen": [
            Vraagbeeld(vraag=one, gekozen=answers[one.id], fout=faults.get(one.id, ""))
            for one in tabel.vragen
        ],
        "advies": advies,
        "antwoorden": answers,
        "fouten": faults,
        "vormen": tabel.vormen,
        "groepen": _groups(request),
        "gekozen": told.get("gekozen", ""),
        "reeks": told.get("reeks", ""),
        "waarom": told.get("waarom", ""),
        "eerder": describe_samenwerking(request.actor).sturing,
        "mag_bewaren": bool(_groups(request)),
        "kruimels": [
            {"naam": "Samenwerking", "url": reverse("samenwerking", args=[slug])},
            {"naam": "Wie stuurt?"},
        ],
    }
    status = REFUSED if request.method == "POST" else None
    return render(request, "samenwerking/sturing.html", context, status=status)


def _groups(request: LeaRequest) -> list[tuple[str, str]]:
    """Return for which groups one may keep an answer: all parties, or the series one leads."""
    actor, today = request.actor, timezone.localdate()
    if not actor.may(Noun.SAMENWERKING, Verb.WIJZIGEN):
        return []
    scope = actor.scope(Noun.OVERLEG, Verb.WIJZIGEN)
    every = Overlegreeks.objects.of(actor.werkruimte).running(today)
    own = reeksen_within(every, scope, actor, today)
    found = [(str(one.pk), one.naam) for one in own]
    everybody = actor.scope(Noun.SAMENWERKING, Verb.WIJZIGEN) is Scope.ALLES
    return [*([("", "Alle partijen samen")] if everybody else []), *found]
