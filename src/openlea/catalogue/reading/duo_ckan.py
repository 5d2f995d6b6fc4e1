"""Tables of DUO from its CKAN: one row per value, all years in one file, -1 for a hidden count."""

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from openlea.catalogue.reading import cellen
from openlea.catalogue.reading.duo import soort_eis, vestiging_eis
from openlea.catalogue.reading.keuring import Eis, must, screen
from openlea.catalogue.reading.letters import refuse
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand

ADRES = "https://onderwijsdata.duo.nl"
KEY = ("INSTELLINGSCODE", "VESTIGINGSCODE", "TYPE_PO")
AANTAL = "AANTAL_LEERLINGEN"
HIDDEN = "Een aantal van een tot vier leerlingen is afgeschermd (-1): het telt als 1 tot en met 4."
NO_DAY = "De bron noemt het jaar van de telling en niet de dag."
_TECHNICAL = "_id"
_OTHER = (
    "dit is een ander bestand van DUO: het is ook uitgesplitst naar {}. Kies het bestand met "
    "alleen de kolommen {}."
)


def read_ckan(files: Sequence[Bestand], nodig: Sequence[str], bron: str, year: str) -> Ruw:
    """Return the rows with a vestiging, a kind and a year; BadFile when it's another table.

    CKAN has many tables that differ by one column: with one more, rows would count twice.
    """
    kolommen = Kolommen(bron=bron, nodig=tuple(nodig), ook=".+")
    ruw = read_text(files, kolommen)
    known = {*nodig, _TECHNICAL, BESTAND, REGEL}
    more = [name for name in ruw.cellen.columns if name not in known]
    if more:
        raise refuse(files[0], _OTHER.format(", ".join(more), ", ".join(nodig)))
    ruw = replace(ruw, cellen=ruw.cellen.select(BESTAND, REGEL, *nodig))
    return screen(ruw, [vestiging_eis(*KEY[:2]), soort_eis(KEY[2]), year_eis(year)])


def year_eis(kolom: str) -> Eis:
    """Return the demand that a row is of a year."""
    return must(kolom, year_of(kolom), "geen jaar: er horen vier cijfers te staan.")


def year_of(kolom: str) -> pl.Expr:
    """Return a year such as '2025', null when it is none."""
    return pl.col(kolom).str.strip_chars().str.extract(r"^((?:19|20)\d\d)$")


def key_columns(year: str) -> list[pl.Expr]:
    """Return jaar, vestiging and soort of every row."""
    return [
        year_of(year).alias("jaar"),
        cellen.vestiging(*KEY[:2]).alias("vestiging"),
        cellen.text(KEY[2]).str.to_lowercase().alias("soort"),
    ]


def count_columns() -> list[pl.Expr]:
    """Return the lowest and the highest that the count of a row can be."""
    return [
        cellen.count_low(AANTAL).cast(pl.Int32).alias("aantal_laag"),
        cellen.count_high(AANTAL).cast(pl.Int32).alias("aantal_hoog"),
    ]
