"""What is told of the transitions of a gemeente: how each goes, and why when nothing is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings

from openlea.catalogue.overgangkast import open_overgangen
from openlea.core.catalogue import find_roots
from openlea.core.onthulling import Bereik
from openlea.core.overgang import Overgang, Overgangkaart
from openlea.core.place import PlaceKey, PlaceKind
from openlea.core.telling import Telsoort, Telstaat
from openlea.policy.overgang import Stand, stand_of
from openlea.policy.rechten import Actor
from openlea.services.find_tellingen import find_tellingen
from openlea.services.overgangen.binnen_vo import stand_within
from openlea.storage.records.models import Werkruimte
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Overgangen:
    """All transitions in order of age, and the counts behind those of registrations."""

    beelden: tuple[Overgangsbeeld, ...]
    staat: Telstaat | None


def describe_overgangen(actor: Actor, periode: str = "") -> Overgangen:
    """Return the transitions of the werkruimte; NotAllowed for who sees no figures of it."""
    found = find_tellingen(actor, Telsoort.OVERGANGEN, periode)
    plaats = Werkruimte.objects.values_list("plaats", flat=True).get(pk=actor.werkruimte)
    place = PlaceKey.parse(plaats) if plaats else None
    gemeente = place.code if place and place.kind is PlaceKind.GEMEENTE else ""
    until = found.staat.periode if found.staat else ""
    reeks = [one for one in reversed(found.reeks) if not until or one.periode <= until]
    return Overgangen(beelden=overgangen_of(gemeente, reeks), staat=found.staat)


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
