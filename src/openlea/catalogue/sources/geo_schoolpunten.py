"""Where each school stands: a point per vestiging in po, so and vo."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.antwoorden import Record, read_map
from openlea.catalogue.reading.cellen import text, vestiging
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.herindeling import gemeentenamen
from openlea.catalogue.reading.keuring import Eis, finish, screen
from openlea.catalogue.reading.letters import refuse
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw
from openlea.catalogue.reading.uitpakken import unpack
from openlea.core.bron import Bestand, Bron, Cadans, Sample

SOURCE = Bron(
    titel="Schoolvestigingen op de kaart",
    uitgever="EduGIS, uit adressen van DUO en de BAG",
    pagina="https://github.com/edugis-repo/data-nl-scholen",
    licentie="Niet vermeld (adressen van DUO: CC0)",
    cadans=Cadans.EENMALIG,
    peil="De datum staat in de naam van het bestand, bijvoorbeeld 22 november 2024",
    editie="peildatum",
    sleutel=("vestiging",),
    kop=("vestigingscode", "brin_nummer", "type", "gemeente", "leerlingen"),
    let_op=(
        "Een vestiging met meer huisnummers staat hier één keer, op het eerste punt.",
        (
            "Het aantal leerlingen in dit bestand wordt niet ingelezen: naast de afgeschermde "
            "telling van DUO zou het kleine aantallen kunnen verraden."
        ),
    ),
)

KOLOMMEN = Kolommen(
    bron=__file__, nodig=("vestigingscode", "naam", "type", "gemeente", "leerlingen")
)
_DAY = re.compile(r"(20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])")
_VO = r"^(?:VBO|MAVO|HAVO|VWO|PRO|BRUGJAAR)(?:/(?:VBO|MAVO|HAVO|VWO|PRO))*$"
_MORE = "{} vestigingen hebben meer dan een huisnummer; het eerste punt is gebruikt."
_NOWHERE = "Namen van gemeenten die niet bekend zijn: {}."


class Tabel(dy.Schema):
    """One row per vestiging; degrees (WGS84) north and east."""

    peildatum = dy.String(nullable=False, regex=r"^\d{4}-\d\d-\d\d$", primary_key=True)
    vestiging = dy.String(nullable=False, regex=r"^\d\d[A-Z]{2}\d\d$", primary_key=True)
    naam = dy.String(nullable=True)
    soort = dy.String(nullable=False, regex=r"^(po|so|vo)$")
    gemeente = dy.String(nullable=True, regex=r"^GM\d{4}$")
    lat = dy.Float64(nullable=False, min=50.7, max=53.7)
    lon = dy.Float64(nullable=False, min=3.2, max=7.3)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a point per vestiging from GeoJSON (or a zip of it) with the day in its name."""
    kaart = read_map(unpack(files), KOLOMMEN)
    ruw = screen(_with_points(kaart.ruw, kaart.vormen), _EISEN)
    first = ruw.cellen.unique("vestiging", keep="first", maintain_order=True)
    twice = ruw.cellen.filter(pl.col("vestiging").is_duplicated())["vestiging"].n_unique()
    codes = {name: _gemeente(name) for name in first["gemeente"].unique()}
    unknown = sorted(name for name, code in codes.items() if code is None)
    ruw = ruw.remark(*([_MORE.format(twice)] if twice else []))
    ruw = ruw.remark(*([_NOWHERE.format(", ".join(unknown))] if unknown else []))
    rijen = first.select(
        BESTAND,
        REGEL,
        "vestiging",
        "soort",
        "lat",
        "lon",
        peildatum=pl.lit(_peildatum(files)),
        naam=text("naam"),
        gemeente=pl.col("gemeente").replace_strict(codes, default=None, return_dtype=pl.String),
    )
    return finish(ruw, rijen, Tabel)


_EISEN = (
    Eis(
        kolom="vestigingscode",
        goed=pl.col("vestiging").is_not_null(),
        reden="geen vestigingscode van zes tekens.",
    ),
    Eis(kolom="type", goed=pl.col("soort").is_not_null(), reden="geen school in po, so of vo."),
    Eis(
        kolom="geometry",
        goed=pl.col("lat").is_between(50.7, 53.7) & pl.col("lon").is_between(3.2, 7.3),
        reden="geen punt in graden (WGS84) in Nederland.",
    ),
)


def _with_points(ruw: Ruw, vormen: Mapping[tuple[str, int], Record]) -> Ruw:
    """Return the cells with the vestiging, its sort, and its point."""
    places = ruw.cellen.select(BESTAND, REGEL).iter_rows()
    points = [_point(vormen[place]) for place in places]
    kind = pl.col("type").str.strip_chars().str.to_uppercase()
    cellen = ruw.cellen.with_columns(
        vestiging=vestiging("vestigingscode"),
        soort=pl.when(kind.is_in(["BASISSCHOOL", "SBAO"]))
        .then(pl.lit("po"))
        .when(kind.is_in(["(V)SO", "SO", "VSO"]))
        .then(pl.lit("so"))
        .when(kind.str.contains(_VO))
        .then(pl.lit("vo")),
        lon=pl.Series([lon for lon, _ in points], dtype=pl.Float64),
        lat=pl.Series([lat for _, lat in points], dtype=pl.Float64),
    )
    return replace(ruw, cellen=cellen)


def _point(vorm: Record) -> tuple[float | None, float | None]:
    """Return the degrees east and north of a point, or nothing."""
    at = vorm.get("coordinates")
    if vorm.get("type") != "Point" or not isinstance(at, list) or len(at) < len(("lon", "lat")):
        return None, None
    lon, lat = (_degrees(number) for number in at[:2])
    return lon, lat


def _degrees(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) <= math.degrees(math.pi) else None


def _gemeente(name: str) -> str | None:
    found = gemeentenamen().find(name)
    return None if found is None else found.code


def _peildatum(files: Sequence[Bestand]) -> str:
    """Return the day in the name of the first file that has one; BadFile when none has."""
    for bestand in files:
        found = _DAY.search(bestand.naam)
        if found:
            return "-".join(found.groups())
    first = files[0] if files else Bestand(naam="", inhoud=b"")
    raise refuse(first, "de datum ontbreekt in de naam, zoals in scholen20241122.geo.zip.")


EXAMPLE = Sample(
    bestand=Bestand(
        naam="scholen20241122.geo.json",
        inhoud=b"""{"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"naam": "Aida", "type": "basisschool", "plaats":
 "'s-Gravenhage", "gemeente": "S GRAVENHAGE", "provincie": "Zuid-Holland", "brin_nummer": "32DD",
 "vestigingscode": "32DD00", "leerlingen": null},
 "geometry": {"type": "Point", "coordinates": [4.332230129796609, 52.066957459650574]}},
{"type": "Feature", "properties": {"naam": "RS 1", "type": "basisschool", "plaats":
 "Geldermalsen", "gemeente": "WEST BETUWE", "provincie": "Gelderland", "brin_nummer": "13KE",
 "vestigingscode": "13KE00", "leerlingen": null},
 "geometry": {"type": "Point", "coordinates": [5.300523938424064, 51.889937136212666]}}]}""",
    ),
    expect="""
        peildatum  vestiging soort gemeente lat                lon
        2024-11-22 32DD00    po    GM0518   52.066957459650574 4.332230129796609
        2024-11-22 13KE00    po    GM1960   51.889937136212666 5.300523938424064
    """,
)
