"""Which place lies in which, and what places are called: made once from the tables, used by all.

A school lies in its bestuur, gemeente, provincie and RMC-regio, and by its postcode in the
samenwerkingsverbanden; a postcode lies where most of its pupils are said to live. A gemeente that
ended stands for its successor when there is one; a gemeente counts for a samenwerkingsverband only
when it lies in it as a whole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from openlea.core.place import Place, PlaceKind

Tables = Mapping[str, pl.LazyFrame]
PARENTS = ("bestuur", "gemeente", "provincie", "rmc", "swv_po", "swv_vo", "land")
FORMER = {
    "duo_referentieniveaus": "peildatum",
    "duo_zittenblijvers_vo": "schooljaar",
    "duo_examens_vo": "schooljaar",
}
"""Tables that still tell where a school lay that no longer exists, each with its period."""
NEEDS = (
    "duo_leerlingen_po",
    "duo_leerlingen_po_postcode",
    "duo_vestigingen_po",
    "duo_vestigingen_vo",
    "geo_schoolpunten",
    "geo_postcodes",
    "regio_swv_postcodes",
    *FORMER,
)
"""The tables that it is made from; one that isn't loaded leaves its part out."""

_SCHOOL = {
    "code": pl.String, "naam": pl.String, "postcode4": pl.String, "gemeente": pl.String,
    "provincie": pl.String, "bestuur": pl.String, "rmc": pl.String,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Which place lies in which, and the places themselves.

    `lidmaatschap` has soort, code, boven_soort, boven_code; `plaatsen` has soort, code, naam,
    gemeente, lat, lon.
    """

    lidmaatschap: pl.DataFrame
    plaatsen: pl.DataFrame


def make_places(tables: Tables, shelf: Sequence[Place]) -> Places:
    """Return every known place and where it lies; `shelf` gives names and mergers."""
    gemeenten = [place for place in shelf if place.key.kind is PlaceKind.GEMEENTE]
    schools = _schools(tables)
    current = _current(gemeenten)
    swv = _swv_of_postcodes(tables)
    regions = _gemeente_regions(schools, current)
    postcodes = _postcodes(tables, current).join(swv, on="postcode4", how="full", coalesce=True)
    postcodes = postcodes.join(regions, on="gemeente", how="left")
    every = pl.concat([schools, _former_schools(tables, schools, current)])
    placed = _in_regions(every, regions).join(swv, on="postcode4", how="left")
    known = pl.concat(
        [
            _rows("school", placed, PARENTS),
            _rows("pc4", postcodes.rename({"postcode4": "code"}), PARENTS),
            _gemeenten(current, postcodes, regions),
        ]
    )
    return Places(
        lidmaatschap=_with_self(known),
        plaatsen=_names(tables, schools, postcodes, shelf, known),
    )


def _schools(tables: Tables) -> pl.DataFrame:
    """Return one row per vestiging; of what several files say, the address file goes first."""
    order = ("duo_vestigingen_po", "duo_vestigingen_vo", "duo_leerlingen_po")
    parts = []
    for name in order:
        if name not in tables:
            continue
        found = tables[name].rename({"vestiging": "code"})
        have = found.collect_schema().names()
        parts.append(
            found.sort("peildatum", descending=True).select(
                (pl.col(column) if column in have else pl.lit(None)).cast(kind).alias(column)
                for column, kind in _SCHOOL.items()
            )
        )
    if not parts:
        return pl.DataFrame(schema=_SCHOOL | {"land": pl.String})
    every = pl.concat(parts).with_columns(pl.lit("NL").alias("land"))
    first = [pl.col(name).drop_nulls().first() for name in every.collect_schema().names()[1:]]
    return every.group_by("code", maintain_order=True).agg(first).collect().sort("code")


def _former_schools(tables: Tables, schools: pl.DataFrame, current: pl.DataFrame) -> pl.DataFrame:
    """Return the schools that only older tables know: their pupils count, they have no page."""
    parts = [
        tables[name]
        .sort(period, descending=True)
        .select(old="vestiging", naam="naam", toen="gemeente")
        .unique("old", keep="first", maintain_order=True)
        .collect()
        for name, period in FORMER.items()
        if name in tables
    ]
    if not parts:
        return schools.clear()
    gone = pl.concat(parts).unique("old", keep="first", maintain_order=True)
    found = gone.join(schools, left_on="old", right_on="code", how="anti").join(
        current, left_on="toen", right_on="code", how="left"
    )
    known = {"code": pl.col("old"), "naam": pl.col("naam"), "gemeente": pl.col("gemeente")}
    return found.select(
        known.get(name, pl.lit("NL" if name == "land" else None, pl.String)).alias(name)
        for name in schools.columns
    ).sort("code")


def _current(gemeenten: Sequence[Place]) -> pl.DataFrame:
    """Return each gemeente code that ever was (code) with the one that holds now (gemeente)."""
    ended = {place.key: place for place in gemeenten if place.valid_to is not None}
    rows = []
    for place in gemeenten:
        key = place.key
        while key in ended and len(ended[key].successors) == 1:
            key = ended[key].successors[0]
        rows.append((place.key.code, None if key in ended else key.code))
    return pl.DataFrame(rows, schema={"code": pl.String, "gemeente": pl.String}, orient="row")


def _swv_of_postcodes(tables: Tables) -> pl.DataFrame:
    columns = {"postcode4": pl.String, "swv_po": pl.String, "swv_vo": pl.String}
    if "regio_swv_postcodes" not in tables:
        return pl.DataFrame(schema=columns)
    return tables["regio_swv_postcodes"].select(*columns).unique("postcode4").collect()


def _postcodes(tables: Tables, current: pl.DataFrame) -> pl.DataFrame:
    """Return the gemeente of each postcode, as the pupils' own addresses say."""
    name = "duo_leerlingen_po_postcode"
    if name not in tables:
        return pl.DataFrame(schema={"postcode4": pl.String, "gemeente": pl.String})
    found = (
        tables[name]
        .select("postcode4", code="gemeente_leerling")
        .drop_nulls()
        .group_by("postcode4", "code")
        .len()
        .sort("postcode4", "len", "code", descending=[False, True, False])
        .unique("postcode4", keep="first", maintain_order=True)
        .collect()
    )
    return found.join(current, on="code", how="left").select("postcode4", "gemeente")


def _gemeente_regions(schools: pl.DataFrame, current: pl.DataFrame) -> pl.DataFrame:
    """Return provincie and RMC-regio per gemeente: what its schools say most."""
    parts = current.select("gemeente").drop_nulls().unique()
    for name in ("provincie", "rmc"):
        most = (
            schools.select("gemeente", name)
            .drop_nulls()
            .group_by("gemeente", name)
            .len()
            .sort("gemeente", "len", name, descending=[False, True, False])
            .unique("gemeente", keep="first", maintain_order=True)
            .select("gemeente", name)
        )
        parts = parts.join(most, on="gemeente", how="left")
    return parts.with_columns(land=pl.lit("NL"))


def _in_regions(schools: pl.DataFrame, regions: pl.DataFrame) -> pl.DataFrame:
    """Return the schools, with the region of their gemeente where no file says it of themselves.

    No file tells the RMC-regio of a school for special education; without it the region would seem
    to have none.
    """
    names = ("provincie", "rmc")
    of_gemeente = regions.select(
        "gemeente", *(pl.col(name).alias(f"{name}_daar") for name in names)
    )
    joined = schools.join(of_gemeente, on="gemeente", how="left")
    filled = [pl.coalesce(name, f"{name}_daar").alias(name) for name in names]
    return joined.with_columns(filled).drop([f"{name}_daar" for name in names])


def _gemeenten(
    current: pl.DataFrame, postcodes: pl.DataFrame, regions: pl.DataFrame
) -> pl.DataFrame:
    """Return in which places each gemeente lies, ended ones by what they became."""
    whole = postcodes.group_by("gemeente").agg(
        pl.when(pl.col(name).drop_nulls().n_unique() == 1)
        .then(pl.col(name).drop_nulls().first())
        .alias(name)
        for name in ("swv_po", "swv_vo")
    )
    placed = current.join(regions, on="gemeente", how="left").join(whole, on="gemeente", how="left")
    return _rows("gemeente", placed, tuple(name for name in PARENTS if name != "bestuur"))


def _rows(soort: str, table: pl.DataFrame, parents: Sequence[str]) -> pl.DataFrame:
    """Return a row per place and larger place, nothing where it isn't known."""
    have = [name for name in parents if name in table.columns]
    long = table.select("code", *have).unpivot(
        have, index="code", variable_name="boven_soort", value_name="boven_code"
    )
    return long.drop_nulls().select(
        soort=pl.lit(soort),
        code="code",
        boven_soort=pl.col("boven_soort").str.replace("swv_.*", "swv"),
        boven_code="boven_code",
    )


def _with_self(known: pl.DataFrame) -> pl.DataFrame:
    """Return the rows, with each place in itself, and each larger place in itself as well."""
    inside = pl.concat(
        [
            known.select("soort", "code"),
            known.select(soort="boven_soort", code="boven_code"),
        ]
    ).unique()
    # A gemeente that ended has no figures of its own any more: they are its successor's.
    ended = known.filter(
        (pl.col("soort") == "gemeente") & (pl.col("boven_soort") == "gemeente")
    ).select("soort", "code")
    own = inside.join(ended, on=["soort", "code"], how="anti")
    selves = own.with_columns(boven_soort="soort", boven_code="code")
    return pl.concat([known, selves]).unique().sort("soort", "code", "boven_soort", "boven_code")


def _names(
    tables: Tables,
    schools: pl.DataFrame,
    postcodes: pl.DataFrame,
    shelf: Sequence[Place],
    known: pl.DataFrame,
) -> pl.DataFrame:
    """Return each place with its name (None when no source names it), gemeente and point."""
    named = pl.DataFrame(
        [(str(place.key.kind), place.key.code, place.naam) for place in shelf
         if place.valid_to is None],
        schema={"soort": pl.String, "code": pl.String, "naam": pl.String}, orient="row",
    )  # fmt: skip
    parts = [
        named.with_columns(gemeente=pl.when(pl.col("soort") == "gemeente").then(pl.col("code"))),
        schools.select(soort=pl.lit("school"), code="code", naam="naam", gemeente="gemeente"),
        postcodes.select(
            soort=pl.lit("pc4"), code="postcode4", naam="postcode4", gemeente="gemeente"
        ),
    ]
    larger = known.select(soort="boven_soort", code="boven_code").unique()
    rest = larger.filter(~pl.col("soort").is_in(["gemeente", "school", "pc4"])).select(
        "soort", "code", naam=pl.lit(None, pl.String), gemeente=pl.lit(None, pl.String)
    )
    every = pl.concat([*parts, rest]).unique(["soort", "code"], keep="first", maintain_order=True)
    return every.join(_points(tables), on=["soort", "code"], how="left").sort("soort", "code")


def _points(tables: Tables) -> pl.DataFrame:
    schema = {"soort": pl.String, "code": pl.String, "lat": pl.Float64, "lon": pl.Float64}
    found = [pl.DataFrame(schema=schema)]
    for name, kind, code in (
        ("geo_schoolpunten", PlaceKind.SCHOOL, "vestiging"),
        ("geo_postcodes", PlaceKind.PC4, "postcode4"),
    ):
        if name in tables:
            rows = tables[name].select(
                soort=pl.lit(str(kind)), code=pl.col(code), lat="lat", lon="lon"
            )
            found.append(rows.drop_nulls().collect())
    return pl.concat(found).unique(["soort", "code"], keep="first", maintain_order=True)
