"""What every page of a division shares: its head, its tabs, the way back, and refusals in words."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from openlea.core.errors import BadInput, Conflict, Fout
from openlea.core.notatie import euro
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.policy.verdeeluitleg import CENTS
from openlea.services.describe_verdeling import Verdelingblad, describe_verdeling
from openlea.storage.records.verdeling import VerdelingStaat
from openlea.web.route import LeaRequest
from openlea.web.templatetags.onderdelen import GOED, RUST, Beeld

T = TypeVar("T")
REFUSED = 422
MOST_TOLD = 20
OTHERS = (
    "Iemand anders heeft deze verdeling intussen gewijzigd. Kijk wat er nu staat en probeer het "
    "opnieuw."
)
STATEN = {
    VerdelingStaat.CONCEPT: Beeld("potlood", VerdelingStaat.CONCEPT.label, RUST),
    VerdelingStaat.BESLOTEN: Beeld("besluit", VerdelingStaat.BESLOTEN.label, GOED),
    VerdelingStaat.TOEGEKEND: Beeld("geld", VerdelingStaat.TOEGEKEND.label, GOED),
}


def frame(request: LeaRequest, blad: Verdelingblad, here: str, titel: str = "") -> dict[str, Any]:
    """Return what the head of a page of a division shows; `here` is the name of its route."""
    record = blad.record
    return {
        "blad": blad,
        "record": record,
        "staat": STATEN[VerdelingStaat(record.staat)],
        "budget": euro(record.budget * CENTS),
        "tabs": list(_tabs(request, blad, here)),
        "kruimels": crumbs(request, str(record), titel, record.pk),
        "fouten": told(blad.fouten),
    }


def _tabs(request: LeaRequest, blad: Verdelingblad, here: str) -> Iterator[dict[str, object]]:
    slug, nummer = request.werkruimte.slug, blad.record.pk
    concept, decided = blad.mag_wijzigen and not blad.is_besloten, blad.is_besloten
    subsidies = blad.mag_wijzigen and request.actor.scope(Noun.GELD, Verb.MAKEN) is Scope.ALLES
    shown = (
        ("verdeling_scholen", "Scholen", concept),
        ("verdeling_criteria", "Criteria", concept),
        ("verdeling", "Uitkomst", True),
        ("verdeling_varianten", "Varianten", blad.binnen and (concept or bool(blad.plain))),
        ("verdeling_besluit", "Besluit", concept),
        ("verdeling_subsidie", "Subsidie", decided and subsidies),
    )
    for route, naam, may in shown:
        if may:
            url = reverse(route, args=[slug, nummer])
            yield {"naam": naam, "url": url, "actief": route == here, "aantal": ""}


def crumbs(
    request: LeaRequest, naam: str, titel: str = "", nummer: int = 0
) -> list[dict[str, str]]:
    """Return the way to a page below the list of divisions."""
    slug = request.werkruimte.slug
    found = [
        {"naam": "Gelijke kansen", "url": reverse("kansen", args=[slug])},
        {"naam": "Verdelingen", "url": reverse("verdelingen", args=[slug])},
    ]
    if titel:
        return [
            *found,
            {"naam": naam, "url": reverse("verdeling", args=[slug, nummer])},
            {"naam": titel},
        ]
    return [*found, {"naam": naam}]


def told(fouten: tuple[Fout, ...]) -> list[str]:
    """Return the faults as lines; of very many the first, and how many there are more."""
    lines = [str(one) for one in fouten[:MOST_TOLD]]
    more = len(fouten) - MOST_TOLD
    return [*lines, f"En nog {more}."] if more > 0 else lines


def concept_of(request: LeaRequest, nummer: str) -> Verdelingblad | None:
    """Return a division that can be changed; None with a word why, when it was decided."""
    blad = describe_verdeling(request.actor, int(nummer))
    if blad.is_besloten:
        messages.info(request, "Over deze verdeling is besloten. Zij verandert niet meer.")
        return None
    return blad


def to_outcome(request: LeaRequest, nummer: int | str) -> HttpResponse:
    """Go to the outcome of a division."""
    return redirect("verdeling", request.werkruimte.slug, nummer)


def attempt(request: LeaRequest, verb: Callable[[], T], gelukt: str = "") -> T | None:
    """Return what a verb returns; None with its refusal as a message."""
    try:
        made = verb()
    except BadInput as refused:
        messages.error(request, " ".join(told(refused.fouten)))
    except Conflict as refused:
        messages.error(request, str(refused) or OTHERS)
    else:
        if gelukt:
            messages.success(request, gelukt)
        return made
    return None


def seen_version(request: LeaRequest) -> int:
    """Return the version of the record that stood on the page; 0 for what is no number."""
    typed = request.POST.get("versie", "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else 0  # noqa: PLR2004
