"""The themes on which parties work together: fields of policy, speerpunten, or own words."""

from collections.abc import Mapping
from dataclasses import dataclass

from openlea.policy.beleidsveld import BELEIDSVELDEN
from openlea.storage.records import models as records

VELD, SPEERPUNT = "veld:", "speerpunt:"
LANGST = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Themas:
    """The themes that one can choose, by key: the fields of policy, and the speerpunten."""

    velden: Mapping[str, str]
    speerpunten: Mapping[str, str]

    def title(self, thema: str) -> str:
        """Return how a theme is called; what is no key is somebody's own words."""
        known = {**self.velden, **self.speerpunten}
        if thema in known:
            return known[thema]
        if thema.startswith(SPEERPUNT):
            return f"Speerpunt {thema.removeprefix(SPEERPUNT)} (niet meer in de agenda)"
        return thema

    def speerpunt(self, thema: str) -> str:
        """Return the code of the speerpunt that a theme is, or ''."""
        return thema.removeprefix(SPEERPUNT) if thema in self.speerpunten else ""


def find_themas(werkruimte: int) -> Themas:
    """Return the themes of a werkruimte; two queries."""
    agenda = records.Agenda.objects.current(werkruimte)
    lines = agenda.speerpunten.values_list("code", "naam") if agenda else ()
    return Themas(
        velden={f"{VELD}{one.id}": one.naam for one in BELEIDSVELDEN.values()},
        speerpunten={f"{SPEERPUNT}{code}": f"{code} {naam}" for code, naam in lines},
    )
