"""Open a round, and hand out its links: each is shown once, with a text for the mail beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openlea.core.errors import NotFound
from openlea.core.raadpleging import RaadplegingStaat
from openlea.policy.rechten import Verb
from openlea.services.find_raadpleging import find_raadpleging
from openlea.services.make_raadpleeglink import make_raadpleeglink
from openlea.services.open_raadpleging import open_raadpleging
from openlea.services.revoke_raadpleeglink import revoke_raadpleeglink
from openlea.storage.records.models import Raadpleeggroep, Raadpleging
from openlea.web.pages.raadplegen.wijzigen import crumbs
from openlea.web.route import LeaRequest


@dataclass(frozen=True, slots=True)
class Verstuurlink:
    """The new link of a group, with the text of a mail."""

    groep: Raadpleeggroep
    adres: str
    mail: str


def raadpleging_openen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Open a concept and show the link of every group, this once."""
    raadpleging = open_raadpleging(request.actor, int(nummer))
    return _shown_once(request, raadpleging, list(raadpleging.groepen.all()))


def raadpleging_link(request: LeaRequest, nummer: int) -> HttpResponse:
    """Make a new link for one group and show it, or take its link back."""
    raadpleging = find_raadpleging(request.actor, Verb.WIJZIGEN, int(nummer))
    word = request.POST.get("groep", "")
    groep = next((one for one in raadpleging.groepen.all() if str(one.pk) == word), None)
    if groep is None:
        raise NotFound("Deze groep is er niet.")
    if "intrekken" not in request.POST:
        return _shown_once(request, raadpleging, [groep])
    revoke_raadpleeglink(request.actor, raadpleging.pk, groep.pk)
    messages.success(request, f"De link van {groep.naam} is ingetrokken. De antwoorden blijven.")
    return redirect("raadpleging", request.werkruimte.slug, raadpleging.pk)


def _shown_once(
    request: LeaRequest, raadpleging: Raadpleging, groepen: Sequence[Raadpleeggroep]
) -> HttpResponse:
    """Return the new links. Not by way of another page: then they would be kept until then."""
    links = [_link(request, raadpleging, groep) for groep in groepen]
    shown = {
        "raadpleging": raadpleging,
        "links": links,
        "kruimels": crumbs(request, raadpleging.titel),
        "is_open": raadpleging.staat == RaadplegingStaat.OPEN,
    }
    answer = render(request, "raadplegen/links.html", shown)
    answer["Cache-Control"] = "no-store"
    return answer


def _link(request: LeaRequest, raadpleging: Raadpleging, groep: Raadpleeggroep) -> Verstuurlink:
    adres = make_raadpleeglink(request.actor, raadpleging.pk, groep.pk)
    return Verstuurlink(groep, adres, _mail(raadpleging, adres))


def _mail(raadpleging: Raadpleging, adres: str) -> str:
    """Return the text of a mail that asks to answer."""
    day = raadpleging.sluit_op.strftime("%d-%m-%Y")
    why = f"{raadpleging.toelichting.strip()}\n\n" if raadpleging.toelichting.strip() else ""
    return (
        f"Beste allemaal,\n\n{why}"
        f"Wil je de vragen van '{raadpleging.titel}' invullen? Het kan tot en met {day}.\n\n"
        f"{adres}\n\n"
        "Je hebt geen account nodig en je antwoordt anoniem: er wordt geen naam, adres of tijd "
        "bewaard. Van minder dan vijf antwoorden wordt niets getoond.\n\n"
        "Stuur deze link niet door aan anderen."
    )
