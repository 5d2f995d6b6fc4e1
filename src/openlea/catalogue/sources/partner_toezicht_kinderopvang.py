"""Supervision of kinderopvang per location: planned, inspected, what was found, what was done."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.cellen import day, text
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import Eis, finish, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Klasse, Sample

SOURCE = Bron(
    titel="Toezicht en handhaving kinderopvang per locatie",
    uitgever="GGD en gemeente",
    pagina="",
    licentie="Alleen voor gebruik binnen de werkruimte",
    cadans=Cadans.JAARLIJKS,
    peil="Het kalenderjaar van het toezicht",
    editie="jaar",
    sleutel=("lrk",),
    kop=(
        "Jaar",
        "LRK-nummer",
        "Locatie",
        "Gepland",
        "Onderzocht op",
        "VE-tekortkoming",
        "Handhaving",
        "Begin handhaving",
        "Eind handhaving",
        "Status gemeente",
        "Status sinds",
    ),
    klasse=Klasse.INTERN,
    let_op=(
        "De status A, B of C geeft de Inspectie aan de gemeente, niet aan een locatie.",
        "Een rapport kan later worden aangepast; het openbare rapport gaat voor.",
        "Deel dit niet buiten de werkruimte: de rapporten zelf staan in het openbare register.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
_LONGEST = 200
_LRK = r"^\d{9,12}$"
HANDHAVING = ("geen", "herstelaanbod", "aanwijzing", "bevel", "boete", "exploitatieverbod")
_YEAR = pl.col("Jaar").str.strip_chars()
_NUMBER = pl.col("LRK-nummer").str.strip_chars()
_PLANNED, _SHORT = (text(kop).str.to_lowercase() for kop in ("Gepland", "VE-tekortkoming"))
_ACTION = text("Handhaving").str.to_lowercase().fill_null("geen")
_DONE, _BEGIN, _END, _SINCE = (
    day(kop) for kop in ("Onderzocht op", "Begin handhaving", "Eind handhaving", "Status sinds")
)
_STATUS = text("Status gemeente").str.to_uppercase()


class Tabel(dy.Schema):
    """One row per location and year; days as text; the status of the gemeente is on any row."""

    jaar = dy.String(nullable=False, regex=r"^20\d\d$", primary_key=True)
    lrk = dy.String(nullable=False, regex=_LRK, primary_key=True)
    locatie = dy.String(nullable=False, min_length=1, max_length=_LONGEST)
    gepland = dy.String(nullable=False, regex=r"^(ja|nee)$")
    onderzocht_op = dy.String(nullable=True)
    tekortkoming = dy.String(nullable=True, regex=r"^(ja|nee)$")
    handhaving = dy.String(nullable=False, min_length=1)
    begin = dy.String(nullable=True)
    eind = dy.String(nullable=True)
    status = dy.String(nullable=True, regex=r"^[ABC]$")
    status_sinds = dy.String(nullable=True)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return the supervision as GGD and gemeente keep it (CSV with Dutch heads)."""
    ruw = screen(read_text(files, KOLOMMEN), _EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        jaar=_YEAR,
        lrk=_NUMBER,
        locatie=text("Locatie"),
        gepland=_PLANNED,
        onderzocht_op=_DONE,
        tekortkoming=_SHORT,
        handhaving=_ACTION,
        begin=_BEGIN,
        eind=_END,
        status=_STATUS,
        status_sinds=_SINCE,
    )
    return finish(ruw, rijen, Tabel)


def _day_or_empty(kolom: str, reading: pl.Expr) -> Eis:
    fits = text(kolom).is_null() | reading.is_not_null()
    return Eis(kolom=kolom, goed=fits, reden="geen dag; schrijf 2026-03-31, of laat leeg.")


_EISEN = (
    Eis(
        kolom="Jaar",
        goed=_YEAR.str.contains(r"^20\d\d$"),
        reden="geen jaar; schrijf vier cijfers, zoals 2026.",
    ),
    Eis(
        kolom="LRK-nummer",
        goed=_NUMBER.str.contains(_LRK),
        reden="geen nummer van het register kinderopvang (negen tot twaalf cijfers).",
    ),
    Eis(
        kolom="Locatie",
        goed=text("Locatie").str.len_chars().is_between(1, _LONGEST),
        reden="schrijf een naam van hoogstens 200 tekens.",
    ),
    Eis(kolom="Gepland", goed=_PLANNED.is_in(["ja", "nee"]), reden="schrijf ja of nee."),
    _day_or_empty("Onderzocht op", _DONE),
    Eis(
        kolom="VE-tekortkoming",
        goed=_SHORT.is_null() | _SHORT.is_in(["ja", "nee"]),
        reden="schrijf ja of nee, of laat leeg.",
    ),
    Eis(
        kolom="Handhaving",
        goed=_ACTION.is_in(HANDHAVING),
        reden=f"kies uit: {', '.join(HANDHAVING)}.",
    ),
    _day_or_empty("Begin handhaving", _BEGIN),
    _day_or_empty("Eind handhaving", _END),
    Eis(
        kolom="Eind handhaving",
        goed=_END.is_null() | (_BEGIN.is_not_null() & (_END >= _BEGIN)),
        reden="het eind ligt voor het begin, of er is geen begin.",
    ),
    Eis(
        kolom="Status gemeente",
        goed=_STATUS.is_null() | _STATUS.is_in(["A", "B", "C"]),
        reden="schrijf A, B of C, of laat leeg.",
    ),
    _day_or_empty("Status sinds", _SINCE),
    once("LRK-nummer", _YEAR, _NUMBER),
)


# Invented: these numbers are of no location.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="toezicht-kinderopvang.csv",
        inhoud=(
            b"Jaar;LRK-nummer;Locatie;Gepland;Onderzocht op;VE-tekortkoming;Handhaving;"
            b"Begin handhaving;Eind handhaving;Status gemeente;Status sinds\r\n"
            b"2026;990402000001;Locatie 1;ja;2026-03-31;ja;aanwijzing;2026-04-20;2026-06-01;A;"
            b"2026-01-15\r\n"
            b"2026;990402000002;Locatie 2;ja;;;;;;;\r\n"
            b"2026;990402000003;Locatie 3;ja;2026-02-30;nee;;;;;\r\n"
        ),
    ),
    expect="""
        jaar lrk          locatie   gepland onderzocht_op tekortkoming handhaving begin      eind       status status_sinds
        2026 990402000001 Locatie~1 ja      2026-03-31    ja           aanwijzing 2026-04-20 2026-06-01 A      2026-01-15
        2026 990402000002 Locatie~2 ja      .             .            geen       .          .          .      .
    """,  # noqa: E501 - a table
    afgekeurd=1,
)
