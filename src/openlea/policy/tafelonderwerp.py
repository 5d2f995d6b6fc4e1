"""Topics as a meeting sees them: what two laws ask in the same words is one topic at the table."""

from collections.abc import Iterable
from dataclasses import dataclass

from openlea.policy.wetsonderwerp import BehandelStaat, Wetsonderwerp

WORST = (BehandelStaat.OPEN, BehandelStaat.GEPLAND, BehandelStaat.BEHANDELD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafelonderwerp:
    """A topic of one kind of consultation with the duties that ask it, at least one."""

    delen: tuple[Wetsonderwerp, ...]

    @property
    def titel(self) -> str:
        """Return what it is called."""
        return self.delen[0].titel

    @property
    def staat(self) -> BehandelStaat:
        """Return how far it is: as far as the duty that is least far."""
        return min((one.staat for one in self.delen), key=WORST.index)

    @property
    def wetten(self) -> tuple[str, ...]:
        """Return where it stands in short, each once: 'WPO 161'."""
        laws = (one.grondslag for one in self.delen)
        return tuple(dict.fromkeys(f"{law.wet} {law.nummer or law.artikel}" for law in laws))

    @property
    def verschillen(self) -> tuple[str, ...]:
        """Return per law how far it is, when the duties are not equally far; else nothing."""
        if len({one.staat for one in self.delen}) == 1:
            return ()
        return tuple(f"{one.grondslag.wet}: {one.staat.label.lower()}" for one in self.delen)

    @property
    def eerste(self) -> Wetsonderwerp:
        """Return the duty's topic that decides how far it is: what an agenda item should name."""
        return next(one for one in self.delen if one.staat is self.staat)

    @property
    def sleutel(self) -> str:
        """Return what tells it from the others: 'LEA-01/segregatie'."""
        return f"{self.eerste.plicht}/{self.eerste.code}"

    def at(self, vergadering: int) -> BehandelStaat:
        """Return whether one meeting (by number) dealt with it, or will; else open."""
        found = [one.tafels.get(vergadering, BehandelStaat.OPEN) for one in self.delen]
        return max(found, key=WORST.index)


def at_table(onderwerpen: Iterable[Wetsonderwerp]) -> tuple[Tafelonderwerp, ...]:
    """Return the topics that the law asks this year, those of the same code together."""
    found: dict[str, list[Wetsonderwerp]] = {}
    for one in onderwerpen:
        if one.elk_jaar:
            found.setdefault(one.code or one.plicht, []).append(one)
    return tuple(Tafelonderwerp(delen=tuple(each)) for each in found.values())
