"""Where each postcode of four digits lies: one point for distances."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.cellen import decimal, postcode4
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import Eis, finish, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Sample

SOURCE = Bron(
    titel="Middelpunten van postcodegebieden (vier cijfers)",
    uitgever="Niet vermeld; openbare kopie bij scholenzoeker",
    pagina="https://github.com/martijnmcb/scholenzoeker",
    licentie="Niet vermeld",
    cadans=Cadans.EENMALIG,
    peil="2025",
    editie="jaar",
    sleutel=("postcode4",),
    kop=("POSTCODE", "LAT", "LON"),
    let_op=(
        "Wie de punten bepaalde en hoe, staat niet in het bestand.",
        "Een punt staat voor een heel gebied: een afstand is hemelsbreed en bij benadering.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)


class Tabel(dy.Schema):
    """One row per postcode; degrees (WGS84) north and east."""

    jaar = dy.String(nullable=False, regex=r"^\d{4}$", primary_key=True)
    postcode4 = dy.String(nullable=False, regex=r"^[1-9]\d{3}$", primary_key=True)
    lat = dy.Float64(nullable=False, min=50.7, max=53.7)
    lon = dy.Float64(nullable=False, min=3.2, max=7.3)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a point per postcode; the row with the grand total is left out as no postcode."""
    ruw = screen(
        read_text(files, KOLOMMEN),
        [
            Eis(
                kolom="POSTCODE",
                goed=pl.col("POSTCODE").str.strip_chars().str.contains(r"^[1-9]\d{3}$"),
                reden="geen postcode van vier cijfers.",
            ),
            Eis(
                kolom="LAT",
                goed=decimal("LAT").is_between(50.7, 53.7),
                reden="geen breedtegraad in Nederland.",
            ),
            Eis(
                kolom="LON",
                goed=decimal("LON").is_between(3.2, 7.3),
                reden="geen lengtegraad in Nederland.",
            ),
            once("POSTCODE", postcode4("POSTCODE")),
        ],
    )
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        jaar=pl.lit(SOURCE.peil),
        postcode4=postcode4("POSTCODE"),
        lat=decimal("LAT"),
        lon=decimal("LON"),
    )
    return finish(ruw, rijen, Tabel)


EXAMPLE = Sample(
    bestand=Bestand(
        naam="postcode_coords.csv",
        inhoud=(
            b"POSTCODE;LAT;LON\r\n"
            b"1011;52,3709931;4,9041959\r\n"
            b"1012;52,3733409;4,8950793\r\n"
            b"Grand Total;52,1088946;5,3454522\r\n"
        ),
    ),
    expect="""
        jaar postcode4 lat        lon
        2025 1011      52.3709931 4.9041959
        2025 1012      52.3733409 4.8950793
    """,
    afgekeurd=1,
)
