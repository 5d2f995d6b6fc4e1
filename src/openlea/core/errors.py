"""Everything that can be refused, as one tree.

OpenLeaError
├── BadInput        what was given can't be taken in; names the place and the reason
│   └── BadFile     a whole file that can't be read
├── NotAllowed      this role may not do this here
├── Conflict        somebody else changed it in between; nothing was lost
├── NotFound        there is no such thing here
├── NotInForce      no rule holds on that day; names the nearest day on which one does
├── Damaged         what the installation keeps can't be read any more; says how to make it anew
└── CatalogueError  a file on a shelf is wrong; says which and what to do
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


class OpenLeaError(Exception):
    """Anything the product refuses, in a sentence a person can act on."""


@dataclass(frozen=True, slots=True, order=True)
class Fout:
    """One thing that is wrong: where (blad and cel, or field), and why, in Dutch."""

    blad: str
    cel: str
    reden: str

    def __str__(self) -> str:
        """Return the place and the reason in one line."""
        plek = " ".join(deel for deel in (self.blad, self.cel) if deel)
        return f"{plek}: {self.reden}" if plek else self.reden


class BadInput(OpenLeaError):
    """What was given can't be taken in; every fault is listed."""

    def __init__(self, fouten: Sequence[Fout]) -> None:
        """Keep the faults, and say the first in the message."""
        self.fouten = tuple(fouten)
        super().__init__("; ".join(str(fout) for fout in self.fouten[:3]))


class BadFile(BadInput):
    """A file that can't be read at all."""


class NotAllowed(OpenLeaError):
    """Refused: the role may not do that here."""


class Conflict(OpenLeaError):
    """Somebody else changed it in between; nothing was lost."""


class NotFound(OpenLeaError):
    """There is no such thing here."""


class Damaged(OpenLeaError):
    """What is kept can't be read any more; the message says how to make it anew."""


class NotInForce(OpenLeaError):
    """No version of a rule holds on a day; `dichtstbij` is the nearest day on which one does."""

    def __init__(
        self, wat: str, op: date, dichtstbij: date, waar: str = "", *, gold_al: bool = False
    ) -> None:
        """Keep the days, and say in Dutch which day to ask instead; `waar` names the file.

        `gold_al` says that it did hold, under a text that nobody read again.
        """
        self.op, self.dichtstbij = op, dichtstbij
        if gold_al:
            super().__init__(
                f"{wat} gold al vóór {dichtstbij.isoformat()}, maar de tekst van {op.isoformat()} "
                "is hier niet nagelezen. De dichtstbijzijnde dag waarvan de tekst hier staat is "
                f"{dichtstbij.isoformat()}."
            )
            return
        plek = f" Klopt dat niet? Pas {waar} aan." if waar else ""
        super().__init__(
            f"{wat} geldt niet op {op.isoformat()}. "
            f"De dichtstbijzijnde dag waarop het geldt is {dichtstbij.isoformat()}.{plek}"
        )


class CatalogueError(OpenLeaError):
    """A file on a shelf is wrong; the message says which and what to do."""
