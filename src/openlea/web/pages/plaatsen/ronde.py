"""A round of placement in five steps, each with what is done, by whom, and the one that is next."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.errors import BadInput, Conflict, NotFound
from openlea.services.describe_ronde import Rondebeeld, describe_ronde
from openlea.services.draw_ronde import WERK, draw_ronde
from openlea.services.drop_ronde import drop_ronde
from openlea.services.fasten_ronde import fasten_ronde
from openlea.services.fill_ronde import AANTAL, fill_ronde
from openlea.services.plaats.dagtekst import LONGEST
from openlea.services.plaats.regelzinnen import rule_sentences
from openlea.services.publish_ronde import publish_ronde
from openlea.services.withdraw_vastlegging import withdraw_vastlegging
from openlea.storage.records.models import Werk
from openlea.web.pages.plaatsen.gevonden import crumbs
from openlea.web.pages.plaatsen.stappen import steps_of
from openlea.web.pages.werk.stand import work_stand
from openlea.web.route import LeaRequest

REFUSED = 422
MOST_TOLD = 20


def plaatsingsronde(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return the round with its steps."""
    return _page(request, describe_ronde(request.actor, nummer))


def plaatsing_voorbeeld(request: LeaRequest, nummer: int) -> HttpResponse:
    """Fill the round with made-up children."""
    gelukt = f"Er staan {AANTAL} verzonnen kinderen in, op de echte scholen. Kijk rond en leg vast."
    seen = seen_version(request)
    return _done(request, nummer, lambda: fill_ronde(request.actor, nummer, seen), gelukt)


def plaatsing_vastleggen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Promise who takes part."""
    gelukt = "Vastgelegd. Maak de vastlegging nu openbaar, vóór de loting."
    seen = seen_version(request)
    return _done(request, nummer, lambda: fasten_ronde(request.actor, nummer, versie=seen), gelukt)


def plaatsing_intrekken(request: LeaRequest, nummer: int) -> HttpResponse:
    """Take the promise back, with a reason."""
    reden, seen = request.POST.get("reden", ""), seen_version(request)
    return _done(
        request,
        nummer,
        lambda: withdraw_vastlegging(request.actor, nummer, reden, versie=seen),
        "De vastlegging is ingetrokken. De reden staat bij de ronde.",
        veld="reden",
    )


def plaatsing_loten(request: LeaRequest, nummer: int) -> HttpResponse:
    """Enter the text of the day, and have the children drawn and placed."""
    zaad, seen = request.POST.get("zaad", ""), seen_version(request)
    return _done(
        request,
        nummer,
        lambda: draw_ronde(request.actor, nummer, zaad, versie=seen),
        "",
        veld="zaad",
    )


def plaatsing_bekendmaken(request: LeaRequest, nummer: int) -> HttpResponse:
    """Let everybody see the promise, or the outcome."""
    seen = seen_version(request)
    return _done(
        request,
        nummer,
        lambda: publish_ronde(request.actor, nummer, versie=seen),
        "Iedereen kan dit nu zien en narekenen.",
    )


def plaatsing_weg(request: LeaRequest, nummer: int) -> HttpResponse:
    """Throw the round away, with all that was kept of its children."""
    try:
        drop_ronde(request.actor, nummer)
    except Conflict as refused:
        messages.error(request, str(refused))
        return redirect("plaatsingsronde", request.werkruimte.slug, nummer)
    messages.success(request, "De ronde is verwijderd. Gegevens over kinderen zijn gewist.")
    return redirect("plaatsen", request.werkruimte.slug)


def seen_version(request: LeaRequest) -> int:
    """Return the version of the record that stood on the page; 0 for what is no number."""
    typed = request.POST.get("versie", "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else 0  # noqa: PLR2004


def told(refused: BadInput) -> list[str]:
    """Return the faults as lines; of very many the first, and how many there are more."""
    lines = [str(one) if one.blad else one.reden for one in refused.fouten[:MOST_TOLD]]
    more = len(refused.fouten) - MOST_TOLD
    return [*lines, f"En nog {more}."] if more > 0 else lines


def _done(
    request: LeaRequest, nummer: int, verb: Callable[[], object], gelukt: str, veld: str = ""
) -> HttpResponse:
    """Do it and go back to the round; refused, the round is shown with why and what was typed."""
    try:
        verb()
    except BadInput as refused:
        extra = {"fouten": told(refused), "fout_bij": veld, "getypt": request.POST.get(veld, "")}
        return _page(request, describe_ronde(request.actor, nummer), extra)
    except NotFound as refused:
        describe_ronde(request.actor, nummer)  # a round that isn't there is missing like any
        messages.error(request, str(refused))
    except Conflict as refused:
        messages.error(request, str(refused))
    else:
        if gelukt:
            messages.success(request, gelukt)
    return redirect("plaatsingsronde", request.werkruimte.slug, nummer)


def _page(
    request: LeaRequest, beeld: Rondebeeld, extra: dict[str, Any] | None = None
) -> HttpResponse:
    slug, ronde = request.werkruimte.slug, beeld.ronde
    work = None
    if beeld.mag_plaatsen and ronde.zaad:
        asked = Werk.objects.of(request.werkruimte.pk).filter(soort=WERK)
        work = asked.filter(argumenten__ronde=ronde.pk).first()
    way = crumbs(request, ronde, "")[:-1]
    way[-1] = {"naam": ronde.naam}
    shown = {
        "beeld": beeld,
        "ronde": ronde,
        "stappen": steps_of(beeld),
        "regelzinnen": list(rule_sentences(beeld.regels)) if beeld.regels else [],
        "werk": work_stand(work, slug) if work else None,
        "loopt": work is not None and work.is_underway,
        "langste": LONGEST,
        "terug": reverse("plaatsen", args=[slug]),
        "kruimels": way,
        **(extra or {}),
    }
    status = REFUSED if extra else None
    return render(request, "plaatsen/ronde.html", shown, status=status)
