"""Seals the lines of the log in a chain, and names every line that was touched afterwards."""

import hmac
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC
from hashlib import sha256

from openlea.core.logboek import Breuk, Ketenkop, Kopmerk, Logfout, Regel


def canonical(regel: Regel) -> bytes:
    """Return the text that is sealed: every field but the seal, in one fixed spelling."""
    fields = asdict(regel) | {"moment": regel.moment.astimezone(UTC).isoformat("T", "microseconds")}
    del fields["zegel"]
    return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()


def seal_of(key: bytes, regel: Regel) -> str:
    """Return the seal of a line: HMAC-SHA256, 64 hexadecimal digits."""
    return hmac.new(key, canonical(regel), sha256).hexdigest()


def sealed(key: bytes, regels: Iterable[Regel], kop: Ketenkop) -> Iterator[Regel]:
    """Yield the lines numbered and sealed, as they follow the head of their chain."""
    nummer, vorige = kop.volgnummer, kop.zegel
    for regel in regels:
        nummer += 1
        placed = replace(regel, keten=kop.keten, volgnummer=nummer, vorige=vorige, zegel="")
        vorige = seal_of(key, placed)
        yield replace(placed, zegel=vorige)


def fingerprint(key: bytes) -> str:
    """Return by what a key is recognised; the key can't be found back from it."""
    return sha256(b"openlea logboek" + key).hexdigest()[:32]


@dataclass(slots=True)
class _Walk:
    """How far the check of one chain is."""

    nummer: int
    zegel: str
    whole: bool = True
    faulty: set[int] = field(default_factory=set)
    zegels: dict[int, str] = field(default_factory=dict)


def chain_faults(
    key: bytes, kop: Ketenkop, regels: Iterable[Regel], merken: Sequence[Kopmerk] = ()
) -> Iterator[Logfout]:
    """Yield what is wrong with one chain; `regels` are its sealed lines in order of number.

    Whoever lacks the key can't make a line that holds; whoever cuts the tail, is told by the head
    or by the marks beside the keys.
    """
    walk = _Walk(kop.begin, kop.begin_zegel)
    wanted = {merk.volgnummer for merk in merken}
    for regel in regels:
        yield from _line_faults(key, regel, walk)
        if regel.volgnummer in wanted:
            walk.zegels[regel.volgnummer or 0] = regel.zegel
    yield from _tail_faults(kop, walk)
    yield from _mark_faults(kop, walk, valid_marks(merken))


def valid_marks(merken: Sequence[Kopmerk]) -> list[Kopmerk]:
    """Return the marks that still count: an older copy that was put back voids those after it."""
    kept: list[Kopmerk] = []
    for merk in merken:
        if merk.soort == "herstel":
            kept = [one for one in kept if one.volgnummer <= merk.volgnummer]
        kept.append(merk)
    return kept


def _line_faults(key: bytes, regel: Regel, walk: _Walk) -> Iterator[Logfout]:
    nummer = regel.volgnummer or 0
    gap = nummer > walk.nummer + 1
    if gap:
        missing = range(walk.nummer + 1, nummer)
        yield _fault(regel, Breuk.VERWIJDERD, missing[0], tot=missing[-1])
    if nummer <= walk.nummer:
        walk.faulty.add(nummer)
        yield _fault(regel, Breuk.INGEVOEGD, nummer)
        return
    holds = hmac.compare_digest(seal_of(key, regel), regel.zegel)
    if not holds:
        walk.faulty.add(nummer)
        was = _number_of_before(key, regel)
        yield _fault(regel, Breuk.HERNUMMERD if was else Breuk.GEWIJZIGD, nummer, was=was)
    elif walk.whole and not gap and regel.vorige != walk.zegel:
        walk.faulty.add(nummer)
        yield _fault(regel, Breuk.VERVANGEN, nummer)
    walk.nummer, walk.zegel, walk.whole = nummer, regel.zegel, holds


def _number_of_before(key: bytes, regel: Regel, reach: int = 50) -> int:
    """Return under which number near this one the line does hold, 0 when under none."""
    now = regel.volgnummer or 0
    near = (number for step in range(1, reach + 1) for number in (now - step, now + step))
    for number in near:
        if number > 0 and seal_of(key, replace(regel, volgnummer=number)) == regel.zegel:
            return number
    return 0


def _tail_faults(kop: Ketenkop, walk: _Walk) -> Iterator[Logfout]:
    if walk.nummer < kop.volgnummer:
        yield _fault(kop, Breuk.VERWIJDERD, walk.nummer + 1, tot=kop.volgnummer)
    elif walk.nummer > kop.volgnummer:
        yield _fault(kop, Breuk.INGEVOEGD, kop.volgnummer + 1, tot=walk.nummer)
    elif kop.zegel != walk.zegel and walk.nummer not in walk.faulty:
        yield _fault(kop, Breuk.KOP, kop.volgnummer)


def _mark_faults(kop: Ketenkop, walk: _Walk, merken: Sequence[Kopmerk]) -> Iterator[Logfout]:
    end = max(walk.nummer, kop.volgnummer)
    announced = {(one.volgnummer, one.zegel) for one in merken if one.soort == "begin"}
    if kop.begin and (kop.begin, kop.begin_zegel) not in announced:
        yield _fault(kop, Breuk.BEGIN, kop.begin)
    furthest = max((one.volgnummer for one in merken if one.soort != "begin"), default=0)
    if furthest > end:
        yield _fault(kop, Breuk.VERWIJDERD, end + 1, tot=furthest)
    for merk in merken:
        stands = walk.zegels.get(merk.volgnummer)
        if merk.soort != "kop" or stands is None or merk.volgnummer in walk.faulty:
            continue
        if stands != merk.zegel:
            walk.faulty.add(merk.volgnummer)
            yield _fault(kop, Breuk.VERVANGEN, merk.volgnummer)


def _fault(
    where: Regel | Ketenkop, breuk: Breuk, nummer: int, *, tot: int = 0, was: int = 0
) -> Logfout:
    return Logfout(keten=where.keten, breuk=breuk, volgnummer=nummer, tot=tot or nummer, was=was)
