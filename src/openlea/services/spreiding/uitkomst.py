"""What came of spreading, as a table for a machine: with what was asked, and no handful shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isnan
from typing import Any

from openlea.engines.spreading import (
    Diagnosis,
    Outcome,
    Point,
    Problem,
    evenness,
    mean_travel,
)
from openlea.policy.spreiding import (
    Knelpunt,
    asked_lines,
    limit_sentences,
    proof_sentence,
    shielded,
    shielded_one,
)
from openlea.services.spreiding.opgave import Opgave

Plain = Mapping[str, Any]
PLAATS = {"capacity": "capaciteit", "least": "minimum", "travel": "reis", "mix": "band"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """The question with its outcome, or with what bites when there is none; and the frontier.

    `banden` (percent points) and `reizen` (km) are what was tried for the frontier.
    """

    opgave: Opgave
    outcome: Outcome | None
    diagnosis: Diagnosis = field(default_factory=Diagnosis)
    punten: Sequence[Point] = ()
    banden: Sequence[float] = ()
    reizen: Sequence[float] = ()

    def as_plain(self, *, volledig: bool = False) -> dict[str, Any]:
        """Return it for JSON; a handful of children is shown only when `volledig`."""
        told: dict[str, Any] = {"gevraagd": self._asked()}
        if self.outcome is None:
            told["uitkomst"] = {"mogelijk": False, "zinnen": list(self.zinnen())}
            told["knelt"] = self._limits()
        else:
            told["uitkomst"] = self._found(self.outcome, volledig=volledig)
            told["scholen"] = self._schools(self.outcome, volledig=volledig)
            if volledig:
                told["verplaatsingen"] = list(self._changes(self.outcome))
        if self.banden:
            told["geprobeerd"] = {"banden": list(self.banden), "reizen": list(self.reizen)}
            punten = sorted(self.punten, key=lambda one: (one.tolerance, one.limit))
            told["grens"] = [_plain_point(one, volledig=volledig) for one in punten]
        return told

    def zinnen(self, *, volledig: bool = False) -> Sequence[str]:
        """Return in sentences how many move and how sure that is, or what bites."""
        if self.outcome is not None:
            found = self.outcome
            moved = found.moved if volledig else shielded_one(found.moved)
            return (proof_sentence(moved, found.bound, found.gap, proved=found.proved),)
        alone = [
            Knelpunt(
                soort=one.kind.value,
                waarde=one.amount * 100 if one.kind.value == "mix" else one.amount,
                scholen=self._named(one.places),
            )
            for one in self.diagnosis.alone
        ]
        return limit_sentences(alone, self.diagnosis.together, self.opgave.vraag)

    def _named(self, places: Sequence[tuple[int, int]]) -> list[tuple[str, int]]:
        return [(self.opgave.scholen[place].school, count) for place, count in places]

    def _asked(self) -> Plain:
        opgave, vraag = self.opgave, self.opgave.vraag
        return {
            "groep": vraag.groep,
            "waarde": vraag.waarde,
            "doel": round(opgave.doel, 2),
            "band": vraag.band,
            "reis": vraag.reis,
            "afstand": "hemelsbreed" if opgave.hemelsbreed else "opgegeven",
            "leerlingen": int(opgave.problem.today.sum()),
            "scholen": len(opgave.scholen),
            "zinnen": list(asked_lines(vraag, opgave.doel, hemelsbreed=opgave.hemelsbreed)),
        }

    def _limits(self) -> Plain:
        return {
            "los": [
                {
                    "grens": PLAATS[one.kind.value],
                    "waarde": one.amount * 100 if one.kind.value == "mix" else one.amount,
                    "scholen": [{"school": s, "aantal": n} for s, n in self._named(one.places)],
                }
                for one in self.diagnosis.alone
            ],
            "samen": [[PLAATS[kind.value] for kind in kinds] for kinds in self.diagnosis.together],
        }

    def _found(self, found: Outcome, *, volledig: bool) -> Plain:
        problem = self.opgave.problem
        return {
            "mogelijk": True,
            "zinnen": list(self.zinnen(volledig=volledig)),
            "verplaatst": found.moved if volledig else shielded_one(found.moved),
            "ondergrens": found.bound if volledig else shielded_one(found.bound),
            "marge": round(found.gap, 4),
            "bewezen": found.proved,
            "gemiddelde_reis_nu": round(mean_travel(problem, problem.today), 2),
            "gemiddelde_reis": round(mean_travel(problem, found.flows), 2),
            "dissimilariteit_nu": _index(evenness(problem, problem.today)),
            "dissimilariteit": _index(evenness(problem, found.flows)),
        }

    def _schools(self, found: Outcome, *, volledig: bool) -> list[Plain]:
        problem = self.opgave.problem
        change = found.flows - problem.today
        coming = change.clip(min=0).sum(axis=0).tolist()
        going = (-change).clip(min=0).sum(axis=0).tolist()
        erbij, eraf = (coming, going) if volledig else (shielded(coming), shielded(going))
        nu, straks = _shares(problem, problem.today), _shares(problem, found.flows)
        return [
            {
                "school": one.school,
                "aandeel_nu": nu[at],
                "aandeel": straks[at],
                "erbij": erbij[at],
                "eraf": eraf[at],
            }
            | ({"leerlingen": int(found.flows[:, at].sum())} if volledig else {})
            for at, one in enumerate(self.opgave.scholen)
        ]

    def _changes(self, found: Outcome) -> list[Plain]:
        change = (found.flows - self.opgave.problem.today).tolist()
        return [
            {"pc4": gebied, "groep": groep, "school": one.school, "verschil": difference}
            for (gebied, groep), row in zip(self.opgave.cellen, change, strict=True)
            for one, difference in zip(self.opgave.scholen, row, strict=True)
            if difference
        ]


def _shares(problem: Problem, flows: Any) -> list[int | None]:
    """Return per school the share of the group in whole percents; None without pupils."""
    groups, totals = problem.of_groups(flows)[0].tolist(), flows.sum(axis=0).tolist()
    return [
        round(100 * part / total) if total else None
        for part, total in zip(groups, totals, strict=True)
    ]


def _index(value: float) -> float | None:
    """Return an index for JSON, which knows no NaN: None where it isn't defined."""
    return None if isnan(value) else round(value, 3)


def _plain_point(point: Point, *, volledig: bool) -> Plain:
    found = point.outcome
    return {
        "band": round(point.tolerance * 100, 2),
        "reis": None if point.limit == float("inf") else point.limit,
        "verplaatst": found.moved if volledig else shielded_one(found.moved),
        "bewezen": found.proved,
        "gemiddelde_reis": round(point.travel, 2),
        "dissimilariteit": _index(point.evenness),
    }
