"""Start a werkruimte for a gemeente: filled with its schools, its partners and its figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction

from openlea.core.errors import Conflict
from openlea.core.partij import PartijSoort
from openlea.core.place import PlaceKey
from openlea.services.start.gemeente import gemeente_of_now
from openlea.services.start.opzet import Beheerder, Opzet, Stap, Voortgang
from openlea.services.start.stappen import STAPPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Gestart:
    """What stands in the werkruimte now.

    `nieuw` is whether this start made it. `partijen` counts per kind, `toegevoegd` how many of
    them are new. `scholen_po` counts each kind of education of a vestiging; pupils in primary
    education lie between `leerlingen_laag` and `leerlingen_hoog`, of which `leerlingen` are shown
    and `afgeschermd` counts are hidden (DUO). `cijfers` is how many indicators have a figure.
    `taken` is how many legal tasks there are this year. `inlog` is the address of the
    agendabeheerder, '' when somebody else is that already.
    """

    slug: str
    naam: str
    gemeente: PlaceKey
    nieuw: bool = False
    inlog: str = ""
    partijen: Mapping[str, int] = field(default_factory=dict)
    toegevoegd: int = 0
    cijfers: int = 0
    herrekend: int = 0
    scholen_po: int = 0
    scholen_bo: int = 0
    leerlingen: int = 0
    leerlingen_laag: int = 0
    leerlingen_hoog: int = 0
    afgeschermd: int = 0
    taken: int = 0

    @property
    def zin(self) -> str:
        """Return in a sentence for people what stands there now."""
        scholen = self.partijen.get(PartijSoort.SCHOOL, 0)
        besturen = self.partijen.get(PartijSoort.SCHOOLBESTUUR, 0)
        return (
            f"{self.naam} staat klaar met {_some(scholen, 'school', 'scholen')}, "
            f"{_some(besturen, 'schoolbestuur', 'schoolbesturen')} en cijfers over "
            f"{_some(self.cijfers, 'onderwerp', 'onderwerpen')}."
        )


def _some(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _silent(_text: str, _done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def start_werkruimte(
    gemeente: PlaceKey,
    *,
    beheerder: Beheerder | None = None,
    voortgang: Voortgang = _silent,
) -> Gestart:
    """Make what isn't there yet, and return what stands there now; a second start adds nothing.

    There is no actor: who may ask this is decided by who calls. NotFound for what is no gemeente
    of today, Conflict when somebody starts the same one at this very moment; nothing is half made.
    """
    opzet = Opzet(gemeente=gemeente_of_now(gemeente), beheerder=beheerder, voortgang=voortgang)
    apart = [stap for stap in STAPPEN if stap.los]
    together = [stap for stap in STAPPEN if not stap.los]
    for number, stap in enumerate(apart):
        _run(stap, opzet, number)
    try:
        with transaction.atomic():
            for number, stap in enumerate(together, len(apart)):
                _run(stap, opzet, number)
    except IntegrityError as error:
        raise Conflict(
            f"Iemand anders start {opzet.gemeente.naam} op dit moment. Probeer het zo opnieuw."
        ) from error
    room = opzet.werkruimte
    return Gestart(slug=room.slug, naam=room.naam, gemeente=gemeente, **opzet.uitkomst)


def _run(stap: Stap, opzet: Opzet, number: int) -> None:
    opzet.voortgang(stap.wat, number, len(STAPPEN))
    opzet.uitkomst |= stap.verb(opzet)
