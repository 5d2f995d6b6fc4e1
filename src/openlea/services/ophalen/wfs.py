"""Fetches the shapes of a map from a WFS of PDOK: all of them, in longitude and latitude.

`vragen` of the card: `typeName`, and `naam` (the name under which the file is kept).
"""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from openlea.core.bron import Bestand
from openlea.services.ophalen.antwoord import Antwoord
from openlea.services.ophalen.bladeren import Bladzijden, Rows
from openlea.services.ophalen.halen import Haler
from openlea.services.ophalen.klacht import LATER
from openlea.services.ophalen.opgehaald import Opgehaald

PAGE = 1000
_WIDEST = 180


def fetch_wfs(haler: Haler, seen: Mapping[str, str]) -> Opgehaald:
    """Return one GeoJSON with every shape; a fault when fewer came than the service has."""
    first = _address(haler, 0)
    answer = haler.ask(first, seen.get(first, ""), accept="application/json")
    marks = {first: answer.kenmerk or seen.get(first, "")}
    if answer.onveranderd:
        return haler.fetched((), marks, onveranderd=True)
    features = _every_shape(haler, first, answer)
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)
    naam = haler.live.vragen.get("naam", "kaart.geojson")
    return haler.fetched((Bestand(naam=naam, inhoud=text.encode()),), marks)


def _address(haler: Haler, start: int) -> str:
    vragen = {
        "service": "WFS",
        "version": "2.0.0",
        "request": "GetFeature",
        "typeName": haler.live.vragen["typeName"],
        "outputFormat": "application/json",
        # Without it the shapes come in metres of the Dutch grid.
        "srsName": "EPSG:4326",
        "count": str(PAGE),
        "startIndex": str(start),
    }
    return f"{haler.live.adres}?{urlencode(vragen, safe=':/')}"


def _every_shape(haler: Haler, first: str, answer: Antwoord) -> Rows:
    pages = Bladzijden(haler)
    pages.turn_to(first)
    features, matched = _shapes(haler, answer)
    while len(features) < matched:
        adres = _address(haler, len(features))
        pages.turn_to(adres)
        some, _ = _shapes(haler, haler.ask(adres, accept="application/json"))
        if not some:
            reden = f"Er kwamen {len(features)} van de {matched} gebieden."
            raise haler.fault(reden, LATER)
        pages.note(repr(some).encode(), some, more=True)
        features += some
    return features


def _shapes(haler: Haler, answer: Antwoord) -> tuple[Rows, int]:
    """Return the shapes of a page, and how many there are in all."""
    if answer.inhoud.lstrip()[:1] == b"<" and b"Exception" in answer.inhoud[:1000]:
        raise haler.fault("De kaartdienst kent deze vraag niet (meer).")
    found = answer.json()
    features = answer.rows(found, "features")
    matched = found.get("numberMatched")
    if not features and not matched:
        raise haler.fault("De kaartdienst geeft geen enkel gebied.")
    if features and not _in_degrees(features[0]):
        raise haler.fault("De kaart komt in meters (RD) in plaats van in graden (EPSG:4326).")
    return features, matched if isinstance(matched, int) else len(features)


def _in_degrees(feature: dict[str, Any]) -> bool:
    """Say whether the first point of a shape can be a longitude and a latitude."""
    point = (feature.get("geometry") or {}).get("coordinates")
    while isinstance(point, list) and point and isinstance(point[0], list):
        point = point[0]
    return isinstance(point, list) and all(abs(float(number)) <= _WIDEST for number in point)
