"""What each schoolbestuur spends on onderwijsachterstanden: in no open file, so it is asked."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.cellen import bestuur, decimal, text
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import Eis, finish, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Klasse, Sample

SOURCE = Bron(
    titel="Besteding aan onderwijsachterstanden per schoolbestuur",
    uitgever="Schoolbesturen in de werkruimte",
    pagina="",
    licentie="Alleen voor gebruik binnen de werkruimte",
    cadans=Cadans.JAARLIJKS,
    peil="Het kalenderjaar dat het schoolbestuur noemt",
    editie="jaar",
    sleutel=("bestuur", "waaraan"),
    kop=("Jaar", "Bestuur", "Waaraan", "Bedrag (euro)", "Bron"),
    klasse=Klasse.INTERN,
    deel="bestuur",
    let_op=(
        "Schoolbesturen geven dit zelf op; wat zij meetellen kan verschillen.",
        "Geef alleen wat is besteed voor scholen in deze gemeente.",
        "Het geld zit in de lumpsum en is niet geoormerkt: narekenen kan niet.",
        "Deel dit niet buiten de werkruimte.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
_MOST = 1_000_000_000
_AMOUNT = decimal("Bedrag (euro)")
_YEAR = pl.col("Jaar").str.strip_chars()
_LONGEST = 200


class Tabel(dy.Schema):
    """One row per schoolbestuur, year and purpose; in euros."""

    jaar = dy.String(nullable=False, regex=r"^20\d\d$", primary_key=True)
    bestuur = dy.String(nullable=False, regex=r"^\d{5}$", primary_key=True)
    waaraan = dy.String(nullable=False, min_length=1, max_length=200, primary_key=True)
    euro = dy.Float64(nullable=False, min=0, max=_MOST)
    bron = dy.String(nullable=False, min_length=1, max_length=200)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return the amounts that schoolbesturen gave (CSV with Dutch heads)."""
    ruw = screen(read_text(files, KOLOMMEN), _EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        jaar=_YEAR,
        bestuur=bestuur("Bestuur"),
        waaraan=text("Waaraan"),
        euro=_AMOUNT,
        bron=text("Bron"),
    )
    return finish(ruw, rijen, Tabel)


_EISEN = (
    Eis(
        kolom="Jaar",
        goed=_YEAR.str.contains(r"^20\d\d$"),
        reden="geen jaar; schrijf vier cijfers, zoals 2026.",
    ),
    Eis(
        kolom="Bestuur",
        goed=bestuur("Bestuur").is_not_null(),
        reden="geen nummer van een schoolbestuur (vijf cijfers, van DUO).",
    ),
    Eis(
        kolom="Waaraan",
        goed=text("Waaraan").str.len_chars().is_between(1, _LONGEST),
        reden="schrijf in hoogstens 200 tekens waaraan het is besteed.",
    ),
    Eis(
        kolom="Bedrag (euro)",
        goed=_AMOUNT.is_between(0, _MOST),
        reden="geen bedrag in euro, zoals 12500 of 12500,50.",
    ),
    Eis(
        kolom="Bron",
        goed=text("Bron").str.len_chars().is_between(1, _LONGEST),
        reden="schrijf waar dit bedrag staat, zoals het jaarverslag met de bladzijde.",
    ),
    once("Bestuur", _YEAR, bestuur("Bestuur"), text("Waaraan")),
)


# Invented numbers: nobody publishes these.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="besteding-oab.csv",
        inhoud=(
            b"Jaar;Bestuur;Waaraan;Bedrag (euro);Bron\r\n"
            b"2026;41388;kleinere klassen;125000;jaarverslag, bladzijde 12\r\n"
            b"2026;41388;taalklas;40000,50;jaarverslag, bladzijde 13\r\n"
            b"2026;41388;scholing;veel;jaarverslag\r\n"
        ),
    ),
    expect="""
        jaar bestuur waaraan           euro      bron
        2026 41388   kleinere~klassen  125000    jaarverslag,~bladzijde~12
        2026 41388   taalklas          40000.5   jaarverslag,~bladzijde~13
    """,
    afgekeurd=1,
)
