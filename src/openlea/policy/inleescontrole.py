"""The gate of a load: lays it beside the last good one and says in Dutch what looks wrong.

A reason never repairs or refuses: it holds the load until a person has looked. Beside an earlier
load of the same edition little may differ; beside the previous edition only what no year changes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from openlea.policy.kengetal import SAMENHANG, Kengetallen, likeness
from openlea.policy.kolomverschil import (
    VORIGE,
    ZELFDE,
    Grenzen,
    column_reasons,
    is_counted,
    percent,
    swaps,
)

_EDITIE = re.compile(r"(\d{4})(?:-(\d\d)-(\d\d)|/(\d\d))?$")
MEEST_AFGEKEURD = 0.05
ENKELE = 2
"""So few rejected rows hold nothing, however small the file."""
MEER_AFGEKEURD = 0.02
VERBORGEN = 0.5
"""Hidden counts don't halve: then they were written as something else."""
MEEST_ONBEKEND = 0.10
MEEST_BESCHADIGD = 0.02
OUDSTE_JAAR = 1990


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladingbeeld:
    """A load as the gate sees it; `onbekend` is the share of gemeenten that nobody knows."""

    edities: Mapping[str, Kengetallen]
    rijen_in: int
    rijen: int
    afgekeurd: int
    codering: str = ""
    onbekend: float = 0.0
    dagen: Mapping[str, date] = field(default_factory=dict)


def reasons_to_hold(
    new: Ladingbeeld, last: Ladingbeeld | None, known: Mapping[str, Kengetallen], today: date
) -> tuple[str, ...]:
    """Return why a load is held, in Dutch; nothing when it may pass.

    `last` is the load that brought these editions before, or else the newest; `known` are all the
    editions in the table now.
    """
    found = [
        *_by_itself(new, today),
        *_too_many_rejected(new, last),
        *(_beside_last(new, last) if last else ()),
        *(reden for editie, one in new.edities.items() for reden in _edition(editie, one, known)),
    ]
    return tuple(dict.fromkeys(found))


def day_of(editie: str) -> date | None:
    """Return the first day that an edition tells of: a day, a year or a school year; else None."""
    found = _EDITIE.match(editie)
    if found is None:
        return None
    year, month, day, school = found.groups()
    try:
        return date(int(year), int(month or (8 if school else 1)), int(day or 1))
    except ValueError:
        return None


def _by_itself(new: Ladingbeeld, today: date) -> Iterator[str]:
    """Yield what is wrong whatever was there before."""
    if new.rijen == 0:
        yield "Er is geen enkele rij over om in te lezen."
    if new.onbekend > MEEST_ONBEKEND:
        yield f"{percent(new.onbekend)} van de gemeentecodes bestaat niet."
    for editie, day in new.dagen.items():
        if day > today:
            yield f"De peildatum {editie} ligt in de toekomst."
        elif day.year < OUDSTE_JAAR:
            yield f"De peildatum {editie} is onwaarschijnlijk oud."
    for editie, one in new.edities.items():
        for name, kolom in one.kolommen.items():
            if kolom.beschadigd > MEEST_BESCHADIGD:
                yield f"{editie}: in kolom '{name}' zijn letters beschadigd."


def _too_many_rejected(new: Ladingbeeld, last: Ladingbeeld | None) -> Iterator[str]:
    """Yield when more rows fell out than may, or than fell out the last time."""
    most, few = MEEST_AFGEKEURD, ENKELE
    if last:
        most, few = last.afgekeurd / max(last.rijen_in, 1) + MEER_AFGEKEURD, 1
    share = new.afgekeurd / max(new.rijen_in, 1)
    if new.afgekeurd > few and share > most:
        yield f"{percent(share)} van de rijen is afgekeurd ({new.afgekeurd} van {new.rijen_in})."


def _beside_last(new: Ladingbeeld, last: Ladingbeeld) -> Iterator[str]:
    """Yield what differs in the file as a whole."""
    plain = {"", "ascii"}
    if new.codering != last.codering and not plain & {new.codering, last.codering}:
        yield (
            f"De letters zijn anders opgeslagen: {new.codering}, eerder {last.codering}. "
            "Kijk of namen met accenten goed zijn."
        )
    if new.edities.keys() == last.edities.keys() and new.rijen_in > 1.8 * last.rijen_in:
        yield f"Het bestand heeft {new.rijen_in} rijen; eerder waren dat er {last.rijen_in}."


def _edition(editie: str, new: Kengetallen, known: Mapping[str, Kengetallen]) -> Iterator[str]:
    """Yield what differs from the same edition, or else from the nearest one."""
    if editie in known:
        yield from _beside(editie, new, known[editie], ZELFDE, "")
        return
    near = _nearest(editie, known)
    if near:
        yield from _beside(editie, new, known[near], VORIGE, f" in editie {near}")
    for other, one in known.items():
        if _same_counts(new, one):
            yield f"Editie {editie} is vrijwel gelijk aan editie {other}: klopt het jaar?"


def _nearest(editie: str, known: Mapping[str, Kengetallen]) -> str:
    """Return the edition just before, or else the one just after; '' when there is none."""
    before = [one for one in known if one < editie]
    return max(before) if before else min(known, default="")


def _same_counts(new: Kengetallen, old: Kengetallen) -> bool:
    """Say whether what is counted is the same, place by place: years never agree so well."""
    shared = [
        (kolom.samenhang, old.kolommen[name].samenhang)
        for name, kolom in new.kolommen.items()
        if name in old.kolommen and is_counted(name)
    ]
    if not shared or new.merkwijze != old.merkwijze:
        return False
    return all(likeness(one, other, SAMENHANG) > ZELFDE.telling for one, other in shared)


def _beside(
    editie: str, new: Kengetallen, old: Kengetallen, grens: Grenzen, when: str
) -> Iterator[str]:
    """Yield what differs between two editions."""
    was = when or " bij de vorige keer"
    if new.rijen < (1 - grens.rijen_minder) * old.rijen:
        yield f"{editie}: {_fewer(new.rijen, old.rijen)} rijen ({new.rijen}, {old.rijen}{was})."
    if new.rijen > (1 + grens.rijen_meer) * old.rijen:
        yield f"{editie}: veel meer rijen ({new.rijen}, {old.rijen}{was})."
    if new.dubbel > old.dubbel:
        yield f"{editie}: {new.dubbel} rijen staan er dubbel in ({old.dubbel}{was})."
    if old.verborgen > ENKELE and new.verborgen / new.rijen < VERBORGEN * old.verborgen / old.rijen:
        yield f"{editie}: minder afgeschermde aantallen ({new.verborgen}, {old.verborgen}{was})."
    yield from (f"{editie}: {reden}{was}." for reden in column_reasons(new, old, grens))
    yield from (f"{editie}: {reden}." for reden in swaps(new, old))


def _fewer(now: int, before: int) -> str:
    return "geen" if now == 0 else f"{percent(1 - now / before)} minder"
