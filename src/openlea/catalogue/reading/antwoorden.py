"""Reads answers in JSON: the features of a map, pages of OData of the CBS, or one whole object."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from openlea.catalogue.reading.letters import refuse, to_utf8
from openlea.core.bron import Bestand

Record = Mapping[str, object]
_LARGEST = 1e15


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One thing on a map, where it stood in the file, what is said of it, and its shape."""

    bestand: str
    regel: int
    properties: Record
    geometry: Record


def read_json(bestand: Bestand) -> object:
    """Return what a file in JSON says; BadFile when it's something else or was cut off."""
    inhoud, _ = to_utf8(bestand)
    if not inhoud.strip():
        raise refuse(bestand, "het bestand is leeg. Haal het opnieuw op.")
    try:
        return json.loads(inhoud, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        reden = "hier klopt de JSON niet; misschien is het bestand afgebroken. Haal het opnieuw op."
        raise refuse(bestand, reden, f"regel {error.lineno}") from error
    except (ValueError, RecursionError) as error:
        raise refuse(bestand, "deze JSON is niet te lezen. Haal het opnieuw op.") from error


def is_json(bestand: Bestand) -> bool:
    """Say whether a file begins as an object or a list of JSON."""
    return bestand.inhoud.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def read_object(bestand: Bestand) -> Record:
    """Return the one object of a file; BadFile when it holds something else."""
    found = as_record(read_json(bestand))
    if found is None:
        raise refuse(bestand, "hier staat geen object in JSON, maar iets anders.")
    return found


def read_features(files: Sequence[Bestand]) -> list[Feature]:
    """Return the features of all FeatureCollections, numbered from 1 in each file."""
    return [feature for bestand in files for feature in _features(bestand)]


def read_pages(files: Sequence[Bestand]) -> list[tuple[str, int, Record]]:
    """Return the rows of pages of OData: name of the file, number in it, and the row itself."""
    rows: list[tuple[str, int, Record]] = []
    for bestand in files:
        value = read_object(bestand).get("value")
        if not isinstance(value, list):
            raise refuse(bestand, "dit is geen antwoord van OData: 'value' ontbreekt.")
        records = ((number, as_record(row)) for number, row in enumerate(value, start=1))
        rows += [(bestand.naam, number, row or {}) for number, row in records]
    return rows


def as_record(value: object) -> Record | None:
    """Return an object of JSON, None when it's anything else."""
    return value if isinstance(value, dict) else None


def as_text(value: object) -> str:
    """Return a text without blanks around it, a whole number as text, else an empty text."""
    if isinstance(value, bool):
        return ""
    return str(value).strip() if isinstance(value, str | int) else ""


def as_number(value: object) -> float | None:
    """Return a number that can be reckoned with, else None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < _LARGEST else None


def _features(bestand: Bestand) -> Iterator[Feature]:
    content = read_object(bestand)
    features = content.get("features")
    if content.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise refuse(bestand, "dit is geen kaart: een FeatureCollection (GeoJSON) werd verwacht.")
    for number, feature in enumerate(features, start=1):
        found = as_record(feature) or {}
        yield Feature(
            bestand=bestand.naam,
            regel=number,
            properties=as_record(found.get("properties")) or {},
            geometry=as_record(found.get("geometry")) or {},
        )
