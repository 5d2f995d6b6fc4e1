"""Gives a division its table of schools: the rows, the fingerprint, and where each column is from.

A column that comes back as it was keeps its source; what was changed in it is counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from openlea.services.verdelen.bewaard import fingerprint, plain_of, tabel_of
from openlea.services.verdelen.tabel import Tabel, number_in
from openlea.storage.records.models import Verdeling

EIGEN = "Eigen opgave"
VORIG = ("vorig", "bedrag_vorig", "vorig_bedrag", "bedrag_vorig_jaar", "vorig bedrag")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolombron:
    """Where the numbers in a column are from, of which day, and what one must know of them."""

    kolom: str
    bron: str
    peil: str = ""
    let_op: str = ""


def put_tabel(record: Verdeling, tabel: Tabel, bronnen: Sequence[Kolombron]) -> None:
    """Put a table in a division; nothing is saved here."""
    record.tabel = plain_of(tabel)
    record.tabel_sha256 = fingerprint(record.tabel)
    record.bronnen = [asdict(one) for one in bronnen]
    koppen = [str(kop) for kop in record.tabel["koppen"]]
    if record.vorig not in koppen:
        record.vorig = next((kop for kop in koppen if kop.casefold() in VORIG), "")


def sources_after(record: Verdeling, tabel: Tabel) -> tuple[Kolombron, ...]:
    """Return where each column of a table that was sent is from, beside what is kept now."""
    known = {one["kolom"]: Kolombron(**one) for one in record.bronnen}
    before = _columns(tabel_of(record.tabel))
    after = _columns(tabel)
    return tuple(
        _source(kop, known.get(kop), before.get(kop, {}), after[kop]) for kop in tabel.koppen if kop
    )


def _source(
    kop: str, known: Kolombron | None, before: Mapping[str, str], after: Mapping[str, str]
) -> Kolombron:
    if known is None:
        return Kolombron(kolom=kop, bron=EIGEN)
    changed = sum(before.get(school) != cel for school, cel in after.items())
    if not changed:
        return known
    cells = "1 cel" if changed == 1 else f"{changed} cellen"
    said = "" if known.bron == EIGEN else f"{cells} met de hand ingevuld of gewijzigd."
    return Kolombron(kolom=kop, bron=known.bron, peil=known.peil, let_op=said)


def _columns(tabel: Tabel | None) -> dict[str, dict[str, str]]:
    """Return per heading the cell of each school, which is named in the first column."""
    if tabel is None:
        return {}
    return {
        kop: {_cell(row, 0): _same(_cell(row, place), tabel) for _, row in tabel.rijen}
        for place, kop in enumerate(tabel.koppen)
        if kop
    }


def _cell(row: Sequence[str], place: int) -> str:
    return row[place].strip() if place < len(row) else ""


def _same(text: str, tabel: Tabel) -> str:
    """Return a cell so that 31,50 in a csv and 31.5 in a workbook are the same."""
    try:
        found = number_in(text, werkmap=tabel.werkmap)
    except ValueError:
        return text
    return "" if found is None else f"{found.normalize():f}"
