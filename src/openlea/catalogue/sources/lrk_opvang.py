"""Kinderdagverblijven en buitenschoolse opvang met hun plaatsen, uit het landelijk register."""

import re
from collections.abc import Mapping, Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.cellen import gemeente, postcode4, text, whole
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import Eis, finish, must, once, screen
from openlea.catalogue.reading.letters import refuse
from openlea.catalogue.reading.opvang import CLEAN, KEPT, without_people
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Live, Protocol, Sample

SOURCE = Bron(
    titel="Kinderopvanglocaties (LRK)",
    uitgever="Landelijk Register Kinderopvang",
    pagina="https://www.landelijkregisterkinderopvang.nl/opendata/",
    licentie="CC0",
    cadans=Cadans.WEKELIJKS,
    peil="de dag van ophalen",
    editie="peildatum",
    sleutel=("lrk_id",),
    kop=("lrk_id", "type_oko", "actuele_naam_oko", "aantal_kindplaatsen", "ve", "cbs_code"),
    live=Live(
        protocol=Protocol.BESTAND,
        adres="https://www.landelijkregisterkinderopvang.nl/opendata/export_opendata_lrk.csv",
        vragen={"naam": "export_opendata_lrk-{dag}.csv"},
    ),
    let_op=(
        "Gastouders en houders van vlees en bloed zijn weggelaten voordat er iets is bewaard.",
        "Daardoor ligt het aantal plaatsen iets te laag, vooral waar eenmanszaken opvang bieden.",
        "Niet nagekeken op het echte bestand: hoe de rechtsvorm en 've' zijn gespeld.",
        "Het bestand zegt zijn dag niet; die staat in de naam.",
    ),
)
KOLOMMEN = Kolommen(bron=__file__, nodig=(*KEPT, CLEAN))
_YES_NO: Mapping[str, str] = {"ja": "ja", "nee": "nee", "j": "ja", "n": "nee"}
_DAY = re.compile(r"(?<!\d)(20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")
_MOST = 2000


class Tabel(dy.Schema):
    """One row per place of childcare; `ve` says whether it offers voorschoolse educatie."""

    peildatum = dy.String(nullable=False, regex=r"^\d{4}-\d\d-\d\d$")
    lrk_id = dy.String(nullable=False)
    soort = dy.String(nullable=False, regex=r"^(kdv|bso)$")
    naam = dy.String(nullable=False)
    kindplaatsen = dy.Int32(nullable=True, min=0)
    ve = dy.String(nullable=True, regex=r"^(ja|nee)$")
    ouderparticipatie = dy.String(nullable=True, regex=r"^(ja|nee)$")
    status = dy.String(nullable=False)
    ingeschreven_op = dy.String(nullable=True)
    postcode4 = dy.String(nullable=True)
    plaatsnaam = dy.String(nullable=True)
    gemeente = dy.String(nullable=False, regex=r"^GM\d{4}$")


