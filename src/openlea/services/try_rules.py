"""Try rules over many lotteries: who gains and who loses, by group and PC4, never by child."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from math import isnan
from random import Random
from statistics import fmean, quantiles
from typing import Any

from openlea.core.errors import BadInput, Fout
from openlea.core.plaatsing import Criterium, Kind
from openlea.policy.afscherming import SMALLEST
from openlea.policy.loting import canonical
from openlea.services.plaats.lezen import Aanvraag, read_aanvraag
from openlea.services.plaats.nabij import km_between
from openlea.services.plaats.opstelling import Opstelling, Ranks, Uitslag, place
from openlea.services.plaats.register import sealed_row
from openlea.services.plaats.varianten import Variant, compose_varianten

Told = Callable[[str], None]
MOST = 100_000
TOP = 3
SHARES = ("eerste_keus", "top_3", "tweede_ronde", "niet_geplaatst")
GROUPS: Mapping[str, Callable[[Kind], bool]] = {
    "doelgroep": lambda kind: kind.doelgroep,
    "geen_doelgroep": lambda kind: not kind.doelgroep,
    "indicatie": lambda kind: kind.indicatie,
    "broer_of_zus": lambda kind: bool(kind.scholen.get(Criterium.BROER_ZUS)),
    "geen_broer_of_zus": lambda kind: not kind.scholen.get(Criterium.BROER_ZUS),
}


def try_rules(aanvraag: Aanvraag, lotingen: int, zaad: int, told: Told) -> dict[str, Any]:
    """Return per variant what many lotteries give, with the hash of the data and the seed.

    The same data, rules, number and seed give the same answer. Shares are percent of children;
    groups and PC4's of fewer than five children are left out.
    """
    if not 1 <= lotingen <= MOST:
        raise BadInput([Fout("", "--lotingen", f"kies 1 tot en met {MOST}")])
    kinderen, plekken, regels = read_aanvraag(aanvraag)
    found: list[dict[str, Any]] = []
    parts = _parts(kinderen)
    for variant in compose_varianten(kinderen, plekken, regels):
        told(f"{variant.naam}: {lotingen} lotingen")
        found.append(_measured(variant, lotingen, zaad, parts))
    for one in found:
        _compare(one, found[0])
    rows = sorted((sealed_row(kind) for kind in kinderen), key=lambda row: str(row["nummer"]))
    content = canonical([rows, [asdict(plek) for plek in plekken]]) + aanvraag.regels_tekst()
    return {
        "regels": regels.naam,
        "kinderen": len(kinderen),
        "plekken": len(plekken),
        "lotingen": lotingen,
        "zaad": zaad,
        "gegevens_sha256": sha256(content).hexdigest(),
        "varianten": found,
    }


Parts = Mapping[str, Sequence[int]]


def _parts(kinderen: Sequence[Kind]) -> Parts:
    """Return the children of every group and PC4 of at least five, where the rest is none or five.

    What a group lacks can be computed from the whole, so the rest counts as a group too.
    """
    found: dict[str, list[int]] = {naam: [] for naam in GROUPS}
    for n, kind in enumerate(kinderen):
        for naam, holds in GROUPS.items():
            if holds(kind):
                found[naam].append(n)
        if kind.pc4:
            found.setdefault(f"pc4 {kind.pc4}", []).append(n)
    small = {naam for naam, own in found.items() if not _showable(len(own), len(kinderen))}
    homes = [naam for naam in found if naam.startswith("pc4")]
    hidden = sum(len(found[naam]) for naam in homes if naam in small)
    if 0 < hidden < SMALLEST:
        shown = sorted((len(found[naam]), naam) for naam in homes if naam not in small)
        small |= {naam for _, naam in shown[:1]}
    return {naam: found[naam] for naam in sorted(found) if naam not in small}


def _showable(part: int, whole: int) -> bool:
    return part >= SMALLEST and (whole == part or whole - part >= SMALLEST)


@dataclass(slots=True)
class _Tally:
    """What many lotteries gave: per child how often, per lottery which share."""

    often: Mapping[str, list[int]]
    shares: Mapping[str, list[float]]
    km: list[float]
    target: frozenset[int]
    seated: list[list[int]]
    """Per lottery and place: children of the target group, and others."""

    def add(self, uitslag: Uitslag, near: Sequence[Sequence[float | None]]) -> None:
        """Count one lottery."""
        found: dict[str, list[int]] = {naam: [] for naam in SHARES}
        travelled = []
        for child, rank in enumerate(uitslag.outcome.rank):
            at = uitslag.place_of(child)
            if rank == 0:
                found["eerste_keus"].append(child)
            if 0 <= rank < TOP:
                found["top_3"].append(child)
            if at < 0:
                found["niet_geplaatst"].append(child)
            elif (far := near[child][at]) is not None:
                travelled.append(far)
        found["tweede_ronde"] = list(uitslag.second)
        self._seat(uitslag)
        for naam, own in found.items():
            self.shares[naam].append(100 * len(own) / len(near))
            for child in own:
                self.often[naam][child] += 1
        if len(travelled) >= SMALLEST:
            self.km.append(fmean(travelled))

    def _seat(self, uitslag: Uitslag) -> None:
        """Count who sits where, for segregation."""
        counts = [[0, 0] for _ in uitslag.outcome.bound]
        for child in range(len(uitslag.outcome.place)):
            at = uitslag.place_of(child)
            if at >= 0:
                counts[at][child not in self.target] += 1
        self.seated += counts

    def segregation(self, lotteries: int) -> dict[str, float] | None:
        """Return the dissimilarity of the target group between places, over the lotteries."""
        if not self.target:
            return None
        from openlea.engines.segregation import indices

        each = len(self.seated) // lotteries
        found = indices(self.seated, [n for n in range(lotteries) for _ in range(each)])
        # Not defined when all sit in one place.
        known = [float(one) for one in found["dissimilariteit"] if not isnan(one)]
        return _spread(known, decimals=4) if known else None


def _measured(variant: Variant, lotingen: int, zaad: int, parts: Parts) -> dict[str, Any]:
    """Return the means of one variant, and between which values nine in ten lotteries lie."""
    setup = variant.setup
    near = _distances(setup)
    target = frozenset(parts.get("doelgroep", ()))
    tally = _Tally({n: [0] * len(near) for n in SHARES}, {n: [] for n in SHARES}, [], target, [])
    for n in range(lotingen):
        # The same n gives the same luck in every variant, so that only the rules differ.
        tally.add(place(setup, _drawn(setup, Random(f"{zaad}/{n}"))), near)  # noqa: S311
    return {
        "naam": variant.naam,
        "wat": variant.wat,
        **{naam: _spread(values) for naam, values in tally.shares.items()},
        "afstand_km": _spread(tally.km) if tally.km else None,
        "segregatie_doelgroep": tally.segregation(lotingen),
        "groepen": {
            naam: {
                "kinderen": len(own),
                **{what: _mean(tally.often[what], own, lotingen) for what in SHARES},
            }
            for naam, own in parts.items()
        },
    }


def _distances(setup: Opstelling) -> Sequence[Sequence[float | None]]:
    """Return per child the km to every place; children of one PC4 share one row."""
    rows: dict[str, list[float | None]] = {}
    for kind in setup.kinderen:
        if kind.pc4 not in rows:
            rows[kind.pc4] = [km_between(kind.pc4, plek) for plek in setup.plekken]
    return [rows[kind.pc4] for kind in setup.kinderen]


def _drawn(setup: Opstelling, luck: Random) -> Callable[[str], Ranks]:
    """Return a lottery of the laboratory: one order per place, made when it is asked for."""
    nummers = sorted(kind.nummer for kind in setup.kinderen)
    made: dict[str, Ranks] = {}

    def ranks(plek: str) -> Ranks:
        if plek not in made:
            order = list(nummers)
            luck.shuffle(order)
            made[plek] = {one: n for n, one in enumerate(order, start=1)}
        return made[plek]

    return ranks


def _spread(values: Sequence[float], decimals: int = 2) -> dict[str, float]:
    """Return the mean, and the values under which one in twenty lotteries lies, and above which."""
    cuts = quantiles(values, n=20, method="inclusive") if len(values) > 1 else [values[0]] * 19
    return {
        "gemiddeld": round(fmean(values), decimals),
        "laag": round(cuts[0], decimals),
        "hoog": round(cuts[-1], decimals),
    }


def _mean(counts: Sequence[int], own: Sequence[int], lotingen: int) -> float:
    return round(100 * sum(counts[n] for n in own) / (len(own) * lotingen), 2)


def _compare(one: dict[str, Any], now: Mapping[str, Any]) -> None:
    """Add to each group how many percentage points it gains or loses against the rules of now."""
    for naam, group in one["groepen"].items():
        for key in ("eerste_keus", "niet_geplaatst"):
            group[f"verschil_{key}"] = round(group[key] - now["groepen"][naam][key], 2)
