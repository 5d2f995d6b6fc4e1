"""The streams of pupils asked by hand in DuckDB's SQL: the peer of the computation, and its oracle.

Nothing here comes from the code that it stands beside, except the files and the detour factor.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

KM_PER_DEGREE = 111.195
STREAMS = """
CREATE TEMP TABLE alles AS
SELECT * FROM read_parquet($pupils)
WHERE peildatum = (SELECT max(peildatum) FROM read_parquet($pupils));
CREATE TEMP TABLE plek AS
SELECT postcode4, arg_max(lat, jaar) AS lat, arg_max(lon, jaar) AS lon
FROM read_parquet($spots) GROUP BY 1;
CREATE TEMP TABLE naam AS
SELECT vestiging, arg_max(naam, peildatum) AS naam FROM read_parquet($schools) GROUP BY 1;
CREATE TEMP MACRO ver(a, b, c, d) AS
    sqrt((c - a) ** 2 + ((d - b) * cos(radians((a + c) / 2))) ** 2) * $km;
CREATE TEMP TABLE geteld AS
SELECT gemeente_leerling AS gemeente, soort, postcode4 AS pc4, vestiging AS school,
    postcode4_school, sum(aantal_laag) AS laag, sum(aantal_hoog) AS hoog
FROM alles
WHERE soort IN ('so', 'sbo', 'vso') AND gemeente_leerling IN (SELECT gemeente FROM alles)
GROUP BY ALL;
CREATE TEMP TABLE plekken AS
SELECT DISTINCT soort, school, lat, lon
FROM geteld JOIN plek ON plek.postcode4 = geteld.postcode4_school;
CREATE TEMP TABLE dichtst AS
SELECT soort, pc4, min(recht) AS recht, arg_min(school, recht) AS school
FROM (
    SELECT thuis.soort, thuis.pc4, p.school, ver(h.lat, h.lon, p.lat, p.lon) AS recht
    FROM (SELECT DISTINCT soort, pc4 FROM geteld) thuis
    JOIN plek h ON h.postcode4 = thuis.pc4
    JOIN plekken p ON p.soort = thuis.soort
)
GROUP BY 1, 2;
CREATE TEMP TABLE stroom AS
SELECT g.gemeente, g.soort, g.pc4, g.school, laag, hoog,
    round(ver(h.lat, h.lon, s.lat, s.lon) * $factor, 2) AS km,
    round(ver(h.lat, h.lon, s.lat, s.lon), 2) AS km_recht,
    round(round(ver(h.lat, h.lon, s.lat, s.lon) * $factor, 2) / $speed * 60) AS minuten,
    d.school AS dichtstbij, round(d.recht * $factor, 2) AS dichtstbij_km,
    n.naam AS schoolnaam, m.naam AS dichtstbij_naam
FROM geteld g
LEFT JOIN plek h ON h.postcode4 = g.pc4
LEFT JOIN plek s ON s.postcode4 = g.postcode4_school
LEFT JOIN dichtst d ON d.soort = g.soort AND d.pc4 = g.pc4
LEFT JOIN naam n ON n.vestiging = g.school
LEFT JOIN naam m ON m.vestiging = d.school
ORDER BY ALL;
"""
TOTALS = """
WITH opgeteld AS (
    SELECT *, km * hoog AS veel, km * laag AS weinig FROM stroom WHERE km IS NOT NULL
), geprobeerd AS (
    SELECT gemeente, soort,
        (sum(veel) OVER v + sum(weinig) OVER g - sum(weinig) OVER v)
            / (sum(hoog) OVER v + sum(laag) OVER g - sum(laag) OVER v) AS minst,
        (sum(weinig) OVER v + sum(veel) OVER g - sum(veel) OVER v)
            / (sum(laag) OVER v + sum(hoog) OVER g - sum(hoog) OVER v) AS meest
    FROM opgeteld
    WINDOW g AS (PARTITION BY gemeente, soort),
        v AS (PARTITION BY gemeente, soort ORDER BY km
              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
), gemiddeld AS (
    SELECT gemeente, soort, round(min(minst), 2) AS km_laag, max(meest) AS meest
    FROM geprobeerd GROUP BY 1, 2
)
SELECT gemeente, soort, $limit AS grens, sum(laag), sum(hoog),
    coalesce(sum(laag) FILTER (km > $limit), 0), coalesce(sum(hoog) FILTER (km > $limit), 0),
    coalesce(sum(laag) FILTER (km IS NULL), 0), coalesce(sum(hoog) FILTER (km IS NULL), 0),
    coalesce(sum(laag) FILTER (km > $limit AND dichtstbij_km <= $limit), 0),
    coalesce(sum(hoog) FILTER (km > $limit AND dichtstbij_km <= $limit), 0),
    any_value(km_laag),
    round(greatest(any_value(meest), sum(km * hoog) / sum(hoog) FILTER (km IS NOT NULL)), 2)
FROM stroom LEFT JOIN gemiddeld USING (gemeente, soort)
GROUP BY 1, 2 ORDER BY 1, 2
"""


def transport_by_hand(
    tables: Mapping[str, Sequence[str]], factor: float, speed: float, limit: float
) -> tuple[Mapping[str, Any], list[tuple[Any, ...]]]:
    """Return the streams by column, and the totals; `tables` are pupils, spots and schools."""
    asked = {"factor": str(factor), "speed": str(speed), "limit": str(limit)}
    asked |= {"km": str(KM_PER_DEGREE)} | {name: str(list(uris)) for name, uris in tables.items()}
    with duckdb.connect() as house:
        house.execute("SET enable_progress_bar = false")
        house.execute(_filled(STREAMS, asked))
        streams = house.execute("SELECT * FROM stroom").fetchnumpy()
        totals = house.execute(_filled(TOTALS, asked)).fetchall()
    return streams, totals


def _filled(sql: str, asked: Mapping[str, str]) -> str:
    for name, value in asked.items():
        sql = sql.replace(f"${name}", value)
    return sql
