"""The question as rows and columns of an integer programme, for the solver HiGHS.

Columns: per cell and place who leaves and who comes, and per group and place how many more (or
fewer) there are. Only those last must be whole numbers: once they are, every flow is a transport
problem, and the corners of that are whole (Hoffman and Kruskal 1956). So the tree of the solver
branches on places, not on cells, and stays small.
"""

# ruff: noqa: PLC0415  scipy is loaded by who solves, so that the engine itself imports fast
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from openlea.engines.spreading.problem import FloatArray, IntArray, Problem

if TYPE_CHECKING:
    from scipy.optimize import Bounds, LinearConstraint, OptimizeResult
    from scipy.sparse import csr_array

ELASTIC = ("capacity", "least")
"""Limits that can be stretched per place by a number of pupils."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Programme:
    """Who may leave and come (pairs of cell and place), and what each row must be between.

    Columns: out, in, net per group and place, and (when `elastic`) a slack per place.
    """

    problem: Problem
    out: tuple[IntArray, IntArray]
    into: tuple[IntArray, IntArray]
    banded: bool = True
    elastic: str = ""

    @property
    def nets(self) -> int:
        """Return how many columns count a group at a place."""
        return int(self.problem.target.size)

    @property
    def sizes(self) -> tuple[int, int, int, int]:
        """Return the number of columns of each kind."""
        slacks = self.problem.today.shape[1] if self.elastic else 0
        return len(self.out[0]), len(self.into[0]), self.nets, slacks

    def costs(self, out: FloatArray, into: FloatArray, slack: float = 0.0) -> FloatArray:
        """Return a cost per column; to count a group at a place costs nothing."""
        outs, ins, nets, slacks = self.sizes
        return np.concatenate(
            [
                np.broadcast_to(out, outs),
                np.broadcast_to(into, ins),
                np.zeros(nets),
                np.full(slacks, slack),
            ]
        )

    def moves(self) -> FloatArray:
        """Return the cost of every pupil that leaves a place: one."""
        return self.costs(np.ones(1), np.zeros(1))

    def travel(self) -> FloatArray:
        """Return the cost of every pupil's change of distance."""
        far = self.problem.distance
        return self.costs(-far[self.out], far[self.into])

    def flows(self, x: FloatArray) -> IntArray:
        """Return (cells × places) who is where in a solution; whole numbers."""
        outs, ins, *_ = self.sizes
        flows = self.problem.today.copy()
        np.subtract.at(flows, self.out, np.rint(x[:outs]).astype(np.int64))
        np.add.at(flows, self.into, np.rint(x[outs : outs + ins]).astype(np.int64))
        return flows

    def net(self, x: FloatArray) -> FloatArray:
        """Return (groups × places) how many more there are in a solution."""
        outs, ins, nets, _ = self.sizes
        return np.rint(x[outs + ins : outs + ins + nets]).reshape(self.problem.target.shape)


def programme(problem: Problem, *, banded: bool = True, elastic: str = "") -> Programme:
    """Return the programme; without the mix unless `banded`, with slack on one kind of limit."""
    outs, ins = np.nonzero(problem.today > 0), np.nonzero(problem.allowed)
    return Programme(
        problem=problem,
        out=(outs[0], outs[1]),
        into=(ins[0], ins[1]),
        banded=banded,
        elastic=elastic,
    )


def minimise(
    made: Programme,
    cost: FloatArray,
    *,
    seconds: float,
    gap: float = 0.0,
    below: tuple[FloatArray, float] | None = None,
) -> "OptimizeResult":
    """Return what HiGHS finds; `below` is one more row and what it may be at most."""
    from scipy.optimize import LinearConstraint, milp

    outs, ins, nets, slacks = made.sizes
    whole = np.concatenate([np.zeros(outs + ins), np.ones(nets + slacks)])
    rows = _rows(made)
    if below is not None:
        rows.append(LinearConstraint(below[0][None, :], -np.inf, below[1]))
    return milp(
        cost,
        integrality=whole,
        bounds=_bounds(made),
        constraints=rows,
        options={"time_limit": max(seconds, 0.01), "mip_rel_gap": gap},
    )


