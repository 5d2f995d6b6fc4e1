"""The tables on segregation: the indices, each choice of group, and each year, written out."""

from collections.abc import Sequence
from dataclasses import dataclass

from openlea.policy.cijfertekst import bereik_tekst, number_text, periode_tekst
from openlea.services.describe_segregatie import Segregatie
from openlea.services.segregatie.groepen import Keuze
from openlea.services.segregatie.meting import Index, Meting

TOEVAL, MEER = "toeval niet uit te sluiten", "meer dan toeval"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """An index as it's written: as counted, by chance, without chance, its margin, a verdict."""

    naam: str
    uitleg: str = ""
    geteld: str = "–"
    toeval: str = "–"
    zonder: str = "–"
    marge: str = "–"
    oordeel: str = "niet te berekenen"
    eigen: bool = False


def two_indices(meting: Meting) -> tuple[Regel, Regel]:
    """Return both indices of a gemeente."""
    return (
        _line(
            "Dissimilariteit",
            meting.dissimilariteit,
            "Welk deel van de groep van school zou moeten wisselen. "
            "0 %: overal dezelfde mix. 100 %: helemaal gescheiden.",
        ),
        _line(
            "Isolatie, genormaliseerd",
            meting.isolatie,
            "Hoe vaak de groep onder elkaar zit, boven wat haar omvang al maakt. De OESO "
            "gebruikt deze maat.",
        ),
    )


def by_group(found: Segregatie, groepen: Sequence[Keuze]) -> tuple[Regel, ...]:
    """Return what every choice of group gives in the same year."""
    return tuple(
        _of(found.groepen.get(one.id), one.naam, eigen=one == found.groep) for one in groepen
    )


def by_year(found: Segregatie) -> tuple[Regel, ...]:
    """Return the same group in every year."""
    return tuple(
        _of(meting, periode_tekst(jaar), eigen=jaar == found.jaar)
        for jaar, meting in found.jaren.items()
    )


def _of(meting: Meting | None, naam: str, *, eigen: bool) -> Regel:
    if meting is None:
        return Regel(naam=naam, eigen=eigen)
    groep = f"{bereik_tekst(meting.groep, 0)} leerlingen"
    return _line(naam, meting.dissimilariteit, groep, eigen=eigen)


def _line(naam: str, index: Index, uitleg: str, *, eigen: bool = False) -> Regel:
    return Regel(
        naam=naam,
        uitleg=uitleg,
        geteld=bereik_tekst(index.geteld, 0, "%"),
        toeval=f"{number_text(index.toeval, 0)}\N{NO-BREAK SPACE}%",
        zonder=bereik_tekst(index.zonder_toeval, 0, "%"),
        marge=bereik_tekst(index.marge, 0, "%"),
        oordeel=TOEVAL if index.is_toeval else MEER,
        eigen=eigen,
    )
