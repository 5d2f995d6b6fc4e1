"""The description of the interface (OpenAPI 3.1), as the NL API Design Rules ask it."""

from functools import cache
from typing import Any

from django.conf import settings
from ninja import NinjaAPI

from openlea.web.api import vormen
from openlea.web.api.lijst import CSV
from openlea.web.api.operatie import Operatie
from openlea.web.api.operaties import OPERATIES
from openlea.web.api.probleem import SOORT, TITELS
from openlea.web.api.versie import BEGIN, VERSIE

BEKEND = (400, 401, 403, 404, 405, 429, 500)
SLEUTEL = "Sleutel"
SOEPEL: dict[str, Any] = {"type": "string"}
KOPPEN: dict[str, Any] = {
    "API-Version": {"description": "De volledige versie.", "schema": SOEPEL},
}
LIJSTKOPPEN: dict[str, Any] = {
    "Link": {"description": "Eerste, vorige, volgende en laatste bladzijde.", "schema": SOEPEL},
    "X-Total-Count": {"description": "Hoeveel er in totaal is.", "schema": {"type": "integer"}},
}
MERKEN: dict[str, Any] = {
    "ETag": {"description": "Merk van dit antwoord, voor If-None-Match.", "schema": SOEPEL},
    "Last-Modified": {"description": "Wanneer de cijfers zijn berekend.", "schema": SOEPEL},
}


DELEN = {
    "zoek": "Een deel van de naam.",
    "code": "Code van de plaats, zoals GM0402.",
    "soort": "Soort plaats.",
    "van": "Welke soort plaatsen.",
    "veld": "Naam van een beleidsveld, zoals passend.",
    "id": "Naam in kleine letters, zoals in de lijst.",
    "indicator": "Naam van een indicator, zoals leerlingen_po.",
    "periode": "Dag van telling, schooljaar (2023-24) of jaar; of 'nieuwste'.",
    "gemeente": "Code van de gemeente, zoals GM0402.",
    "op": "Op welke dag, zoals 2026-11-22; anders vandaag.",
    "houder": "Van wie de taak is, zoals college of swv.",
    "nummer": "Nummer van de taak, zoals LPL-04.",
    "slug": "Adres van de werkruimte, zoals hilversum.",
    "werkruimte": "Met wat deze werkruimte zelf heeft; met een sleutel van die werkruimte.",
}
"""What each part of a question is, where its operation doesn't say so itself."""


def make_ninja() -> NinjaAPI:
    """Return every operation as ninja serves it; its own pages load from elsewhere, so are off."""
    made = NinjaAPI(
        title="Open LEA",
        version=VERSIE,
        urls_namespace="openlea-api",
        openapi_url=None,
        docs_url=None,
    )
    for one in OPERATIES:
        made.get(
            f"/{one.pad}",
            operation_id=one.naam,
            summary=one.titel,
            description=one.lees.__doc__,
            tags=[one.onderwerp],
            response={200: one.antwoord, 400: vormen.Probleem},
            url_name=one.naam,
        )(one.view())
    return made


@cache
def document() -> dict[str, Any]:
    """Return the description as it's published."""
    made = make_ninja().get_openapi_schema(path_prefix="")
    found = {
        "openapi": made["openapi"],
        "info": _about(),
        "servers": [{"url": f"{settings.ADRES}/{BEGIN}"}],
        "tags": [{"name": one} for one in dict.fromkeys(op.onderwerp for op in OPERATIES)],
        "paths": made["paths"],
        "components": made["components"],
    }
    found["components"]["securitySchemes"] = {
        SLEUTEL: {"type": "http", "scheme": "bearer", "description": "Sleutel van een werkruimte."}
    }
    found["components"]["responses"] = {f"Fout{code}": _problem(code) for code in BEKEND}
    by_name = {one.naam: one for one in OPERATIES}
    for path in found["paths"].values():
        _complete(path["get"], by_name[path["get"]["operationId"]])
    return found


def _about() -> dict[str, Any]:
    return {
        "title": "Open LEA",
        "version": VERSIE,
        "description": (
            "Openbare cijfers over onderwijs per gemeente, school, bestuur en regio, met bereik, "
            "bron en uitleg; en, met een sleutel, de agenda van een werkruimte. Alleen lezen."
        ),
        "contact": {
            "name": "Beheer van deze site",
            "url": f"{settings.ADRES}/{BEGIN}/",
            "email": settings.DEFAULT_FROM_EMAIL,
        },
        "license": {"name": "EUPL-1.2", "url": "https://eupl.eu/1.2/nl/"},
    }


def _problem(code: int) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Probleem"}
    headers: dict[str, Any] = dict(KOPPEN)
    if code == 429:  # noqa: PLR2004  # as RFC 6585 calls it
        wait = {"description": "Na hoeveel seconden het weer mag.", "schema": {"type": "integer"}}
        headers["Retry-After"] = wait
    return {"description": TITELS[code], "headers": headers, "content": {SOORT: {"schema": schema}}}


def _complete(told: dict[str, Any], operatie: Operatie) -> None:
    """Add to an operation what all of them share: problems, headers, CSV, and who may ask."""
    good = told["responses"][200]
    good["description"] = operatie.titel
    good["headers"] = KOPPEN | MERKEN | (LIJSTKOPPEN if operatie.is_lijst else {})
    if operatie.is_lijst:
        good["content"][CSV] = {"schema": {"type": "string"}}
    told["responses"] = {
        "200": good,
        "304": {"description": "Niet veranderd", "headers": KOPPEN | MERKEN},
        **{str(code): {"$ref": f"#/components/responses/Fout{code}"} for code in BEKEND},
    }
    told["security"] = [{SLEUTEL: []}] if not operatie.openbaar else [{}, {SLEUTEL: []}]
    for parameter in told["parameters"]:
        parameter["schema"].pop("title", None)
        parameter.setdefault("description", DELEN.get(parameter["name"], ""))
        given = operatie.voorbeeld.get(parameter["name"]) or operatie.vraag.get(parameter["name"])
        if given:
            parameter["example"] = given
