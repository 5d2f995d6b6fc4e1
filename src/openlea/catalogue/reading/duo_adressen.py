"""The files with addresses of DUO: one row per vestiging, alike for primary and secondary schools.

They are written as windows-1252, an empty cell is one space, and they don't say of which day they
are; the name of the file may.
"""

import re
from collections.abc import Sequence

import polars as pl

from openlea.catalogue.reading import cellen
from openlea.catalogue.reading.duo import (
    bestuur_eis,
    gemeente_eis,
    provincie_eis,
    vestiging_eis,
)
from openlea.catalogue.reading.gemeentenamen import same_place
from openlea.catalogue.reading.keuring import must, once, screen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand

KOP = (
    "PROVINCIE",
    "BEVOEGD GEZAG NUMMER",
    "VESTIGINGSCODE",
    "VESTIGINGSNAAM",
    "STRAATNAAM",
    "HUISNUMMER-TOEVOEGING",
    "POSTCODE",
    "PLAATSNAAM",
    "GEMEENTENUMMER",
    "GEMEENTENAAM",
    "DENOMINATIE",
    "INTERNETADRES",
    "ONDERWIJSGEBIED NAAM",
    "RMC-REGIO CODE",
    "RMC-REGIO NAAM",
)
KNOWN = (
    r"INSTELLINGSCODE|TELEFOONNUMMER|VAKANTIEREGIO|.* CORRESPONDENTIEADRES"
    r"|(NODAAL |RPA-|WGR-|COROP)GEBIED (CODE|NAAM)|ONDERWIJSGEBIED CODE"
)
FIRST_DAY = "2026-01-01"
"""The day of a file that doesn't say its own: the addresses of the first days of 2026."""
_DAY = re.compile(r"(?<!\d)(20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")
_EISEN = (
    vestiging_eis("VESTIGINGSCODE"),
    must("VESTIGINGSNAAM", cellen.text("VESTIGINGSNAAM"), "de naam ontbreekt."),
    gemeente_eis(),
    provincie_eis(),
    bestuur_eis("BEVOEGD GEZAG NUMMER"),
    must("RMC-REGIO CODE", cellen.rmc("RMC-REGIO CODE"), "geen nummer van een RMC-regio."),
    once("VESTIGINGSCODE", pl.col("peildatum"), cellen.vestiging("VESTIGINGSCODE")),
)


def read_addresses(
    files: Sequence[Bestand], kolommen: Kolommen, *more: pl.Expr
) -> tuple[pl.DataFrame, Ruw]:
    """Return a row per vestiging, and what is left of the file; `more` are columns of one file."""
    ruw = read_text(files, kolommen)
    days = {file.naam: _day_of(file.naam) for file in files}
    day = pl.col(BESTAND).cast(pl.String).replace_strict(days, default=FIRST_DAY)
    ruw = screen(ruw.with_columns(day.cast(pl.String).alias("peildatum")), _EISEN)
    ruw = same_place(ruw, name="GEMEENTENAAM", provincie="PROVINCIE")
    return ruw.cellen.select(BESTAND, REGEL, "peildatum", *_columns(), *more), ruw


def _day_of(name: str) -> str:
    """Return the day in the name of a file, such as 20260115, else the first day."""
    found = _DAY.search(name)
    return "-".join(found.groups()) if found else FIRST_DAY


def _columns() -> list[pl.Expr]:
    return [
        cellen.vestiging("VESTIGINGSCODE").alias("vestiging"),
        cellen.text("VESTIGINGSNAAM").alias("naam"),
        cellen.text("STRAATNAAM").alias("straat"),
        cellen.text("HUISNUMMER-TOEVOEGING").alias("huisnummer"),
        cellen.text("POSTCODE").str.replace_all(" ", "", literal=True).alias("postcode"),
        cellen.postcode4("POSTCODE").alias("postcode4"),
        cellen.text("PLAATSNAAM").alias("plaatsnaam"),
        cellen.gemeente("GEMEENTENUMMER").alias("gemeente"),
        cellen.text("GEMEENTENAAM").alias("gemeentenaam"),
        cellen.provincie("PROVINCIE").alias("provincie"),
        cellen.text("DENOMINATIE").alias("denominatie"),
        cellen.bestuur("BEVOEGD GEZAG NUMMER").alias("bestuur"),
        cellen.text("INTERNETADRES").alias("internetadres"),
        cellen.rmc("RMC-REGIO CODE").alias("rmc"),
        cellen.text("RMC-REGIO NAAM").alias("rmc_naam"),
        cellen.text("ONDERWIJSGEBIED NAAM").alias("onderwijsgebied"),
    ]
