"""Put a theme on which the parties differ on the agenda of a consultation."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.policy.modelbeeld import tell_verschil
from openlea.policy.rechten import Noun, Verb
from openlea.services.add_agendapunt import Puntopzet
from openlea.services.describe_samenwerking import describe_samenwerking
from openlea.services.put_on_agenda import put_on_agenda
from openlea.storage.records.models import Overlegreeks
from openlea.storage.records.scope_overleg import reeksen_within
from openlea.web.route import LeaRequest


def samenwerking_agenderen(request: LeaRequest) -> HttpResponse:
    """Put the theme on the next agenda of a series, or in its backlog when no meeting comes."""
    beeld = describe_samenwerking(request.actor)
    thema = request.POST.get("thema", "")
    found = next((one for one in beeld.beelden if one.stand.thema == thema), None)
    word = request.POST.get("reeks", "")
    if found is None or not (word.isascii() and word.isdigit() and len(word) < len("1" * 10)):
        raise NotFound("Dit thema is er niet.")
    opzet = Puntopzet(
        titel=f"Hoe werken we samen: {found.titel}"[:200],
        toelichting=tell_verschil(found.stand),
        speerpunt=found.speerpunt,
    )
    punt = put_on_agenda(request.actor, int(word), opzet)
    where = punt.vergadering.titel if punt.vergadering else f"de wachtrij van {punt.reeks.naam}"
    messages.success(request, f"'{found.titel}' staat op de agenda van {where}.")
    return redirect("samenwerking", request.werkruimte.slug)


def meetings_to_choose(request: LeaRequest) -> list[tuple[int, str]]:
    """Return the series on whose agenda one may put something."""
    actor, today = request.actor, timezone.localdate()
    if not actor.may(Noun.OVERLEG, Verb.WIJZIGEN):
        return []
    every = Overlegreeks.objects.of(actor.werkruimte).running(today)
    found = reeksen_within(every, actor.scope(Noun.OVERLEG, Verb.WIJZIGEN), actor, today)
    return list(found.values_list("pk", "naam"))
