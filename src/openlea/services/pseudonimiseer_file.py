"""Take out of a file who the persons are, on the sender's own machine: no server, no database."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from openlea.core.errors import BadFile, BadInput, Fout
from openlea.core.registratie import Registratie, Vorm
from openlea.policy.herkenning import Maat, add_row
from openlea.policy.kolombesluit import Kopbesluit, Rij
from openlea.policy.pseudonimiseren import treat_header, treat_row
from openlea.services.desk.lezen import rows_of
from openlea.services.desk.schrijven import beside, csv_line

MOST_TOLD = 100
"""Faults that are named one by one; of the others the number is told."""


@dataclass(slots=True)
class Verslag:
    """What happened: columns and why, rows kept and rejected, and faults without any value."""

    kop: Kopbesluit
    rijen: int = 0
    afgekeurd: int = 0
    fouten: list[Fout] = field(default_factory=list)
    leeggemaakt: Counter[str] = field(default_factory=Counter)

    def add(self, rij: Rij) -> None:
        """Count one row."""
        if rij.fouten:
            self.afgekeurd += 1
            self.fouten.extend(rij.fouten[: MOST_TOLD - len(self.fouten)])
            return
        self.rijen += 1
        self.leeggemaakt.update(fout.cel for fout in rij.leeg)

    def as_plain(self) -> dict[str, Any]:
        """Return it for JSON."""
        return {
            "rijen": self.rijen,
            "afgekeurd": self.afgekeurd,
            "kolommen": [
                {"kolom": one.nummer, "kop": one.kop, "gedaan": one.gedaan, "waarom": one.reden}
                for one in self.kop.kolommen
            ],
            "fouten": [
                {"regel": fout.blad, "kolom": fout.cel, "reden": fout.reden} for fout in self.fouten
            ],
            "leeggemaakt": dict(self.leeggemaakt),
        }


def pseudonimiseer_file(
    bron: Path,
    uit: Path,
    sleutel: bytes,
    registratie: Registratie | None = None,
    *,
    behoud: Sequence[str] = (),
    afzender: str = "",
) -> Verslag:
    """Write `uit` as csv (mode 0600) with pseudonyms instead of persons, and say what was done.

    `sleutel` is the sender's key of 32 bytes, `afzender` the code of its partij: an own number
    counts within it. BadInput or BadFile when it can't be done; `uit` is then as it was.
    """
    if uit.exists() and bron.samefile(uit):
        raise BadInput([Fout("", str(uit), "dit is het bestand zelf; kies een andere naam")])
    kop = _header(bron, registratie, behoud)
    _refuse_nameless(kop, afzender)
    verslag = Verslag(kop)
    with beside(uit) as out:
        out.write(csv_line(kop.uit))
        for regel, cellen in islice(rows_of(bron), 1, None):
            rij = treat_row(kop, cellen, regel, [sleutel], afzender=afzender)
            verslag.add(rij)
            if not rij.fouten:
                out.write(csv_line(rij.waarden))
    return verslag


def _refuse_nameless(kop: Kopbesluit, afzender: str) -> None:
    """Refuse own numbers of nobody: number 17 of two schools would become one person."""
    veld = kop.persoon.veld
    if veld is not None and Vorm.EIGEN in veld.vormen and not afzender.strip():
        why = "dit is een eigen nummer; zeg ook van welke organisatie (--afzender)"
        raise BadInput([Fout("", veld.naam, why)])


def _header(bron: Path, registratie: Registratie | None, behoud: Sequence[str]) -> Kopbesluit:
    """Return what happens to the columns; without a declaration every row is looked at first."""
    rows = rows_of(bron)
    first = next(rows, None)
    if first is None:
        raise BadFile([Fout(bron.name, "", "het bestand is leeg.")])
    koppen = first[1]
    maten = tuple(Maat() for _ in koppen)
    if registratie is None:
        for _, cellen in rows:
            add_row(maten, cellen)
    return treat_header(koppen, registratie, maten=maten, behoud=behoud)
