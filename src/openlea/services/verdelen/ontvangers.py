"""Proposes which partij gets the grant of each school: its board, or else the school itself."""

from collections.abc import Mapping, Sequence

from openlea.core.place import PlaceKind
from openlea.services.verdelen.bewaard import tabel_of
from openlea.storage.records.models import Partij, Verdeling


def propose_recipients(record: Verdeling, partijen: Sequence[Partij]) -> Mapping[str, str]:
    """Return the code of a partij per school; what was chosen before goes first, unknown is ''."""
    tabel = tabel_of(record.tabel)
    if tabel is None:
        return {}
    codes = {one.code for one in partijen}
    chosen = {school: code for school, code in record.ontvangers.items() if code in codes}
    koppen = {kop.casefold(): place for place, kop in enumerate(tabel.koppen)}
    uitkomst = (record.uitkomst or {}).get("verdeling", {}).get("scholen", [])
    found = {}
    for (_, row), one in zip(tabel.rijen, uitkomst, strict=False):
        cells = {kop: row[place].strip() for kop, place in koppen.items() if place < len(row)}
        school = str(one["school"])
        found[school] = chosen.get(school) or _of(cells, school, partijen)
    return found


def _of(cells: Mapping[str, str], school: str, partijen: Sequence[Partij]) -> str:
    places = {one.plaats: one.code for one in partijen if one.plaats}
    names = {one.naam.casefold(): one.code for one in partijen}
    own = (
        places.get(f"{PlaceKind.BESTUUR}:{cells.get('bestuursnummer', '')}"),
        names.get(cells.get("bestuur", "").casefold()),
        places.get(f"{PlaceKind.SCHOOL}:{cells.get('vestiging', '')}"),
        names.get(school.casefold()),
    )
    return next((code for code in own if code), "")
