"""Reads what a placement is asked with: children, places and rules."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openlea.catalogue.plaatsregelkast import find_rules
from openlea.core.errors import BadFile, BadInput, Fout
from openlea.core.plaatsing import Kind, Plek, Regels
from openlea.policy.plaatsregels import read_plaatsregels
from openlea.services.plaats.invoer import read_kinderen, read_plekken


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """The three files; `regels` is a file or the name of rules on the shelf.

    `op` is the day on which the rules must hold; None doesn't ask.
    """

    kinderen: Path
    scholen: Path
    regels: str
    op: date | None = None

    def regels_tekst(self) -> bytes:
        """Return the rules as they stand in their file; BadFile when there are none."""
        file = Path(self.regels)
        found = file if file.suffix == ".toml" else find_rules(self.regels)
        if found is None:
            raise BadFile([Fout(self.regels, "", "dit is geen .toml en geen naam van de plank")])
        return found.read_bytes()


@dataclass(frozen=True, slots=True)
class Gelezen:
    """Children, places and rules, with the very text of the rules, as it is promised."""

    kinderen: tuple[Kind, ...]
    plekken: tuple[Plek, ...]
    regels: Regels
    tekst: bytes


def read_gelezen(aanvraag: Aanvraag) -> Gelezen:
    """Return what was asked, read; BadInput names what is wrong in which file."""
    rules = aanvraag.regels_tekst()
    try:
        text = rules.decode()
    except UnicodeDecodeError:
        raise BadFile([Fout(aanvraag.regels, "", "dit is geen tekst in UTF-8")]) from None
    regels = read_plaatsregels(text, Path(aanvraag.regels).name)
    refuse_out_of_date(regels, aanvraag.regels, aanvraag.op)
    plekken = read_plekken(aanvraag.scholen)
    return Gelezen(read_kinderen(aanvraag.kinderen, plekken, regels), plekken, regels, rules)


def read_aanvraag(aanvraag: Aanvraag) -> tuple[tuple[Kind, ...], tuple[Plek, ...], Regels]:
    """Return children, places and rules; BadInput names what is wrong in which file."""
    found = read_gelezen(aanvraag)
    return found.kinderen, found.plekken, found.regels


def refuse_out_of_date(regels: Regels, naam: str, op: date | None) -> None:
    """Raise BadInput when rules don't hold on a day; None doesn't ask."""
    if op is None:
        return
    if op < regels.van:
        reden = f"deze regels gelden pas vanaf {regels.van.isoformat()}"
        raise BadInput([Fout(naam, "'van'", reden)])
    if regels.tot is not None and op > regels.tot:
        reden = f"deze regels golden tot en met {regels.tot.isoformat()}"
        raise BadInput([Fout(naam, "'tot'", reden)])
