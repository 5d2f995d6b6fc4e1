"""The transitions: all seven on one track, and one in detail."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from openlea.core.errors import NotAllowed
from openlea.core.overgang import Overgang
from openlea.policy.overgangtekst import remarks
from openlea.policy.rechten import Noun, Verb
from openlea.services.describe_overgangen import Overgangen, describe_overgangen
from openlea.services.find_tellingen import NIET, SEES
from openlea.services.overgangen.delen import by_group, by_school, followed, reconsidered
from openlea.services.overgangen.plichten import duties_of
from openlea.storage.warehouse.educatietabel import BRON, Educatie, read_educatie
from openlea.storage.warehouse.warehouse import open_warehouse
from openlea.web.pages.overgangen.spoor import haltes
from openlea.web.pages.overgangen.tabellen import (
    aftercare_rows,
    group_rows,
    moment_rows,
    school_rows,
    trend_rows,
)
from openlea.web.route import LeaRequest

MBO = (Overgang.VO_MBO, Overgang.MBO_WERK)


def overgangen(request: LeaRequest) -> HttpResponse:
    """Return the seven transitions on one track."""
    found = _seen(request)
    told = [(one.kaart, one.stand) for one in found.beelden]
    shown = {
        "haltes": haltes(request, found.beelden),
        "valt_op": remarks(told),
        "kruimels": _crumbs(request, "Overgangen"),
        "mag_aanleveren": request.actor.may(Noun.REGISTRATIE, Verb.MAKEN),
    }
    return render(request, "overgangen/overgangen.html", shown)


def overgang(request: LeaRequest, naam: str) -> HttpResponse:
    """Return one transition: its number, what lies under it, and who answers for it."""
    if naam not in {str(one) for one in Overgang}:
        raise Http404
    found = _seen(request)
    beeld = next(one for one in found.beelden if one.kaart.id == naam)
    shown = {
        "beeld": beeld,
        "halte": haltes(request, [beeld])[0],
        "trend": trend_rows(beeld),
        "plichten": duties_of(beeld.kaart) if request.actor.may(Noun.TAAK, Verb.ZIEN) else [],
        "kruimels": _crumbs(request, beeld.kaart.id.label),
        "mag_aanleveren": request.actor.may(Noun.REGISTRATIE, Verb.MAKEN),
        "registratie": "uitstroom" if naam.endswith("werk") else "overdracht",
        "bron_educatie": BRON,
        "mag_inlezen": request.actor.may(Noun.BRON, Verb.MAKEN),
        "educatie": _education(request, beeld.kaart.id),
        **_parts(found, beeld.kaart.id),
    }
    return render(request, "overgangen/overgang.html", shown)


def _parts(found: Overgangen, overgang: Overgang) -> dict[str, Any]:
    """Return the tables under a transition, of counts alone."""
    if found.staat is None or overgang is Overgang.BINNEN_VO:
        return {}
    return {
        "scholen": school_rows(by_school(found.staat, overgang)),
        "groepen": group_rows(by_group(found.staat)) if overgang is Overgang.PO_VO else (),
        "momenten": moment_rows(followed(found.staat, overgang)),
        "heroverweging": reconsidered(found.staat) if overgang is Overgang.PO_VO else None,
        "nazorg": aftercare_rows(found.staat) if overgang is Overgang.PRO_VSO_WERK else (),
    }


def _education(request: LeaRequest, overgang: Overgang) -> tuple[Educatie, ...] | None:
    """Return what mbo and gemeente gave, where a transition is about it."""
    if overgang not in MBO:
        return None
    return read_educatie(open_warehouse(), request.werkruimte.slug)


def _seen(request: LeaRequest) -> Overgangen:
    if request.actor.scope(Noun.TELLING, Verb.ZIEN) not in SEES:
        raise NotAllowed(NIET)
    return describe_overgangen(request.actor)


def _crumbs(request: LeaRequest, last: str) -> list[dict[str, str]]:
    slug = request.werkruimte.slug
    way = [{"naam": "0-23 jaar", "url": reverse("loopbaan", args=[slug])}]
    if last != "Overgangen":
        way.append({"naam": "Overgangen", "url": reverse("overgangen", args=[slug])})
    return [*way, {"naam": last}]
