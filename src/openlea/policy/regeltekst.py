"""How a term recurs, in the words of the law: 'elk jaar vóór 1 oktober', 'op elk moment'."""

from openlea.core.termijn import (
    Altijd,
    Bij,
    Binnen,
    Jaarlijks,
    OmDe,
    Periode,
    PerJaar,
    Termijn,
)
from openlea.policy.schrijfwijze import MAANDEN, day


def term_in_words(termijn: Termijn) -> str:
    """Return when a term recurs, such as 'elk jaar vóór 1 oktober' or 'op elk moment'."""
    regel = termijn.regel
    match regel:
        case Jaarlijks():
            said = f"elk jaar op {_day(regel)}" if termijn.telling else f"elk jaar {_by(regel)}"
        case PerJaar(jaarsoort=soort, keer=1):
            said = f"elk {soort.label}, op een dag die je zelf kiest"
        case PerJaar(jaarsoort=soort, keer=keer):
            said = f"{keer} keer per {soort.label}, op dagen die je zelf kiest"
        case OmDe():
            said = _every_so_many_years(regel)
        case Periode(van=van, tot=tot):
            said = f"één keer, van {day(van)} tot en met {day(tot)}"
        case Binnen():
            said = _within(regel)
        case Altijd():
            said = "op elk moment"
        case Bij(gebeurtenis=gebeurtenis):
            said = f"bij {gebeurtenis}"
    return said


def _every_so_many_years(regel: OmDe) -> str:
    years = "elk jaar" if regel.jaren == 1 else f"minstens eens per {regel.jaren} jaar"
    return f"{years}, {_by(regel.jaarlijks)}" if regel.jaarlijks else years


def _within(regel: Binnen) -> str:
    more = f", één keer te verlengen met {regel.verlenging}" if regel.verlenging else ""
    return f"binnen {regel.duur} na {regel.na}{more}"


def _by(regel: Jaarlijks) -> str:
    if regel.voor:
        return f"vóór {_day(regel)}"
    if regel.vanaf is None:
        return f"uiterlijk {_day(regel)}"
    maand, dag = regel.vanaf
    since = f"{dag}" if maand == regel.maand else f"{dag} {MAANDEN[maand - 1]}"
    return f"van {since} tot en met {_day(regel)}"


def _day(regel: Jaarlijks) -> str:
    return f"{regel.dag} {MAANDEN[regel.maand - 1]}"
