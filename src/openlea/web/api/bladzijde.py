"""The page of the interface for people: what can be asked, and how."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from openlea.web.api.openapi import document
from openlea.web.api.operatie import Operatie
from openlea.web.api.operaties import OPERATIES
from openlea.web.api.probleem import TITELS, UITLEG
from openlea.web.api.versie import BEGIN, VERSIE


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """One part of a question: where it goes, what it is and whether it must be there."""

    naam: str
    uitleg: str
    in_pad: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """An operation as the page shows it."""

    operatie: Operatie
    pad: str
    uitleg: SafeString
    delen: tuple[Deel, ...]
    voorbeeld: str


def bladzijde(request: HttpRequest) -> HttpResponse:
    """Return the page; without its last slash it's the same address."""
    if not request.path.endswith("/"):
        return HttpResponsePermanentRedirect(f"{request.path}/")
    groups: dict[str, list[Blad]] = {}
    for one in OPERATIES:
        groups.setdefault(one.onderwerp, []).append(_sheet(one))
    shown = {
        "groepen": groups,
        "versie": VERSIE,
        "adres": f"{settings.ADRES}/{BEGIN}",
        "tempo": settings.API_TEMPO,
        "fouten": [(code, titel, _with_code(UITLEG[code])) for code, titel in TITELS.items()],
    }
    answer = render(request, "api/bladzijde.html", shown)
    answer.headers["API-Version"] = VERSIE
    return answer


def _sheet(operatie: Operatie) -> Blad:
    path = "/" + operatie.pad.replace("{path:", "{")
    told: dict[str, Any] = document()["paths"][path]["get"]
    return Blad(
        operatie=operatie,
        pad=path,
        uitleg=_with_code(told.get("description", "")),
        delen=tuple(_part(one) for one in told["parameters"]),
        voorbeeld=f"/{BEGIN}{example_path(operatie)}",
    )


def _with_code(text: str) -> SafeString:
    """Return a sentence in which what stands between backticks is shown as code."""
    shown = re.sub("`([^`]+)`", r'<code class="ol-code">\1</code>', escape(text))
    return mark_safe(shown)  # noqa: S308 - escaped, then marked


def _part(parameter: dict[str, Any]) -> Deel:
    return Deel(
        naam=parameter["name"],
        uitleg=parameter.get("description", ""),
        in_pad=parameter["in"] == "path",
    )


def example_path(operatie: Operatie) -> str:
    """Return a path with which an operation can be tried, below the root of the interface."""
    path = operatie.pad.replace("{path:", "{").format(**operatie.voorbeeld)
    return f"/{path}?{urlencode(operatie.vraag)}" if operatie.vraag else f"/{path}"