def strip(files: Sequence[Bestand]) -> tuple[Bestand, ...]:
    """Return what may be kept of the files: places of childcare, and nothing about people."""
    return without_people(__file__, files)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a row per kinderdagverblijf and buitenschoolse opvang."""
    days = {file.naam: _day_of(file) for file in files}
    ruw = screen(read_text(strip(files), KOLOMMEN), _EISEN)
    day = pl.col(BESTAND).cast(pl.String).replace_strict(days, return_dtype=pl.String)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        day.alias("peildatum"),
        text("lrk_id"),
        text("type_oko").str.to_lowercase().alias("soort"),
        _said("actuele_naam_oko").alias("naam"),
        whole("aantal_kindplaatsen", _MOST).alias("kindplaatsen"),
        _yes_no("ve").alias("ve"),
        _yes_no("opc").alias("ouderparticipatie"),
        text("status").str.to_lowercase(),
        _registered_on().alias("ingeschreven_op"),
        postcode4("opvanglocatie_postcode").alias("postcode4"),
        _said("opvanglocatie_woonplaats").alias("plaatsnaam"),
        gemeente("cbs_code").alias("gemeente"),
    )
    return finish(ruw, rijen, Tabel)


def _day_of(file: Bestand) -> str:
    found = _DAY.search(file.naam)
    if found is None:
        reden = (
            "het bestand zegt niet van welke dag het is. Zet de dag in de naam: lrk-20261101.csv."
        )
        raise refuse(file, reden)
    return "-".join(found.groups())


def _said(column: str) -> pl.Expr:
    """Return the text of a cell; two apostrophes with nothing between mean nothing."""
    cell = text(column)
    return pl.when(cell != "''").then(cell)


def _yes_no(column: str) -> pl.Expr:
    cell = text(column).str.to_lowercase()
    return cell.replace_strict(_YES_NO, default=None, return_dtype=pl.String)


def _registered_on() -> pl.Expr:
    day = text("inschrijfdatum").str.to_date("%d-%m-%Y", strict=False)
    return day.dt.to_string("%Y-%m-%d")


_EISEN = (
    must("lrk_id", text("lrk_id"), "het nummer in het register ontbreekt."),
    must("actuele_naam_oko", _said("actuele_naam_oko"), "de naam ontbreekt."),
    must("status", text("status"), "de status ontbreekt."),
    must("cbs_code", gemeente("cbs_code"), "geen code van een gemeente."),
    Eis(
        kolom="aantal_kindplaatsen",
        goed=text("aantal_kindplaatsen").is_null()
        | whole("aantal_kindplaatsen", _MOST).is_not_null(),
        reden="geen aantal: er hoort een heel getal te staan.",
    ),
    Eis(
        kolom="ve",
        goed=text("ve").is_null() | _yes_no("ve").is_not_null(),
        reden="geen ja of nee bij voorschoolse educatie.",
    ),
    once("lrk_id", pl.col(BESTAND), text("lrk_id")),
)
_HEAD = (
    "lrk_id;type_oko;opc;actuele_naam_oko;aantal_kindplaatsen;ve;status;inschrijfdatum;"
    "opvanglocatie_adres;opvanglocatie_postcode;opvanglocatie_woonplaats;bag_id;naam_houder;"
    "kvk_nummer_houder;rechtsvorm_houder;contact_persoon;contact_emailadres;cbs_code;"
    "verantwoordelijke_gemeente"
)
# A vormvoorbeeld: the form is that of the publisher, every place and number is made up.
EXAMPLE = Sample(
    bestand=Bestand(
        naam="export_opendata_lrk-2026-11-20.csv",
        inhoud=f"""\
{_HEAD}
1;KDV;Nee;Kinderdagverblijf Voorbeeld;48;Ja;Ingeschreven;01-01-2020;Voorbeeldlaan 1;1211AA;\
Hilversum;;Stichting Voorbeeld;00000000;Stichting;'';'';0402;Hilversum
2;BSO;Nee;Bso Voorbeeld;20;;Ingeschreven;01-02-2021;Voorbeeldlaan 2;2517KK;s-Gravenhage;;\
Voorbeeld bv;00000000;Besloten Vennootschap;'';'x@voorbeeld.example';0518;s-Gravenhage
3;VGO;;Gastouder Voorbeeld;6;;Ingeschreven;01-01-2020;;;;;;;;'';'';0402;Hilversum
4;KDV;Nee;Opvang aan huis;6;Nee;Ingeschreven;01-01-2020;Voorbeeldlaan 4;1211AB;Hilversum;;\
Houder;00000000;Eenmanszaak;'';'';0402;Hilversum
5;GOB;Nee;Gastouderbureau;;;Ingeschreven;01-01-2020;;;;;Bureau bv;00000000;BV;'';'';0402;Hilversum
6;KDV;Nee;Kinderdagverblijf Zes;veel;Nee;Ingeschreven;01-01-2020;Voorbeeldlaan 6;1211AC;\
Hilversum;;Stichting Zes;00000000;Stichting;'';'';0402;Hilversum
""".encode("utf-8-sig"),
    ),
    expect="""
        peildatum   lrk_id soort naam                        kindplaatsen ve   gemeente postcode4
        2026-11-20  1      kdv   Kinderdagverblijf~Voorbeeld 48           ja   GM0402   1211
        2026-11-20  2      bso   Bso~Voorbeeld               20           .    GM0518   2517
    """,
    afgekeurd=1,
)
