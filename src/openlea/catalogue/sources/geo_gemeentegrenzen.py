"""Where each gemeente lies: its border, drawn with fewer points for a map on a page."""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeGuard

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.antwoorden import Record, read_map
from openlea.catalogue.reading.cellen import gemeente, text
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.herindeling import add_gemeente, naam_now
from openlea.catalogue.reading.keuring import Eis, finish, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw
from openlea.catalogue.reading.uitpakken import unpack
from openlea.core.bron import Bestand, Bron, Cadans, Live, Protocol, Sample
from openlea.engines.outlines import Polygon, draw_outlines

SOURCE = Bron(
    titel="Gemeentegrenzen, gegeneraliseerd",
    uitgever="CBS en Kadaster, via PDOK",
    pagina="https://www.pdok.nl/introductie/-/article/cbs-gebiedsindelingen",
    licentie="CC BY 4.0",
    cadans=Cadans.JAARLIJKS,
    peil="1 januari van het jaar van de indeling",
    editie="jaar",
    sleutel=("gemeente",),
    kop=("statcode", "jrstatcode", "statnaam"),
    live=Live(
        protocol=Protocol.WFS,
        adres="https://service.pdok.nl/cbs/gebiedsindelingen/2025/wfs/v1_0",
        vragen={"typeName": "gebiedsindelingen:gemeente_gegeneraliseerd"},
    ),
    let_op=(
        "De grenzen zijn voor een kaart: tot zo'n negentig meter vereenvoudigd, zonder eilandjes.",
        "Gebruik ze niet om te bepalen in welke gemeente een adres ligt.",
        "Een gemeente die is opgegaan in een andere staat met haar gebied bij die andere.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
_EAST, _NORTH = (2.5, 8.0), (50.0, 54.5)
_CORNERS = 4


class Tabel(dy.Schema):
    """One row per gemeente of the latest indeling; `geometrie` is a GeoJSON MultiPolygon.

    Degrees (WGS84) with four decimals; outer rings run clockwise.
    """

    jaar = dy.String(nullable=False, regex=r"^\d{4}$", primary_key=True)
    gemeente = dy.String(nullable=False, regex=r"^GM\d{4}$", primary_key=True)
    naam = dy.String(nullable=False, min_length=1)
    geometrie = dy.String(nullable=False, min_length=1)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a border per gemeente from an answer of the WFS (GeoJSON in degrees)."""
    kaart = read_map(unpack(files), KOLOMMEN)
    polygons = {place: _polygons(vorm) for place, vorm in kaart.vormen.items()}
    ruw = screen(_with_now(kaart.ruw, polygons), _EISEN)
    rows = [
        {**row, "geometrie": shape}
        for _, year in ruw.cellen.group_by("jaar", maintain_order=True)
        for row, shape in _shapes(year, polygons)
    ]
    schema = {**dict.fromkeys(Tabel.column_names(), pl.String), BESTAND: pl.String, REGEL: pl.Int64}
    return finish(ruw, pl.DataFrame(rows, schema=schema), Tabel)


_EISEN = (
    Eis(
        kolom="statcode",
        goed=pl.col("gemeente_toen").is_not_null(),
        reden="geen code van een gemeente.",
    ),
    Eis(kolom="jrstatcode", goed=pl.col("jaar").is_not_null(), reden="geen jaar vooraan."),
    Eis(
        kolom="geometry",
        goed=pl.col("heeft_vorm"),
        reden="geen vlak in graden (WGS84) in of om Nederland; vraag om srsName=EPSG:4326.",
    ),
    Eis(
        kolom="statcode",
        goed=pl.col("gemeente").is_not_null(),
        reden="deze gemeente is verdeeld; geen andere kreeg het hele gebied.",
    ),
    once("statcode", pl.col("jaar"), pl.col("gemeente_toen")),
)


def _with_now(ruw: Ruw, polygons: dict[tuple[str, int], list[Polygon]]) -> Ruw:
    """Return the cells with the code of then and of now, the year, and whether there's a shape."""
    places = ruw.cellen.select(BESTAND, REGEL).iter_rows()
    cellen = ruw.cellen.with_columns(
        jaar=pl.col("jrstatcode").str.extract(r"^((?:19|20)\d{2})GM"),
        naam=text("statnaam"),
        heeft_vorm=pl.Series([bool(polygons[place]) for place in places], dtype=pl.Boolean),
    )
    return add_gemeente(replace(ruw, cellen=cellen), gemeente("statcode"))


def _shapes(
    year: pl.DataFrame, polygons: dict[tuple[str, int], list[Polygon]]
) -> Iterable[tuple[dict[str, object], str]]:
    """Yield the first row of each gemeente of now, with the shape of all its parts together."""
    areas: dict[str, list[Polygon]] = {}
    first: dict[str, dict[str, object]] = {}
    for row in year.iter_rows(named=True):
        code = row["gemeente"]
        areas.setdefault(code, []).extend(polygons[row[BESTAND], row[REGEL]])
        kept = {name: row[name] for name in ("jaar", "gemeente", BESTAND, REGEL)}
        first.setdefault(code, {**kept, "naam": naam_now(code, row["naam"] or code)})
    for code, coordinates in draw_outlines(areas).items():
        shape = {"type": "MultiPolygon", "coordinates": coordinates}
        yield first[code], json.dumps(shape, separators=(",", ":"))


def _polygons(vorm: Record) -> list[Polygon]:
    """Return the polygons of a shape in degrees; none when anything in it isn't right."""
    coordinates = vorm.get("coordinates")
    many = [coordinates] if vorm.get("type") == "Polygon" else coordinates
    if vorm.get("type") not in ("Polygon", "MultiPolygon") or not isinstance(many, list):
        return []
    good = many and all(isinstance(one, list) and one and all(map(_is_ring, one)) for one in many)
    return [[[(x, y) for x, y, *_ in ring] for ring in one] for one in many] if good else []


def _is_ring(ring: object) -> bool:
    return isinstance(ring, list) and len(ring) >= _CORNERS and all(map(_is_here, ring))


def _is_here(point: object) -> bool:
    """Say whether a point has a place to the east and north, in or around the Netherlands."""
    if not isinstance(point, list) or len(point) < len((_EAST, _NORTH)):
        return False
    return all(
        _is_number(at) and low <= at <= high
        for at, (low, high) in zip(point, (_EAST, _NORTH), strict=False)
    )


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


# Invented squares in the form of the WFS; Brielle went into Voorne aan Zee on 1 January 2023.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="gemeenten.geojson",
        inhoud=b"""{"type": "FeatureCollection", "numberMatched": 2, "features": [
{"type": "Feature", "properties": {"id": 1, "statcode": "GM0402", "jrstatcode": "2022GM0402",
 "statnaam": "Hilversum", "rubriek": "gemeente"}, "geometry": {"type": "Polygon", "coordinates":
 [[[5.1, 52.2], [5.1, 52.3], [5.2, 52.3], [5.2, 52.2], [5.1, 52.2]]]}},
{"type": "Feature", "properties": {"id": 2, "statcode": "GM0501", "jrstatcode": "2022GM0501",
 "statnaam": "Brielle", "rubriek": "gemeente"}, "geometry": {"type": "Polygon", "coordinates":
 [[[4.1, 51.9], [4.1, 51.95], [4.2, 51.95], [4.2, 51.9], [4.1, 51.9]]]}}]}""",
    ),
    expect="""
        jaar gemeente
        2022 GM0402
        2022 GM1992
    """,
)
