"""Which article got which number when a law was renumbered, and what the old number means now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.geldvoorwaarden import Controle
from openlea.core.wet import read_controles

HERNUMMERINGEN = "*/hernummering.toml"
KEYS = {
    *("wet", "oud", "to", "wet_nu", "nieuw", "onderwerp", "nu_betekent", "nog_goed"),
    *("controle", "checked", "noot"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hernummering:
    """An article by its number until `tot`, and by the numbers that its subject has since.

    `nieuw` is empty when no article of now was found for it; then `noot` says so.
    `nu_betekent` is what the old number is about now; empty when no article has it any more.
    `nog_goed` says that somebody who cites it later means what it is about now, without doubt.
    """

    id: str
    wet: str
    oud: str
    tot: date
    wet_nu: str
    nieuw: tuple[str, ...]
    onderwerp: str
    controles: tuple[Controle, ...]
    nagelezen_op: date
    nu_betekent: str = ""
    nog_goed: bool = False
    noot: str = ""


def read_hernummeringen(roots: Sequence[Path]) -> Mapping[str, Hernummering]:
    """Return the concordance by id, in the order of the file; CatalogueError when a row is wrong.

    `wet` and `wet_nu` are abbreviations as `wetten.toml` has them.
    """
    rows = {naam: _row(entry) for naam, entry in read_shelf(roots, HERNUMMERINGEN).items()}
    for naam, entry in read_shelf(roots, HERNUMMERINGEN).items():
        if sum((row.wet, row.oud) == (rows[naam].wet, rows[naam].oud) for row in rows.values()) > 1:
            raise entry.fault("is a second row for the same old article; keep one")
    return rows


def _row(entry: Entry) -> Hernummering:
    entry.refuse_unknown(KEYS)
    row = Hernummering(
        id=entry.id,
        wet=entry.text("wet"),
        oud=entry.text("oud"),
        tot=entry.day("to"),
        wet_nu=entry.text("wet_nu"),
        nieuw=entry.texts("nieuw"),
        onderwerp=entry.text("onderwerp"),
        controles=read_controles(entry),
        nagelezen_op=entry.day("checked"),
        nu_betekent=entry.text("nu_betekent", ""),
        nog_goed=entry.values.get("nog_goed") is True,
        noot=entry.text("noot", ""),
    )
    if not (row.nieuw or row.noot):
        raise entry.fault('needs the number of now, or a noot; write nieuw = ["161"]')
    if row.nog_goed and not row.nu_betekent:
        raise entry.fault("'nog_goed' asks what the number is about now; write nu_betekent")
    return row
