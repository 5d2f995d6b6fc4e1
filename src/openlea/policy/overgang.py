"""How a transition goes, with what nobody knows kept as wide as it is.

The names of what is counted (`Telrij.maat`): per transition `<id>_ja`, `<id>_nee`, `<id>_onbekend`
and `<id>_totaal`, by school left (Gebied.SCHOOL) and as a whole. Of advice ADVIES_SOORTEN and
ADVIES_TOTAAL by group (Gebied.KLASSE, code 'kenmerk: waarde'), and as a whole HOGER with its parts
BIJGESTELD, GEMOTIVEERD and ZONDER_REDEN. Of leavers each Bestemming and VERLIETEN by
'<id> na_<jaren>' (Gebied.KLASSE).
"""

from dataclasses import dataclass

from openlea.core.onthulling import KLEINSTE_NOEMER, Bereik
from openlea.core.overgang import Bestemming, Overgang
from openlea.core.telling import Telstaat

METHODE = "overgangen-1"
JA, NEE, ONBEKEND, TOTAAL = "ja", "nee", "onbekend", "totaal"
UITKOMSTEN = (JA, NEE, ONBEKEND)
GOED = frozenset({Bestemming.WERK, Bestemming.LEREN, Bestemming.WERK_EN_LEREN})
"""A leaver at one of these goes on; dagbesteding is a place too, but is told apart."""
HOGER, BIJGESTELD, GEMOTIVEERD = "toets_hoger", "advies_bijgesteld", "advies_gemotiveerd"
ZONDER_REDEN = "advies_niet_bijgesteld"
ADVIES_SOORTEN = ("advies_past", "advies_lager", "advies_onbekend")
ADVIES_TOTAAL = "advies_totaal"
VERLIETEN = "verlieten"
JAREN = (0, 1, 2)
"""How long after leaving somebody is looked for."""


def maat_of(overgang: Overgang, uitkomst: str) -> str:
    """Return the name under which an outcome of a transition is counted."""
    return f"{overgang}_{uitkomst}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """One transition in numbers: who went well, who didn't, of whom it isn't known.

    Each is a range when it is hidden, None when nothing may be said of it.
    """

    ja: Bereik | None
    nee: Bereik | None
    onbekend: Bereik | None
    totaal: Bereik | None

    @property
    def aandeel(self) -> Bereik | None:
        """Return the share that surely went well, to the share that may have, in percent.

        At the low end nobody of whom it isn't known went well, at the high end everybody. None
        under ten, and when all that is known is that it lies somewhere.
        """
        if not self.is_shown or self.ja is None or self.nee is None or self.totaal is None:
            return None
        low = 100 * self.ja.laag / self.totaal.hoog
        return Bereik(low, max(low, 100 * (1 - self.nee.laag / self.totaal.hoog)))

    @property
    def bekend(self) -> Bereik | None:
        """Return of which share it is known, in percent; None under ten."""
        if not self.is_shown or self.onbekend is None or self.totaal is None:
            return None
        high = 100 * (1 - self.onbekend.laag / self.totaal.hoog)
        return Bereik(min(high, max(0.0, 100 * (1 - self.onbekend.hoog / self.totaal.laag))), high)

    @property
    def is_shown(self) -> bool:
        """Return whether there are enough to say a share of."""
        return self.totaal is not None and self.totaal.laag >= KLEINSTE_NOEMER


def stand_of(staat: Telstaat, overgang: Overgang) -> Stand:
    """Return how a transition stands in a count; all None when it wasn't counted."""
    ja, nee, onbekend, totaal = (
        staat.bereik(maat_of(overgang, one)) for one in (*UITKOMSTEN, TOTAAL)
    )
    return Stand(ja=ja, nee=nee, onbekend=onbekend, totaal=totaal)
