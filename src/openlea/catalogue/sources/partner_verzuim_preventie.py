"""Absence per school before anybody reports it: only schools know, so it is asked."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.cellen import bestuur, decimal, text, vestiging, whole
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import Eis, finish, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Klasse, Sample

SOURCE = Bron(
    titel="Verzuim per school voordat het gemeld is",
    uitgever="Schoolbesturen in de werkruimte",
    pagina="",
    licentie="Alleen voor gebruik binnen de werkruimte",
    cadans=Cadans.JAARLIJKS,
    peil="Het schooljaar",
    editie="schooljaar",
    sleutel=("school",),
    kop=(
        "Schooljaar",
        "Bestuur",
        "School",
        "Leerlingen",
        "Geoorloofd (%)",
        "Ongeoorloofd (%)",
        "Aanpak",
    ),
    klasse=Klasse.INTERN,
    deel="bestuur",
    let_op=(
        "Scholen tellen niet gelijk wat geoorloofd is: vergelijk een school met zichzelf.",
        "Van een school met minder dan tien leerlingen staat hier geen deel.",
        "Deel dit niet buiten de werkruimte.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
_MOST = 10_000
_YEAR = pl.col("Schooljaar").str.strip_chars().str.replace("/", "-")
_SCHOOL = vestiging("School")
_PUPILS = whole("Leerlingen", _MOST)
_ALLOWED, _OTHER = decimal("Geoorloofd (%)"), decimal("Ongeoorloofd (%)")
_FEWEST, _ALL, _LONGEST = 10, 100, 300


class Tabel(dy.Schema):
    """One row per schooljaar and school; the shares are of the lesson time of all pupils."""

    schooljaar = dy.String(nullable=False, regex=r"^20\d\d-20\d\d$", primary_key=True)
    bestuur = dy.String(nullable=False, regex=r"^\d{5}$")
    school = dy.String(nullable=False, min_length=6, max_length=6, primary_key=True)
    leerlingen = dy.Int32(nullable=False, min=10, max=_MOST)
    geoorloofd = dy.Float64(nullable=False, min=0, max=100)
    ongeoorloofd = dy.Float64(nullable=False, min=0, max=100)
    aanpak = dy.String(nullable=True, max_length=300)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return the shares that school boards gave (CSV with Dutch heads)."""
    ruw = screen(read_text(files, KOLOMMEN), _EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        schooljaar=_YEAR,
        bestuur=bestuur("Bestuur"),
        school=_SCHOOL,
        leerlingen=_PUPILS,
        geoorloofd=_ALLOWED,
        ongeoorloofd=_OTHER,
        aanpak=text("Aanpak"),
    )
    return finish(ruw, rijen, Tabel)


_EISEN = (
    Eis(
        kolom="Schooljaar",
        goed=_YEAR.str.contains(r"^20\d\d-20\d\d$"),
        reden="geen schooljaar; schrijf het als 2025-2026.",
    ),
    Eis(
        kolom="Bestuur",
        goed=bestuur("Bestuur").is_not_null(),
        reden="geen nummer van een schoolbestuur (vijf cijfers, van DUO).",
    ),
    Eis(
        kolom="School",
        goed=_SCHOOL.is_not_null(),
        reden="geen code van een vestiging, zoals 00AA00.",
    ),
    Eis(
        kolom="Leerlingen",
        goed=_PUPILS >= _FEWEST,
        reden="minder dan tien leerlingen: dan zegt een deel te veel over een kind.",
    ),
    Eis(
        kolom="Geoorloofd (%)",
        goed=_ALLOWED.is_between(0, _ALL),
        reden="geen percentage, zoals 4,2.",
    ),
    Eis(
        kolom="Ongeoorloofd (%)",
        goed=_OTHER.is_between(0, _ALL) & (_OTHER + _ALLOWED <= _ALL),
        reden="geen percentage, of meer dan 100 met het geoorloofde verzuim samen.",
    ),
    Eis(
        kolom="Aanpak",
        goed=text("Aanpak").fill_null("").str.len_chars() <= _LONGEST,
        reden="hoogstens 300 tekens.",
    ),
    once("School", _YEAR, _SCHOOL),
)


# Invented numbers: nobody publishes these.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="verzuim-scholen.csv",
        inhoud=(
            b"Schooljaar;Bestuur;School;Leerlingen;Geoorloofd (%);Ongeoorloofd (%);Aanpak\r\n"
            b"2025-2026;41388;00AA00;400;4,2;0,8;bellen op dag 1\r\n"
            b"2025-2026;41388;00AB00;200;5;1,5;\r\n"
            b"2025-2026;41388;00AC00;8;5;1,5;\r\n"
        ),
    ),
    expect="""
        schooljaar bestuur school leerlingen geoorloofd ongeoorloofd aanpak
        2025-2026  41388   00AA00 400        4.2        0.8          bellen~op~dag~1
        2025-2026  41388   00AB00 200        5          1.5          .
    """,
    afgekeurd=1,
)
