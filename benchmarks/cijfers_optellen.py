"""From facts of small places to figures of large ones, in DuckDB's SQL written by hand."""

from math import pi

STATUS = """CASE WHEN noemer_hoog = 0 THEN 'niet_van_toepassing'
    WHEN laag IS NULL AND noemer_laag < {fewest} THEN 'verborgen'
    WHEN laag IS NULL THEN 'onbekend'
    WHEN laag < hoog THEN 'verborgen' WHEN laag = 0 THEN 'nul' ELSE 'bekend' END"""
THUIS = f"""CREATE TEMP TABLE thuis AS SELECT p.*, 111.195 * sqrt(
        (s.lat - h.lat) ** 2
        + ((s.lon - h.lon) * cos((h.lat + s.lat) * {pi} / 360)) ** 2) AS afstand
    FROM duo_leerlingen_po_postcode p
    LEFT JOIN geo_postcodes h ON h.postcode4 = p.postcode4
    LEFT JOIN geo_postcodes s ON s.postcode4 = p.postcode4_school
    WHERE p.gemeente_leerling IN (SELECT gemeente FROM duo_leerlingen_po_postcode)"""  # noqa: S608
_SUMS = "sum(deel_laag) dl, sum(deel_hoog) dh, sum(rest_laag) rl, sum(rest_hoog) rh"
ROLLED = {
    "aantal": """SELECT soort, code, periode, sum(laag)::DOUBLE AS laag, sum(hoog)::DOUBLE AS hoog,
        sum(laag)::DOUBLE AS teller_laag, sum(hoog)::DOUBLE AS teller_hoog, NULL AS noemer_laag,
        NULL AS noemer_hoog, sum(rijen) AS rijen FROM geplaatst GROUP BY ALL""",
    "aandeel": f"""SELECT soort, code, periode,
        CASE WHEN gl >= {{fewest}} THEN CASE WHEN dl + rh > 0 THEN 100.0 * dl / (dl + rh)
            ELSE 0 END END AS laag,
        CASE WHEN gl >= {{fewest}} THEN CASE WHEN dh + rl > 0 THEN 100.0 * dh / (dh + rl)
            ELSE 0 END END AS hoog,
        dl AS teller_laag, dh AS teller_hoog, gl AS noemer_laag, gh AS noemer_hoog, rijen
        FROM (SELECT soort, code, periode, {_SUMS}, coalesce(sum(geheel_laag), 0) gl,
            coalesce(sum(geheel_hoog), 0) gh, sum(rijen) AS rijen
            FROM geplaatst GROUP BY ALL)""",  # noqa: S608  # our own words
    "verhouding": """SELECT soort, code, periode, sum(boven_laag) / sum(onder_hoog) AS laag,
        sum(boven_hoog) / sum(onder_laag) AS hoog, sum(boven_laag) AS teller_laag,
        sum(boven_hoog) AS teller_hoog, sum(onder_laag) AS noemer_laag,
        sum(onder_hoog) AS noemer_hoog, sum(rijen) AS rijen FROM geplaatst GROUP BY ALL""",
    "waarde": """SELECT soort, code, periode, CASE count(*) WHEN 1 THEN min(laag) END AS laag,
        CASE count(*) WHEN 1 THEN max(hoog) END AS hoog, NULL AS teller_laag, NULL AS teller_hoog,
        NULL AS noemer_laag, NULL AS noemer_hoog, sum(rijen) AS rijen
        FROM geplaatst GROUP BY ALL""",
    "gemiddelde": """SELECT soort, code, periode,
        round(least(min(down), max(a_l), max(a_h)), 9) AS laag,
        round(greatest(max(up), max(a_l), max(a_h)), 9) AS hoog,
        NULL AS teller_laag, NULL AS teller_hoog,
        max(s_l) AS noemer_laag, max(s_h) AS noemer_hoog, sum(rijen) AS rijen
        FROM (SELECT soort, code, periode, rijen, s_l, s_h,
            CASE WHEN s_l > 0 THEN s_lv / s_l END AS a_l, CASE WHEN s_h > 0 THEN s_hv / s_h END
                AS a_h,
            CASE WHEN s_l + e > 0 THEN (s_lv + e_v) / (s_l + e) END AS down,
            CASE WHEN s_h - e > 0 THEN (s_hv - e_v) / (s_h - e) END AS up
            FROM (SELECT *, sum(l) OVER w AS s_l, sum(h) OVER w AS s_h, sum(l * v) OVER w AS s_lv,
                sum(h * v) OVER w AS s_hv, sum(h - l) OVER c AS e, sum((h - l) * v) OVER c AS e_v
                FROM (SELECT soort, code, periode, waarde AS v, sum(gewicht_laag) AS l,
                    sum(gewicht_hoog) AS h, sum(rijen) AS rijen FROM geplaatst GROUP BY ALL)
                WINDOW w AS (PARTITION BY soort, code, periode),
                    c AS (PARTITION BY soort, code, periode ORDER BY v
                        ROWS UNBOUNDED PRECEDING)))
        GROUP BY ALL""",
}
