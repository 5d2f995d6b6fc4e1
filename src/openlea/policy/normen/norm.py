"""A norm: what it is called, which duties give its numbers, what it wants to know, how it goes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from openlea.core.plicht import Grondslag
from openlea.policy.normen.gegeven import Gegeven
from openlea.policy.normen.invoer import Invoer, read_invoer
from openlea.policy.normen.uitkomst import Uitkomst
from openlea.policy.normen.wetsdag import Wetsdag

Rekenen = Callable[[Invoer, Wetsdag], Uitkomst]


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """A norm that a machine can compute; the first of `plichten` is the one that is cited.

    `artikelen` are the numbers, then and now, of the article that holds the norm itself, when the
    duty rests on more than one.
    """

    naam: str
    titel: str
    eenheid: str
    plichten: tuple[str, ...]
    gegevens: tuple[Gegeven, ...]
    rekenen: Rekenen
    artikelen: tuple[str, ...] = ()

    def judge(self, told: Mapping[str, str], wet: Wetsdag) -> Uitkomst:
        """Return what comes out of these answers under this law; BadInput when one is wrong."""
        return self.rekenen(read_invoer(self.gegevens, told), wet)

    def grondslag(self, wet: Wetsdag) -> Grondslag:
        """Return the place in the law of that day where the norm itself stands."""
        versie = wet.versies[self.plichten[0]]
        own = (one for one in versie.grondslagen if one.nummer in self.artikelen)
        return next(own, versie.grondslag)
