"""How many young people of an age band have a startkwalificatie: DUO tells it to the gemeente."""

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
    titel="Jongeren met een startkwalificatie",
    uitgever="Gemeente (opgave van DUO of CBS)",
    pagina="",
    licentie="Alleen voor gebruik binnen de werkruimte",
    cadans=Cadans.JAARLIJKS,
    peil="Het schooljaar, stand 1 oktober",
    editie="schooljaar",
    sleutel=("gemeente", "van", "tot"),
    kop=(
        "Schooljaar",
        "Gemeente",
        "Leeftijd van",
        "Leeftijd tot en met",
        "Jongeren",
        "Met startkwalificatie",
        "Bron",
    ),
    klasse=Klasse.INTERN,
    let_op=(
        "Een aandeel zonder leeftijden zegt niets: noem ze altijd.",
        "Wie nog naar school gaat en geen startkwalificatie heeft, is niet uitgevallen.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
_MOST = 1_000_000
_YEAR = pl.col("Schooljaar").str.strip_chars().str.replace("/", "-")
_FROM, _TO = whole("Leeftijd van", 26), whole("Leeftijd tot en met", 26)
_ALL, _WITH = whole("Jongeren", _MOST), whole("Met startkwalificatie", _MOST)
_LONGEST = 200


class Tabel(dy.Schema):
    """One row per schooljaar, gemeente and age band, both ages included."""

    schooljaar = dy.String(nullable=False, regex=r"^20\d\d-20\d\d$", primary_key=True)
    gemeente = dy.String(nullable=False, regex=r"^GM\d{4}$", primary_key=True)
    van = dy.Int32(nullable=False, min=12, max=26, primary_key=True)
    tot = dy.Int32(nullable=False, min=12, max=26, primary_key=True)
    jongeren = dy.Int32(nullable=False, min=0, max=_MOST)
    met = dy.Int32(nullable=False, min=0, max=_MOST)
    bron = dy.String(nullable=False, min_length=1, max_length=200)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return the numbers per age band (CSV with Dutch heads)."""
    ruw = screen(read_text(files, KOLOMMEN), _EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        schooljaar=_YEAR,
        gemeente=gemeente("Gemeente"),
        van=_FROM,
        tot=_TO,
        jongeren=_ALL,
        met=_WITH,
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
        kolom="Leeftijd tot en met",
        goed=_FROM.is_between(12, 26) & (_TO >= _FROM),
        reden="geen leeftijden van 12 tot en met 26 jaar.",
    ),
    Eis(
        kolom="Met startkwalificatie",
        goed=_WITH <= _ALL,
        reden="er zijn er meer met een startkwalificatie dan er jongeren zijn.",
    ),
    Eis(
        kolom="Bron",
        goed=text("Bron").str.len_chars().is_between(1, _LONGEST),
        reden="schrijf waar dit getal staat.",
    ),
    once("Leeftijd van", _YEAR, gemeente("Gemeente"), _FROM, _TO),
)


# Invented numbers: nobody publishes these.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="startkwalificatie.csv",
        inhoud=(
            b"Schooljaar;Gemeente;Leeftijd van;Leeftijd tot en met;Jongeren;"
            b"Met startkwalificatie;Bron\r\n"
            b"2025-2026;GM0402;18;24;1200;1020;DUO\r\n"
            b"2025-2026;GM0402;18;22;100;140;DUO\r\n"
        ),
    ),
    expect="""
        schooljaar gemeente van tot jongeren met  bron
        2025-2026  GM0402   18  24  1200     1020 DUO
    """,
    afgekeurd=1,
)
