"""Starting a werkruimte and computing figures as work in the background, as the registry asks."""

from collections.abc import Mapping
from typing import Any

from openlea.core.errors import Conflict
from openlea.core.place import PlaceKey
from openlea.services.compute_figures import compute_figures
from openlea.services.start.ruimte import room_of
from openlea.services.start_werkruimte import start_werkruimte
from openlea.services.werk.voortgang import Voortgang
from openlea.storage.records import models as records


def start_here(voortgang: Voortgang) -> Mapping[str, Any]:
    """Fill the werkruimte of who asked with what is known of its own gemeente."""
    here = records.Werkruimte.objects.get(pk=voortgang.actor.werkruimte)
    gemeente = PlaceKey.parse(here.plaats)
    if room_of(gemeente) != here:
        raise Conflict(f"{here.naam} heeft hier al een andere werkruimte.")
    made = start_werkruimte(gemeente, voortgang=voortgang.step)
    return {
        "zin": made.zin,
        "naar": f"cijfers/{gemeente.kind}/{gemeente.code}/",
        "partijen": dict(made.partijen),
        "cijfers": made.cijfers,
    }


def compute_here(voortgang: Voortgang) -> Mapping[str, Any]:
    """Compute what changed: the national figures, then those from own tables of the werkruimte."""
    here = records.Werkruimte.objects.get(pk=voortgang.actor.werkruimte)
    national = compute_figures(voortgang=voortgang.step)
    own = compute_figures(laag=here.slug, voortgang=voortgang.step)
    zin = national.zin if not own.rijen else f"Landelijk: {national.zin} Eigen: {own.zin}"
    return {"zin": zin, "naar": "cijfers/", "opnieuw": [*national.opnieuw, *own.opnieuw]}
