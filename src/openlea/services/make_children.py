"""Make up children on the real schools and postcodes of a municipality, so that one can try."""

from dataclasses import dataclass
from pathlib import Path

from openlea.services.plaats.verzinnen import invent_children


@dataclass(frozen=True, slots=True)
class Verzonnen:
    """How many children were made up, on how many real schools."""

    kinderen: int
    scholen: int


def make_children(gemeente: str, aantal: int, folder: Path, zaad: int = 1) -> Verzonnen:
    """Write kinderen-verzonnen.csv and scholen.csv; the same seed gives the same files.

    Schools, their size and the PC4's where four-year-olds live are real (DUO, 1 October); children,
    wishes and features are made up, and their numbers say so. BadInput for an unknown municipality.
    """
    found = invent_children(gemeente, aantal, zaad)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "scholen.csv").write_text(found.scholen_csv, "utf-8", newline="")
    (folder / "kinderen-verzonnen.csv").write_text(found.kinderen_csv, "utf-8", newline="")
    return Verzonnen(aantal, found.scholen)
