"""Reads answers in JSON as cells of text: pages of OData of the CBS, and the features of a map."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from openlea.catalogue.reading.letters import refuse, to_utf8
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw, rejected
from openlea.core.bron import Bestand

Record = Mapping[str, object]
NOT_A_ROW = "Hier staat geen rij, maar iets anders."
_Found = tuple[str, int, Record | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaart:
    """The properties of things on a map as cells, and by file and number the shape of each."""

    ruw: Ruw
    vormen: Mapping[tuple[str, int], Record]


def is_json(bestand: Bestand) -> bool:
    """Say whether a file begins as an object or a list of JSON."""
    return bestand.inhoud.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def read_object(bestand: Bestand) -> Record:
    """Return the one object of a file in JSON; BadFile when it's something else or was cut off."""
    inhoud, _ = to_utf8(bestand)
    if not inhoud.strip():
        raise refuse(bestand, "het bestand is leeg. Haal het opnieuw op.")
    try:
        found = as_record(json.loads(inhoud, parse_constant=lambda _: None))
    except json.JSONDecodeError as error:
        reden = "hier klopt de JSON niet; misschien is het bestand afgebroken. Haal het opnieuw op."
        raise refuse(bestand, reden, f"regel {error.lineno}") from error
    except (ValueError, RecursionError) as error:
        raise refuse(bestand, "deze JSON is niet te lezen. Haal het opnieuw op.") from error
    if found is None:
        raise refuse(bestand, "hier staat geen object in JSON, maar iets anders.")
    return found


def read_pages(files: Sequence[Bestand], kolommen: Kolommen) -> Ruw:
    """Return the rows of pages of OData, numbered from 1 in each; SourceChanged: a column lacks."""
    rows: list[_Found] = []
    for bestand in files:
        value = read_object(bestand).get("value")
        if not isinstance(value, list):
            raise refuse(bestand, "dit is geen antwoord van OData: 'value' ontbreekt.")
        rows += [(bestand.naam, nr, as_record(row)) for nr, row in enumerate(value, start=1)]
    return cells(rows, kolommen)


def read_map(files: Sequence[Bestand], kolommen: Kolommen) -> Kaart:
    """Return the features of FeatureCollections (GeoJSON), numbered from 1 in each file."""
    rows: list[_Found] = []
    vormen: dict[tuple[str, int], Record] = {}
    for bestand in files:
        for number, feature in enumerate(_features(bestand), start=1):
            found = as_record(feature) or {}
            rows.append((bestand.naam, number, as_record(found.get("properties"))))
            vormen[bestand.naam, number] = as_record(found.get("geometry")) or {}
    return Kaart(ruw=cells(rows, kolommen), vormen=vormen)


def cells(rows: Sequence[_Found], kolommen: Kolommen) -> Ruw:
    """Return objects of JSON as cells of text; what an object doesn't say is empty."""
    good = [(bestand, regel, row) for bestand, regel, row in rows if row is not None]
    found = list(dict.fromkeys(name for _, _, row in good for name in row))
    for name in kolommen.nodig if good else ():
        if name not in found:
            raise kolommen.changed(name, found)
    columns = {name: [as_text(row.get(name)) for _, _, row in good] for name in kolommen.nodig}
    return Ruw(
        cellen=pl.DataFrame(
            {
                **columns,
                BESTAND: [bestand for bestand, _, _ in good],
                REGEL: [regel for _, regel, _ in good],
            },
            schema={**dict.fromkeys(columns, pl.String), BESTAND: pl.String, REGEL: pl.Int64},
        ),
        rijen_in=len(rows),
        afgekeurd=rejected(
            (bestand, regel, "", NOT_A_ROW) for bestand, regel, row in rows if row is None
        ),
    )


def as_record(value: object) -> Record | None:
    """Return an object of JSON, None when it's anything else."""
    return value if isinstance(value, dict) else None


def as_text(value: object) -> str:
    """Return a text or a number as text without blanks around it; anything else is empty."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).encode(errors="replace").decode().strip()


def _features(bestand: Bestand) -> Sequence[object]:
    content = read_object(bestand)
    features = content.get("features")
    if content.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise refuse(bestand, "dit is geen kaart: een FeatureCollection (GeoJSON) werd verwacht.")
    return features
