"""Which verbs can run in the background: their name for people, and the right they ask.

Adding one is one line here. The verb is called as `verb(voortgang, **arguments)`, may be repeated
without harm, and returns what fits in JSON; `zin` in it is a sentence for people and `naar` a path
below the werkruimte where the result stands.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from openlea.core.errors import NotFound
from openlea.policy.rechten import Noun, Recht, Verb

Werkwoord = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Soort:
    """A verb that runs in the background: its name on screen, and its function or 'module:name'."""

    naam: str
    verb: Werkwoord | str
    recht: Recht = (Noun.WERK, Verb.MAKEN)

    def load(self) -> Werkwoord:
        """Return the function, imported only when it is needed."""
        if not isinstance(self.verb, str):
            return self.verb
        module, _, name = self.verb.partition(":")
        found: Werkwoord = getattr(import_module(module), name)
        return found


_START = "openlea.services.start.achtergrond"
SOORTEN: dict[str, Soort] = {
    "start_werkruimte": Soort("Werkruimte vullen", f"{_START}:start_here"),
    # Who brings rows, be it a partner, has them counted.
    "reken_cijfers": Soort("Cijfers uitrekenen", f"{_START}:compute_here", (Noun.BRON, Verb.MAKEN)),
    "laad_bron": Soort(
        "Bron laden", "openlea.services.renew_source:renew_source", (Noun.BRON, Verb.WIJZIGEN)
    ),
    "spreid_leerlingen": Soort(
        "Evenwichtige verdeling zoeken", "openlea.services.spread_gemeente:spread_gemeente"
    ),
    "beproef_ronde": Soort(
        "Regels proberen",
        "openlea.services.try_ronde:try_ronde",
        (Noun.AANMELDING, Verb.MAKEN),
    ),
    "tel_registraties": Soort(
        "Registraties tellen",
        "openlea.services.count_delivery:count_delivery",
        (Noun.REGISTRATIE, Verb.MAKEN),
    ),
    "maak_prognose": Soort(
        "Leerlingprognose maken",
        "openlea.services.make_prognose:make_prognose",
        (Noun.PROGNOSE, Verb.MAKEN),
    ),
    "wissel_pseudoniemen": Soort(
        "Pseudoniemen wisselen",
        "openlea.services.rotate_pseudoniemen:rotate_pseudoniemen",
        (Noun.REGISTRATIE, Verb.WIJZIGEN),
    ),
    "plaats_ronde": Soort(
        "Loten en plaatsen",
        "openlea.services.place_ronde:place_ronde",
        (Noun.AANMELDING, Verb.MAKEN),
    ),
}
"""By soort, for example: 'laad_bron': Soort('Bron laden', 'openlea.services.load_x:load_x')."""


def known_soort(soort: str) -> Soort:
    """Return a kind of work; NotFound when nobody added it."""
    if soort not in SOORTEN:
        raise NotFound(f"Er is geen werk dat '{soort}' heet.")
    return SOORTEN[soort]
