"""What each location offers of voorschoolse educatie: places, groups, timetable, coaching, cost."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.cellen import decimal, postcode4, text, whole
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import Eis, finish, must, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Klasse, Sample

SOURCE = Bron(
    titel="Aanbod van de voorschool per locatie",
    uitgever="Houders van kinderopvang in de werkruimte",
    pagina="",
    licentie="Alleen voor gebruik binnen de werkruimte",
    cadans=Cadans.JAARLIJKS,
    peil="Het kalenderjaar dat de houder noemt",
    editie="jaar",
    sleutel=("lrk",),
    kop=(
        "Jaar",
        "LRK-nummer",
        "Locatie",
        "Houder",
        "Postcode",
        "Kindplaatsen VE",
        "Groepen",
        "Dagen per week",
        "Uren per dag",
        "Weken per jaar",
        "PBM-uren gepland",
        "Kosten van een groep (euro)",
    ),
    klasse=Klasse.INTERN,
    let_op=(
        "Houders geven dit zelf op; alleen locaties met gesubsidieerde voorschoolse educatie.",
        "Kindplaatsen VE zijn plaatsen voor kinderen met een indicatie.",
        "Dagen, uren en weken zijn die van een kind met een indicatie dat volledig komt.",
        "Deel dit niet buiten de werkruimte.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
_LONGEST, _PLACES, _HOURS, _EURO = 200, 1000, 100_000, 10_000_000
_LRK = r"^\d{9,12}$"
_YEAR = pl.col("Jaar").str.strip_chars()
_NUMBER = pl.col("LRK-nummer").str.strip_chars()
_DAYS, _DAILY, _WEEKS = (decimal(f"{what} per {of}") for what, of in (
    ("Dagen", "week"), ("Uren", "dag"), ("Weken", "jaar")))  # fmt: skip
_PBM, _COST = decimal("PBM-uren gepland"), decimal("Kosten van een groep (euro)")


class Tabel(dy.Schema):
    """One row per location and year; hours in clock hours, cost in euros a year."""

    jaar = dy.String(nullable=False, regex=r"^20\d\d$", primary_key=True)
    lrk = dy.String(nullable=False, regex=_LRK, primary_key=True)
    locatie = dy.String(nullable=False, min_length=1, max_length=_LONGEST)
    houder = dy.String(nullable=False, min_length=1, max_length=_LONGEST)
    postcode4 = dy.String(nullable=False, regex=r"^[1-9]\d{3}$")
    kindplaatsen = dy.Int32(nullable=False, min=0, max=_PLACES)
    groepen = dy.Int32(nullable=False, min=0, max=_PLACES)
    dagen = dy.Float64(nullable=False, min=0, max=7)
    uren_per_dag = dy.Float64(nullable=False, min=0, max=24)
    weken = dy.Float64(nullable=False, min=0, max=53)
    pbm_uren = dy.Float64(nullable=True, min=0, max=_HOURS)
    kosten_groep = dy.Float64(nullable=True, min=0, max=_EURO)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return the offer that houders gave (CSV with Dutch heads)."""
    ruw = screen(read_text(files, KOLOMMEN), _EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        jaar=_YEAR,
        lrk=_NUMBER,
        locatie=text("Locatie"),
        houder=text("Houder"),
        postcode4=postcode4("Postcode"),
        kindplaatsen=whole("Kindplaatsen VE", _PLACES),
        groepen=whole("Groepen", _PLACES),
        dagen=_DAYS,
        uren_per_dag=_DAILY,
        weken=_WEEKS,
        pbm_uren=_PBM,
        kosten_groep=_COST,
    )
    return finish(ruw, rijen, Tabel)


def _named(kolom: str) -> Eis:
    fits = text(kolom).str.len_chars().is_between(1, _LONGEST)
    return Eis(kolom=kolom, goed=fits, reden="schrijf een naam van hoogstens 200 tekens.")


def _empty_or(kolom: str, reading: pl.Expr, most: int) -> Eis:
    fits = text(kolom).is_null() | reading.is_between(0, most)
    return Eis(kolom=kolom, goed=fits, reden="geen getal; laat leeg wat niet bekend is.")


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
    _named("Locatie"),
    _named("Houder"),
    must("Postcode", postcode4("Postcode"), "geen postcode, zoals 1211 AB."),
    must("Kindplaatsen VE", whole("Kindplaatsen VE", _PLACES), "geen heel getal tot 1000."),
    must("Groepen", whole("Groepen", _PLACES), "geen heel getal tot 1000."),
    Eis(kolom="Dagen per week", goed=_DAYS.is_between(0, 7), reden="geen getal van 0 tot 7."),
    Eis(kolom="Uren per dag", goed=_DAILY.is_between(0, 24), reden="geen getal van 0 tot 24."),
    Eis(kolom="Weken per jaar", goed=_WEEKS.is_between(0, 53), reden="geen getal van 0 tot 53."),
    _empty_or("PBM-uren gepland", _PBM, _HOURS),
    _empty_or("Kosten van een groep (euro)", _COST, _EURO),
    once("LRK-nummer", _YEAR, _NUMBER),
)


# Invented: these numbers are of no location.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="aanbod-voorschool.csv",
        inhoud=(
            b"Jaar;LRK-nummer;Locatie;Houder;Postcode;Kindplaatsen VE;Groepen;Dagen per week;"
            b"Uren per dag;Weken per jaar;PBM-uren gepland;Kosten van een groep (euro)\r\n"
            b"2026;990402000001;Locatie 1;Houder A;1211 AB;24;3;4;4;40;240;98500\r\n"
            b"2026;990402000002;Locatie 2;Houder B;1221;16;2;2;8;40;;\r\n"
            b"2026;12;Locatie 3;Houder B;1221;16;2;2;8;40;;\r\n"
        ),
    ),
    expect="""
        jaar lrk          locatie   houder   postcode4 kindplaatsen groepen dagen uren_per_dag weken pbm_uren kosten_groep
        2026 990402000001 Locatie~1 Houder~A 1211      24           3       4     4            40    240      98500
        2026 990402000002 Locatie~2 Houder~B 1221      16           2       2     8            40    .        .
    """,  # noqa: E501 - a table
    afgekeurd=1,
)
