"""Load a source anew in the background, from its publisher or from what was kept, and compute."""

from typing import Any

from openlea.policy.rechten import Noun
from openlea.services.compute_figures import compute_figures
from openlea.services.laden.beheer import refuse_other_layer
from openlea.services.laden.plank import plek_of
from openlea.services.laden.uitslag import Geladen, Uitslag
from openlea.services.log_deed import log_deed
from openlea.services.reload_source import reload_source
from openlea.services.werk.voortgang import Voortgang
from openlea.storage.warehouse.versie import LANDELIJK

ZINNEN = {
    Uitslag.NIEUW: "{titel} is ingelezen: {rijen} rijen. De cijfers zijn bijgewerkt.",
    Uitslag.GELIJK: "{titel} is niet veranderd.",
    Uitslag.VASTGEHOUDEN: "{titel} is opgehaald, maar wacht op nakijken.",
    Uitslag.GEWEIGERD: "{titel} is niet te lezen. De laatste goede versie blijft in gebruik.",
}


def renew_source(voortgang: Voortgang, bron: str, laag: str = LANDELIJK) -> dict[str, Any]:
    """Return what became of it; NotAllowed, NotFound, BadInput when nothing was kept, Conflict."""
    refuse_other_layer(voortgang.actor, laag)
    source = plek_of(bron, laag).source
    live = source.bron.live is not None and laag == LANDELIJK
    voortgang.step("Ophalen bij de uitgever" if live else "Bewaard bestand opnieuw lezen")
    outcome = reload_source(bron, live=live, laag=laag)
    log_deed(voortgang.actor, "bron opnieuw geladen", bron, outcome.uitslag.label, noun=Noun.BRON)
    if outcome.uitslag is Uitslag.NIEUW:
        compute_figures(laag=laag, voortgang=voortgang.step)
    return _told(outcome)


def _told(outcome: Geladen) -> dict[str, Any]:
    zin = ZINNEN[outcome.uitslag].format(titel=outcome.titel, rijen=outcome.rijen)
    return {
        "zin": " ".join([zin, *outcome.redenen]),
        "naar": f"cijfers/bronnen/{outcome.bron}/",
        "uitslag": str(outcome.uitslag),
    }
