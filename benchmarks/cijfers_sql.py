"""The same figures asked by hand in DuckDB's SQL: the peer of the computation, and its oracle.

Nothing here comes from the code that it stands beside, except of each card the levels, the sector
and from how many persons on a share is shown.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from benchmarks.cijfers_optellen import ROLLED, STATUS, THUIS
from openlea.core.indicator import Indicator
from openlea.core.onthulling import KLEINSTE_NOEMER

COLUMNS = (
    "indicator, soort, code, periode, status, laag, hoog, teller_laag, teller_hoog, "
    "noemer_laag, noemer_hoog, rijen"
)
PO, PC4, REF = "duo_leerlingen_po", "thuis", "duo_referentieniveaus"


def count(
    table: str, place: str, period: str, where: str = "true", low: str = "aantal_laag",
    high: str = "aantal_hoog",
) -> str:  # fmt: skip
    """Return SQL for counts per place and period."""
    return f"""SELECT {place} AS code, {period} AS periode,
        coalesce(sum({low}) FILTER ({where}), 0) AS laag,
        coalesce(sum({high}) FILTER ({where}), 0) AS hoog,
        count(*) FILTER ({where}) AS rijen
        FROM {table} WHERE {place} IS NOT NULL GROUP BY ALL"""  # noqa: S608  # our own words


def share(
    table: str, place: str, period: str, part: str, whole: str = "true",
    low: str = "aantal_laag", high: str = "aantal_hoog",
) -> str:  # fmt: skip
    """Return SQL for a part and the rest per place and period."""
    inside, rest = f"({whole}) AND ({part})", f"({whole}) AND NOT ({part})"
    sums = ", ".join(
        f"coalesce(sum({column}) FILTER ({condition}), 0) AS {name}"
        for name, column, condition in (
            ("deel_laag", low, inside), ("deel_hoog", high, inside),
            ("rest_laag", low, rest), ("rest_hoog", high, rest),
        )
    )  # fmt: skip
    return f"""SELECT {place} AS code, {period} AS periode, {sums},
        sum({low}) FILTER ({whole}) AS geheel_laag, sum({high}) FILTER ({whole}) AS geheel_hoog,
        count(*) FILTER ({whole}) AS rijen
        FROM {table} WHERE {place} IS NOT NULL GROUP BY ALL"""  # noqa: S608  # our own words


def mean(
    table: str, place: str, period: str, value: str, low: str = "1", high: str = "1",
    where: str = "true",
) -> str:  # fmt: skip
    """Return SQL for values with their weights per place and period."""
    return f"""SELECT {place} AS code, {period} AS periode, {value}::DOUBLE AS waarde,
        sum({low})::DOUBLE AS gewicht_laag, sum({high})::DOUBLE AS gewicht_hoog, count(*) AS rijen
        FROM {table} WHERE {place} IS NOT NULL AND {value} IS NOT NULL AND ({where})
        GROUP BY ALL"""  # noqa: S608  # our own words


def kenmerk(name: str) -> str:
    """Return SQL for a number as CBS gives it."""
    return f"""SELECT gemeente AS code, jaar AS periode, waarde AS laag, waarde AS hoog, 1 AS rijen
        FROM cbs_kerncijfers_gemeente
        WHERE kenmerk = '{name}' AND gemeente IS NOT NULL"""  # noqa: S608  # our own words


def flow(part: str) -> str:
    """Return SQL for how many pupils of a school went a certain way."""
    return f"""SELECT * FROM (SELECT vestiging AS code, schooljaar AS periode,
        {part}_laag AS deel_laag, {part}_hoog AS deel_hoog,
        leerlingen_laag - {part}_hoog AS rest_laag, leerlingen_hoog - {part}_laag AS rest_hoog,
        leerlingen_laag AS geheel_laag, leerlingen_hoog AS geheel_hoog, 1 AS rijen
        FROM duo_zittenblijvers_vo) WHERE rest_laag >= 0"""  # noqa: S608  # our own words


def homes(part: str, whole: str = "true") -> str:
    """Return SQL for a share of the pupils by where they live."""
    return share(PC4, "postcode4", "peildatum", part, whole)


def level(domein: str, part: str) -> str:
    """Return SQL for the share of pupils that reach a level."""
    return share(REF, "vestiging", "peildatum", part, f"domein = '{domein}'")


def bo(part: str) -> str:
    """Return SQL for a share of the pupils in basisonderwijs."""
    return share(PO, "vestiging", "peildatum", part, "soort = 'bo'")


def pupils(where: str) -> str:
    """Return SQL for a number of pupils at schools."""
    return count(PO, "vestiging", "peildatum", where)


def weight(column: str) -> str:
    """Return SQL for the weging of schools in single years."""
    where = "length(schooljaar) = 7"
    return mean("inspectie_schoolweging", "vestiging", "schooljaar", column, where=where)


_SCHOOLS = f"""(SELECT vestiging, peildatum, sum(aantal_laag) AS l, sum(aantal_hoog) AS h
    FROM {PO} WHERE soort = 'bo' GROUP BY ALL)"""  # noqa: S608  # our own words
_SO = "(soort = 'so' AND cluster IN ('3', '4'))"
_ABROAD = "herkomst IN ('belgie', 'duitsland', 'ander_land')"
FACTS: Mapping[str, str] = {
    "huishoudens_laag_inkomen": kenmerk("aandeel_laag_inkomen"),
    "huishoudens_sociaal_minimum": kenmerk("aandeel_sociaal_minimum"),
    "jongeren_met_jeugdzorg": kenmerk("aandeel_jeugdzorg"),
    "inwoners_laag_opgeleid": kenmerk("aandeel_laag_opgeleid"),
    "inwoners": kenmerk("inwoners"),
    "afstand_basisschool": kenmerk("afstand_school"),
    "jeugd_onder_15": kenmerk("aandeel_onder_15"),
    "lezen_1f": level("lezen", "niveau <> 'lager1f'"),
    "lezen_2f": level("lezen", "niveau = '2f'"),
    "rekenen_1f": level("rekenen", "niveau <> 'lager1f'"),
    "rekenen_1s": level("rekenen", "niveau IN ('1s', '2f')"),
    "taalverzorging_1f": level("taalverzorging", "niveau <> 'lager1f'"),
    "taalverzorging_2f": level("taalverzorging", "niveau = '2f'"),
    "schoolweging": weight("weging"),
    "spreiding_schoolweging": weight("spreiding"),
    "scholen_onder_signaal": share(
        "inspectie_leerresultaten", "vestiging", "schooljaar",
        "oordeel = 'Onder de signaleringswaarde'",
        "oordeel IN ('Onder de signaleringswaarde', 'Boven de signaleringswaarde')", "1", "1",
    ),
    "afstroom_vo": flow("afstromers"),
    "opstroom_vo": flow("opstromers"),
    "zittenblijven_vo": flow("zittenblijvers"),
    "eindexamencijfer_vo": mean(
        "duo_examencijfers_vo", "vestiging", "schooljaar", "cijfer_lijst", "kandidaten_laag",
        "kandidaten_hoog",
    ),
    "examenkandidaten_vo": count(
        "duo_examens_vo", "vestiging", "schooljaar", low="kandidaten_laag", high="kandidaten_hoog"
    ),
    "slagingspercentage_vo": """SELECT * FROM (SELECT vestiging AS code, schooljaar AS periode,
        geslaagden_laag AS deel_laag, least(geslaagden_hoog, kandidaten_hoog) AS deel_hoog,
        greatest(kandidaten_laag - least(geslaagden_hoog, kandidaten_hoog), 0) AS rest_laag,
        kandidaten_hoog - geslaagden_laag AS rest_hoog, kandidaten_laag AS geheel_laag,
        kandidaten_hoog AS geheel_hoog, 1 AS rijen FROM duo_examens_vo) WHERE rest_hoog >= 0""",
    "denominatie_openbaar": bo("denominatie = 'Openbaar'"),
    "denominatie_algemeen_bijzonder": bo("denominatie = 'Algemeen bijzonder'"),
    "denominatie_islamitisch": bo("denominatie = 'Islamitisch'"),
    "denominatie_protestants": bo("denominatie = 'Protestants-Christelijk'"),
    "denominatie_rooms_katholiek": bo("denominatie = 'Rooms-Katholiek'"),
    "aandeel_twaalfplus_bo": bo("leeftijd >= 12"),
    "leerlingen_po": pupils("true"),
    "leerlingen_bo": pupils("soort = 'bo'"),
    "leerlingen_sbo": pupils("soort = 'sbo'"),
    "leerlingen_so": pupils("soort = 'so'"),
    "leerlingen_vso": pupils("soort = 'vso'"),
    "leerlingen_bo_tot_8": pupils("soort = 'bo' AND leeftijd < 8"),
    "leerlingen_bo_vanaf_8": pupils("soort = 'bo' AND leeftijd >= 8"),
    "vierjarigen_bo": pupils("soort = 'bo' AND leeftijd = 4"),
    "deelname_sbo_scholen": share(
        PO, "vestiging", "peildatum", "soort = 'sbo'", "soort IN ('bo', 'sbo')"
    ),
    "deelname_so_scholen": share(
        PO, "vestiging", "peildatum", _SO, f"soort = 'bo' OR {_SO}"
    ),
    "scholen_bo": f"""SELECT vestiging AS code, peildatum AS periode, laag, laag AS hoog, 1 AS rijen
        FROM (SELECT vestiging, peildatum,
        max(CASE WHEN soort = 'bo' AND aantal_hoog > 0 THEN 1 ELSE 0 END) AS laag
        FROM {PO} GROUP BY ALL) WHERE vestiging IS NOT NULL""",  # noqa: S608  # our own words
    "schoolgrootte_bo": f"""SELECT vestiging AS code, peildatum AS periode, l AS boven_laag,
        h AS boven_hoog, 1 AS onder_laag, 1 AS onder_hoog, 1 AS rijen
        FROM {_SCHOOLS} WHERE vestiging IS NOT NULL""",  # noqa: S608  # our own words
    "kleine_scholen_bo": f"""SELECT vestiging AS code, peildatum AS periode,
        (h < 100)::INT AS deel_laag, (l < 100)::INT AS deel_hoog, (l >= 100)::INT AS rest_laag,
        (h >= 100)::INT AS rest_hoog, 1 AS geheel_laag, 1 AS geheel_hoog, 1 AS rijen
        FROM {_SCHOOLS} WHERE h > 0""",  # noqa: S608  # our own words
    "aandeel_grootste_bestuur": f"""WITH per AS (SELECT gemeente, peildatum, bestuur,
            sum(aantal_laag) AS l, sum(aantal_hoog) AS h FROM {PO} WHERE soort = 'bo' GROUP BY ALL),
        beside AS (SELECT *, sum(l) OVER w - l AS rl, sum(h) OVER w - h AS rh FROM per
            WINDOW w AS (PARTITION BY gemeente, peildatum))
        SELECT gemeente AS code, peildatum AS periode, max(100.0 * l / (l + rh)) AS laag,
            max(100.0 * h / (h + rl)) AS hoog, 1 AS rijen
        FROM beside WHERE l > 0 AND gemeente IS NOT NULL
        GROUP BY ALL""",  # noqa: S608  # our own words
    "leerlingen_van_elders": share(
        "duo_leerlingen_po_postcode", "vestiging", "peildatum",
        f"{_ABROAD} OR coalesce(gemeente_leerling <> gemeente, false)",
        f"{_ABROAD} OR gemeente_leerling IS NOT NULL",
    ),
    "leerlingen_naar_elders": homes("gemeente <> gemeente_leerling"),
    "speciaal_onderwijs_inwoners": homes("soort <> 'bo'"),
    "deelname_sbo_inwoners": homes("soort = 'sbo'", "soort IN ('bo', 'sbo')"),
    "deelname_so_inwoners": homes("soort = 'so'", "soort IN ('bo', 'so')"),
    "deelname_vso_inwoners": homes("soort = 'vso'"),
    "leerlingen_vso_inwoners": count(PC4, "postcode4", "peildatum", "soort = 'vso'"),
    **{
        f"eigen_gemeente_{soort}": homes("gemeente = gemeente_leerling", f"soort = '{soort}'")
        for soort in ("bo", "sbo", "so", "vso")
    },
    **{
        f"eigen_postcode_{soort}": homes("postcode4 = postcode4_school", f"soort = '{soort}'")
        for soort in ("bo", "sbo", "so", "vso")
    },
    **{
        f"verder_dan_6_km_{soort}": homes(
            "afstand > 6", f"soort = '{soort}' AND afstand IS NOT NULL"
        )
        for soort in ("bo", "sbo", "so", "vso")
    },
    **{
        f"afstand_{soort}": mean(
            PC4, "postcode4", "peildatum", "afstand", "aantal_laag", "aantal_hoog",
            f"soort = '{soort}'",
        )
        for soort in ("bo", "sbo", "so", "vso")
    },
}  # fmt: skip


def figures_by_hand(
    tables: Mapping[str, Sequence[str]], places: Path, cards: Mapping[str, Indicator], out: Path
) -> None:
    """Write the figures of these indicators to a Parquet file; `tables` are Parquet files."""
    with duckdb.connect() as base:
        for name, files in tables.items():
            base.read_parquet(list(files)).create_view(name)
        base.read_parquet(str(places)).create_view("lidmaatschap")
        base.execute(THUIS)
        parts = [_figures(name, card) for name, card in cards.items()]
        for number, part in enumerate(parts):
            base.execute(f"CREATE TEMP TABLE deel{number} AS {part}")
        every = " UNION ALL ".join(f"SELECT * FROM deel{n}" for n in range(len(parts)))  # noqa: S608
        base.execute(
            f"COPY (SELECT * FROM ({every}) ORDER BY soort, code, indicator, periode) "  # noqa: S608
            f"TO '{out}' (FORMAT parquet, COMPRESSION zstd)"
        )


def _figures(name: str, card: Indicator) -> str:
    """Return the SQL of all figures of an indicator."""
    levels = ", ".join(f"'{kind}'" for kind in card.niveaus)
    sector = f"AND (boven_soort <> 'swv' OR starts_with(boven_code, '{card.swv}'))"
    fewest = KLEINSTE_NOEMER if card.personen else 0
    rolled = ROLLED[str(card.maat)].format(fewest=fewest)
    return f"""WITH feiten AS ({FACTS[name]}),
        geplaatst AS (SELECT f.* EXCLUDE (code), m.boven_soort AS soort, m.boven_code AS code
            FROM feiten f JOIN lidmaatschap m ON m.code = f.code
            WHERE m.soort = '{card.grein}' AND m.boven_soort IN ({levels}) {sector}),
        uit AS ({rolled}),
        af AS (SELECT '{name}' AS indicator, *, {STATUS.format(fewest=fewest)} AS status FROM uit)
        SELECT {COLUMNS} FROM af"""  # noqa: S608  # our own words
