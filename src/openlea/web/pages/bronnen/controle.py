"""The check on screen: where the file by age and the file by postcode contradict each other."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from openlea.core.errors import NotFound
from openlea.core.onthulling import Bereik
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.cijfertekst import bereik_tekst
from openlea.services.check_counts import LEEFTIJD, POSTCODE, Telcontrole, check_counts
from openlea.storage.warehouse.versie import LANDELIJK
from openlea.web.charts.figuur import Cel, Kolom, number_column
from openlea.web.pages.bronnen.stand import may_see_own
from openlea.web.pages.bronnen.views import as_csv, crumbs
from openlea.web.pages.cijfers.adres import profiel_adres
from openlea.web.route import LeaRequest

CSV = "controle-leerlingen"
KOLOMMEN = (
    Kolom("Vestiging"),
    Kolom("Naam"),
    Kolom("Gemeente"),
    Kolom("Soort"),
    number_column("Leeftijdbestand, laagste", decimals=0),
    number_column("Leeftijdbestand, hoogste", decimals=0),
    number_column("Postcodebestand, laagste", decimals=0),
    number_column("Postcodebestand, hoogste", decimals=0),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A school of which the files contradict each other; each range is of one file alone."""

    vestiging: str
    naam: str
    gemeente: str
    soort: str
    leeftijd: str
    postcode: str
    url: str


def vergelijking(request: LeaRequest) -> HttpResponse:
    """Return the check, or its contradictions as a file; when a file is missing, what to do."""
    laag = request.werkruimte.slug if may_see_own(request) else LANDELIJK
    context: dict[str, Any] = {"kruimels": crumbs(request, last="Controle van leerlingaantallen")}
    try:
        found = check_counts(laag)
    except NotFound as missing:
        return render(request, "bronnen/controle.html", {**context, "ontbreekt": str(missing)})
    if request.GET.get("csv") == CSV:
        return as_csv(CSV, KOLOMMEN, [*_file_rows(found)])
    slug = request.werkruimte.slug
    context |= {
        "controle": found,
        "regels": [_line(slug, found, place) for place in range(len(found.uitkomst.tegenspraken))],
        "leeftijd_url": reverse("bron", args=[slug, LEEFTIJD]),
        "postcode_url": reverse("bron", args=[slug, POSTCODE]),
    }
    return render(request, "bronnen/controle.html", context)


def _line(slug: str, found: Telcontrole, place: int) -> Regel:
    one = found.uitkomst.tegenspraken[place]
    vestiging, soort = one.wat
    school = found.scholen[vestiging]
    return Regel(
        vestiging=vestiging,
        naam=school.naam or vestiging,
        gemeente=school.gemeentenaam,
        soort=soort.upper(),
        leeftijd=bereik_tekst(one.een, 0),
        postcode=bereik_tekst(one.ander, 0),
        url=profiel_adres(slug, PlaceKey(PlaceKind.SCHOOL, vestiging)),
    )


def _file_rows(found: Telcontrole) -> list[list[Cel]]:
    rows: list[list[Cel]] = []
    for one in found.uitkomst.tegenspraken:
        school = found.scholen[one.wat[0]]
        rows.append(
            [
                one.wat[0],
                school.naam,
                school.gemeentenaam,
                one.wat[1],
                *_ends(one.een),
                *_ends(one.ander),
            ]
        )
    return rows


def _ends(bereik: Bereik) -> tuple[float, float]:
    return bereik.laag, bereik.hoog
