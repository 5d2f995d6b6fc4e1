"""The door for applications and places: which column becomes what, and what is left out.

Nothing is written here. A fault tells line, column and reason; a value is told to nobody.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

import polars as pl

from openlea.core.bron import Bestand
from openlea.core.errors import BadFile, BadInput, Fout, OpenLeaError
from openlea.core.plaatsing import Kind, Plek, Regels
from openlea.policy.persoonswaarde import is_recognisable
from openlea.services.kolommen.vellen import guess_head, read_vellen
from openlea.services.plaats.aanmeldkoppen import Koppeling, folded, order_of
from openlea.services.plaats.invoer import (
    BETWEEN,
    KOPPEN_KIND,
    SCHOLEN,
    Rijen,
    read_kinderen,
    read_plekken,
)

T = TypeVar("T")
NAAMLOOS = "bestand"
"""How every file is called here: people name one after whom it is about."""
ADVIEZEN = ("pro", "vmbo-bb", "vmbo-kb", "vmbo-gt", "havo", "vwo")
WHOLE = re.compile(r"([1-9][0-9]{3}) ?[A-Za-z]{2}")
MOST_TOLD = 100


@dataclass(frozen=True, slots=True)
class Blad:
    """The one sheet of a file: its heads, and its rows with their line."""

    koppen: tuple[str, ...]
    rijen: tuple[tuple[int, Sequence[str]], ...]

    @property
    def merk(self) -> str:
        """Return what tells whether another file has the same heads."""
        return sha256("\n".join(self.koppen).encode()).hexdigest()[:16]


def open_blad(bestand: Bestand) -> Blad:
    """Return the sheet of a file; BadFile when it can't be read or has more than one."""

    def opened() -> Blad:
        vellen = read_vellen(Bestand(naam=NAAMLOOS, inhoud=bestand.inhoud))
        if len(vellen) > 1:
            reden = "er is meer dan één blad met gegevens; bewaar één blad."
            raise BadFile([Fout(NAAMLOOS, "", reden)])
        (vel,) = vellen
        head = guess_head(vel)
        rows = [(n, row) for n, row in enumerate(vel.rijen[head:], start=head + 1) if any(row)]
        return Blad(tuple(vel.rijen[head - 1]), tuple(rows))

    return _without_values(opened)


def read_plaatsen(blad: Blad, koppeling: Koppeling) -> tuple[Plek, ...]:
    """Return the places of a sheet; BadInput names what is wrong."""
    return _without_values(lambda: read_plekken(_rijen(blad, koppeling)))


def read_aanmeldblad(
    blad: Blad, koppeling: Koppeling, plekken: Sequence[Plek], regels: Regels
) -> tuple[Kind, ...]:
    """Return the children of a sheet; BadInput names every fault, and then nobody is kept."""

    def read() -> tuple[Kind, ...]:
        rijen = _rijen(blad, koppeling)
        try:
            kinderen = read_kinderen(rijen, plekken, regels)
        except BadFile:
            raise
        except BadInput as refused:
            every = [*refused.fouten, *_closed(rijen, plekken, regels)]
            raise BadInput(every[:MOST_TOLD]) from None
        if extra := _closed(rijen, plekken, regels):
            raise BadInput(extra[:MOST_TOLD])
        return kinderen

    return _without_values(read)


def as_table(kinderen: Sequence[Kind]) -> pl.DataFrame:
    """Return children as the rows of the vault: of each only what decides its place, as text."""
    columns: dict[str, list[str]] = {kop: [] for kop in KOPPEN_KIND}
    for kind in kinderen:
        held = {kop: BETWEEN.join(kind.scholen.get(what, ())) for kop, what in SCHOLEN.items()}
        cells = {
            **held,
            "nummer": kind.nummer,
            "pc4": kind.pc4,
            "wensen": BETWEEN.join(kind.wensen),
            "indicatie": "ja" if kind.indicatie else "nee",
            "doelgroep": "ja" if kind.doelgroep else "nee",
            "gekoppeld": BETWEEN.join(kind.gekoppeld),
            "zekere_plek": kind.zeker,
            "advies": kind.advies,
        }
        for kop, cell in cells.items():
            columns[kop].append(cell)
    rows = pl.DataFrame(columns, schema=dict.fromkeys(KOPPEN_KIND, pl.String))
    return rows.with_columns(pl.all().replace("", None))


def _rijen(blad: Blad, koppeling: Koppeling) -> Rijen:
    """Return the chosen columns under their own heads; wishes in their order."""
    twice = {one for one in koppeling.values() if list(koppeling.values()).count(one) > 1}
    if twice:
        reden = "twee kolommen worden hetzelfde; kies er één"
        raise BadInput([Fout(NAAMLOOS, f"kolom {one}", reden) for one in sorted(twice)])
    chosen = sorted(koppeling.items(), key=lambda one: order_of(one[1]))
    heads = tuple(naam for _, naam in chosen)
    rows = [
        (line, tuple(_cell(naam, row[place] if place < len(row) else "") for place, naam in chosen))
        for line, row in blad.rijen
    ]
    return Rijen(NAAMLOOS, [(1, heads), *((n, row) for n, row in rows if any(row))])


def _cell(naam: str, cell: str) -> str:
    """Return what may be kept of a cell: of a whole postcode its four digits."""
    text = cell.strip()
    if naam == "pc4" and (found := WHOLE.fullmatch(text)):
        return found[1]
    return folded(text) if naam == "advies" and folded(text) in ADVIEZEN else text


def _closed(rijen: Rijen, plekken: Sequence[Plek], regels: Regels) -> list[Fout]:
    """Return what could be a name or free text: a number without a digit, an unknown advice."""
    known = {*ADVIEZEN, *regels.wensen_per_advies, *(a for one in plekken for a in one.adviezen)}
    (_, heads), *rows = rijen.rijen
    found = []
    for line, row in rows:
        told = dict(zip(heads, row, strict=True))
        number, advies = told.get("nummer", ""), told.get("advies", "")
        where = f"{NAAMLOOS}, regel {line}, kolom"
        if number and not any(sign.isdigit() for sign in number):
            reden = "hier hoort een pseudoniem nummer met ten minste één cijfer, geen naam"
            found.append(Fout(where, "nummer", reden))
        elif number and is_recognisable(number):
            reden = "dit lijkt op een burgerservicenummer of telefoonnummer"
            found.append(Fout(where, "nummer", reden))
        if advies and advies not in known:
            found.append(Fout(where, "advies", f"kies een van: {', '.join(sorted(known))}"))
    return found


def _without_values(read: Callable[[], T]) -> T:
    """Return what was read; what a library says of a value that it trips over is told to nobody."""
    try:
        return read()
    except OpenLeaError:
        raise
    except Exception:  # noqa: BLE001  a file from outside may make any library raise anything
        reden = "dit bestand kan niet worden gelezen; bewaar het als csv en probeer het opnieuw."
        raise BadFile([Fout(NAAMLOOS, "", reden)]) from None
