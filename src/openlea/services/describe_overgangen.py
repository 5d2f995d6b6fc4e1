"""Describe the transitions of a gemeente: how each goes, and why when nothing is known."""

from dataclasses import dataclass

from openlea.core.place import PlaceKey, PlaceKind
from openlea.core.telling import Telsoort, Telstaat
from openlea.policy.rechten import Actor
from openlea.services.find_tellingen import find_tellingen
from openlea.services.overgangen.beelden import Overgangsbeeld, overgangen_of
from openlea.storage.records.models import Werkruimte


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
