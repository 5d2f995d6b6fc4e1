"""Repair cells of a file that is being read in, leave rows out, or take them back in."""

from collections.abc import Collection, Mapping

from openlea.policy.rechten import Actor
from openlea.services.find_inlezing import find_inlezing
from openlea.services.keep_record import keep_record
from openlea.storage.records.models import Inlezing

LONGEST = 500


def repair_rows(
    actor: Actor,
    nummer: int,
    versie: int,
    *,
    herstel: Mapping[int, Mapping[str, str]] | None = None,
    weg: Collection[int] = (),
    terug: Collection[int] = (),
) -> Inlezing:
    """Return the reading in with texts in the place of cells, by row and field.

    `weg` are rows to leave out, `terug` rows to take back. Rows and fields that aren't there are
    passed by. Conflict when somebody else went on with it.
    """
    stuk = find_inlezing(actor, nummer, versie=versie)
    one = stuk.inlezing
    regels = set(stuk.tabel.cellen["_regel"])
    velden = {veld.naam for veld in stuk.velden}
    kept: dict[str, dict[str, str]] = {row: dict(cells) for row, cells in one.herstel.items()}
    for regel, cells in (herstel or {}).items():
        known = {veld: text[:LONGEST] for veld, text in cells.items() if veld in velden}
        if regel in regels and known:
            kept.setdefault(str(regel), {}).update(known)
    one.herstel = kept
    one.weg = sorted(((set(one.weg) | set(weg)) - set(terug)) & regels)
    return keep_record(actor, one, versie=versie)
