"""From what was typed in the grid to what is stored, and back to the page when it can't be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Actor
from openlea.services.change_acties import RijenGewijzigd, Rijwijziging, change_acties
from openlea.services.xlsx.getal_lezen import Unreadable
from openlea.web.pages.rooster.kolommen import PER_VELD, Woorden, read_cell, write_cell
from openlea.web.pages.rooster.tabel import Getypt, Rij


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What became of it: how to undo it, or which cells can't be kept and why."""

    terug: tuple[Rijwijziging, ...] = ()
    fouten: Mapping[tuple[str, str], str] = field(default_factory=dict)
    botsingen: Mapping[str, Rijwijziging] = field(default_factory=dict)

    @property
    def is_bewaard(self) -> bool:
        """Return whether everything was kept."""
        return not self.fouten and not self.botsingen


def keep_typed(actor: Actor, rows: Sequence[Getypt], woorden: Woorden) -> Uitkomst:
    """Keep what was typed, all of it or nothing."""
    fouten: dict[tuple[str, str], str] = {}
    changes = [_read(row, woorden, fouten) for row in rows]
    if fouten:
        return Uitkomst(fouten=fouten)
    try:
        return Uitkomst(terug=change_acties(actor, changes))
    except BadInput as refused:
        return Uitkomst(fouten={(one.blad, _cell(one)): one.reden for one in refused.fouten})
    except RijenGewijzigd as moved:
        return Uitkomst(botsingen={one.code: one for one in moved.nu})


def _read(row: Getypt, woorden: Woorden, fouten: dict[tuple[str, str], str]) -> Rijwijziging:
    velden = {}
    for veld, text in row.cellen.items():
        try:
            velden[veld] = read_cell(veld, text, woorden)
        except Unreadable as why:
            fouten[row.code, veld] = str(why)
    return Rijwijziging(code=row.code, versie=row.versie, velden=velden)


def _cell(fout: Fout) -> str:
    """Return the cell that shows a fault; one of a field without a column shows at the name."""
    return fout.cel if fout.cel in PER_VELD else "naam"


def typed_again(
    rijen: Sequence[Rij], rows: Sequence[Getypt], uitkomst: Uitkomst, woorden: Woorden
) -> tuple[Rij, ...]:
    """Return the rows with everything that was typed still there, faults and both values shown."""
    per_code = {row.code: row for row in rows}
    return tuple(_again(rij, per_code.get(rij.code), uitkomst, woorden) for rij in rijen)


def _again(rij: Rij, row: Getypt | None, uitkomst: Uitkomst, woorden: Woorden) -> Rij:
    if row is None:
        return rij
    now = uitkomst.botsingen.get(rij.code)
    cellen = []
    for cel in rij.cellen:
        veld = cel.kolom.veld
        text = row.cellen.get(veld, cel.was)
        # Where somebody else stored another value, both are shown; what is stored is what `was`.
        theirs = write_cell(now.velden[veld], woorden) if now and veld in row.cellen else None
        fout = uitkomst.fouten.get((rij.code, veld), "")
        cellen.append(replace(cel, waarde=text, fout=fout, nu=theirs if theirs != text else None))
    # Without a clash the version stays the one that was seen: a later clash must still be found.
    return replace(rij, cellen=tuple(cellen), versie=rij.versie if now else row.versie)
