"""The register of childcare, without the people in it: what may be kept of it, and nothing else.

The register also names childminders at home and owners of flesh and blood, with addresses,
telephone numbers and names of contacts. Those are taken out before anything is stored.
"""

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from openlea.catalogue.reading.cellen import text
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw
from openlea.catalogue.reading.tekst import read_text
from openlea.core.bron import Bestand

SOORTEN = ("KDV", "BSO")
KEPT = (
    "lrk_id",
    "type_oko",
    "opc",
    "actuele_naam_oko",
    "aantal_kindplaatsen",
    "ve",
    "status",
    "inschrijfdatum",
    "opvanglocatie_postcode",
    "opvanglocatie_woonplaats",
    "cbs_code",
)
HOLDER = ("kvk_nummer_houder", "rechtsvorm_houder")
CLEAN = "zonder_personen"
"""The column that a file has when people were taken out of it before."""
_PERSON = r"(?i)natuurlijk|eenmanszaak"


def without_people(bron: str, files: Sequence[Bestand]) -> tuple[Bestand, ...]:
    """Return the files with only places of childcare, and only columns about the place.

    A row that is broken stays as a line that says so: its cells might be about a person. A file
    that was cleaned before comes back as it is. SourceChanged when a column to judge by is missing.
    """
    return tuple(file if is_clean(file) else _cleaned(bron, file) for file in files)


def is_clean(file: Bestand) -> bool:
    """Say whether people were taken out of a file before."""
    head = file.inhoud.partition(b"\n")[0].rstrip(b"\r")
    return head == ";".join((*KEPT, CLEAN)).encode()


def _cleaned(bron: str, file: Bestand) -> Bestand:
    ruw = read_text([file], Kolommen(bron=bron, nodig=(*KEPT, *HOLDER), bekend=".+"))
    places = _places(ruw)
    lines = places.cellen.select(*KEPT, pl.lit("ja").alias(CLEAN)).write_csv(separator=";")
    broken = [f"regel {regel} was niet heel\n" for regel in places.afgekeurd["regel"]]
    return Bestand(naam=file.naam, inhoud=(lines + "".join(broken)).encode())


def _places(ruw: Ruw) -> Ruw:
    """Return the rows about a place of childcare whose owner is no natural person."""
    kind = text("type_oko").str.to_uppercase().is_in(SOORTEN)
    person = text("rechtsvorm_houder").str.contains(_PERSON).fill_null(value=False)
    known = text("kvk_nummer_houder").is_not_null() & (text("kvk_nummer_houder") != "''")
    kept = ruw.cellen.filter(kind.fill_null(value=False) & ~person & known)
    return replace(ruw, cellen=kept.select(BESTAND, REGEL, *KEPT))
