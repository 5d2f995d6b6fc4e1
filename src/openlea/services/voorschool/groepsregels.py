"""The groups of a count, each with its location by name and what may be said of its mix."""

from dataclasses import dataclass

from openlea.core.keuze import Keuze
from openlea.core.onthulling import Bereik
from openlea.core.telling import Gebied
from openlea.policy import voorschool as maat
from openlea.services.describe_voorschool import Voorschool

HALF = Bereik(40, 60)
"""Percent: about half with an indication."""


class Mengsel(Keuze):
    """How a group is mixed, as far as may be said."""

    ZWAAR = "zwaar", "Zeker boven de lokale grens"
    HALF = "half", "Rond half om half"
    LICHT = "licht", "Vooral zonder indicatie"
    KLEIN = "klein", "Te weinig kinderen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepsregel:
    """A group: its mix in percent (a class or a number), and what else may be shown of it."""

    lrk: str
    locatie: str
    groep: str
    mix: Bereik | None
    met: Bereik | None
    zonder: Bereik | None
    behaald: Bereik | None

    @property
    def naam(self) -> str:
        """Return how it is called in a list."""
        return f"{self.locatie}, groep {self.groep}"

    def soort(self, grens: int) -> Mengsel:
        """Return how it is mixed against the local threshold in percent."""
        if self.mix is None:
            return Mengsel.KLEIN
        if self.mix.laag > grens or self.mix.laag >= HALF.hoog:
            return Mengsel.ZWAAR
        return Mengsel.LICHT if self.mix.hoog <= HALF.laag else Mengsel.HALF


def group_lines(found: Voorschool) -> tuple[Groepsregel, ...]:
    """Return every group of the count, by location and number."""
    if found.staat is None:
        return ()
    names = {one.code: one.naam for one in found.locaties}
    lines = [_line(found, one.code, names) for one in found.staat.of(maat.GROEPSMIX, Gebied.GROEP)]
    return tuple(sorted(lines, key=lambda one: (one.locatie, int(one.groep or 0))))


def _line(found: Voorschool, code: str, names: dict[str, str]) -> Groepsregel:
    lrk, _, groep = code.partition("/")
    met, zonder = (
        found.getal(name, Gebied.GROEP, code) for name in (maat.GROEP_MET, maat.GROEP_ZONDER)
    )
    mix = found.getal(maat.GROEPSMIX, Gebied.GROEP, code)
    if met is not None and zonder is not None and met.laag + zonder.laag:
        share = round(100 * met.laag / (met.laag + zonder.laag), 1)
        mix = Bereik(share, share)
    return Groepsregel(
        lrk=lrk,
        locatie=names.get(lrk, f"LRK {lrk}"),
        groep=groep.split(".")[0],
        mix=mix,
        met=met,
        zonder=zonder,
        behaald=found.getal(maat.BEHAALD_AANDEEL, Gebied.GROEP, code),
    )
