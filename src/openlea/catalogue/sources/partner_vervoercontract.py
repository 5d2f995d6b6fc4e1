"""What a transport contract does in a school year: in no open file, so the carrier is asked."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.cellen import decimal, gemeente, text, whole
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import Eis, finish, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Klasse, Sample

SOURCE = Bron(
    titel="Contract leerlingenvervoer: ritten, klachten en stiptheid",
    uitgever="Vervoerders en gemeenten in de werkruimte",
    pagina="",
    licentie="Alleen voor gebruik binnen de werkruimte",
    cadans=Cadans.JAARLIJKS,
    peil="Het schooljaar dat de vervoerder noemt",
    editie="schooljaar",
    sleutel=("gemeente", "perceel"),
    kop=(
        "Schooljaar",
        "Gemeente",
        "Perceel",
        "Vorm",
        "Ritten",
        "Op tijd (%)",
        "Klachten",
        "Kosten (euro)",
        "Vervoer naar BSO",
        "Bron",
    ),
    klasse=Klasse.INTERN,
    let_op=(
        "Vervoerders geven dit zelf op; wat zij op tijd noemen kan verschillen.",
        "Totalen per perceel, nooit per leerling.",
        "Deel dit niet buiten de werkruimte.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
VORMEN = ("inbesteed", "aanbesteed", "gemengd")
_MOST = 1_000_000_000
_MOST_RIDES, _ALL = 100_000_000, 100
_YEAR = pl.col("Schooljaar").str.strip_chars()
_FORM, _CLUB = (text(one).str.to_lowercase() for one in ("Vorm", "Vervoer naar BSO"))
_COST, _ON_TIME = decimal("Kosten (euro)"), decimal("Op tijd (%)")


class Tabel(dy.Schema):
    """One row per school year, gemeente and lot of the contract; costs in euros."""

    schooljaar = dy.String(nullable=False, regex=r"^20\d\d/\d\d$", primary_key=True)
    gemeente = dy.String(nullable=False, regex=r"^GM\d{4}$", primary_key=True)
    perceel = dy.String(nullable=False, min_length=1, max_length=200, primary_key=True)
    vorm = dy.String(nullable=False)
    ritten = dy.Int64(nullable=False, min=0)
    op_tijd = dy.Float64(nullable=True, min=0, max=_ALL)
    klachten = dy.Int64(nullable=False, min=0)
    euro = dy.Float64(nullable=False, min=0, max=_MOST)
    naar_bso = dy.String(nullable=False)
    bron = dy.String(nullable=False, min_length=1, max_length=200)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return what carriers gave of their contracts (CSV with Dutch heads)."""
    ruw = screen(read_text(files, KOLOMMEN), _EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        schooljaar=_YEAR,
        gemeente=gemeente("Gemeente"),
        perceel=text("Perceel"),
        vorm=_FORM,
        ritten=whole("Ritten", _MOST_RIDES).cast(pl.Int64),
        op_tijd=_ON_TIME,
        klachten=whole("Klachten", _MOST_RIDES).cast(pl.Int64),
        euro=_COST,
        naar_bso=_CLUB,
        bron=text("Bron"),
    )
    return finish(ruw, rijen, Tabel)


_EISEN = (
    Eis(
        kolom="Schooljaar",
        goed=_YEAR.str.contains(r"^20\d\d/\d\d$"),
        reden="geen schooljaar; schrijf 2025/26.",
    ),
    Eis(
        kolom="Gemeente",
        goed=gemeente("Gemeente").is_not_null(),
        reden="geen nummer van een gemeente, zoals GM0402.",
    ),
    Eis(
        kolom="Perceel",
        goed=text("Perceel").str.len_chars().is_between(1, 200),
        reden="noem het perceel; is er maar één, schrijf dan 'alles'.",
    ),
    Eis(
        kolom="Vorm",
        goed=_FORM.is_in(VORMEN),
        reden="kies uit: inbesteed, aanbesteed, gemengd.",
    ),
    Eis(
        kolom="Ritten",
        goed=whole("Ritten", _MOST_RIDES).is_not_null(),
        reden="geen heel aantal ritten.",
    ),
    Eis(
        kolom="Op tijd (%)",
        goed=(text("Op tijd (%)").fill_null("") == "") | _ON_TIME.is_between(0, _ALL),
        reden="geen procent van 0 tot 100; laat leeg als het niet wordt gemeten.",
    ),
    Eis(
        kolom="Klachten",
        goed=whole("Klachten", _MOST_RIDES).is_not_null(),
        reden="geen heel aantal klachten.",
    ),
    Eis(
        kolom="Kosten (euro)",
        goed=_COST.is_between(0, _MOST),
        reden="geen bedrag in euro, zoals 12500 of 12500,50.",
    ),
    Eis(
        kolom="Vervoer naar BSO",
        goed=_CLUB.is_in(("ja", "nee")),
        reden="schrijf ja of nee.",
    ),
    Eis(
        kolom="Bron",
        goed=text("Bron").str.len_chars().is_between(1, 200),
        reden="schrijf waar dit staat, zoals de kwartaalrapportage met de bladzijde.",
    ),
    once("Perceel", _YEAR, gemeente("Gemeente"), text("Perceel")),
)


# Invented numbers: nobody publishes these.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="vervoercontract.csv",
        inhoud=(
            b"Schooljaar;Gemeente;Perceel;Vorm;Ritten;Op tijd (%);Klachten;Kosten (euro);"
            b"Vervoer naar BSO;Bron\r\n"
            b"2025/26;GM0402;taxi;aanbesteed;41000;93,5;62;890000;nee;blad 2\r\n"
            b"2025/26;GM0402;bus;Inbesteed;9000;;4;120000,50;ja;blad 3\r\n"
            b"2025/26;GM0402;rolstoel;uitbesteed;10;90;0;100;nee;rapportage\r\n"
        ),
    ),
    expect="""
        schooljaar gemeente perceel vorm       ritten op_tijd klachten euro     naar_bso bron
        2025/26    GM0402   bus     inbesteed  9000   .       4        120000.5 ja       blad~3
        2025/26    GM0402   taxi    aanbesteed 41000  93.5    62       890000   nee      blad~2
    """,
    afgekeurd=1,
)
