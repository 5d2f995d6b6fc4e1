"""How each transition of a gemeente stands, and why when nothing is known of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings

from openlea.catalogue.overgangkast import open_overgangen
from openlea.core.catalogue import find_roots
from openlea.core.onthulling import Bereik
from openlea.core.overgang import Overgang, Overgangkaart
from openlea.core.telling import Telstaat
from openlea.policy.overgang import Stand, stand_of
from openlea.services.overgangen.binnen_vo import stand_within
from openlea.storage.warehouse.doorstroomtabel import read_doorstroom
from openlea.storage.warehouse.warehouse import open_warehouse

GEEN_RIJEN = "Hierover is nog niets aangeleverd."
GEEN_SCHOOL = "In deze gemeente staat geen school voor voortgezet onderwijs in de open tabellen."
TE_WEINIG = "Dit gaat over minder dan tien kinderen: een aandeel zou iets over één kind zeggen."
AFGESCHERMD = "De aantallen zijn te klein om te laten zien."


@dataclass(frozen=True, slots=True, kw_only=True)
class Overgangsbeeld:
    """One transition: its card, its numbers over the newest period, and those before, oldest first.

    `waarom_niet` says why there is no share; '' when there is.
    """

    kaart: Overgangkaart
    stand: Stand | None
    periode: str
    peildatum: str
    waarom_niet: str
    reeks: tuple[tuple[str, Stand], ...] = ()

    @property
    def aandeel(self) -> Bereik | None:
        """Return the share that went well, in percent."""
        return self.stand.aandeel if self.stand else None


def overgangen_of(gemeente: str, reeks: Sequence[Telstaat]) -> tuple[Overgangsbeeld, ...]:
    """Return the transitions of a gemeente ('' for none), of counts with the oldest first."""
    kaarten = open_overgangen(find_roots(settings.CATALOGUE)).values()
    return tuple(
        _open(one, gemeente) if one.id is Overgang.BINNEN_VO else _counted(one, reeks)
        for one in kaarten
    )


def _counted(kaart: Overgangkaart, reeks: Sequence[Telstaat]) -> Overgangsbeeld:
    told = [(one, stand) for one in reeks if (stand := stand_of(one, kaart.id)).totaal is not None]
    if not told:
        return _nothing(kaart, GEEN_RIJEN)
    newest, stand = told[-1]
    return Overgangsbeeld(
        kaart=kaart,
        stand=stand,
        periode=newest.periode,
        peildatum=newest.peildatum,
        waarom_niet=_why(stand),
        reeks=tuple((one.periode, each) for one, each in told),
    )


def _open(kaart: Overgangkaart, gemeente: str) -> Overgangsbeeld:
    by_year = read_doorstroom(open_warehouse(), gemeente) if gemeente else {}
    stands: Mapping[str, Stand] = {
        jaar: stand_within(schools) for jaar, schools in sorted(by_year.items())
    }
    if not stands:
        return _nothing(kaart, GEEN_SCHOOL)
    newest = max(stands)
    return Overgangsbeeld(
        kaart=kaart,
        stand=stands[newest],
        periode=newest,
        peildatum=f"{newest[5:]}-10-01",
        waarom_niet=_why(stands[newest]),
        reeks=tuple(stands.items()),
    )


def _nothing(kaart: Overgangkaart, reden: str) -> Overgangsbeeld:
    return Overgangsbeeld(kaart=kaart, stand=None, periode="", peildatum="", waarom_niet=reden)


def _why(stand: Stand) -> str:
    if stand.aandeel is not None:
        return ""
    return AFGESCHERMD if stand.is_shown else TE_WEINIG
