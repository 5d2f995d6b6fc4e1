"""A signal: something in the agenda or its money that a person should look at, and where."""

from dataclasses import dataclass

from openlea.core.keuze import Keuze


class Ernst(Keuze):
    """How serious a signal is, gravest first."""

    FOUT = "fout", "Fout"
    WAARSCHUWING = "waarschuwing", "Waarschuwing"
    LET_OP = "let_op", "Let op"


@dataclass(frozen=True, slots=True)
class Signaal:
    """One signal: its kind, how serious, why (Dutch), and the code or year of the place."""

    code: str
    ernst: Ernst
    tekst: str
    waar: str


def order_by_ernst(signalen: list[Signaal]) -> tuple[Signaal, ...]:
    """Return the signals gravest first; equals keep the order in which they were found."""
    rang = list(Ernst)
    return tuple(sorted(signalen, key=lambda signaal: rang.index(signaal.ernst)))
