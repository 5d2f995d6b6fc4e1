"""The columns of admission policies in a file: one row per school and year, heads in Dutch."""

from collections.abc import Mapping
from datetime import date

from openlea.core.aanmeldbeleid import Aanmeldbeleid

KOPPEN: Mapping[str, str] = {
    "school": "Vestigingscode",
    "naam": "School",
    "schooljaar": "Schooljaar",
    "moment": "Wanneer aanmelden, in woorden",
    "aanmelden_van": "Aanmelden vanaf",
    "aanmelden_tot": "Aanmelden tot en met",
    "voorrang": "Voorrang, in volgorde",
    "voorrang_anders": "Andere voorrang",
    "toewijzing": "Bij te veel aanmeldingen",
    "loting_op": "Dag van de loting",
    "uitslag_op": "Dag van de uitslag",
    "plaatsen": "Open plaatsen",
    "bijdrage": "Ouderbijdrage in euro per jaar",
    "bron": "Bron (adres)",
    "gezien_op": "Nagelezen op",
    "toelichting": "Toelichting",
}
DAGEN = ("aanmelden_van", "aanmelden_tot", "loting_op", "uitslag_op", "gezien_op")
GETALLEN = ("plaatsen", "bijdrage")
NODIG = ("school", "naam", "schooljaar")
"""Without these nobody knows of which school and year a row is."""
TUSSEN = "; "
"""What stands between two criteria in one cell."""


def words_of(beleid: Aanmeldbeleid, veld: str) -> str:
    """Return a field as it is written in a file or beside another; '' when it is not known."""
    value = getattr(beleid, veld)
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if veld == "voorrang":
        return TUSSEN.join(one.label for one in beleid.voorrang)
    if veld == "toewijzing":
        return beleid.toewijzing.label
    return str(value)


def changes(before: Aanmeldbeleid, after: Aanmeldbeleid) -> tuple[tuple[str, str, str], ...]:
    """Return (head, was, becomes) of each field in which two policies differ."""
    return tuple(
        (kop, words_of(before, veld), words_of(after, veld))
        for veld, kop in KOPPEN.items()
        if words_of(before, veld) != words_of(after, veld)
    )
