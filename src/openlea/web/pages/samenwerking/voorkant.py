"""The front of working together: who sees what per theme, where it differs, and what to do next."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from openlea.policy.modelbeeld import Modelwoord, tell_moved, tell_verschil
from openlea.policy.rechten import Noun, Verb
from openlea.services.describe_delingen import describe_delingen
from openlea.services.describe_samenwerking import (
    Samenwerkingsbeeld,
    Themabeeld,
    describe_samenwerking,
)
from openlea.web.pages.samenwerking.agenderen import meetings_to_choose
from openlea.web.pages.samenwerking.quickscan import last_scan
from openlea.web.route import LeaRequest

SAMEN = "Samen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A theme as a row: a cell per column (whose word, what it is, what it was before)."""

    beeld: Themabeeld
    cellen: tuple[tuple[str, Modelwoord | None, str], ...]
    verschil: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verder:
    """A place to go on from the front."""

    titel: str
    tekst: str
    url: str
    bovenkop: str


def samenwerking(request: LeaRequest) -> HttpResponse:
    """Return the front."""
    beeld = describe_samenwerking(request.actor)
    rijen = _rows(beeld)
    context = {
        "beeld": beeld,
        "kolommen": _columns(beeld),
        "rijen": rijen,
        "verschillen": [one for one in rijen if one.beeld.stand.is_verschil],
        "mag_zeggen": request.actor.may(Noun.SAMENWERKING, Verb.WIJZIGEN),
        "overleggen": meetings_to_choose(request),
        "scan": last_scan(request),
        "verder": [one for one in _further(request, beeld) if one],
        "wachtend": _waiting(request),
        "mag_beslissen": request.actor.may(Noun.DELING, Verb.WIJZIGEN),
    }
    return render(request, "samenwerking/samenwerking.html", context)


def _columns(beeld: Samenwerkingsbeeld) -> list[str]:
    """Return whose words stand in the table: that of all when there is one, then by name."""
    together = any(one.stand.samen for one in beeld.beelden)
    return [*([SAMEN] if together else []), *beeld.partijen]


def _rows(beeld: Samenwerkingsbeeld) -> list[Rij]:
    columns = _columns(beeld)
    return [
        Rij(
            beeld=one,
            cellen=tuple(_cell(one, wie) for wie in columns),
            verschil=tell_verschil(one.stand),
        )
        for one in beeld.beelden
    ]


def _cell(beeld: Themabeeld, wie: str) -> tuple[str, Modelwoord | None, str]:
    partij = "" if wie == SAMEN else wie
    return wie, beeld.word_of(partij), tell_moved(beeld.stand, partij)


def _waiting(request: LeaRequest) -> int:
    """Return how many other werkruimten ask an answer, for who may see sharings."""
    if not request.actor.may(Noun.DELING, Verb.ZIEN):
        return 0
    return len(describe_delingen(request.actor, timezone.localdate()).wachtend)


def _further(request: LeaRequest, beeld: Samenwerkingsbeeld) -> list[Verder | None]:
    """Return where one can go on; what the actor may not open, or is not there, is left out."""
    actor = request.actor
    sees_delen = actor.may(Noun.DELING, Verb.ZIEN)
    sees_vragen = actor.may(Noun.RAADPLEGING, Verb.ZIEN)
    steered = next((one.vorm.label for one in beeld.sturing if one.vorm), "Nog niet gekozen")
    return [
        _to(request, "samenwerking_sturing", "Wie stuurt?", f"Nu: {steered}", STURING),
        _to(request, "raadplegingen", "Quickscan", "Hoe gaat het?", SCAN) if sees_vragen else None,
        _to(request, "vier_stappen", "Begin een samenwerking", "Vier stappen", BEGIN),
        _to(request, "tips", "Tips voor de agenda", "Inclusiever onderwijs", TIPS),
        _to(request, "samen_leren", "Samen leren", "Routes naast elkaar", LEREN),
        _to(request, "delingen", "Delen", "Met een andere werkruimte", DELEN)
        if sees_delen
        else None,
    ]


STURING = "Vier vragen over jullie groep, en welke vorm daar het beste bij past."
SCAN = "Veertig stellingen over vertrouwen, visie, tijd, sturing en borging."
BEGIN = "Van elkaars belangen verkennen naar een agenda die ieder onderschrijft."
TIPS = "Veertien tips voor inclusiever onderwijs. Eén klik maakt er een actie van."
LEREN = "Hoever is ieder, per onderwerp? Zie wat een ander al deed."
DELEN = "Laat een andere gemeente of regio zien hoever jullie zijn. Alleen als beide ja zeggen."


def _to(request: LeaRequest, route: str, titel: str, bovenkop: str, tekst: str) -> Verder | None:
    try:
        url = reverse(route, args=[request.werkruimte.slug])
    except NoReverseMatch:
        return None
    return Verder(titel=titel, tekst=tekst, url=url, bovenkop=bovenkop)
