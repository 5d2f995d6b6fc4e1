"""Who may do what: first the own role in plain words, then any role, two beside each other."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from openlea.policy.rechten import LidRol, Noun
from openlea.policy.rechtentekst import LEEST_NU, Cel, cellen, uitleg, verschillen
from openlea.web.actor import reads_everything
from openlea.web.pages.bekijken.forms import WieMag
from openlea.web.route import LeaRequest


@dataclass(frozen=True, slots=True)
class Rij:
    """One line of a table: of a role or of a noun, with its cells; `jij` is the own role."""

    naam: str
    cellen: tuple[tuple[str, Cel], ...]
    jij: bool = False


def wie_mag_wat(request: LeaRequest) -> HttpResponse:
    """Show what the asked role may; with a second role what differs; with a noun who may what."""
    eigen = request.actor.bekijkt_als or request.actor.rol
    form = WieMag(request.GET.dict(), eigen)
    asked = form.cleaned_data if form.is_valid() else {}
    rol = LidRol(asked.get("rol") or eigen)
    met = LidRol(asked["met"]) if asked.get("met") else None
    over = Noun(asked["over"]) if asked.get("over") else None
    context = {
        "formulier": form,
        "gevraagd": form.is_bound,
        "eigen_rol": eigen,
        "rol": rol,
        "met": met if met is not rol else None,
        "over": over,
        "uitleg": uitleg(rol),
        "leest_nu": rol in LEEST_NU,
        "rijen": _of_noun(over, eigen) if over else (_beside(rol, met) if met else ()),
        "gelijk": len(Noun) - len(verschillen(rol, met)) if met else 0,
        "mag_kiezen": reads_everything(request.actor),
    }
    return render(request, "bekijken/wie_mag_wat.html", context)


def _of_noun(noun: Noun, eigen: LidRol) -> tuple[Rij, ...]:
    return tuple(
        Rij(rol.label, tuple((cel.verb.label, cel) for cel in cellen(rol, noun)), rol is eigen)
        for rol in LidRol
    )


def _beside(rol: LidRol, met: LidRol) -> tuple[Rij, ...]:
    """Return per noun that differs the rights that differ, of the one and of the other."""
    return tuple(
        Rij(f"{noun.label[0].upper()}{noun.label[1:]}: {een.verb.label}",
            ((rol.label, een), (met.label, ander)))
        for noun in verschillen(rol, met)
        for een, ander in zip(cellen(rol, noun), cellen(met, noun), strict=True)
        if een != ander
    )  # fmt: skip
