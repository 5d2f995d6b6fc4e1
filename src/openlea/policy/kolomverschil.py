"""Lays the columns of two loads beside each other and says in Dutch which doesn't hold the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, permutations

from openlea.policy.kengetal import GROEP, INHOUD, SAMENHANG, Kengetallen, Kolombeeld, likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """How far a load may differ from the one that it's laid beside; all shares, 0 to 1."""

    rijen_minder: float = 0.30
    rijen_meer: float = 0.50
    leeg: float
    waarden_minder: float
    nooit_leeg: float
    som: float
    verdeling: float
    inhoud: float
    samenhang: float
    telling: float
    groep: float


ZELFDE = Grenzen(
    leeg=0.05,
    nooit_leeg=0.01,
    waarden_minder=0.10,
    som=0.30,
    verdeling=0.15,
    inhoud=0.60,
    samenhang=0.88,
    telling=0.88,
    groep=0.80,
)
"""Beside the same edition: a publisher mends a few rows, not one in ten."""
VORIGE = Grenzen(
    leeg=0.30,
    nooit_leeg=0.05,
    waarden_minder=0.25,
    som=0.50,
    verdeling=0.35,
    inhoud=0.20,
    samenhang=0.25,
    telling=0.0,
    groep=0.0,
)
"""Beside another edition: pupils come and go, but a school keeps its name and its gemeente."""
WEINIG = 5
"""Of so few different values, one more or less says nothing."""
BESCHADIGD = 0.001
SAME, OTHER = 0.8, 0.2
"""A draw that agrees so well is the same column; so badly, another one."""


def is_counted(name: str) -> bool:
    """Say whether a column holds what is counted, by its name."""
    return name.endswith(("_laag", "_hoog")) or name == "waarde"


def percent(share: float) -> str:
    """Return a share as people write it, such as 12,5%."""
    return f"{100 * share:.3g}%".replace(".", ",")


def column_reasons(new: Kengetallen, old: Kengetallen, grens: Grenzen) -> Iterator[str]:
    """Yield what is different in the columns that both have; sentences without their end."""
    alike = new.merkwijze == old.merkwijze
    for name, was in old.kolommen.items():
        now = new.kolommen.get(name)
        if now is None:
            yield f"kolom '{name}' is er niet meer; die was er wel"
            continue
        per_row = (_per_row(now, new), _per_row(was, old))
        found = [
            *_damaged(now, was),
            *_emptier(now, was, grens),
            *_sums(per_row, grens),
            *_groups(now, was, grens),
        ]
        if alike:
            found += [*_fewer_values(now, was, grens), *_content(now, was, grens)]
        yield from (f"kolom '{name}' {reden}" for reden in found)


def _per_row(kolom: Kolombeeld, of: Kengetallen) -> float | None:
    return None if kolom.som is None or not of.rijen else kolom.som / of.rijen


def _emptier(now: Kolombeeld, was: Kolombeeld, grens: Grenzen) -> Iterator[str]:
    most = grens.leeg if was.leeg else grens.nooit_leeg
    if now.leeg > was.leeg + most:
        yield f"is vaker leeg: {percent(now.leeg)}, en {percent(was.leeg)}"


def _damaged(now: Kolombeeld, was: Kolombeeld) -> Iterator[str]:
    if now.beschadigd > was.beschadigd + BESCHADIGD:
        shares = f"{percent(now.beschadigd)}, en {percent(was.beschadigd)}"
        yield f"heeft vaker beschadigde letters: {shares}"


def _sums(per_row: tuple[float | None, float | None], grens: Grenzen) -> Iterator[str]:
    now, was = per_row
    if now is None or was is None:
        return
    if abs(now - was) > grens.som * abs(was):
        yield f"is per rij gemiddeld {now:.4g}, en {was:.4g}"


def _fewer_values(now: Kolombeeld, was: Kolombeeld, grens: Grenzen) -> Iterator[str]:
    fewest = (1 - grens.waarden_minder) * was.verschillend
    if was.som is None and was.verschillend > WEINIG and now.verschillend < fewest:
        yield f"heeft minder verschillende waarden: {now.verschillend}, en {was.verschillend}"


def _groups(now: Kolombeeld, was: Kolombeeld, grens: Grenzen) -> Iterator[str]:
    """Yield when rows, or what is counted, moved between the groups of a column."""
    if not (now.verdeling and was.verdeling):
        return
    moved = max(_moved(now.verdeling, was.verdeling, part) for part in (0, 1))
    if moved > grens.verdeling:
        yield f"is anders verdeeld: {percent(moved)} staat bij een andere waarde dan"


def _moved(
    now: Mapping[str, tuple[int, float]], was: Mapping[str, tuple[int, float]], part: int
) -> float:
    """Return the share that would have to move to make both divisions equal."""
    new_total = sum(one[part] for one in now.values())
    old_total = sum(one[part] for one in was.values())
    if not (new_total > 0 and old_total > 0):
        return 0.0
    none = (0, 0.0)
    return 0.5 * sum(
        abs(now.get(key, none)[part] / new_total - was.get(key, none)[part] / old_total)
        for key in {*now, *was}
    )


def _content(now: Kolombeeld, was: Kolombeeld, grens: Grenzen) -> Iterator[str]:
    """Yield when a column holds other values, or the same ones at other keys."""
    if min(now.verschillend, was.verschillend) > WEINIG and now.inhoud and was.inhoud:
        shared = likeness(now.inhoud, was.inhoud, INHOUD)
        if shared < grens.inhoud:
            yield f"bevat vooral andere waarden; {percent(shared)} is gelijk aan"
    least = grens.samenhang if was.som is None else grens.telling
    shared = likeness(now.samenhang, was.samenhang, SAMENHANG)
    if shared < least:
        yield f"hoort bij andere rijen: {percent(shared)} is gelijk aan"

    for group, marks in was.groepen.items():
        found = now.groepen.get(group, ())
        if len({*marks, *found}) > WEINIG and likeness(found, marks, GROEP) < grens.groep:
            yield f"telt bij '{group}' op andere plaatsen dan"


def swaps(new: Kengetallen, old: Kengetallen) -> Iterator[str]:
    """Yield the columns, or the groups of a column, that hold what the other held before."""
    for name, was in old.kolommen.items():
        now = new.kolommen.get(name)
        if now is None:
            continue
        for one, other in combinations(sorted({*now.verdeling} & {*was.verdeling}), 2):
            here = (now.verdeling[one], now.verdeling[other])
            if here[0] != here[1] and here == (was.verdeling[other], was.verdeling[one]):
                yield f"in kolom '{name}' lijken '{one}' en '{other}' verwisseld"
    if new.merkwijze == old.merkwijze:
        yield from _swapped_columns(new, old)


def _swapped_columns(new: Kengetallen, old: Kengetallen) -> Iterator[str]:
    drawn = {name: kolom for name, kolom in old.kolommen.items() if kolom.verschillend > WEINIG}
    for one, other in permutations(drawn, 2):
        now = new.kolommen.get(one)
        if now is None or not now.inhoud:
            continue
        like_other = likeness(now.inhoud, drawn[other].inhoud, INHOUD)
        like_itself = likeness(now.inhoud, drawn[one].inhoud, INHOUD)
        if like_other > SAME and like_itself < OTHER:
            yield f"kolom '{one}' bevat wat eerst in kolom '{other}' stond"
