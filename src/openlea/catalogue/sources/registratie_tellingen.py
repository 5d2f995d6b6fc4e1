"""What was counted over registrations of this werkruimte: protected numbers, never a row."""

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
    titel="Tellingen uit registraties",
    uitgever="Deze werkruimte",
    pagina="",
    licentie="Alleen voor gebruik binnen de werkruimte",
    cadans=Cadans.KWARTAAL,
    peil="De periode van de aanlevering",
    editie="periode",
    sleutel=("soort", "maat", "gebied", "code"),
    kop=("Periode", "Soort", "Maat", "Gebied", "Code", "Laag", "Hoog"),
    klasse=Klasse.INTERN,
    deel="soort",
    afgeschermd=True,
    let_op=(
        "Geteld uit wat afzenders aanleverden; wie niet aanlevert, telt niet mee.",
        "Een aantal onder de vijf, of wat het zou verraden, is een bereik.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
_TEXTS = ("Periode", "Soort", "Maat", "Gebied", "Code")


class Tabel(dy.Schema):
    """One row per number; `code` is of the gemeente for the whole; the bounds belong to it."""

    periode = dy.String(nullable=False, min_length=4, max_length=40, primary_key=True)
    soort = dy.String(nullable=False, min_length=1, primary_key=True)
    maat = dy.String(nullable=False, min_length=1, primary_key=True)
    gebied = dy.String(nullable=False, min_length=1, primary_key=True)
    code = dy.String(nullable=False, min_length=1, primary_key=True)
    laag = dy.Float64(nullable=False)
    hoog = dy.Float64(nullable=False)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return counts as our own count writes them (csv)."""
    ruw = screen(read_text(files, KOLOMMEN), _EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        *(text(kop).alias(kop.lower()) for kop in _TEXTS),
        laag=_number("Laag"),
        hoog=_number("Hoog"),
    )
    return finish(ruw, rijen, Tabel)


def _number(column: str) -> pl.Expr:
    return decimal(column).cast(pl.Float64)


_EISEN = (
    *(
        Eis(kolom=kop, goed=text(kop).is_not_null(), reden="staat er niet; tel opnieuw.")
        for kop in _TEXTS
    ),
    Eis(
        kolom="Hoog",
        goed=_number("Hoog") >= _number("Laag"),
        reden="geen bereik van laag naar hoog; tel opnieuw.",
    ),
    once("Maat", text("Periode"), *(text(kop) for kop in _TEXTS[1:])),
)


# Invented numbers.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="telling.csv",
        inhoud=(
            b"Periode;Soort;Maat;Gebied;Code;Laag;Hoog\r\n"
            b"2026-10-01;voorschool;doelgroep;geheel;GM0402;350;350\r\n"
            b"2026-10-01;voorschool;afgewezen;pc4;1211;0;9\r\n"
            b"2026-10-01;voorschool;wachtlijst;geheel;GM0402;9;3\r\n"
        ),
    ),
    expect="""
        periode    soort      maat      gebied code laag hoog
        2026-10-01 voorschool doelgroep geheel GM0402 350  350
        2026-10-01 voorschool afgewezen pc4    1211 0    9
    """,
    afgekeurd=1,
)
