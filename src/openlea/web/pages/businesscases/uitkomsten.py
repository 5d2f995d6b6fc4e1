"""The outcomes that were kept of a business case, and two of them beside each other."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.businesscase.vinden import find_case, seen_outcomes
from openlea.services.describe_businesscase import describe_businesscase
from openlea.services.keep_caseuitkomst import keep_caseuitkomst
from openlea.storage.records.models import Caseuitkomst
from openlea.web.pages.businesscases.blad import show
from openlea.web.pages.businesscases.forms import UitkomstForm
from openlea.web.pages.businesscases.kader import REFUSED, crumbs
from openlea.web.route import LeaRequest
from openlea.web.templatetags.notatie import getal

VELDEN = (
    *(("laag", "Laag"), ("midden", "Midden"), ("hoog", "Hoog"), ("eenheid", "Eenheid")),
    *(("verdeling", "Verdeling"), ("bron", "Bron"), ("eigenaar", "Eigenaar")),
)
GEEN = "ontbreekt"


def uitkomsten(request: LeaRequest, nummer: str) -> HttpResponse:
    """Return the outcomes that were kept, or keep the one of now."""
    if request.method == "POST":
        return _keep(request, int(nummer))
    record = find_case(request.actor, Verb.ZIEN, int(nummer))
    shown = {
        "record": record,
        "regels": Caseuitkomst.objects.of(record.pk),
        "mag_wijzigen": request.actor.scope(Noun.BUSINESSCASE, Verb.WIJZIGEN) is Scope.ALLES,
        "kruimels": crumbs(request, "Bewaarde uitkomsten", record),
    }
    return render(request, "businesscases/uitkomsten.html", shown)


def _keep(request: LeaRequest, nummer: int) -> HttpResponse:
    form = UitkomstForm(request.POST)
    if form.is_valid():
        naam = form.cleaned_data["naam"]
        kept = form.try_to(lambda: keep_caseuitkomst(request.actor, nummer, naam))
        if kept is not None:
            messages.success(request, f"Bewaard: {kept.naam}. Deze uitkomst verandert niet meer.")
            return redirect("businesscase_uitkomsten", request.werkruimte.slug, nummer)
    return show(request, describe_businesscase(request.actor, nummer), form, REFUSED)


def vergelijk(request: LeaRequest) -> HttpResponse:
    """Return two kept outcomes beside each other, with what was assumed otherwise."""
    every = seen_outcomes(request.actor)
    by_id = {str(one.pk): one for one in every}
    een, ander = (by_id.get(request.GET.get(key, "")) for key in ("a", "b"))
    shown: dict[str, Any] = {
        "keuze": every,
        "een": een,
        "ander": ander,
        "kruimels": crumbs(request, "Vergelijk uitkomsten"),
    }
    if een is not None and ander is not None:
        shown |= {
            "kassen": list(_purses(een.uitkomst, ander.uitkomst)),
            "verschillen": list(_differences(een.inhoud, ander.inhoud)),
            "andere_posten": een.inhoud.get("post") != ander.inhoud.get("post"),
        }
    return render(request, "businesscases/vergelijk.html", shown)


def _purses(
    een: Mapping[str, Any], ander: Mapping[str, Any]
) -> Iterator[tuple[str, int | None, int | None]]:
    """Yield what each budget gains in the one and in the other; None where it has no part."""
    first, second = ({one["naam"]: one for one in told["kassen"]} for told in (een, ander))
    for naam in {**first, **second}:
        yield naam, _worth(first.get(naam)), _worth(second.get(naam))


def _worth(kas: Mapping[str, Any] | None) -> int | None:
    return None if kas is None else kas["netto_contante_waarde"]["midden"]


def _differences(
    een: Mapping[str, Any], ander: Mapping[str, Any]
) -> Iterator[tuple[str, str, str, str]]:
    """Yield the name of an assumption, what of it differs, and both values."""
    first, second = ({one["id"]: one for one in told["aanname"]} for told in (een, ander))
    for ident in {**first, **second}:
        mine, other = first.get(ident), second.get(ident)
        if mine is None or other is None:
            naam = (mine or other or {}).get("naam", ident)
            yield naam, "Staat erin", *("nee" if one is None else "ja" for one in (mine, other))
            continue
        for key, label in VELDEN:
            if mine[key] != other[key]:
                yield other["naam"], label, _told(mine[key]), _told(other[key])


def _told(value: object) -> str:
    return getal(value) if isinstance(value, int | float) else str(value or GEEN)
