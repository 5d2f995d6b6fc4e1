"""What mbo and gemeente do for transitions: stages, entree, NT2, vavo and adults; asked of them."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.cellen import count_range, decimal, is_count, text
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import NO_COUNT, Eis, finish, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Klasse, Sample

SOURCE = Bron(
    titel="Mbo, vavo en volwasseneneducatie",
    uitgever="Mbo en gemeente in de werkruimte",
    pagina="",
    licentie="Alleen voor gebruik binnen de werkruimte",
    cadans=Cadans.JAARLIJKS,
    peil="Het kalenderjaar dat de opgave noemt",
    editie="jaar",
    sleutel=("soort", "instelling"),
    kop=("Jaar", "Instelling", "Soort", "Deelnemers", "Afgerond", "Bedrag (euro)", "Bron"),
    klasse=Klasse.INTERN,
    deel="instelling",
    afgeschermd=True,
    let_op=(
        "Instellingen geven dit zelf op; wat zij meetellen kan verschillen.",
        "Volwasseneneducatie wordt betaald uit de WEB. Dat geld gaat naar de contactgemeente.",
        "Deel dit niet buiten de werkruimte.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
SOORTEN = ("stage", "entree", "nt2", "vavo", "volwasseneneducatie")
_YEAR = pl.col("Jaar").str.strip_chars()
_SOORT = text("Soort").str.to_lowercase()
_EURO = decimal("Bedrag (euro)")
_MOST, _LONGEST = 1_000_000_000, 160


class Tabel(dy.Schema):
    """One row per year, institution and kind; in persons and euros, `euro` empty when unknown."""

    jaar = dy.String(nullable=False, regex=r"^20\d\d$", primary_key=True)
    instelling = dy.String(nullable=False, min_length=1, max_length=_LONGEST, primary_key=True)
    soort = dy.String(
        nullable=False, regex=r"^(stage|entree|nt2|vavo|volwasseneneducatie)$", primary_key=True
    )
    deelnemers_laag = dy.Int32(nullable=False, min=0)
    deelnemers_hoog = dy.Int32(nullable=False, min=0)
    afgerond_laag = dy.Int32(nullable=False, min=0)
    afgerond_hoog = dy.Int32(nullable=False, min=0)
    euro = dy.Float64(nullable=True, min=0, max=_MOST)
    bron = dy.String(nullable=False, min_length=1, max_length=_LONGEST)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return what institutions gave (CSV with Dutch heads); '<5' is a hidden count."""
    ruw = screen(read_text(files, KOLOMMEN), _EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        *count_range("Deelnemers", "deelnemers"),
        *count_range("Afgerond", "afgerond"),
        jaar=_YEAR,
        instelling=text("Instelling"),
        soort=_SOORT,
        euro=_EURO,
        bron=text("Bron"),
    )
    return finish(ruw, rijen, Tabel)


def _written(kop: str, reden: str) -> Eis:
    return Eis(kolom=kop, goed=text(kop).str.len_chars().is_between(1, _LONGEST), reden=reden)


_EISEN = (
    Eis(
        kolom="Jaar",
        goed=_YEAR.str.contains(r"^20\d\d$"),
        reden="geen jaar; schrijf vier cijfers, zoals 2026.",
    ),
    _written("Instelling", "schrijf in hoogstens 160 tekens welke instelling dit opgeeft."),
    Eis(
        kolom="Soort",
        goed=_SOORT.is_in(SOORTEN),
        reden="kies stage, entree, nt2, vavo of volwasseneneducatie.",
    ),
    Eis(kolom="Deelnemers", goed=is_count("Deelnemers"), reden=NO_COUNT),
    Eis(kolom="Afgerond", goed=is_count("Afgerond"), reden=NO_COUNT),
    Eis(
        kolom="Bedrag (euro)",
        goed=text("Bedrag (euro)").is_null() | _EURO.is_between(0, _MOST),
        reden="geen bedrag in euro, zoals 12500; laat leeg wat niet bekend is.",
    ),
    _written("Bron", "schrijf waar dit staat, zoals het jaarverslag met de bladzijde."),
    once("Instelling", _YEAR, text("Instelling"), _SOORT),
)


# Invented numbers: nobody publishes these.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="mbo-en-educatie.csv",
        inhoud=(
            b"Jaar;Instelling;Soort;Deelnemers;Afgerond;Bedrag (euro);Bron\r\n"
            b"2025;MBO College;entree;120;84;;jaarverslag, bladzijde 9\r\n"
            b"2025;Gemeente;Volwasseneneducatie;310;240;260000;jaarrekening\r\n"
            b"2025;MBO College;nt2;<5;0;;jaarverslag\r\n"
            b"2025;MBO College;taal;30;20;;jaarverslag\r\n"
        ),
    ),
    expect="""
        jaar instelling   soort               deelnemers_laag deelnemers_hoog afgerond_laag euro
        2025 MBO~College  entree              120             120             84            .
        2025 Gemeente     volwasseneneducatie 310             310             240           260000
        2025 MBO~College  nt2                 1               4               0             .
    """,
    afgekeurd=1,
)
