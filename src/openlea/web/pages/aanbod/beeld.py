"""What the page on help shows: the picture, a row per school, the grid of kinds, the file."""

from collections import defaultdict
from dataclasses import dataclass

from openlea.core.onthulling import Bereik
from openlea.policy.aanbodbalans import Hulpmaat, Ligging
from openlea.policy.schrijfwijze import day
from openlea.services.aanbod.uitkomst import Aanbodoverzicht, Aanbodregel, Schoolaanbod
from openlea.web.charts.figuur import Grafiek, Kolom, number_column
from openlea.web.charts.getallen import range_words, written
from openlea.web.charts.hulp_stippen import Hulpstip, hulp_chart

UUR = "uur per week per 100 leerlingen"
NIET_BEKEND = "niet bekend"


@dataclass(frozen=True, slots=True)
class Schoolrij:
    """A school as it's told: help in words and in hours, and each of its lines in words."""

    een: Schoolaanbod
    hulp: str
    uren: str
    regels: list[str]
    is_tekort: bool


def told_of(one: Schoolaanbod, found: Aanbodoverzicht) -> Schoolrij:
    """Return a school in words; with a kind chosen only its lines."""
    own = [line for line in one.regels if found.soort in ("", line.een.soort)]
    return Schoolrij(
        een=one,
        hulp=help_words(one, found),
        uren=_rate(one),
        regels=[f"{line.naam} ({amount_words(line)})" for line in own],
        is_tekort=one.balans.ligging is Ligging.TEKORT,
    )


def help_words(one: Schoolaanbod, found: Aanbodoverzicht) -> str:
    """Return how much help there is beside other schools; a meal is help too, but no hours."""
    if one.balans.hulp is Hulpmaat.GEEN and found.in_uren and not found.soort:
        return "geen hulp in uren bekend"
    return one.balans.hulp.label


def _rate(one: Schoolaanbod) -> str:
    if one.balans.hulp is Hulpmaat.ONBEKEND:
        return NIET_BEKEND
    if one.balans.hulp is Hulpmaat.GEEN:
        return "geen"
    rate = one.hulp.per_100
    return "er is hulp, niet bekend hoeveel" if rate is None else range_words(rate)


def amount_words(line: Aanbodregel) -> str:
    """Return how much a line is: hours a week where that is known."""
    if line.uren is None:
        return "er is hulp" if line.soort and not line.soort.uren else "uren niet bekend"
    return f"{written(line.uren)} uur per week"


def picture_of(found: Aanbodoverzicht) -> Grafiek:
    """Return the dots of need beside help, those where help may lack first."""
    return hulp_chart(
        "hulp",
        "Wat scholen nodig hebben en de hulp die er is",
        [
            Hulpstip(
                naam=one.school.naam,
                nodig=one.school.weging,
                uren=one.hulp.per_100 if found.in_uren else None,
                ligging=str(one.balans.ligging),
                woord=help_words(one, found),
                oordeel=one.balans.ligging.label,
            )
            for one in found.scholen
        ],
        maat="Schoolweging",
        eenheid=UUR,
    )


def grid(found: Aanbodoverzicht) -> dict[str, list[object]]:
    """Return the kinds there are and per school with any line a cell per kind, '' without."""
    kinds = found.soorten
    rows: list[object] = []
    for one in sorted(found.scholen, key=lambda one: one.school.naam):
        cells: dict[str, list[Aanbodregel]] = defaultdict(list)
        for line in one.regels:
            cells[line.een.soort].append(line)
        if cells:
            rows.append((one.school.naam, [_cell(cells[kind]) for kind in kinds]))
    return {"koppen": list(kinds.values()), "rijen": rows}


def _cell(lines: list[Aanbodregel]) -> str:
    if not lines:
        return ""
    known = [line.uren for line in lines if line.uren is not None]
    if len(known) < len(lines):
        return "ja"
    return f"{written(sum(known))} uur"


def lines_table(found: Aanbodoverzicht) -> Grafiek:
    """Return all lines as a table for a file; a reach under five is only '<5'."""
    return Grafiek(
        naam="regels",
        titel="Alle hulp op een rij",
        beschrijving="",
        kolommen=(
            *(Kolom(kop) for kop in ("School", "Postcode", "Soort", "Wie biedt het")),
            number_column("Hulp", "uur per week"),
            *(Kolom(kop) for kop in ("Wie betaalt", "Leerlingen bereikt", "In schooljaar")),
            *(Kolom(kop) for kop in ("Sinds", "Tot en met", "Bron")),
        ),
        rijen=tuple(
            (
                line.een.schoolnaam,
                line.een.pc4,
                line.naam,
                line.een.partij.naam if line.een.partij else "",
                line.uren,
                line.een.betaler,
                line.bereik,
                line.een.bereik_jaar,
                day(line.een.van) if line.een.van else "",
                day(line.een.tot) if line.een.tot else "",
                line.een.bron,
            )
            for line in found.regels
        ),
        spec=None,
        leeg="Er is nog geen hulp bewaard.",
    )


def rate_words(rate: Bereik | None) -> str:
    """Return hours per 100 pupils in words."""
    return NIET_BEKEND if rate is None else range_words(rate)
