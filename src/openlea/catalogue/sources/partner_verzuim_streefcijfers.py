"""The streefcijfers of the regional programme, and what came of them: for the effectrapportage."""

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
    titel="Streefcijfers van het regionaal programma",
    uitgever="Contactgemeente van de Doorstroompuntregio",
    pagina="",
    licentie="Alleen voor gebruik binnen de werkruimte",
    cadans=Cadans.JAARLIJKS,
    peil="Het jaar van het programma",
    editie="jaar",
    sleutel=("streefcijfer",),
    kop=("Jaar", "Streefcijfer", "Eenheid", "Streefwaarde", "Uitkomst", "Toelichting", "Bron"),
    klasse=Klasse.INTERN,
    let_op=(
        "De streefcijfers gelden voor de hele regio, niet voor een gemeente.",
        "De steungroep tot 27 jaar is geen vsv-statistiek: zet ze niet in een reeks.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
_MOST = 1_000_000
_YEAR = pl.col("Jaar").str.strip_chars()
_AIM, _RESULT = decimal("Streefwaarde"), decimal("Uitkomst")
_LONGEST = 200


class Tabel(dy.Schema):
    """One row per year and streefcijfer; `uitkomst` is empty as long as it isn't known."""

    jaar = dy.String(nullable=False, regex=r"^20\d\d$", primary_key=True)
    streefcijfer = dy.String(nullable=False, min_length=1, max_length=200, primary_key=True)
    eenheid = dy.String(nullable=False, min_length=1, max_length=200)
    streefwaarde = dy.Float64(nullable=False, min=0, max=_MOST)
    uitkomst = dy.Float64(nullable=True, min=0, max=_MOST)
    toelichting = dy.String(nullable=True)
    bron = dy.String(nullable=False, min_length=1, max_length=200)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return the streefcijfers of a region (CSV with Dutch heads)."""
    ruw = screen(read_text(files, KOLOMMEN), _EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        jaar=_YEAR,
        streefcijfer=text("Streefcijfer"),
        eenheid=text("Eenheid"),
        streefwaarde=_AIM,
        uitkomst=_RESULT,
        toelichting=text("Toelichting"),
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
        kolom="Streefcijfer",
        goed=text("Streefcijfer").str.len_chars().is_between(1, _LONGEST),
        reden="schrijf in hoogstens 200 tekens waar het streefcijfer over gaat.",
    ),
    Eis(
        kolom="Eenheid",
        goed=text("Eenheid").str.len_chars().is_between(1, _LONGEST),
        reden="schrijf de eenheid, zoals % of jongeren.",
    ),
    Eis(
        kolom="Streefwaarde",
        goed=_AIM.is_between(0, _MOST),
        reden="geen getal, zoals 1,5 of 120.",
    ),
    Eis(
        kolom="Uitkomst",
        goed=(text("Uitkomst").fill_null("") == "") | _RESULT.is_between(0, _MOST),
        reden="geen getal; laat het leeg zolang de uitkomst er niet is.",
    ),
    Eis(
        kolom="Bron",
        goed=text("Bron").str.len_chars().is_between(1, _LONGEST),
        reden="schrijf waar dit getal staat.",
    ),
    once("Streefcijfer", _YEAR, text("Streefcijfer")),
)


# Invented numbers: nobody publishes these.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="streefcijfers.csv",
        inhoud=(
            b"Jaar;Streefcijfer;Eenheid;Streefwaarde;Uitkomst;Toelichting;Bron\r\n"
            b"2026;nieuwe vsv'ers;%;1,5;;;programma\r\n"
            b"2026;jongeren terug naar school;jongeren;120;97;later begonnen;programma\r\n"
            b"2026;contact;jongeren;veel;;;programma\r\n"
        ),
    ),
    expect="""
        jaar streefcijfer               eenheid  streefwaarde uitkomst toelichting    bron
        2026 nieuwe~vsv'ers             %        1.5          .        .              programma
        2026 jongeren~terug~naar~school jongeren 120          97       later~begonnen programma
    """,
    afgekeurd=1,
)
