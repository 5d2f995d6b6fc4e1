"""Which roles somebody has by the rules of a sign-in service, and what that changes today."""

from collections.abc import Iterable, Mapping, Sequence

from openlea.core.inlogdienst import Regel, Stand, Wijziging

Claims = Mapping[str, object]
Plek = tuple[int, str, int | None]


def claim_values(claims: Claims, pad: str) -> frozenset[str]:
    """Return the values of a claim: a word, a number, yes or no ('true', 'false'), or a list.

    A name may hold dots itself, as addresses do, or lead inwards: 'realm_access.roles'.
    """
    found = _inward(claims, pad)
    every = found if isinstance(found, list) else [found]
    return frozenset(word for one in every if (word := _word(one)) is not None)


def matches(regel: Regel, claims: Claims) -> bool:
    """Return whether a rule is about somebody with these claims; no claim is about everybody."""
    return not regel.claim or regel.waarde in claim_values(claims, regel.claim)


def matched(regels: Iterable[Regel], claims: Claims) -> tuple[Regel, ...]:
    """Return the rules that give somebody something, one per werkruimte, role and partij."""
    found: dict[Plek, Regel] = {}
    for regel in sorted(regels, key=lambda one: one.id):
        if matches(regel, claims):
            found.setdefault((regel.werkruimte, regel.rol, regel.partij), regel)
    return tuple(found.values())


def changes(given: Sequence[Regel], standen: Iterable[Stand], eigen: frozenset[int]) -> Wijziging:
    """Return what has to change so that the memberships are as the rules say.

    `given` are the rules that match, `eigen` the ids of all rules of this service: only what one
    of those gave can end. What a person gave stays, and is never given twice; what a person ended
    stays ended.
    """
    open_rules = {(one.werkruimte, one.rol, one.partij): one for one in given}
    hervat, via, eindigen = [], [], []
    for stand in sorted(standen, key=_in_force_first):
        regel = open_rules.pop((stand.werkruimte, stand.rol, stand.partij), None)
        if regel is None:
            if stand.via in eigen and stand.is_geldig:
                eindigen.append(stand.id)
        elif stand.is_beeindigd and not stand.is_geldig:
            continue
        elif not stand.is_geldig and not stand.is_later:
            hervat.append((stand.id, regel.id))
        elif stand.via in eigen and stand.via != regel.id:
            via.append((stand.id, regel.id))
    return Wijziging(maken=tuple(open_rules.values()), hervat=hervat, via=via, eindigen=eindigen)


def _in_force_first(stand: Stand) -> tuple[bool, bool, int]:
    return (not stand.is_geldig, not stand.is_beeindigd, stand.id)


def _inward(found: object, pad: str) -> object:
    """Return what lies at a path, or None; the longest name that exists is followed first."""
    if not isinstance(found, Mapping):
        return None
    if pad in found:
        return found[pad]
    parts = pad.split(".")
    for cut in range(len(parts) - 1, 0, -1):
        head = ".".join(parts[:cut])
        if head in found:
            inner = _inward(found[head], ".".join(parts[cut:]))
            if inner is not None:
                return inner
    return None


def _word(value: object) -> str | None:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int) else None
