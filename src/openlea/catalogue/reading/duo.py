"""What files of DUO have in common: names of columns, kinds of schools, ages, and demands."""

import re
from collections.abc import Iterable

import polars as pl

from openlea.catalogue.reading import cellen
from openlea.catalogue.reading.keuring import Eis, must
from openlea.catalogue.reading.ruw import BESTAND, Ruw
from openlea.core.errors import BadFile, Fout

LEEFTIJD = r"LEEFTIJD_(JONGER|OUDER|\d{1,2})"
YOUNGEST, OLDEST = 3, 25
"""'Jonger' is under four, 'ouder' is over twenty-four."""
SOORTEN = ("bo", "sbo", "so", "vso")
NO_VESTIGING = "geen vestiging: er hoort een BRIN met twee cijfers te staan."
NO_GEMEENTE = "geen gemeentecode: er horen hoogstens vier cijfers te staan."
NO_DAY = "geen dag: er hoort een datum te staan als 20241001."
OTHER_DAY = "een andere dag dan de rest van het bestand."
NO_POSTCODE = "geen postcode: er horen vier cijfers te staan."
MORE_PASSED = "er zijn meer geslaagden dan kandidaten."
_YEARS = re.compile(r"(?<!\d)(20\d\d)-(20\d\d)(?!\d)")


def ages(columns: Iterable[str]) -> dict[str, int]:
    """Return the age in years of every column of an age."""
    words = {"JONGER": YOUNGEST, "OUDER": OLDEST}
    parts = {name: found[1] for name in columns if (found := re.fullmatch(LEEFTIJD, name))}
    return {name: words.get(part) or int(part) for name, part in parts.items()}


def schooljaar_column(ruw: Ruw) -> pl.Expr:
    """Return the column `schooljaar`, such as 2023/24, as the names of the files say it.

    Some files say it nowhere else. BadFile when the name doesn't either.
    """
    years = {name: _schooljaar(name) for name in ruw.cellen[BESTAND].unique().cast(pl.String)}
    name = pl.col(BESTAND).cast(pl.String)
    return name.replace_strict(years, return_dtype=pl.String).alias("schooljaar")


def _schooljaar(name: str) -> str:
    years = _YEARS.search(name)
    if years is None or int(years[2]) != int(years[1]) + 1:
        reden = (
            "in het bestand staat niet van welk schooljaar het is. Zet het in de naam, "
            "bijvoorbeeld zittenblijvers-2023-2024.csv."
        )
        raise BadFile([Fout(name, "", reden)])
    return f"{years[1]}/{years[2][2:]}"


def vestiging_eis(kolom: str, part: str = "") -> Eis:
    """Return the demand that a row is of one vestiging."""
    return must(kolom, cellen.vestiging(kolom, part), NO_VESTIGING)


def gemeente_eis(kolom: str = "GEMEENTENUMMER") -> Eis:
    """Return the demand that a row has the code of a gemeente."""
    return must(kolom, cellen.gemeente(kolom), NO_GEMEENTE)


def day_eis(kolom: str = "PEILDATUM") -> Eis:
    """Return the demand that a row has a day."""
    return must(kolom, cellen.day(kolom), NO_DAY)


def same_day(kolom: str = "PEILDATUM") -> Eis:
    """Return the demand that a row has the day that most rows of its file have."""
    usual = pl.col(kolom).mode().sort().first().over(BESTAND)
    return Eis(kolom=kolom, goed=pl.col(kolom) == usual, reden=OTHER_DAY)


def provincie_eis(kolom: str = "PROVINCIE") -> Eis:
    """Return the demand that a row has the name of a provincie."""
    return must(kolom, cellen.provincie(kolom), "geen provincie van Nederland.")


def bestuur_eis(kolom: str) -> Eis:
    """Return the demand that a row has the number of a board."""
    return must(kolom, cellen.bestuur(kolom), "geen nummer van een bevoegd gezag.")


def soort_eis(kolom: str = "SOORT_PO") -> Eis:
    """Return the demand that a row is of a known kind of primary school."""
    known = cellen.text(kolom).str.to_lowercase().is_in(SOORTEN)
    return Eis(kolom=kolom, goed=known, reden="geen soort onderwijs: Bo, Sbo, So of Vso.")
