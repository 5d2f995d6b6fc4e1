"""What came of a load test: what was lost, what went wrong, and how long people waited."""

import json
import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from benchmarks.sessions_people import Diary

if TYPE_CHECKING:
    from benchmarks.sessions import Plan

RESULTS = Path(__file__).parent / "results.json"
PEER = "een lege bladzijde van Django, uit dezelfde granian in dezelfde tijd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One run: times in seconds per kind of page, and what does not add up."""

    wat: str
    minuten: float
    took: Mapping[str, Sequence[float]]
    empty: Sequence[float]
    failed: Mapping[str, int]
    lost: Sequence[str]
    writes: int
    conflicts: int

    @classmethod
    def of(
        cls,
        plan: "Plan",
        diaries: Mapping[str, Diary],
        empty: Sequence[float],
        kept: Mapping[str, Any],
    ) -> Self:
        """Lay beside each other what the server said it kept and what is there."""
        took: dict[str, list[float]] = {}
        for diary in diaries.values():
            for name, times in diary.took.items():
                took.setdefault(name, []).extend(times)
        remarks = [one for diary in diaries.values() for one in diary.remarks]
        stands = {naam: diary.stand for naam, diary in diaries.items() if diary.stand}
        on = "PostgreSQL" if plan.postgres else "SQLite"
        return cls(
            wat=f"{plan.sessies} mensen tegelijk, {plan.schrijvers} schrijven, op {on}",
            minuten=plan.minuten,
            took={name: sorted(times) for name, times in sorted(took.items())},
            empty=sorted(empty),
            failed=Counter(one for diary in diaries.values() for one in diary.failed),
            lost=[
                *(one for one in remarks if kept["opmerkingen"].get(one) != 1),
                *(
                    f"{naam}: {stand} bewaard, {kept['standen'].get(naam)} te lezen"
                    for naam, stand in stands.items()
                    if kept["standen"].get(naam) != stand
                ),
            ],
            writes=len(remarks) + sum(stands.values()),
            conflicts=sum(diary.conflicts for diary in diaries.values()),
        )

    @property
    def every(self) -> list[float]:
        """Return the times of all pages but the door, sorted."""
        return sorted(
            one for name, times in self.took.items() if name != "inloggen" for one in times
        )

    @property
    def is_sound(self) -> bool:
        """Return whether something was written, nothing was lost and nothing went wrong."""
        return bool(self.writes) and not self.lost and not self.failed

    def as_json(self) -> dict[str, Any]:
        """Return it as it stands in results.json."""
        ours, theirs = at(self.every, 0.5), at(self.empty, 0.5)
        return {
            "bench": self.wat,
            "ours_s": round(ours, 4),
            "ours_p95_s": round(at(self.every, 0.95), 4),
            "peer": PEER,
            "peer_s": round(theirs, 4),
            "peer_p95_s": round(at(self.empty, 0.95), 4),
            "ratio": round(theirs / ours, 2) if ours else 0,
            "n": len(self.every),
            "minuten": self.minuten,
            "geschreven": self.writes,
            "botsingen": self.conflicts,
            "kwijt": len(self.lost),
            "fouten": dict(self.failed),
            "soorten": {
                name: {
                    "n": len(times),
                    "p50_ms": round(1000 * at(times, 0.5)),
                    "p95_ms": round(1000 * at(times, 0.95)),
                }
                for name, times in self.took.items()
            },
            "machine": machine(),
            "held": self.is_sound,
        }

    def told(self) -> str:
        """Return it for people."""
        found = self.as_json()
        lines = [
            f"{self.wat}, {self.minuten:g} minuten ({found['machine']}):",
            (
                f"  {found['n']} bladzijden, {self.writes} keer bewaard, {self.conflicts} keer was "
                f"een ander eerder, {len(self.lost)} kwijt, {sum(self.failed.values())} fouten"
            ),
            (
                f"  samen: {1000 * found['ours_s']:.0f} ms in het midden, "
                f"{1000 * found['ours_p95_s']:.0f} ms bij 95%; {PEER}: "
                f"{1000 * found['peer_s']:.0f} en {1000 * found['peer_p95_s']:.0f} ms"
            ),
        ]
        lines += [
            f"  {name}: {one['n']} keer, {one['p50_ms']} en {one['p95_ms']} ms"
            for name, one in found["soorten"].items()
        ]
        lines += [f"  KWIJT {one}" for one in self.lost]
        lines += [f"  FOUT {one}: {many} keer" for one, many in self.failed.items()]
        return "\n".join(lines)


def at(times: Sequence[float], share: float) -> float:
    """Return the time that this share of sorted times stayed under."""
    return times[min(int(share * len(times)), len(times) - 1)] if times else 0.0


def machine() -> str:
    """Return what this was measured on; the people of the test ran on it too."""
    model = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())
    gigabytes = round(int(memory[1]) / 1024**2) if memory else 0
    name = model[1] if model else "onbekend"
    return (
        f"{os.cpu_count()} kernen {name}, {gigabytes} GB; de bezoekers draaien op dezelfde machine"
    )


def keep(found: Sequence[dict[str, Any]]) -> None:
    """Put the results beside the others; the same measurement of an earlier run goes."""
    others = json.loads(RESULTS.read_text(encoding="utf-8"))
    names = {one["bench"] for one in found}
    kept = [one for one in others if one["bench"] not in names]
    told = json.dumps([*kept, *found], ensure_ascii=False, indent=2)
    RESULTS.write_text(f"{told}\n", encoding="utf-8")
