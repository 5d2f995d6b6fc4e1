"""Find what an even spread of pupils over the schools of a gemeente takes, in the background."""

from collections.abc import Mapping
from dataclasses import replace
from math import ceil, isnan
from typing import Any

from openlea.core.errors import BadInput, Fout, NotFound
from openlea.engines.spreading import Kind, Point, diagnose, evenness, frontier, mean_travel, spread
from openlea.engines.spreading.frontier import undominated
from openlea.policy.cijferzicht import shows_own
from openlea.policy.rechten import Noun, Verb
from openlea.policy.spreiding import Spreidingsvraag
from openlea.services.segregatie.groepen import GROEPEN, Keuze, own_choices
from openlea.services.spread_leerlingen import BANDEN, STRETCH
from openlea.services.spreiding.gemeente import Grondslag, opgave_of_gemeente
from openlea.services.spreiding.opgave import WHOLE, Opgave
from openlea.services.spreiding.uitkomst import Uitkomst
from openlea.services.werk.voortgang import Voortgang
from openlea.storage.figures.laag import LANDELIJK
from openlea.storage.records.models import Werkruimte

SECONDEN, SECONDEN_GRENS = 30.0, 8.0
"""For the question itself, and for each point of the frontier."""


def spread_gemeente(
    voortgang: Voortgang,
    *,
    gemeente: str,
    groep: str,
    doel: float | None = None,
    band: float = 10.0,
    reis: float | None = None,
    ruimte: float = 10.0,
) -> Mapping[str, Any]:
    """Return the fewest other placements, what they cost, and the frontier; plain for JSON.

    Counts are those that who asked may see; a handful of children is never a number. BadInput or
    NotFound says why it can't be asked.
    """
    voortgang.step("Aantallen en postcodes bij elkaar zoeken")
    here = Werkruimte.objects.get(pk=voortgang.actor.werkruimte)
    own = shows_own(voortgang.actor.scope(Noun.CIJFER, Verb.ZIEN))
    laag = here.slug if own else LANDELIJK
    keuze = _chosen(groep, laag)
    vraag = Spreidingsvraag(waarde=keuze.naam, doel=doel, band=band, reis=reis)
    grond = opgave_of_gemeente(gemeente, laag, keuze, vraag, ruimte=ruimte)
    voortgang.step("Zo weinig mogelijk wisselingen zoeken")
    uitkomst = _solved(grond.opgave, voortgang)
    uitkomst = _with_frontier(uitkomst, voortgang)
    return _told(uitkomst, grond, keuze, ruimte)


def _chosen(groep: str, laag: str) -> Keuze:
    every: tuple[Keuze, ...] = (*GROEPEN, *own_choices(laag))
    found = next((one for one in every if one.id == groep), None)
    if found is None:
        raise NotFound("Deze groep is er niet (meer).")
    return found


def _solved(opgave: Opgave, voortgang: Voortgang) -> Uitkomst:
    try:
        found = spread(opgave.problem, seconds=SECONDEN)
    except TimeoutError:
        reden = f"in {SECONDEN:g} seconden is geen verdeling gevonden; neem een ruimere band."
        raise BadInput([Fout("", "", reden)]) from None
    if found is not None:
        return Uitkomst(opgave=opgave, outcome=found)
    voortgang.step("Uitzoeken welke grens knelt")
    why = diagnose(opgave.problem, seconds=SECONDEN_GRENS)
    return Uitkomst(opgave=opgave, outcome=None, diagnosis=why)


def _with_frontier(uitkomst: Uitkomst, voortgang: Voortgang) -> Uitkomst:
    """Return it with the frontier, a point at a time so that it can be followed and stopped."""
    problem = uitkomst.opgave.problem
    banden, reizen = _tried(uitkomst)
    asked = [(band, [reis]) for reis in reizen for band in banden] or [
        (band, list[float]()) for band in banden
    ]
    punten: list[Point] = []
    for at, (band, limits) in enumerate(asked):
        voortgang.step("Andere banden en reizen proberen", at, len(asked))
        punten += frontier(
            problem,
            tolerances=[band / WHOLE],
            limits=limits,
            seconds=SECONDEN_GRENS,
        )
    return replace(uitkomst, punten=undominated(punten), banden=banden, reizen=reizen)


def _tried(uitkomst: Uitkomst) -> tuple[list[float], list[float]]:
    """Return which bands and travel limits to try: around what was asked, and what would help."""
    vraag = uitkomst.opgave.vraag
    wider = {one.kind: one.amount for one in uitkomst.diagnosis.alone}
    banden = {*BANDEN, vraag.band}
    if Kind.MIX in wider:
        banden.add(WHOLE * wider[Kind.MIX])
    if vraag.reis is None:
        return sorted(banden), []
    reizen = {vraag.reis * times for times in STRETCH}
    if Kind.TRAVEL in wider:
        # Up to a tenth: at a rounded distance that is shorter it still can't be done.
        reizen.add(ceil(wider[Kind.TRAVEL] * 10 - 1e-9) / 10)
    return sorted(banden), sorted(reizen)


def _told(uitkomst: Uitkomst, grond: Grondslag, keuze: Keuze, ruimte: float) -> dict[str, Any]:
    told, problem = uitkomst.as_plain(), uitkomst.opgave.problem
    uneven = evenness(problem, problem.today)
    told["nu"] = {
        "gemiddelde_reis": round(mean_travel(problem, problem.today), 2),
        "dissimilariteit": None if isnan(uneven) else round(uneven, 3),
    }
    return {
        "zin": told["uitkomst"]["zinnen"][0],
        "groep": keuze.naam,
        "is_eigen": keuze.is_eigen,
        "ruimte": ruimte,
        "geteld": grond.geteld,
        "wonen": grond.wonen,
        "zonder": list(grond.zonder),
        "spreiding": told,
    }
