"""The public tables of a placement: counts by wish, per place and per PC4, small ones withheld."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openlea.policy.afscherming import SMALLEST, withheld
from openlea.services.desk.schrijven import csv_line
from openlea.services.plaats.nabij import km_between
from openlea.services.plaats.opstelling import Opstelling
from openlea.services.plaats.uitleg import Plaatsing

KOLOMMEN = ("wens 1", "wens 2 of 3", "lagere wens", "tweede ronde", "geen plek")
WITHHELD = "afgeschermd"
OVERIG = "overig (samengevoegd)"
TOP = 3
Counts = list[int]


@dataclass(frozen=True, slots=True)
class Kerngetallen:
    """What everybody may know of the whole: children, and how many by wish."""

    kinderen: int
    aantallen: tuple[int, ...]
    afstand_km: float | None

    def as_plain(self) -> dict[str, object]:
        """Return counts and shares for JSON; shares in percent of all children."""
        first, top, _, second, none = self.aantallen
        return {
            "kinderen": self.kinderen,
            "eerste_keus": first,
            "top_3": first + top,
            "tweede_ronde": second,
            "niet_geplaatst": none,
            "aandeel_eerste_keus": percent(first, self.kinderen),
            "aandeel_top_3": percent(first + top, self.kinderen),
            "afstand_km": self.afstand_km,
        }


def percent(part: int, whole: int) -> float:
    """Return a share in percent with one decimal; 0 of nobody."""
    return round(100 * part / whole, 1) if whole else 0.0


def column_of(plaatsing: Plaatsing) -> int:
    """Return in which column of the tables a child counts."""
    if plaatsing.plek < 0:
        return 4
    if plaatsing.ronde > 1:
        return 3
    return 0 if plaatsing.wens == 1 else 1 if plaatsing.wens <= TOP else 2


def count_all(setup: Opstelling, found: Sequence[Plaatsing]) -> Kerngetallen:
    """Return the counts of the whole."""
    counts = [0] * len(KOLOMMEN)
    for one in found:
        counts[column_of(one)] += 1
    return Kerngetallen(len(found), tuple(counts), mean_km(setup, found, range(len(found))))


def mean_km(setup: Opstelling, found: Sequence[Plaatsing], children: Sequence[int]) -> float | None:
    """Return the mean distance to the place in km; None for fewer than five known distances."""
    known = []
    for n in children:
        if found[n].plek >= 0:
            km = km_between(setup.kinderen[n].pc4, setup.plekken[found[n].plek])
            if km is not None:
                known.append(km)
    return round(sum(known) / len(known), 1) if len(known) >= SMALLEST else None


def compose_tabellen(setup: Opstelling, found: Sequence[Plaatsing]) -> Mapping[str, str]:
    """Return the public tables as csv by file name; cells under five are withheld."""
    per_plek: dict[str, Counts] = {}
    per_pc4: dict[str, Counts] = {}
    for kind, one in zip(setup.kinderen, found, strict=True):
        home = per_pc4.setdefault(kind.pc4 or "onbekend", [0] * len(KOLOMMEN))
        home[column_of(one)] += 1
        if one.plek >= 0:
            row = per_plek.setdefault(setup.plekken[one.plek].naam, [0] * len(KOLOMMEN))
            row[column_of(one)] += 1
    taken = {naam: row[:-1] for naam, row in per_plek.items()}
    return {
        "totaal.csv": _table("", {}, KOLOMMEN, [count_all(setup, found).aantallen]),
        "per_plek.csv": _table("plek", taken, KOLOMMEN[:-1], []),
        "per_pc4.csv": _table("pc4", per_pc4, KOLOMMEN, []),
    }


def _table(
    head: str, rows: Mapping[str, Counts], koppen: Sequence[str], whole: Sequence[Sequence[int]]
) -> str:
    """Return csv: rows too small together, what is small withheld, and totals of what remains."""
    named = merged(rows) if rows else {"alle kinderen": list(*whole)}
    # The total is a row like the others: what is small there may not be read there either.
    hidden = withheld(list(named.values()))
    lines = [csv_line((head or "wie", *koppen, "totaal"))]
    for r, (naam, counts) in enumerate(named.items()):
        cells = [WITHHELD if (r, c) in hidden else str(n) for c, n in enumerate(counts)]
        lines.append(csv_line((naam, *cells, str(sum(counts)))))
    return "".join(lines)


def merged(rows: Mapping[str, Counts], smallest: int = SMALLEST) -> dict[str, Counts]:
    """Return the rows with every row of fewer than five in one row, which has at least five."""
    by_size = sorted(rows, key=lambda naam: (sum(rows[naam]), naam))
    together: list[str] = []
    for naam in by_size:
        small = sum(rows[naam]) < smallest
        short = together and sum(sum(rows[one]) for one in together) < smallest
        if not small and not short and len(together) != 1:
            break
        together.append(naam)
    kept = {naam: list(rows[naam]) for naam in sorted(rows) if naam not in together}
    if together:
        kept[OVERIG] = [sum(column) for column in zip(*(rows[n] for n in together), strict=True)]
    return kept
