"""What a samenwerkingsverband owns, gets and spends on itself, and how it divides its money."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.cellen import decimal, text
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import Eis, finish, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Klasse, Sample

SOURCE = Bron(
    titel="Geld van het samenwerkingsverband",
    uitgever="Samenwerkingsverbanden in de werkruimte",
    pagina="",
    licentie="Alleen voor gebruik binnen de werkruimte",
    cadans=Cadans.JAARLIJKS,
    peil="31 december van het kalenderjaar dat het samenwerkingsverband noemt",
    editie="jaar",
    sleutel=("swv",),
    kop=(
        "Jaar",
        "SWV",
        "Eigen vermogen (euro)",
        "Totale baten (euro)",
        "Organisatielasten (euro)",
        "Verdeelsleutel",
        "Verdeelsleutel staat op",
        "Bron",
    ),
    klasse=Klasse.INTERN,
    deel="swv",
    let_op=(
        "Samenwerkingsverbanden geven dit zelf op, uit hun jaarrekening.",
        "Wat organisatie heet, boekt niet ieder verband gelijk.",
        "Deel dit niet buiten de werkruimte.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
_MOST, _LONGEST = 1_000_000_000, 400
_YEAR = pl.col("Jaar").str.strip_chars()
_SWV = pl.col("SWV").str.strip_chars().str.to_uppercase().str.replace(" ", "", literal=True)
_OWN, _INCOME = decimal("Eigen vermogen (euro)"), decimal("Totale baten (euro)")
_COST = decimal("Organisatielasten (euro)")


class Tabel(dy.Schema):
    """One row per samenwerkingsverband and year; in euros."""

    jaar = dy.String(nullable=False, regex=r"^20\d\d$", primary_key=True)
    swv = dy.String(nullable=False, regex=r"^(PO|VO)\d{4}$", primary_key=True)
    eigen_vermogen = dy.Float64(nullable=False, min=-_MOST, max=_MOST)
    totale_baten = dy.Float64(nullable=False, min=0, max=_MOST)
    organisatielasten = dy.Float64(nullable=False, min=0, max=_MOST)
    verdeelsleutel = dy.String(nullable=True, max_length=_LONGEST)
    verdeelsleutel_link = dy.String(nullable=True, max_length=_LONGEST)
    bron = dy.String(nullable=False, min_length=1, max_length=_LONGEST)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return the amounts that samenwerkingsverbanden gave (CSV with Dutch heads)."""
    ruw = screen(read_text(files, KOLOMMEN), _EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        jaar=_YEAR,
        swv=_SWV,
        eigen_vermogen=_OWN.cast(pl.Float64),
        totale_baten=_INCOME.cast(pl.Float64),
        organisatielasten=_COST.cast(pl.Float64),
        verdeelsleutel=text("Verdeelsleutel"),
        verdeelsleutel_link=text("Verdeelsleutel staat op"),
        bron=text("Bron"),
    )
    return finish(ruw, rijen, Tabel)


def _short(kolom: str) -> Eis:
    fits = text(kolom).is_null() | (text(kolom).str.len_chars() <= _LONGEST)
    return Eis(kolom=kolom, goed=fits, reden="schrijf hoogstens 400 tekens.")


_EISEN = (
    Eis(
        kolom="Jaar",
        goed=_YEAR.str.contains(r"^20\d\d$"),
        reden="geen jaar; schrijf vier cijfers, zoals 2025.",
    ),
    Eis(
        kolom="SWV",
        goed=_SWV.str.contains(r"^(PO|VO)\d{4}$"),
        reden="geen code van een samenwerkingsverband, zoals PO2604.",
    ),
    Eis(
        kolom="Eigen vermogen (euro)",
        goed=_OWN.is_between(-_MOST, _MOST),
        reden="geen bedrag in euro, zoals 412000.",
    ),
    Eis(
        kolom="Totale baten (euro)",
        goed=_INCOME.is_between(0, _MOST),
        reden="geen bedrag in euro, zoals 8000000.",
    ),
    Eis(
        kolom="Organisatielasten (euro)",
        goed=_COST.is_between(0, _MOST) & (_COST <= _INCOME),
        reden="geen bedrag in euro, of meer dan de totale baten.",
    ),
    _short("Verdeelsleutel"),
    Eis(
        kolom="Verdeelsleutel staat op",
        goed=text("Verdeelsleutel staat op").is_null()
        | text("Verdeelsleutel staat op").str.contains(r"^https://\S{4,380}$"),
        reden="geen adres; begin met https:// of laat leeg.",
    ),
    Eis(
        kolom="Bron",
        goed=text("Bron").str.len_chars().is_between(1, _LONGEST),
        reden="schrijf waar dit staat, zoals de jaarrekening met de bladzijde.",
    ),
    once("SWV", _YEAR, _SWV),
)


# Invented numbers: of no samenwerkingsverband.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="geld-swv.csv",
        inhoud=(
            b"Jaar;SWV;Eigen vermogen (euro);Totale baten (euro);Organisatielasten (euro);"
            b"Verdeelsleutel;Verdeelsleutel staat op;Bron\r\n"
            b"2025;PO2604;400000;4000000;480000;Per leerling;https://voorbeeld.example/plan;"
            b"jaarrekening\r\n"
            b"2025;VO2604;700000,50;20000000;2600000;;;jaarrekening\r\n"
            b"2025;P2604;1;2;1;;;jaarrekening\r\n"
        ),
    ),
    expect="""
        jaar swv    eigen_vermogen totale_baten organisatielasten verdeelsleutel verdeelsleutel_link            bron
        2025 PO2604 400000         4000000      480000            Per~leerling   https://voorbeeld.example/plan jaarrekening
        2025 VO2604 700000.5       20000000     2600000           .              .                              jaarrekening
    """,  # noqa: E501 - a table
    afgekeurd=1,
)
