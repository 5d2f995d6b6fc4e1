"""The schools of which nobody filled in how one applies, by the partij that can say it."""

from collections.abc import Collection, Iterable

from openlea.services.aanmelden.scholen import School


def missing_by_partij(
    scholen: Iterable[School], known: Collection[str]
) -> dict[str, tuple[School, ...]]:
    """Return by name of the board its schools without a policy; `known` are codes of schools."""
    found: dict[str, list[School]] = {}
    for one in scholen:
        if one.in_register and one.code not in known:
            found.setdefault(one.bestuur, []).append(one)
    return {naam: tuple(some) for naam, some in sorted(found.items())}
