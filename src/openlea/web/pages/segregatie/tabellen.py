"""The tables on segregation: the indices, each choice of group, and each year, written out."""

from collections.abc import Sequence
from dataclasses import dataclass

from openlea.policy.cijfertekst import bereik_tekst, number_text, periode_tekst
from openlea.policy.segregatietekst import between_sentence
from openlea.services.describe_segregatie import Segregatie
from openlea.services.segregatie.delen import Verdeling
from openlea.services.segregatie.groepen import Keuze
from openlea.services.segregatie.meting import Index, Meting

SOORTEN = {
    "Besturen": ("besturen", "hetzelfde bestuur"),
    "Denominatie": ("denominaties", "dezelfde denominatie"),
}
MIN = "\N{MINUS SIGN}"


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


@dataclass(frozen=True, slots=True)
class Tussenregel:
    """How much lies between clusters of schools and within them, in words and as a bar."""

    naam: str
    soorten: int
    tussen: float
    binnen: float
    zin: str
    breedte: str


def by_cluster(found: Segregatie) -> tuple[Tussenregel, ...]:
    """Return each way of clustering the schools: by board, by denomination."""
    return tuple(
        Tussenregel(
            one.naam,
            one.soorten,
            one.tussen,
            one.binnen,
            _between(one),
            f"{one.tussen:.1f}",
        )
        for one in found.verdelingen
    )


def _between(one: Verdeling) -> str:
    meer, zelfde = SOORTEN[one.naam]
    return between_sentence(f"{one.soorten} {meer}", zelfde, one.tussen)


@dataclass(frozen=True, slots=True)
class Deelregel:
    """A part of the change over time, with its sign, and whether it did most."""

    naam: str
    waarde: str
    is_grootste: bool


def by_part(found: Segregatie) -> tuple[Deelregel, ...]:
    """Return the parts of the change from the first year to the last."""
    change = found.verandering
    if change is None:
        return ()
    return tuple(
        Deelregel(one.naam, signed(one.waarde), one == change.grootste) for one in change.delen
    )


def signed(value: float) -> str:
    """Return a number with its sign and one decimal; what rounds to nought has none."""
    told = number_text(abs(value), 1)
    return told if round(value, 1) == 0 else f"{'+' if value > 0 else MIN}{told}"


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
        oordeel=index.oordeel.label,
        eigen=eigen,
    )