def transport(made: Programme, cost: FloatArray, net: FloatArray) -> "OptimizeResult":
    """Return the cheapest flows for given numbers per group and place, at a corner: whole."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    outs, ins, *_ = made.sizes
    bounds = _bounds(made)
    rows = _conserved(made)
    first = outs + ins
    fixed = np.concatenate([np.full(first, np.nan), net.ravel()])
    known = ~np.isnan(fixed)
    limits = Bounds(np.where(known, fixed, bounds.lb), np.where(known, fixed, bounds.ub))
    return milp(cost, bounds=limits, constraints=LinearConstraint(rows, 0, 0))


def _bounds(made: Programme) -> "Bounds":
    from scipy.optimize import Bounds

    today, (_, ins, nets, slacks) = made.problem.today, made.sizes
    cells = today.sum(axis=1)
    upper = np.concatenate(
        [
            today[made.out],
            cells[made.into[0]],
            np.full(nets, float(today.sum())),
            np.full(slacks, float(today.sum() + made.problem.least.sum())),
        ]
    )
    lower = np.zeros_like(upper)
    lower[len(made.out[0]) + ins :][:nets] = -float(today.sum())
    return Bounds(lower, upper)


def _rows(made: Programme) -> list["LinearConstraint"]:
    from scipy.optimize import LinearConstraint

    conserved = _conserved(made)
    rows = [LinearConstraint(conserved, 0, 0), _room(made)]
    if made.banded:
        rows.extend(_band(made, side) for side in (-1, 1))
    return rows


def _conserved(made: Programme) -> "csr_array":
    """Return rows that are nought: nobody is lost, and each group's net is who came and went."""
    from scipy.sparse import csr_array

    problem = made.problem
    cells, places = problem.today.shape
    outs, ins, nets, slacks = made.sizes
    at = np.concatenate([_spot(problem, made.out, places), _spot(problem, made.into, places)])
    pairs = np.arange(outs + ins)
    sign = np.concatenate([-np.ones(outs), np.ones(ins)])
    rows = np.concatenate([made.out[0], made.into[0], cells + at, cells + np.arange(nets)])
    columns = np.concatenate([pairs, pairs, outs + ins + np.arange(nets)])
    signs = np.concatenate([sign, sign, -np.ones(nets)])
    return csr_array((signs, (rows, columns)), shape=(cells + nets, outs + ins + nets + slacks))


def _spot(problem: Problem, pairs: tuple[IntArray, IntArray], places: int) -> IntArray:
    """Return of each pair which number of group and place it belongs to."""
    spots: IntArray = problem.group[pairs[0]] * places + pairs[1]
    return spots


def _room(made: Programme) -> "LinearConstraint":
    """Return the rows for the pupils of a place: from the least to what fits, with its slack.

    Slack that is no longer than needed stretches one side without narrowing the other, for what
    fits is never less than the least.
    """
    from scipy.optimize import LinearConstraint
    from scipy.sparse import csr_array, hstack, identity

    problem = made.problem
    groups, places = problem.target.shape
    outs, ins, _, slacks = made.sizes
    now = problem.today.sum(axis=0)
    parts = [csr_array((places, outs + ins)), *[identity(places)] * groups]
    if slacks:
        parts.append(identity(places) * (-1 if made.elastic == "capacity" else 1))
    rows = csr_array(hstack(parts))
    low, high = (problem.least - now).astype(float), (problem.capacity - now).astype(float)
    return LinearConstraint(rows, low, high)


def _band(made: Programme, side: int) -> "LinearConstraint":
    """Return the rows that keep each share above (-1) or below (1) what is wanted."""
    from scipy.optimize import LinearConstraint
    from scipy.sparse import csr_array

    problem = made.problem
    groups, places = problem.target.shape
    outs, ins, nets, slacks = made.sizes
    counts = problem.of_groups(problem.today).astype(float)
    edge = np.clip(problem.target + side * problem.tolerance, 0, 1)
    asked = np.argwhere(~np.isnan(problem.target))
    table = np.zeros((len(asked), outs + ins + nets + slacks))
    now = np.zeros(len(asked))
    for row, (group, place) in enumerate(asked):
        share = edge[group, place]
        net = outs + ins + np.arange(groups) * places + place
        table[row, net] = -share
        table[row, net[group]] += 1
        now[row] = counts[group, place] - share * counts[:, place].sum()
    low, high = (-now, np.inf) if side < 0 else (-np.inf, -now)
    return LinearConstraint(csr_array(table), low, high)
