"""In which regions each gemeente lay about 2016: passend onderwijs, RMC, jeugdzorg and more."""

from collections.abc import Mapping, Sequence
from datetime import date

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.cellen import gemeente, text
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.herindeling import add_gemeente
from openlea.catalogue.reading.keuring import Eis, finish, once, screen
from openlea.catalogue.reading.letters import to_utf8
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw, rejected
from openlea.catalogue.reading.tekst import read_text
from openlea.catalogue.reading.uitpakken import is_workbook, unpack
from openlea.core.bron import Bestand, Bron, Cadans, Sample

SOURCE = Bron(
    titel="Regio-indelingen van gemeenten",
    uitgever="Ministerie van BZK (Regioatlas)",
    pagina="https://www.regioatlas.nl",
    licentie="Openbare data; licentie niet vermeld",
    cadans=Cadans.EENMALIG,
    peil="2016",
    editie="jaar",
    sleutel=("gemeente_toen", "soort", "regio"),
    kop=("Gemeente", "CBS", "Inwoneraantal van regio"),
    let_op=(
        "De indeling is van omstreeks 2016, met 390 gemeenten. Regio's zijn sindsdien veranderd.",
        "Een gemeente die opging in een andere staat bij die andere; na een verdeling bij geen.",
        "Alleen de samenwerkingsverbanden hebben een code; andere regio's zijn hun naam.",
        "Laad de bestanden samen: een nieuwe lading vervangt alle indelingen van dat jaar.",
    ),
    verlopen=date(2017, 1, 1),
)

# How the head of the third column of each file begins, and what its regions are.
_SOORTEN: Mapping[str, str] = {
    "Passend Onderwijs - Primair Onderwijs": "swv_po",
    "Passend Onderwijs - Voortgezet Onderwijs": "swv_vo",
    "RMC-regio's (Regionaal Meld- en Coördinatiepunt)": "rmc",
    "Jeugdzorgregio's": "jeugdzorg",
    "GGD's": "ggd",
    "Veilig Thuis regio's": "veilig_thuis",
    "Arbeidsmarktregio's": "arbeidsmarkt",
}


class Tabel(dy.Schema):
    """One row per gemeente and region; a gemeente may lie in two regions of one sort."""

    jaar = dy.String(nullable=False, regex=r"^\d{4}$", primary_key=True)
    gemeente_toen = dy.String(nullable=False, regex=r"^GM\d{4}$", primary_key=True)
    gemeente = dy.String(nullable=True, regex=r"^GM\d{4}$")
    soort = dy.String(nullable=False, primary_key=True)
    regio = dy.String(nullable=False, min_length=1, primary_key=True)
    naam = dy.String(nullable=False, min_length=1)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return the regions of all files; which sort a file is of stands in its head."""
    parts = [_read(bestand) for bestand in unpack(files)]
    ruw = Ruw(
        cellen=pl.concat([_EMPTY, *(part.cellen for part in parts)]),
        rijen_in=sum(part.rijen_in for part in parts),
        afgekeurd=pl.concat([rejected(), *(part.afgekeurd for part in parts)]),
    ).remark(*(sentence for part in parts for sentence in part.let_op))
    ruw = screen(add_gemeente(ruw, gemeente("CBS")), _EISEN)
    rijen = ruw.cellen.select(
        BESTAND,
        REGEL,
        "gemeente_toen",
        "gemeente",
        "soort",
        "regio",
        jaar=pl.lit(SOURCE.peil),
        naam=pl.col("gebied"),
    )
    return finish(ruw, rijen, Tabel)


_EISEN = (
    Eis(
        kolom="CBS",
        goed=pl.col("gemeente_toen").is_not_null(),
        reden="geen code van een gemeente.",
    ),
    Eis(kolom="regio", goed=pl.col("gebied").is_not_null(), reden="er staat geen regio."),
    Eis(
        kolom="regio",
        goed=pl.col("regio").is_not_null(),
        reden="geen code van een samenwerkingsverband, zoals PO-27-07.",
    ),
    once("CBS", pl.col("gemeente_toen"), pl.col("soort"), pl.col("regio")),
)
_EMPTY = pl.DataFrame(
    schema={
        "CBS": pl.String,
        "gebied": pl.String,
        "regio": pl.String,
        "soort": pl.String,
        BESTAND: pl.String,
        REGEL: pl.Int64,
    }
)


def _read(bestand: Bestand) -> Ruw:
    """Return the cells of one file with the sort of its regions, and the code or name of each."""
    head, soort = _kind(bestand)
    ruw = read_text([bestand], Kolommen(bron=__file__, nodig=(*SOURCE.kop, head)))
    code = pl.col("gebied").str.to_uppercase().str.replace_all(r"[\s-]", "")
    prefix = soort.removeprefix("swv_").upper()
    regio = code.str.extract(rf"^({prefix}[1-9]\d{{3}})$") if "swv" in soort else pl.col("gebied")
    cellen = (
        ruw.cellen.with_columns(pl.col(BESTAND).cast(pl.String), gebied=_neat(head))
        .with_columns(regio=regio, soort=pl.lit(soort))
        .select(_EMPTY.columns)
    )
    return Ruw(cellen=cellen, rijen_in=ruw.rijen_in, afgekeurd=ruw.afgekeurd, let_op=ruw.let_op)


def _neat(column: str) -> pl.Expr:
    return text(column).str.replace_all(r"\s+", " ")


def _kind(bestand: Bestand) -> tuple[str, str]:
    """Return the head of the column with the regions, and their sort; an unknown file: the first.

    The reader then says which column is missing.
    """
    if is_workbook(bestand):
        return next(iter(_SOORTEN.items()))
    first = " ".join(to_utf8(bestand)[0].partition(b"\n")[0].decode().split())
    return next(
        (pair for pair in _SOORTEN.items() if pair[0] in first), next(iter(_SOORTEN.items()))
    )


EXAMPLE = Sample(
    bestand=Bestand(
        naam="passendonderwijsprimaironderwijs.csv",
        inhoud=(
            b'\xef\xbb\xbf"Gemeente";"CBS";"Passend Onderwijs - Primair Onderwijs ";'
            b'"Inwoneraantal van regio"\n'
            b'"Aa en Hunze";"1680";"PO-22-01";"158223"\n'
            b'"Aalburg";"0738";"PO-30-10";"125736"\n'
            b'"Aalsmeer";"0358";"PO-27-08";"160203"\n'
        ),
    ),
    expect="""
        jaar gemeente_toen gemeente soort  regio  naam
        2016 GM1680        GM1680   swv_po PO2201 PO-22-01
        2016 GM0738        GM1959   swv_po PO3010 PO-30-10
        2016 GM0358        GM0358   swv_po PO2708 PO-27-08
    """,
)
