"""A trial of rules: many lotteries for every variant, each with the same luck, and what differs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from openlea.core.errors import BadInput, Fout
from openlea.core.plaatsing import Kind, Plek, Regels
from openlea.policy.afscherming import SMALLEST
from openlea.policy.loting import canonical
from openlea.services.plaats.groepen import DOELGROEP, Parts, parts_of
from openlea.services.plaats.herhaling import Herhaling
from openlea.services.plaats.lotingen import Geluk
from openlea.services.plaats.nabij import km_between
from openlea.services.plaats.opstelling import Opstelling
from openlea.services.plaats.register import sealed_row
from openlea.services.plaats.varianten import Variant, compose_varianten

if TYPE_CHECKING:
    from openlea.engines.placement.tally import Tally

Told = Callable[[str, int, int], None]
MOST = 100_000
VERSCHIL = 10
"""So many points of chance on the first wish a child must gain or lose to be counted as such."""
COMPARED = ("eerste_keus", "niet_geplaatst")
MOVED = ("eerste_keus", "top_3", "niet_geplaatst")


def run_proef(
    kinderen: Sequence[Kind],
    plekken: Sequence[Plek],
    regels: Regels,
    rules: bytes,
    lotingen: int,
    zaad: int,
    told: Told,
) -> dict[str, Any]:
    """Return per variant what many lotteries give, with the hash of the data and the seed.

    The same data, rules, number and seed give the same answer. Shares are percent of children;
    groups and PC4's of fewer than five children are left out. BadInput for too many lotteries.
    """
    if not 1 <= lotingen <= MOST:
        raise BadInput([Fout("", "--lotingen", f"kies 1 tot en met {MOST}")])
    parts = parts_of(kinderen)
    varianten = compose_varianten(kinderen, plekken, regels)
    tallies = _drawn(varianten, parts, lotingen, zaad, told)
    rows = sorted((sealed_row(kind) for kind in kinderen), key=lambda row: str(row["nummer"]))
    content = canonical([rows, [asdict(plek) for plek in plekken]]) + rules
    return {
        "regels": regels.naam,
        "kinderen": len(kinderen),
        "plekken": len(plekken),
        "lotingen": lotingen,
        "zaad": zaad,
        "gegevens_sha256": sha256(content).hexdigest(),
        "varianten": [
            _told(variant, tally, tallies[0], parts)
            for variant, tally in zip(varianten, tallies, strict=True)
        ],
    }


def _drawn(
    varianten: Sequence[Variant], parts: Parts, lotingen: int, zaad: int, told: Told
) -> "list[Tally]":
    """Return the counts of every variant; lottery by lottery, so that all have the same luck."""
    from openlea.engines.placement.tally import Tally

    first = varianten[0].setup
    far, target = _distances(first), frozenset(parts.get(DOELGROEP, ()))
    tallies = [Tally(tuple(parts.values()), far, target, len(first.plekken)) for _ in varianten]
    ready = [Herhaling(one.setup) for one in varianten]
    geluk = Geluk(first, zaad)
    for n in range(lotingen):
        told("lotingen", n, lotingen)
        for herhaling, tally in zip(ready, tallies, strict=True):
            found = herhaling.place(geluk, n)
            tally.add(found.rank, found.place, found.second)
    return tallies


def _distances(setup: Opstelling) -> Sequence[Sequence[float | None]]:
    """Return per child the km to every place; children of one PC4 share one row."""
    rows: dict[str, list[float | None]] = {}
    for kind in setup.kinderen:
        if kind.pc4 not in rows:
            rows[kind.pc4] = [km_between(kind.pc4, plek) for plek in setup.plekken]
    return [rows[kind.pc4] for kind in setup.kinderen]


def _told(variant: Variant, tally: "Tally", now: "Tally", parts: Parts) -> dict[str, Any]:
    """Return one variant: the whole, who gains and loses, and every group."""
    from openlea.engines.placement.tally import changed, paired

    gained, lost = changed(tally, now, "eerste_keus", VERSCHIL)
    return {
        "naam": variant.naam,
        "wat": variant.wat,
        **tally.shares(),
        "afstand_km": tally.km(),
        "segregatie_doelgroep": tally.mixing(),
        "verschil": {naam: paired(tally, now, naam) for naam in MOVED},
        "winnen": _shown(gained),
        "verliezen": _shown(lost),
        "groepen": _groups(tally, now, parts),
    }


def _shown(count: int) -> int | None:
    """Return a count of children; None for one to four of them."""
    return None if 0 < count < SMALLEST else count


def _groups(tally: "Tally", now: "Tally", parts: Parts) -> Mapping[str, dict[str, Any]]:
    """Return every group: its size, its shares, and how much these differ from the rules of now."""
    from openlea.engines.placement.tally import SHARES, spread

    found: dict[str, dict[str, Any]] = {naam: {"kinderen": len(own)} for naam, own in parts.items()}
    for share in SHARES:
        mine = tally.group_shares(share)
        for n, group in enumerate(found.values()):
            group[share] = round(float(mine[:, n].mean()), 2)
    for share in COMPARED:
        # Per lottery with the same luck: what is left is what the rules do.
        moved = tally.group_shares(share) - now.group_shares(share)
        for n, group in enumerate(found.values()):
            between = spread(moved[:, n])
            group[f"verschil_{share}"] = between["gemiddeld"]
            group[f"verschil_{share}_tussen"] = [between["laag"], between["hoog"]]
    return found
