"""The register of duties: everything that the law asks on a day, by field of policy."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openlea.core.plicht import Aard, Houder
from openlea.policy.beleidsveld import Beleidsveld, beleidsveld, in_order
from openlea.policy.controlestand import Zekerheid
from openlea.policy.plichtvraag import Plichtvraag
from openlea.policy.rechten import Noun, Verb
from openlea.services.describe_plichten import describe_plichten
from openlea.services.plichten.plicht_op_dag import Plichtenlijst, PlichtOpDag
from openlea.web.pages.taken.filters import Wetfilter, chips, clean_of
from openlea.web.route import LeaRequest


@dataclass(frozen=True, slots=True)
class Veldlijst:
    """The duties of one field of policy."""

    veld: Beleidsveld
    regels: tuple[PlichtOpDag, ...]


def wet(request: LeaRequest) -> HttpResponse:
    """Return the duties of a day, as far as the address asks."""
    today = timezone.localdate()
    velden = {one.plicht.veld for one in describe_plichten(today, today).plichten}
    form = Wetfilter(request.GET, velden)
    chosen = clean_of(form)
    op: date = chosen.get("op", today)
    lijst = describe_plichten(op, today, _question(chosen))
    context = {
        "formulier": form,
        "gekozen": list(chips(form, request.GET, chosen)),
        "lijst": lijst,
        "velden": list(_by_field(lijst.plichten)),
        "zeker": sum(one.stand.is_sure for one in lijst.plichten),
        "op": op,
        "is_vandaag": op == today,
        "fouten": _own_faults(request, lijst),
    }
    return render(request, "taken/wet.html", context)


def _question(chosen: dict[str, Any]) -> Plichtvraag:
    return Plichtvraag(
        veld=chosen.get("veld", ""),
        houder=Houder(chosen["houder"]) if "houder" in chosen else None,
        aard=Aard(chosen["aard"]) if "aard" in chosen else None,
        zekerheid=Zekerheid(chosen["zeker"]) if "zeker" in chosen else None,
        zoek=chosen.get("q", ""),
    )


def _by_field(regels: Sequence[PlichtOpDag]) -> Iterator[Veldlijst]:
    for veld in in_order(one.plicht.veld for one in regels):
        some = tuple(one for one in regels if one.plicht.veld == veld)
        yield Veldlijst(beleidsveld(veld), some)


def _own_faults(request: LeaRequest, lijst: Plichtenlijst) -> list[str]:
    """Return which own files are wrong, for who may mend them; never where they lie."""
    if not request.actor.may(Noun.BRON, Verb.WIJZIGEN):
        return []
    return [f"{file.parent.parent.name}/duties/{file.name}" for file in lijst.fouten]
