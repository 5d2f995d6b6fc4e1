"""How many are leerplichtig and kwalificatieplichtig: of the BRP, which is not public."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.cellen import gemeente, text, whole
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import Eis, finish, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Klasse, Sample

SOURCE = Bron(
    titel="Leerplichtigen en kwalificatieplichtigen",
    uitgever="Gemeente (basisregistratie personen)",
    pagina="",
    licentie="Alleen voor gebruik binnen de werkruimte",
    cadans=Cadans.JAARLIJKS,
    peil="Het schooljaar, stand 1 oktober",
    editie="schooljaar",
    sleutel=("gemeente", "groep"),
    kop=("Schooljaar", "Gemeente", "Groep", "Aantal", "Bron"),
    klasse=Klasse.INTERN,
    let_op=(
        "Twee groepen: 5 tot en met 16 jaar leerplichtig, 16 en 17 jaar kwalificatieplichtig.",
        "Het CBS telt per 1 januari en kent de leerplicht niet: dat is een ander getal.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
_MOST = 1_000_000
_YEAR = pl.col("Schooljaar").str.strip_chars().str.replace("/", "-")
_GROUP = text("Groep").str.to_lowercase()
_COUNT = whole("Aantal", _MOST)
_LONGEST = 200
GROEPEN = ("leerplichtig", "kwalificatieplichtig")


class Tabel(dy.Schema):
    """One row per schooljaar, gemeente and group; a person is in one group."""

    schooljaar = dy.String(nullable=False, regex=r"^20\d\d-20\d\d$", primary_key=True)
    gemeente = dy.String(nullable=False, regex=r"^GM\d{4}$", primary_key=True)
    groep = dy.String(
        nullable=False, regex=r"^(leerplichtig|kwalificatieplichtig)$", primary_key=True
    )
    aantal = dy.Int32(nullable=False, min=0, max=_MOST)
    bron = dy.String(nullable=False, min_length=1, max_length=200)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return the numbers of the BRP (CSV with Dutch heads)."""
    ruw = screen(read_text(files, KOLOMMEN), _EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        schooljaar=_YEAR,
        gemeente=gemeente("Gemeente"),
        groep=_GROUP,
        aantal=_COUNT,
        bron=text("Bron"),
    )
    return finish(ruw, rijen, Tabel)


_EISEN = (
    Eis(
        kolom="Schooljaar",
        goed=_YEAR.str.contains(r"^20\d\d-20\d\d$"),
        reden="geen schooljaar; schrijf het als 2025-2026.",
    ),
    Eis(
        kolom="Gemeente",
        goed=gemeente("Gemeente").is_not_null(),
        reden="geen code van een gemeente, zoals GM0402.",
    ),
    Eis(
        kolom="Groep",
        goed=_GROUP.is_in(GROEPEN),
        reden="schrijf leerplichtig of kwalificatieplichtig.",
    ),
    Eis(
        kolom="Aantal",
        goed=_COUNT.is_not_null(),
        reden="geen aantal, zoals 12500.",
    ),
    Eis(
        kolom="Bron",
        goed=text("Bron").str.len_chars().is_between(1, _LONGEST),
        reden="schrijf waar dit getal staat.",
    ),
    once("Groep", _YEAR, gemeente("Gemeente"), _GROUP),
)


# Invented numbers: nobody publishes these.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="leerplichtigen.csv",
        inhoud=(
            b"Schooljaar;Gemeente;Groep;Aantal;Bron\r\n"
            b"2025-2026;GM0402;leerplichtig;13000;BRP op 1 oktober\r\n"
            b"2025-2026;GM0402;kwalificatieplichtig;1500;BRP op 1 oktober\r\n"
            b"2025-2026;GM0402;peuters;900;BRP op 1 oktober\r\n"
        ),
    ),
    expect="""
        schooljaar gemeente groep                aantal bron
        2025-2026  GM0402   leerplichtig         13000  BRP~op~1~oktober
        2025-2026  GM0402   kwalificatieplichtig 1500   BRP~op~1~oktober
    """,
    afgekeurd=1,
)
