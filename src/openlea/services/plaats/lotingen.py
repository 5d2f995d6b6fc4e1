"""The chance of the laboratory: from a seed and a number always the same lots, by SHAKE-256."""

from collections.abc import Sequence
from hashlib import shake_256
from struct import unpack

from openlea.core.plaatsing import HIGHEST_LOT, LOT_STEP
from openlea.services.plaats.opstelling import Opstelling

BITS = 40
"""Of a lot; two children have the same one once in a million million."""
SPARE = 2**BITS * LOT_STEP
"""More than any lot: a class of precedence times this goes before every lot."""
SCALE = SPARE // HIGHEST_LOT
"""How much wider a class is here than in a drawn lottery."""


class Geluk:
    """The lots of many lotteries of the same children; the order of their rows doesn't matter."""

    def __init__(self, setup: Opstelling, zaad: int) -> None:
        """Keep in which order children get their lots, and whose lot they go by."""
        nummers = [kind.nummer for kind in setup.kinderen]
        at = {nummer: n for n, nummer in enumerate(nummers)}
        self._zaad = zaad
        self._last: tuple[int, list[int]] = (-1, [])
        self._order = sorted(range(len(nummers)), key=nummers.__getitem__)
        self._wishes = setup.wishes
        self._linked = {
            n: (at[first], sorted((kind.nummer, *kind.gekoppeld)).index(kind.nummer))
            for n, (kind, first) in enumerate(zip(setup.kinderen, setup.drawn_as, strict=True))
            if kind.gekoppeld
        }

    def single(self, loting: int) -> list[int]:
        """Return per child its lot of one lottery; who is linked has the lot of the first.

        The last one is remembered: every variant asks for the same.
        """
        if self._last[0] != loting:
            self._last = loting, self._single(loting)
        return self._last[1]

    def _single(self, loting: int) -> list[int]:
        drawn = [0] * len(self._order)
        for child, lot in zip(self._order, self._bits(f"{loting}", len(drawn)), strict=True):
            drawn[child] = lot
        own = list(drawn)
        for child, (first, beside) in self._linked.items():
            own[child] = drawn[first] + beside
        return own

    def multiple(self, loting: int) -> list[list[int]]:
        """Return per child and wish its lot at that place; who is linked shares it there."""
        count = sum(map(len, self._wishes))
        bits = self._bits(f"{loting}/plekken", count)
        drawn: list[list[int]] = [[]] * len(self._order)
        begin = 0
        for child in self._order:
            end = begin + len(self._wishes[child])
            drawn[child] = list(bits[begin:end])
            begin = end
        together: dict[tuple[int, int], int] = {}
        for child, (first, beside) in self._linked.items():
            for wish, place in enumerate(self._wishes[child]):
                drawn[child][wish] = (
                    together.setdefault((first, place), drawn[child][wish]) + beside
                )
        return drawn

    def _bits(self, name: str, count: int) -> Sequence[int]:
        drawn = shake_256(f"openlea-proef/{self._zaad}/{name}".encode()).digest(8 * count)
        return [bits >> (64 - BITS) << 4 for bits in unpack(f"<{count}Q", drawn)]
