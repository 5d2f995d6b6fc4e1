"""A national enrolment in the form of SchoolChoice_da's inputs, said in markets of this engine.

The inputs (TetherEducation/SchoolChoice_da, Inputs_description.md) and what each becomes here:

- `vacancies`, a row per programme and quota, with regular and special vacancies: a place per
  programme and quota; a market per grade and per type of assignment, special 1 to n first and
  regular last, each with the vacancies of its type as capacity;
- `applications` with a priority and a lottery number per programme and quota: a wish with its key,
  the two added as there (lower is better in both);
- `priority_profiles`, with the profile after a sibling was placed: a table of priorities, read
  again before each grade: the dynamic sibling priority;
- `quota_order` by profile and characteristics: the order in which a programme's quotas are wished;
- secured enrolment: the wishes end at the own programme, with priority 0 at the own quota; forced:
  who ends without a place gets the own one beside its capacity;
- transfer of unused capacity: what a special type left is added to the regular capacity;
- `links`, a block application over grades: where a linked one sits goes before the other wishes.

Not taken over: making lottery numbers (keys come from the caller), criteria in words ('leq'; the
signs are), reading the tables, the waiting lists by rounded score (`reserve_list` keeps the keys).
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from openlea.engines.placement import NONE, Market, defer

Slot = tuple[str, int]  # programme and quota
CRITERIA: dict[str, Callable[[int, int], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt,
    ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
}  # fmt: skip


@dataclass(frozen=True)
class Vacancy:
    """A row of vacancies; `seats` by type: regular is 0."""

    program: str
    quota: int
    institution: str
    grade: int
    seats: Mapping[int, int]


@dataclass(frozen=True)
class Application:
    """A row of applications; the rank is that of the programme."""

    applicant: str
    slot: Slot
    rank: int
    profile: int
    lottery: float


@dataclass(frozen=True)
class Applicant:
    """A row of applicants."""

    applicant: str
    grade: int
    special: int = 0
    secured: Slot | None = None
    traits: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Order:
    """A row of quota_order: for this profile, when all criteria hold, this order of quotas."""

    profile: int
    when: Sequence[tuple[str, str, int]]
    quotas: Sequence[int]


@dataclass(frozen=True)
class National:
    """All the tables and switches; `priority` has per profile the priority in each quota."""

    vacancies: Sequence[Vacancy]
    applicants: Sequence[Applicant]
    applications: Sequence[Application]
    priority: Mapping[int, Mapping[int, float]]
    quota_order: Sequence[Order] = ()
    sibling_profile: Mapping[int, int] = field(default_factory=dict)
    siblings: Sequence[tuple[str, str]] = ()
    links: Sequence[tuple[str, str]] = ()
    transfer: bool = False
    forced: bool = False

    def place(self) -> dict[str, Slot | None]:
        """Return the programme and quota of everybody: grade after grade, the highest first."""
        placed: dict[str, Slot | None] = {}
        for grade in sorted({one.grade for one in self.applicants}, reverse=True):
            rows = [row for row in self.vacancies if row.grade == grade]
            seats = {(row.program, row.quota): dict(row.seats) for row in rows}
            types = sorted({kind for row in rows for kind in row.seats if kind})
            for kind in [*types, 0]:
                asking = [a for a in self.applicants if (a.grade, a.special) == (grade, kind)]
                placed |= self._assigned(asking, {s: own.get(kind, 0) for s, own in seats.items()},
                                         dict(placed))  # fmt: skip
                for slot, own in seats.items() if kind and self.transfer else ():
                    taken = [a for a in asking if placed[a.applicant] == slot]
                    own[0] = own.get(0, 0) + max(0, own.get(kind, 0) - len(taken))
        return placed

    def _assigned(
        self, asking: list[Applicant], seats: dict[Slot, int], before: dict[str, Slot | None]
    ) -> dict[str, Slot | None]:
        """Return the slots of one round; this is the whole translation to a market."""
        slots = list(seats)
        number = {slot: at for at, slot in enumerate(slots)}
        lists = [self._wishes(one, before) for one in asking]
        market = Market(
            [[number[slot] for slot, _ in own] for own in lists],
            [[key for _, key in own] for own in lists],
            list(seats.values()),
        )
        found = zip(asking, defer(market).place, strict=True)
        placed = {one.applicant: None if at == NONE else slots[at] for one, at in found}
        for one in asking if self.forced else ():
            placed[one.applicant] = placed[one.applicant] or one.secured
        return placed

    def _wishes(self, one: Applicant, before: dict[str, Slot | None]) -> list[tuple[Slot, float]]:
        """Return an applicant's slots with their keys, in the order in which it asks them."""
        rows = [self._after_siblings(row, before)
                for row in self.applications if row.applicant == one.applicant]  # fmt: skip
        near = self._schools(self.links, one.applicant, before)
        rows.sort(key=lambda row: (
            self._school(row.slot) not in near, row.rank, self._turn(one, row)))  # fmt: skip
        if one.secured:
            last = max(at for at, row in enumerate(rows) if row.slot[0] == one.secured[0])
            rows = rows[: last + 1]
        return [(row.slot, self._priority(one, row) + row.lottery) for row in rows]

    def _priority(self, one: Applicant, row: Application) -> float:
        """Return the priority in a quota; the own secured one goes before all."""
        return 0 if row.slot == one.secured else self.priority[row.profile][row.slot[1]]

    def _turn(self, one: Applicant, row: Application) -> int:
        """Return at which turn a quota of its programme is asked: as numbered, unless ordered."""
        for order in self.quota_order:
            holds = (CRITERIA[sign](one.traits[trait], value) for trait, sign, value in order.when)
            if order.profile == row.profile and all(holds):
                return list(order.quotas).index(row.slot[1])
        return row.slot[1]

    def _after_siblings(self, row: Application, before: dict[str, Slot | None]) -> Application:
        """Return the application with the profile it has now that a sibling sits there."""
        if self._school(row.slot) not in self._schools(self.siblings, row.applicant, before):
            return row
        return replace(row, profile=self.sibling_profile.get(row.profile, row.profile))

    def _school(self, slot: Slot) -> str:
        """Return the institution of a programme."""
        return next(v.institution for v in self.vacancies if (v.program, v.quota) == slot)

    def _schools(
        self, pairs: Sequence[tuple[str, str]], one: str, before: dict[str, Slot | None]
    ) -> set[str]:
        """Return the institutions where somebody's siblings or linked ones sit by now."""
        slots = (before.get(other) for who, other in pairs if who == one)
        return {self._school(slot) for slot in slots if slot}
