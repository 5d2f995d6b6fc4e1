"""How one applies at each school: beside each other, what they share, what is missing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.errors import BadInput
from openlea.policy.aanmeldvergelijking import Mate
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.policy.schooljaar import year_before
from openlea.policy.schrijfwijze import count, listing
from openlea.services.aanmelden.wet import law_of_applying
from openlea.services.ask_aanmeldbeleid import ask_aanmeldbeleid
from openlea.services.copy_aanmeldbeleid import copy_aanmeldbeleid
from openlea.services.describe_aanmeldbeleid import Aanmeldblad, describe_aanmeldbeleid
from openlea.services.rondvraag.besturen import Gevraagd
from openlea.web.pages.aanmelden.forms import Aanmeldfilter, asked
from openlea.web.route import LeaRequest

KIEST = ("pc4", "denominatie", "voorrang")
TOLD = 8
"""So many names stand in one message."""


def aanmeldbeleid(request: LeaRequest) -> HttpResponse:
    """Return the page of a school year."""
    today = timezone.localdate()
    blad = describe_aanmeldbeleid(request.actor, asked(request.GET), today)
    form = Aanmeldfilter(request.GET, blad)
    form.is_valid()
    adres = reverse("aanmeldbeleid", args=[request.werkruimte.slug])
    context = {
        "blad": blad,
        "kruimels": [
            {"naam": "Kansen", "url": reverse("kansen", args=[request.werkruimte.slug])},
            {"naam": "Aanmelden", "url": ""},
        ],
        "formulier": form,
        "adres": adres,
        "wis_url": f"{adres}?schooljaar={blad.schooljaar}",
        "actief": _chosen(request, form, adres),
        "vraag": request.GET.urlencode(),
        "gedeeld": _by_degree(blad),
        "wet": law_of_applying(today),
        "vorig": year_before(blad.schooljaar),
        "mag_maken": request.actor.may(Noun.AANMELDBELEID, Verb.MAKEN),
        "mag_alles": request.actor.scope(Noun.AANMELDBELEID, Verb.MAKEN) is Scope.ALLES,
        "mag_vragen": request.actor.scope(Noun.VERZOEK, Verb.MAKEN) is Scope.ALLES,
        "mag_wet": request.actor.may(Noun.TAAK, Verb.ZIEN),
    }
    return render(request, "aanmelden/aanmelden.html", context)


def overnemen(request: LeaRequest) -> HttpResponse:
    """Take over the rules of last year for every school that is empty, and say how many."""
    jaar = request.POST.get("schooljaar", "")
    try:
        made = copy_aanmeldbeleid(request.actor, jaar)
    except BadInput as refused:
        messages.warning(request, str(refused))
    else:
        wat = count(made, "school is", "scholen zijn")
        messages.success(
            request, f"{wat} overgenomen. Dagen en plaatsen zijn leeg: lees ze na bij de school."
        )
    return _back(request, jaar)


def vragen(request: LeaRequest) -> HttpResponse:
    """Ask the boards for what is missing, and say who was asked and who can't be."""
    jaar = request.POST.get("schooljaar", "")
    try:
        found = ask_aanmeldbeleid(request.actor, jaar, timezone.localdate())
    except BadInput as refused:
        messages.warning(request, str(refused))
    else:
        _tell(request, found)
    return _back(request, jaar)


def _tell(request: HttpRequest, found: Gevraagd) -> None:
    if found.nu:
        messages.success(request, f"Gevraagd aan {_named(found.nu)}.")
    if found.eerder:
        messages.info(request, f"Eerder gevraagd aan {_named(found.eerder)}.")
    if found.zonder_lid:
        messages.warning(
            request,
            f"Niet gevraagd aan {_named(found.zonder_lid)}: daar doet nog niemand mee. "
            "Nodig eerst iemand uit bij Mensen.",
        )
    if not (found.nu or found.eerder or found.zonder_lid):
        messages.info(request, "Elke school is ingevuld. Er is niets te vragen.")


def _named(namen: tuple[str, ...]) -> str:
    more = len(namen) - TOLD
    return listing(namen) if more <= 1 else listing([*namen[:TOLD], f"{more} andere"])


def _back(request: LeaRequest, jaar: str) -> HttpResponse:
    adres = reverse("aanmeldbeleid", args=[request.werkruimte.slug])
    known = jaar if jaar.replace("-", "").isdigit() else ""
    return redirect(f"{adres}?schooljaar={known}" if known else adres)


def _by_degree(blad: Aanmeldblad) -> list[tuple[Mate, list[object]]]:
    """Return the questions by how far they are shared; a degree without any is left out."""
    found = [(mate, [one for one in blad.gedeeld if one.mate is mate]) for mate in Mate]
    return [(mate, list(some)) for mate, some in found if some]


def _chosen(request: HttpRequest, form: Aanmeldfilter, adres: str) -> list[dict[str, str]]:
    """Return what was chosen, each with the address without it."""
    found = []
    for veld in KIEST:
        value = form.cleaned_data.get(veld)
        if value:
            rest = request.GET.copy()
            rest.pop(veld, None)
            choices = dict(form.fields[veld].choices)  # type: ignore[attr-defined]
            found.append({"naam": str(choices[value]), "weg_url": f"{adres}?{rest.urlencode()}"})
    return found
