"""How the quality of voorschoolse educatie was measured per location, with which instrument."""

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
    titel="Kwaliteitsmeting van de voorschool per locatie",
    uitgever="Wie de kwaliteit meet, namens de werkruimte",
    pagina="",
    licentie="Alleen voor gebruik binnen de werkruimte",
    cadans=Cadans.JAARLIJKS,
    peil="Het kalenderjaar van de meting",
    editie="jaar",
    sleutel=("lrk", "instrument"),
    kop=("Jaar", "LRK-nummer", "Instrument", "Versie", "Score", "Voldoende", "Gemeten door"),
    klasse=Klasse.INTERN,
    let_op=(
        "Instrumenten meten niet hetzelfde: vergelijk nooit scores van twee instrumenten.",
        "Ook een nieuwe versie van een instrument is een andere meting.",
        "Wat voldoende is, bepaalt wie meet.",
        "Deel dit niet buiten de werkruimte.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
_LONGEST, _MOST = 120, 1000
_LRK = r"^\d{9,12}$"
_YEAR = pl.col("Jaar").str.strip_chars()
_NUMBER = pl.col("LRK-nummer").str.strip_chars()
_SCORE = decimal("Score")
_ENOUGH = text("Voldoende").str.to_lowercase()


class Tabel(dy.Schema):
    """One row per location, year and instrument; `score` in the scale of the instrument."""

    jaar = dy.String(nullable=False, regex=r"^20\d\d$", primary_key=True)
    lrk = dy.String(nullable=False, regex=_LRK, primary_key=True)
    instrument = dy.String(nullable=False, min_length=1, max_length=_LONGEST, primary_key=True)
    versie = dy.String(nullable=False, min_length=1, max_length=_LONGEST)
    score = dy.Float64(nullable=True, min=0, max=_MOST)
    voldoende = dy.String(nullable=False, regex=r"^(ja|nee)$")
    door = dy.String(nullable=False, min_length=1, max_length=_LONGEST)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return the measurements (CSV with Dutch heads)."""
    ruw = screen(read_text(files, KOLOMMEN), _EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        jaar=_YEAR,
        lrk=_NUMBER,
        instrument=text("Instrument"),
        versie=text("Versie"),
        score=_SCORE,
        voldoende=_ENOUGH,
        door=text("Gemeten door"),
    )
    return finish(ruw, rijen, Tabel)


def _named(kolom: str) -> Eis:
    fits = text(kolom).str.len_chars().is_between(1, _LONGEST)
    return Eis(kolom=kolom, goed=fits, reden="vul dit in, in hoogstens 120 tekens.")


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
    _named("Instrument"),
    _named("Versie"),
    Eis(
        kolom="Score",
        goed=text("Score").is_null() | _SCORE.is_between(0, _MOST),
        reden="geen getal; laat leeg als er alleen een oordeel is.",
    ),
    Eis(kolom="Voldoende", goed=_ENOUGH.is_in(["ja", "nee"]), reden="schrijf ja of nee."),
    _named("Gemeten door"),
    once("LRK-nummer", _YEAR, _NUMBER, text("Instrument")),
)


# Invented: these numbers are of no location.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="kwaliteit-voorschool.csv",
        inhoud=(
            b"Jaar;LRK-nummer;Instrument;Versie;Score;Voldoende;Gemeten door\r\n"
            b"2026;990402000001;Voorbeeldmeting;2;3,4;ja;Onderzoeker\r\n"
            b"2026;990402000002;Voorbeeldmeting;2;;Nee;Onderzoeker\r\n"
            b"2026;990402000003;Voorbeeldmeting;2;3,0;misschien;Onderzoeker\r\n"
        ),
    ),
    expect="""
        jaar lrk          instrument      versie score voldoende door
        2026 990402000001 Voorbeeldmeting 2      3.4   ja        Onderzoeker
        2026 990402000002 Voorbeeldmeting 2      .     nee       Onderzoeker
    """,
    afgekeurd=1,
)
