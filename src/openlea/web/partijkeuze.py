"""The partijen that a start found: offered beneath those of the agenda, in groups by kind."""

from collections.abc import Mapping
from itertools import groupby

from openlea.core.partij import PartijSoort
from openlea.storage.records.models import Partij

Groep = tuple[str, list[tuple[str, str]]]
_MEERVOUD: Mapping[str, str] = {
    PartijSoort.SCHOOLBESTUUR: "Schoolbesturen",
    PartijSoort.SWV: "Samenwerkingsverbanden",
    PartijSoort.GEMEENTE: "Gemeenten in de regio",
    PartijSoort.REGIO: "Regio's",
    PartijSoort.SCHOOL: "Scholen",
}
_ORDER = list(_MEERVOUD)


def found_groups(werkruimte: int) -> list[Groep]:
    """Return code and name of what a start found and nobody named yet, by kind, schools last."""
    rows = Partij.objects.of(werkruimte).found_only().order_by("naam")
    found = sorted(rows.values_list("soort", "code", "naam"), key=lambda row: _place(row[0]))
    return [
        (_MEERVOUD.get(soort, PartijSoort(soort).label), [(code, naam) for _, code, naam in some])
        for soort, some in groupby(found, key=lambda row: row[0])
    ]


def _place(soort: str) -> int:
    return _ORDER.index(soort) if soort in _ORDER else 0
