"""Towns that aren't made by the model: families choose, move, get a bad year, and a unit closes.

Nobody has a ratio here. Every child is born somewhere, chooses by attraction (which drifts and gets
shocks), may change its mind each year, and may move house in waves that hit a whole town. In every
town a unit opens at some time; any may close without warning, also in the years held back.
"""

from dataclasses import dataclass

import numpy as np

from openlea.engines.forecast.history import History

AGES = 8


@dataclass(frozen=True)
class Kind:
    """What a world is like: how far attraction drifts, how births and moving house swing."""

    drift: float = 0.06
    shock: float = 0.03
    births: float = 0.03
    trend: float = 0.02
    wave: float = 0.012
    switch: float = 0.03
    closing: float = 0.008


def world(seed: int, *, towns: int = 12, each: int = 9, years: int = 18, kind: Kind) -> History:
    """Return the counts of a world and who was born, four years ahead known."""
    random = np.random.default_rng(seed)
    parts = [_town(random, each, years, kind) for _ in range(towns)]
    counts = np.concatenate([counts for counts, _ in parts])
    born = np.stack([born for _, born in parts])
    return History(counts=counts, area=np.repeat(np.arange(towns), each), population=born)


def _town(
    random: np.random.Generator, units: int, years: int, kind: Kind
) -> tuple[np.ndarray, np.ndarray]:
    born = _births(random, units * random.uniform(12, 38), years, kind)
    attraction = random.normal(0, 0.7, units)
    course = random.normal(0, kind.drift / 2, units)
    opens, closed = random.integers(2, years), np.zeros(units, dtype=bool)
    wave, people = 0.0, np.zeros((units, AGES))
    counted = []
    for year in range(-AGES, years):
        attraction += course + random.normal(0, kind.drift, units)
        attraction -= (random.random(units) < kind.shock) * random.uniform(0.2, 0.6, units)
        course = 0.8 * course + random.normal(0, kind.drift / 4, units)
        closed |= (random.random(units) < kind.closing) & (year > 0) & (closed.sum() < units // 3)
        open_now = ~closed
        open_now[0] &= year >= opens
        wave = 0.6 * wave + random.normal(0, kind.wave)
        pull = np.exp(attraction) * open_now
        people = _grown(random, people, pull / pull.sum(), wave, kind)
        people[:, 0] = random.multinomial(int(born[max(year, 0)]), pull / pull.sum())
        people = _out_of_closed(random, people, pull, open_now)
        if year >= 0:
            counted.append(people.copy())
    return np.stack(counted, axis=2), born


def _births(random: np.random.Generator, level: float, years: int, kind: Kind) -> np.ndarray:
    """Return who reaches the first age each year: a trend that turns, and swings that last."""
    swing, slope, found = 0.0, random.normal(0, kind.trend), []
    for _ in range(years + 5):
        slope = 0.9 * slope + random.normal(0, kind.trend / 3)
        swing = 0.7 * swing + random.normal(0, kind.births)
        level *= np.exp(slope)
        found.append(random.poisson(level * np.exp(swing)))
    return np.array(found, dtype=float)


def _grown(
    random: np.random.Generator, people: np.ndarray, share: np.ndarray, wave: float, kind: Kind
) -> np.ndarray:
    """Return everybody a year older: some change their mind, some move away, some come."""
    later = np.zeros_like(people)
    later[:, 1:] = people[:, :-1]
    for age in range(1, AGES):
        switch = random.binomial(later[:, age].astype(int), kind.switch)
        away = random.binomial((later[:, age] - switch).astype(int), 0.03)
        total = later[:, age].sum()
        come = random.poisson(max(total * (0.03 + wave), 0))
        arriving = random.multinomial(int(switch.sum()) + come, share)
        later[:, age] += arriving - switch - away
    return np.maximum(later, 0)


def _out_of_closed(
    random: np.random.Generator, people: np.ndarray, pull: np.ndarray, open_now: np.ndarray
) -> np.ndarray:
    for unit in np.flatnonzero(~open_now):
        for age in range(AGES):
            if people[unit, age]:
                people[:, age] += random.multinomial(int(people[unit, age]), pull / pull.sum())
        people[unit] = 0
    return people
