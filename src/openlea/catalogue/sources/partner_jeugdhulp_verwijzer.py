"""How many young people have indicated jeugdhulp, by who referred them, and each counted once."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.cellen import count_range, gemeente, is_count, text
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import Eis, finish, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Klasse, Sample

SOURCE = Bron(
    titel="Jeugdhulp met een indicatie, per verwijzer",
    uitgever="De gemeente",
    pagina="",
    licentie="Alleen voor gebruik binnen de werkruimte",
    cadans=Cadans.HALFJAARLIJKS,
    peil="Het halfjaar dat de gemeente noemt",
    editie="periode",
    sleutel=("gemeente", "verwijzer"),
    kop=("Periode", "Gemeente", "Verwijzer", "Jeugdigen"),
    klasse=Klasse.INTERN,
    deel="gemeente",
    afgeschermd=True,
    let_op=(
        "Een jeugdige kan meer verwijzers hebben: tel verwijzers niet op.",
        "De regel 'uniek' telt elke jeugdige een keer; de gemeente telt dat zelf.",
        "Schrijf <5 voor een aantal van een tot en met vier.",
        "Deel dit niet buiten de werkruimte.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
_VERWIJZERS = ("huisarts", "gi", "gemeente", "medisch specialist", "anders", "uniek")
_PERIOD = pl.col("Periode").str.strip_chars().str.to_uppercase()
_WHO = text("Verwijzer").str.to_lowercase()


class Tabel(dy.Schema):
    """One row per half-year, gemeente and verwijzer; 'uniek' is everybody once."""

    periode = dy.String(nullable=False, regex=r"^20\d\d-H[12]$", primary_key=True)
    gemeente = dy.String(nullable=False, regex=r"^GM\d{4}$", primary_key=True)
    verwijzer = dy.Enum(_VERWIJZERS, nullable=False, primary_key=True)
    aantal_laag = dy.Int32(nullable=False, min=0)
    aantal_hoog = dy.Int32(nullable=False, min=0)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return the counts that the gemeente gave (CSV with Dutch heads)."""
    ruw = screen(read_text(files, KOLOMMEN), _EISEN)
    low, high = count_range("Jeugdigen", "aantal")
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        low,
        high,
        periode=_PERIOD,
        gemeente=gemeente("Gemeente"),
        verwijzer=_WHO.cast(pl.Enum(_VERWIJZERS)),
    )
    return finish(ruw, rijen, Tabel)


_EISEN = (
    Eis(
        kolom="Periode",
        goed=_PERIOD.str.contains(r"^20\d\d-H[12]$"),
        reden="geen halfjaar; schrijf het als 2026-H1.",
    ),
    Eis(
        kolom="Gemeente",
        goed=gemeente("Gemeente").is_not_null(),
        reden="geen code van een gemeente, zoals GM0402.",
    ),
    Eis(
        kolom="Verwijzer",
        goed=_WHO.is_in(_VERWIJZERS),
        reden=(
            "geen verwijzer uit de lijst: huisarts, gi, gemeente, medisch specialist, anders "
            "of uniek."
        ),
    ),
    Eis(kolom="Jeugdigen", goed=is_count("Jeugdigen"), reden="geen aantal; schrijf <5 bij weinig."),
    once("Verwijzer", _PERIOD, gemeente("Gemeente"), _WHO),
)


# Invented numbers.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="jeugdhulp-verwijzer.csv",
        inhoud=(
            b"Periode;Gemeente;Verwijzer;Jeugdigen\r\n"
            b"2026-H1;GM0402;huisarts;420\r\n"
            b"2026-H1;GM0402;anders;<5\r\n"
            b"2026-H1;GM0402;uniek;405\r\n"
            b"2026-H1;GM0402;buurman;7\r\n"
        ),
    ),
    expect="""
        periode gemeente verwijzer aantal_laag aantal_hoog
        2026-H1 GM0402   huisarts  420         420
        2026-H1 GM0402   anders    1           4
        2026-H1 GM0402   uniek     405         405
    """,
    afgekeurd=1,
)
