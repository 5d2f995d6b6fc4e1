"""Examenkandidaten en geslaagden per vestiging en opleiding in het voortgezet onderwijs (DUO)."""

import re
from collections.abc import Mapping, Sequence

import dataframely as dy
import polars as pl

from openlea.catalogue.reading import cellen
from openlea.catalogue.reading.duo import MORE_PASSED, vestiging_eis
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.gemeentenamen import gemeente_by_name
from openlea.catalogue.reading.keuring import Eis, counts, finish, must, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand, Bron, Cadans, Sample

SOURCE = Bron(
    titel="Examenkandidaten en geslaagden vo per opleiding",
    uitgever="DUO",
    pagina="https://duo.nl/open_onderwijsdata/voortgezet-onderwijs/examens/examens-vmbo-havo-vwo.jsp",
    licentie="CC0",
    cadans=Cadans.JAARLIJKS,
    peil="het examen aan het eind van het schooljaar",
    editie="schooljaar",
    sleutel=("vestiging", "onderwijstype", "inspectiecode", "opleiding"),
    kop=("VESTIGINGSCODE", "INSPECTIECODE", "OPLEIDINGSNAAM", "ONDERWIJSTYPE VO"),
    afgeschermd=True,
    let_op=(
        "Een aantal onder de vijf is afgeschermd (<5): het telt als 1 tot en met 4.",
        "Slaagpercentages en aantallen naar geslacht verraden kleine aantallen: weggelaten.",
        "De gemeente staat er alleen met haar naam; de code is daarbij gezocht.",
        "Nul kandidaten kan ook zeggen dat de opleiding er dat jaar niet was.",
    ),
)

YEAR = re.compile(r"EXAMENKANDIDATEN SCHOOLJAAR (20\d\d)-20(\d\d) - TOTAAL")
NO_YEARS = "EXAMENKANDIDATEN SCHOOLJAAR 2024-2025 - TOTAAL"
KOLOMMEN = Kolommen(
    bron=__file__,
    nodig=(
        "VESTIGINGSCODE",
        "INSTELLINGSNAAM VESTIGING",
        "GEMEENTENAAM",
        "ONDERWIJSTYPE VO",
        "INSPECTIECODE",
        "OPLEIDINGSNAAM",
    ),
    ook=r"(EXAMENKANDIDATEN|GESLAAGDEN) SCHOOLJAAR 20\d\d-20\d\d - TOTAAL",
    bekend=r"INSTELLINGSCODE|\w+ SCHOOLJAAR 20\d\d-20\d\d - (MAN|VROUW|TOTAAL)",
)
VESTIGING = cellen.vestiging("VESTIGINGSCODE")
KEYS = ("ONDERWIJSTYPE VO", "INSPECTIECODE", "OPLEIDINGSNAAM")
EISEN = (
    vestiging_eis("VESTIGINGSCODE"),
    *(must(name, cellen.text(name), "deze cel mag niet leeg zijn.") for name in KEYS),
    once("VESTIGINGSCODE", VESTIGING, *map(cellen.text, KEYS)),
)


class Tabel(dy.Schema):
    """One row per school year, vestiging and opleiding; years without candidates have nought."""

    schooljaar = dy.String(nullable=False)
    vestiging = dy.String(nullable=False)
    naam = dy.String(nullable=True)
    gemeente = dy.String(nullable=False)
    onderwijstype = dy.String(nullable=False)
    inspectiecode = dy.String(nullable=False)
    opleiding = dy.String(nullable=False)
    kandidaten_laag = dy.Int32(nullable=False, min=0)
    kandidaten_hoog = dy.Int32(nullable=False, min=0)
    geslaagden_laag = dy.Int32(nullable=False, min=0)
    geslaagden_hoog = dy.Int32(nullable=False, min=0)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a row per school year, vestiging and opleiding; the file has columns per year."""
    ruw = gemeente_by_name(read_text(files, KOLOMMEN), "GEMEENTENAAM")
    years = _years(ruw.cellen.columns)
    pairs = list(years.values())
    eisen = [*EISEN, *counts(*(name for pair in pairs for name in pair)), *map(_passed, pairs)]
    ruw = screen(ruw, eisen)
    rijen = pl.concat([_of_year(ruw, year, *pair) for year, pair in years.items()])
    return finish(ruw, rijen, Tabel)


def _years(columns: Sequence[str]) -> Mapping[str, tuple[str, str]]:
    """Return of each school year the columns of candidates and of those who passed."""
    years = {f"{found[1]}/{found[2]}": name for name in columns if (found := YEAR.fullmatch(name))}
    if not years:
        raise KOLOMMEN.changed(NO_YEARS, columns)
    pairs = {
        year: (name, name.replace("EXAMENKANDIDATEN", "GESLAAGDEN")) for year, name in years.items()
    }
    for _, passed in pairs.values():
        if passed not in columns:
            raise KOLOMMEN.changed(passed, columns)
    return pairs


def _passed(pair: tuple[str, str]) -> Eis:
    """Return the demand that no more passed than took part."""
    taken, passed = pair
    return Eis(
        kolom=passed,
        goed=cellen.count_low(passed) <= cellen.count_high(taken),
        reden=MORE_PASSED,
    )


def _of_year(ruw: Ruw, year: str, taken: str, passed: str) -> pl.DataFrame:
    return ruw.cellen.select(
        BESTAND,
        REGEL,
        pl.lit(year).alias("schooljaar"),
        VESTIGING.alias("vestiging"),
        cellen.text("INSTELLINGSNAAM VESTIGING").alias("naam"),
        "gemeente",
        cellen.text("ONDERWIJSTYPE VO").alias("onderwijstype"),
        cellen.text("INSPECTIECODE").alias("inspectiecode"),
        cellen.text("OPLEIDINGSNAAM").alias("opleiding"),
        *cellen.count_range(taken, "kandidaten"),
        *cellen.count_range(passed, "geslaagden"),
    )


EXAMPLE = Sample(
    bestand=Bestand(
        naam="examenkandidaten-en-geslaagden-2020-2025.csv",
        inhoud=b"""\
INSTELLINGSCODE;VESTIGINGSCODE;INSTELLINGSNAAM VESTIGING;GEMEENTENAAM;ONDERWIJSTYPE VO\
;INSPECTIECODE;OPLEIDINGSNAAM\
;EXAMENKANDIDATEN SCHOOLJAAR 2023-2024 - TOTAAL;GESLAAGDEN SCHOOLJAAR 2023-2024 - TOTAAL\
;SLAAGPERC SCHOOLJAAR 2023-2024 - TOTAAL\
;EXAMENKANDIDATEN SCHOOLJAAR 2024-2025 - TOTAAL;GESLAAGDEN SCHOOLJAAR 2024-2025 - TOTAAL\
;SLAAGPERC SCHOOLJAAR 2024-2025 - TOTAAL
00PS;00PS04;AT Scholen VO- Groot Goylant;HILVERSUM;VMBO;26;VMBO LWT - intersectoraal\
;<5;<5;33,3;8;8;100
00PS;00PS04;AT Scholen VO- Groot Goylant;HILVERSUM;VMBO;27;VMBO B - intersectoraal\
;31;29;93,5;28;28;100
""",
    ),
    expect="""
        schooljaar  vestiging  gemeente  onderwijstype  inspectiecode  kandidaten  geslaagden
        2023/24     00PS04     GM0402    VMBO           26             <5          <5
        2023/24     00PS04     GM0402    VMBO           27             31          29
        2024/25     00PS04     GM0402    VMBO           26             8           8
        2024/25     00PS04     GM0402    VMBO           27             28          28
    """,
)
