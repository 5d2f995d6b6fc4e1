"""The pages and files of one meeting: its dossier, minutes, decisions, and what each took on."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.policy.rechten import Actor
from openlea.services.describe_dossier import describe_dossier
from openlea.services.describe_partijlijst import describe_partijlijst
from openlea.services.describe_verslag import describe_verslag
from openlea.services.overleg.dossier import Dossierstuk
from openlea.services.overleg.verslag import Verslag
from openlea.services.papier.besluitenlijst import compose_besluitenlijst, told
from openlea.services.papier.dossier import compose_dossier
from openlea.services.papier.overlegkop import moment
from openlea.services.papier.partijlijst import compose_partijlijst
from openlea.services.papier.verslag import compose_verslag
from openlea.web.pages.stukken.kop import head_of
from openlea.web.pages.stukken.uitvoer import LIJSTEN, OM_TE_LEZEN, check_kind, send_stuk
from openlea.web.route import LeaRequest


def dossier(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return what lies ready for a meeting."""
    found = describe_dossier(request.actor, nummer, timezone.localdate())
    context = {
        **head_of(request, "dossier", nummer, found.titel),
        "dossier": found,
        "moment": moment(found.op, found.van, found.tot, found.plek),
    }
    return render(request, "stukken/dossier.html", context)


def dossier_uit(request: LeaRequest, nummer: int, formaat: str) -> HttpResponse:
    """Return the dossier as a file."""
    check_kind(formaat, OM_TE_LEZEN)
    today = timezone.localdate()
    found = describe_dossier(request.actor, nummer, today)

    def adres(stuk: Dossierstuk) -> str:
        path = reverse("document", args=[request.werkruimte.slug, stuk.nummer])
        return request.build_absolute_uri(path)

    return send_stuk(
        request, compose_dossier(found, request.werkruimte.naam, today, adres), formaat
    )


def verslag(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return the minutes of a meeting."""
    found = _minutes(request, nummer)
    context = {
        **head_of(request, "verslag", nummer, found.titel),
        "verslag": found,
        "moment": moment(found.op, found.van, found.tot, found.plek),
    }
    return render(request, "stukken/verslag.html", context)


def verslag_uit(request: LeaRequest, nummer: int, formaat: str) -> HttpResponse:
    """Return the minutes as a file."""
    check_kind(formaat, OM_TE_LEZEN)
    stuk = compose_verslag(_minutes(request, nummer), request.werkruimte.naam, timezone.localdate())
    return send_stuk(request, stuk, formaat)


def besluitenlijst(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return the decisions of a meeting; with ?openbaar=1 as everybody sees them."""
    found, openbaar = _decided(request, nummer)
    context = {
        **head_of(request, "besluitenlijst", nummer, found.titel),
        "verslag": found,
        "besluiten": [(punt, one, told(one)) for punt, one in found.besluiten],
        "moment": moment(found.op, found.van, found.tot, found.plek),
        "openbaar": openbaar,
        "kan_kiezen": request.actor.persoon is not None,
        "vraag": "?openbaar=1" if openbaar else "",
    }
    return render(request, "stukken/besluitenlijst.html", context)


def besluitenlijst_uit(request: LeaRequest, nummer: int, formaat: str) -> HttpResponse:
    """Return the decisions as a file; with ?openbaar=1 as everybody sees them."""
    check_kind(formaat, LIJSTEN)
    found, openbaar = _decided(request, nummer)
    stuk = compose_besluitenlijst(
        found, request.werkruimte.naam, timezone.localdate(), openbaar=openbaar
    )
    return send_stuk(request, stuk, formaat)


def partijlijst(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return what each partij took on."""
    found = describe_partijlijst(request.actor, nummer, timezone.localdate())
    context = {**head_of(request, "partijlijst", nummer, found.titel), "lijst": found}
    return render(request, "stukken/partijlijst.html", context)


def partijlijst_uit(request: LeaRequest, nummer: int, formaat: str) -> HttpResponse:
    """Return the list per partij as a file."""
    check_kind(formaat, LIJSTEN)
    today = timezone.localdate()
    found = describe_partijlijst(request.actor, nummer, today)
    return send_stuk(request, compose_partijlijst(found, request.werkruimte.naam, today), formaat)


def _minutes(request: LeaRequest, nummer: int) -> Verslag:
    """Return the minutes for who may read the lines; for others there are none."""
    found = describe_verslag(request.actor, nummer, timezone.localdate())
    if not found.leest_notities:
        raise NotFound("Dit verslag is er niet.")
    return found


def _decided(request: LeaRequest, nummer: int) -> tuple[Verslag, bool]:
    """Return the meeting with its decisions, and whether only with what is for everybody."""
    today = timezone.localdate()
    found = describe_verslag(request.actor, nummer, today)
    openbaar = bool(request.GET.get("openbaar")) or request.actor.persoon is None
    if not request.GET.get("openbaar"):
        return found, openbaar
    try:
        everybody = Actor(werkruimte=request.actor.werkruimte)
        return describe_verslag(everybody, nummer, today), True
    except NotFound as error:
        raise NotFound("Dit overleg is niet openbaar, dus er is geen openbare lijst.") from error
