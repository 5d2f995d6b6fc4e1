"""How much staff each schoolbestuur lacks: only the besturen know, and are asked for it."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.cellen import bestuur, day, decimal, text
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import Eis, finish, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Klasse, Sample

SOURCE = Bron(
    titel="Personeelstekort per schoolbestuur",
    uitgever="Schoolbesturen in de werkruimte",
    pagina="",
    licentie="Alleen voor gebruik binnen de werkruimte",
    cadans=Cadans.JAARLIJKS,
    peil="De dag die het schoolbestuur noemt, bij voorkeur 1 oktober",
    editie="peildatum",
    sleutel=("bestuur", "sector", "functie"),
    kop=("Peildatum", "Bestuur", "Sector", "Functie", "Formatie (fte)", "Onvervuld (fte)"),
    klasse=Klasse.INTERN,
    deel="bestuur",
    let_op=(
        "Schoolbesturen geven dit zelf op; wat onvervuld heet kan per schoolbestuur verschillen.",
        "Deel dit niet buiten de werkruimte.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop)
_MOST = 100_000
_JOBS, _UNFILLED = decimal("Formatie (fte)"), decimal("Onvervuld (fte)")
_SECTOR = pl.col("Sector").str.strip_chars().str.to_lowercase()


class Tabel(dy.Schema):
    """One row per schoolbestuur, sector and function; in full-time jobs (fte)."""

    peildatum = dy.String(nullable=False, regex=r"^20\d\d-\d\d-\d\d$", primary_key=True)
    bestuur = dy.String(nullable=False, regex=r"^\d{5}$", primary_key=True)
    sector = dy.String(nullable=False, regex=r"^(po|so|vo)$", primary_key=True)
    functie = dy.String(nullable=False, min_length=1, max_length=100, primary_key=True)
    fte_formatie = dy.Float64(nullable=False, min=0, max=_MOST)
    fte_onvervuld = dy.Float64(nullable=False, min=0, max=_MOST)

    @dy.rule()
    def meer_onvervuld_dan_formatie(cls) -> pl.Expr:  # noqa: N805  # dataframely gives the class
        """Say whether no more is unfilled than there is."""
        return cls.fte_onvervuld.col <= cls.fte_formatie.col


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return the jobs and the unfilled jobs that schoolbesturen gave (CSV with Dutch heads)."""
    ruw = screen(read_text(files, KOLOMMEN), _EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        peildatum=day("Peildatum"),
        bestuur=bestuur("Bestuur"),
        sector=_SECTOR,
        functie=text("Functie"),
        fte_formatie=_JOBS,
        fte_onvervuld=_UNFILLED,
    )
    return finish(ruw, rijen, Tabel)


_EISEN = (
    Eis(
        kolom="Peildatum",
        goed=day("Peildatum").str.starts_with("20"),
        reden="geen datum; schrijf jaar, maand en dag: 2026-10-01.",
    ),
    Eis(
        kolom="Bestuur",
        goed=bestuur("Bestuur").is_not_null(),
        reden="geen nummer van een schoolbestuur (vijf cijfers, van DUO).",
    ),
    Eis(kolom="Sector", goed=_SECTOR.is_in(["po", "so", "vo"]), reden="kies po, so of vo."),
    Eis(
        kolom="Functie",
        goed=text("Functie").str.len_chars().is_between(1, 100),
        reden="schrijf de functie in hoogstens honderd tekens.",
    ),
    Eis(
        kolom="Formatie (fte)",
        goed=_JOBS.is_between(0, _MOST),
        reden="geen aantal voltijdbanen, zoals 12,5.",
    ),
    Eis(
        kolom="Onvervuld (fte)",
        goed=_UNFILLED.is_between(0, _MOST),
        reden="geen aantal voltijdbanen, zoals 1,5.",
    ),
    Eis(
        kolom="Onvervuld (fte)",
        goed=_UNFILLED <= _JOBS,
        reden="er is meer onvervuld dan er aan formatie is.",
    ),
    once("Bestuur", day("Peildatum"), bestuur("Bestuur"), _SECTOR, text("Functie")),
)


# Invented numbers: nobody publishes these.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="personeelstekort.csv",
        inhoud=(
            b"Peildatum;Bestuur;Sector;Functie;Formatie (fte);Onvervuld (fte)\r\n"
            b"2026-10-01;41388;po;leraar;212,4;9,6\r\n"
            b"2026-10-01;41388;po;schoolleider;14;0\r\n"
            b"2026-10-01;41388;vo;leraar;3;8\r\n"
        ),
    ),
    expect="""
        peildatum  bestuur sector functie      fte_formatie fte_onvervuld
        2026-10-01 41388   po     leraar       212.4        9.6
        2026-10-01 41388   po     schoolleider 14           0
    """,
    afgekeurd=1,
)
