"""What can't be right about an admission policy: days out of order, amounts that can't be, sources.

What a school publishes differs much, so almost everything may stay open; something must be known.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from openlea.core.aanmeldbeleid import Aanmeldbeleid, Toewijzing
from openlea.core.errors import Fout
from openlea.policy.schooljaar import is_school_year

GEEN_VOORRANG = "Geen voorrang"
"""Written out, since an empty list only says that nobody filled it in."""
VOORBEELD = "Voorbeeld"
"""How the explanation begins of a policy that is no real one."""
MOST_PLAATSEN, MOST_BIJDRAGE = 2_000, 25_000
LONGEST_SCHOOL = 12
_SCHOOL = re.compile(r"[0-9A-Z][0-9A-Z-]*")
_DAGEN = (
    ("aanmelden_van", "aanmelden vanaf"),
    ("aanmelden_tot", "aanmelden tot en met"),
    ("loting_op", "de loting"),
    ("uitslag_op", "de uitslag"),
)


def is_voorbeeld(beleid: Aanmeldbeleid) -> bool:
    """Say whether a policy is there to show how it works, and is of no real school."""
    return beleid.toelichting.casefold().startswith(VOORBEELD.casefold())


def knows_voorrang(beleid: Aanmeldbeleid) -> bool:
    """Say whether it is known who goes first; an empty list says nothing."""
    return bool(beleid.voorrang or beleid.voorrang_anders.strip())


def has_content(beleid: Aanmeldbeleid) -> bool:
    """Say whether anything at all is known of how one applies."""
    known = (beleid.moment.strip(), knows_voorrang(beleid))
    said = (getattr(beleid, veld) for veld, _ in _DAGEN)
    numbers = (beleid.plaatsen, beleid.bijdrage)
    chosen = beleid.toewijzing is not Toewijzing.ONBEKEND
    return any(known) or chosen or any(one is not None for one in (*said, *numbers))


def aanmeldbeleid_faults(beleid: Aanmeldbeleid, today: date) -> Iterator[Fout]:
    """Yield what is wrong, each with its field."""
    if not _SCHOOL.fullmatch(beleid.school) or len(beleid.school) > LONGEST_SCHOOL:
        yield Fout("", "school", "Een code heeft alleen cijfers, hoofdletters en streepjes.")
    if not beleid.naam.strip():
        yield Fout("", "naam", "Vul de naam van de school in.")
    if not is_school_year(beleid.schooljaar):
        yield Fout("", "schooljaar", "Schrijf een schooljaar zoals 2026-2027.")
    if not has_content(beleid):
        yield Fout("", "moment", "Vul ten minste één ding in over het aanmelden.")
    yield from _order(beleid)
    yield from _numbers(beleid)
    yield from _voorrang(beleid)
    yield from _source(beleid, today)


def _order(beleid: Aanmeldbeleid) -> Iterator[Fout]:
    known = [(veld, woord, getattr(beleid, veld)) for veld, woord in _DAGEN]
    days = [(veld, woord, day) for veld, woord, day in known if day is not None]
    for (_, before, first), (veld, _woord, then) in pairwise(days):
        if then < first:
            yield Fout("", veld, f"Deze dag ligt vóór {before}. Kijk beide dagen na.")


def _numbers(beleid: Aanmeldbeleid) -> Iterator[Fout]:
    for veld, most in (("plaatsen", MOST_PLAATSEN), ("bijdrage", MOST_BIJDRAGE)):
        value = getattr(beleid, veld)
        if value is not None and not 0 <= value <= most:
            yield Fout("", veld, f"Vul een getal in van 0 tot en met {most}.")


def _voorrang(beleid: Aanmeldbeleid) -> Iterator[Fout]:
    if len(set(beleid.voorrang)) != len(beleid.voorrang):
        yield Fout("", "voorrang", "Een voorrangsregel staat er twee keer.")
    if beleid.voorrang and beleid.voorrang_anders.strip() == GEEN_VOORRANG:
        reden = "Er staat een voorrangsregel én dat er geen voorrang is. Kies één van de twee."
        yield Fout("", "voorrang_anders", reden)


def _source(beleid: Aanmeldbeleid, today: date) -> Iterator[Fout]:
    if beleid.bron and beleid.gezien_op is None:
        yield Fout("", "gezien_op", "Vul in op welke dag je dit las. Een pagina kan veranderen.")
    if beleid.gezien_op is not None and beleid.gezien_op > today:
        yield Fout("", "gezien_op", "Deze dag is nog niet geweest.")
