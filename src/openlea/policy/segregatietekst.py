"""Says in words a council member understands how unevenly a group is spread over schools."""

from collections.abc import Mapping
from typing import Final

from openlea.core.keuze import Keuze
from openlea.core.onthulling import Bereik


class Oordeel(Keuze):
    """What may be said of how unevenly a group is spread."""

    TOEVAL = "toeval", "niet van toeval te onderscheiden"
    MEER = "meer", "meer dan toeval"
    ONBEKEND = "onbekend", "te weinig bekend"


DELEN: Final[Mapping[float, str]] = {
    5.0: "één op de twintig",
    7.0: "één op de vijftien",
    10.0: "één op de tien",
    12.5: "één op de acht",
    14.3: "één op de zeven",
    16.7: "één op de zes",
    20.0: "één op de vijf",
    25.0: "één op de vier",
    33.3: "één op de drie",
    40.0: "twee op de vijf",
    50.0: "de helft",
    60.0: "drie op de vijf",
    66.7: "twee op de drie",
    75.0: "drie op de vier",
    80.0: "vier op de vijf",
    90.0: "negen op de tien",
}
NIEMAND: Final = 3.0
IEDEREEN: Final = 96.0
FEW = 5
"""Percent of the whole up to which it is hardly anything."""


def part_text(percent: float) -> str:
    """Return the nearest part that people say aloud: 24.9 is 'één op de vier'."""
    if percent < NIEMAND:
        return "bijna niemand"
    if percent >= IEDEREEN:
        return "bijna iedereen"
    return DELEN[min(DELEN, key=lambda each: abs(each - percent))]


def parts_text(bereik: Bereik) -> str:
    """Return the same of a range: 'één op de vijf tot één op de vier'."""
    low, high = part_text(bereik.laag), part_text(bereik.hoog)
    return low if low == high else f"{low} tot {high}"


def move_sentence(groep: str, geteld: Bereik, toeval: float) -> str:
    """Return who would have to change school for the same mix everywhere, and by chance alone."""
    return (
        f"Van de {groep} zou {parts_text(geteld)} naar een andere school moeten om overal dezelfde "
        f"mix te krijgen. Bij toeval alleen al zou dat {part_text(toeval)} zijn."
    )


def chance_sentence(
    *, is_toeval: bool, zonder_toeval: Bereik, is_verborgen: bool = False
) -> str:  # fmt: skip
    """Return what is left when chance is taken off, or that nothing more need be behind it.

    `is_verborgen`: hidden counts decide which of both it is.
    """
    if is_verborgen:
        return (
            "Of dat meer is dan toeval, is niet te zeggen: daarvoor zijn te veel aantallen "
            "afgeschermd."
        )
    if is_toeval:
        return (
            "Dat verschil kan toeval zijn: zo'n uitkomst komt ook voor als iedereen door loting op "
            "een school terechtkomt."
        )
    return (
        f"Dat is meer dan toeval. Zonder het deel dat toeval doet blijft "
        f"{parts_text(zonder_toeval)} over."
    )


def change_sentence(eerder: Bereik, later: Bereik) -> str:
    """Return whether two years surely differ; margins that touch say nothing."""
    if eerder.overlapt(later):
        return (
            "Het verschil tussen de jaren is kleiner dan de onzekerheid: er is geen trend te zien."
        )
    return (
        "De scholen gingen zeker meer op elkaar lijken."
        if later.hoog < eerder.laag
        else "De verschillen tussen de scholen werden zeker groter."
    )


def between_sentence(soorten: str, zelfde: str, tussen: float) -> str:
    """Return in one sentence how much lies between clusters: '8 besturen', 'hetzelfde bestuur'."""
    near = round(tussen / 5) * 5
    if near <= FEW:
        return f"Bijna alle verschil ligt tussen scholen van {zelfde}."
    return (
        f"Van de scheve verdeling ligt ongeveer {near}\N{NO-BREAK SPACE}% tussen de {soorten}. "
        f"De rest ligt tussen scholen van {zelfde}."
    )


def residence_sentence(geteld: float, wonen: float) -> str:
    """Return how far residence alone explains it: both indices in percent, of the same schools."""
    begin = (
        "Stel dat elke school was zoals de postcodes van haar leerlingen. Dan zou "
        f"{part_text(wonen)} van de groep van school moeten, en nu {part_text(geteld)}."
    )
    if geteld <= 0:
        return begin
    part = min(round(10 * wonen / geteld) * 10, 100)
    return f"{begin} Waar leerlingen wonen verklaart dus naar schatting {_share(part)}."


def _share(part: int) -> str:
    if part >= 100:  # noqa: PLR2004 - percent
        return "alles"
    return f"ongeveer {part}\N{NO-BREAK SPACE}% daarvan" if part else "bijna niets daarvan"
