"""The panels on transport: what lies nearer, which support is far, and the contract."""

from typing import Any

from openlea.core.bron import Klasse
from openlea.policy.cijferzicht import shows_figures
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.describe_steunafstand import describe_steunafstand
from openlea.services.describe_vervoer import Vervoer
from openlea.services.describe_vervoercontract import describe_vervoercontract
from openlea.services.vervoer.contractjaar import Contractjaar
from openlea.services.vervoer.thuisplekken import homes_of
from openlea.storage.warehouse.vervoercontract import TABEL
from openlea.web.charts.figuur import Grafiek
from openlea.web.charts.reisafstand import Reispunt, reis_chart
from openlea.web.route import LeaRequest

THUIS = "thuis"
GEMETEN_VERSCHIL = 5.0
"""Percentage points: beyond this other rides were measured, and years can't be compared."""
ANDERS_GEMETEN = "Op tijd is niet te vergelijken: toen is een ander deel van de ritten gemeten."


def draw_homes(found: Vervoer, soort: str) -> Grafiek:
    """Return the home postcodes with both distances."""
    homes = homes_of(found.stromen, soort)
    points = [
        Reispunt(
            pc4=one.pc4,
            leerlingen=one.leerlingen,
            km=one.km,
            dichtstbij=one.dichtstbij,
            dichtstbij_km=one.dichtstbij_km,
        )
        for one in homes
    ]
    title = f"Hoeveel verder dan de dichtstbijzijnde school voor {soort}?"
    return reis_chart(THUIS, title, points)


def panels(request: LeaRequest, found: Vervoer, soort: str, code: str, laag: str) -> dict[str, Any]:
    """Return what the panels show; the contract only to who may see internal figures."""
    seen = shows_figures(request.scope, (Klasse.INTERN,))
    years = describe_vervoercontract(laag, code) if seen else ()
    return {
        "steun": describe_steunafstand(request.actor, found, soort, laag),
        "mag_profiel": request.actor.may(Noun.PROFIEL, Verb.ZIEN),
        "ziet_contract": seen,
        "contract": years[::-1],
        "contract_zin": trend_sentence(years),
        "contract_bron": TABEL,
        "mag_inlezen": request.actor.scope(Noun.BRON, Verb.MAKEN) is Scope.ALLES,
    }


def trend_sentence(years: tuple[Contractjaar, ...]) -> str:
    """Return how the newest year differs from the one before; '' for fewer than two years."""
    if len(years) <= 1:
        return ""
    was, now = years[-2:]
    parts = [_rides(was, now)]
    if was.per_duizend is not None and now.per_duizend is not None:
        parts.append(_complaints(now.per_duizend - was.per_duizend))
    return f"Vergeleken met {was.schooljaar}: {' en '.join(parts)}. {_clock(was, now)}".strip()


def _rides(was: Contractjaar, now: Contractjaar) -> str:
    if was.ritten == now.ritten:
        return "evenveel ritten"
    return "meer ritten" if now.ritten > was.ritten else "minder ritten"


def _clock(was: Contractjaar, now: Contractjaar) -> str:
    """Return whether rides are more in time; not when other rides were measured."""
    if was.op_tijd is None or now.op_tijd is None:
        return ""
    if abs((now.gemeten or 0.0) - (was.gemeten or 0.0)) > GEMETEN_VERSCHIL:
        return ANDERS_GEMETEN
    more = round(now.op_tijd - was.op_tijd, 1)
    word = "vaker" if more > 0 else "minder vaak" if more < 0 else "even vaak"
    return f"De ritten waren {word} op tijd."


def _complaints(more: float) -> str:
    if round(more, 1) == 0:
        return "evenveel klachten per 1.000 ritten"
    return f"{'meer' if more > 0 else 'minder'} klachten per 1.000 ritten"
