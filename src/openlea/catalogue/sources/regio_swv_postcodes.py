"""In which samenwerkingsverband passend onderwijs each postcode lies, as the law says it."""

from collections.abc import Sequence
from datetime import date

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.cellen import postcode4, text
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import Eis, finish, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Sample

SOURCE = Bron(
    titel="Samenwerkingsverbanden passend onderwijs per postcode",
    uitgever="Ministerie van OCW",
    pagina="https://wetten.overheid.nl/BWBR0032324",
    licentie="Geen auteursrecht (artikel 11 Auteurswet)",
    cadans=Cadans.EENMALIG,
    peil="2017",
    editie="jaar",
    sleutel=("postcode4",),
    kop=("PC4", "gemeente", "PO SWV", "VO SWV"),
    let_op=(
        "De tekst van de regeling is die van 2017; de indeling kan sindsdien veranderd zijn.",
        "Europoort (3197, 3198 en 3199) hoort in de regeling bij geen samenwerkingsverband.",
    ),
    verlopen=date(2018, 1, 1),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
_NO_SWV = "Europoort"


class Tabel(dy.Schema):
    """One row per postcode; a swv is empty where nobody lives and the law names none."""

    jaar = dy.String(nullable=False, regex=r"^\d{4}$", primary_key=True)
    postcode4 = dy.String(nullable=False, regex=r"^[1-9]\d{3}$", primary_key=True)
    gemeentenaam = dy.String(nullable=True)
    swv_po = dy.String(nullable=True, regex=r"^PO\d{4}$")
    swv_vo = dy.String(nullable=True, regex=r"^VO\d{4}$")


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return the samenwerkingsverbanden of each postcode."""
    ruw = screen(
        read_text(files, KOLOMMEN),
        [
            Eis(
                kolom="PC4",
                goed=pl.col("PC4").str.strip_chars().str.contains(r"^[1-9]\d{3}$"),
                reden="geen postcode van vier cijfers.",
            ),
            *(
                Eis(
                    kolom=f"{sector} SWV",
                    goed=_swv(sector).is_not_null() | (text(f"{sector} SWV") == _NO_SWV),
                    reden=f"geen code van een samenwerkingsverband, zoals {sector}2707.",
                )
                for sector in ("PO", "VO")
            ),
            once("PC4", postcode4("PC4")),
        ],
    )
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        jaar=pl.lit(SOURCE.peil),
        postcode4=postcode4("PC4"),
        gemeentenaam=text("gemeente"),
        swv_po=_swv("PO"),
        swv_vo=_swv("VO"),
    )
    return finish(ruw, rijen, Tabel)


def _swv(sector: str) -> pl.Expr:
    """Return the code of a sector, null when it is none."""
    return (
        pl.col(f"{sector} SWV")
        .str.to_uppercase()
        .str.replace_all(r"[\s-]", "")
        .str.extract(rf"^({sector}[1-9]\d{{3}})$")
    )


EXAMPLE = Sample(
    bestand=Bestand(
        naam="regio-indeling-swv_BWBR0032324.csv",
        inhoud=(
            b"PC4;gemeente;PO SWV;VO SWV\r\n"
            b"1011;Amsterdam;PO2707;VO2708\r\n"
            b"3199;Rotterdam;Europoort;Europoort\r\n"
            b"9999;Eemsmond;PO2001;VO2002\r\n"
        ),
    ),
    expect="""
        jaar postcode4 gemeentenaam swv_po swv_vo
        2017 1011      Amsterdam    PO2707 VO2708
        2017 3199      Rotterdam    .      .
        2017 9999      Eemsmond     PO2001 VO2002
    """,
)
