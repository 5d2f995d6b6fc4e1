"""What an item of a meeting is about: its speerpunt, actions, duties and fields of policy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openlea.core.agenda import Actie, Agenda, Speerpunt, VerwijzingSoort
from openlea.core.plicht import Plicht
from openlea.policy.rechten import Actor
from openlea.services.taken.plank import plichten_here
from openlea.storage.records import models as records
from openlea.storage.records.as_values import agenda_values, sight_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanknoping:
    """What one item hangs on; `plichten` and `indicators` are ids, the item's own ones first."""

    speerpunt: Speerpunt | None
    acties: tuple[Actie, ...]
    plichten: tuple[str, ...]
    velden: tuple[str, ...]
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wereld:
    """The agenda as an actor sees it, the duties on the shelf, and which actions serve them."""

    record: "records.Agenda | None"
    agenda: Agenda | None
    plichten: Mapping[str, Plicht]
    diensten: Mapping[str, tuple[str, ...]]

    def aanknoping(self, punt: "records.Agendapunt") -> Aanknoping:
        """Return what an item hangs on; what the actor may not see is not there."""
        speerpunt = self._speerpunt(punt)
        acties = speerpunt.acties if speerpunt else ()
        own = (punt.plicht,) if punt.plicht else ()
        served = (plicht for one in acties for plicht in self.diensten.get(one.code, ()))
        plichten = tuple(dict.fromkeys((*own, *served)))
        fields = (self.plichten[one].veld for one in plichten if one in self.plichten)
        return Aanknoping(
            speerpunt=speerpunt,
            acties=acties,
            plichten=plichten,
            velden=tuple(dict.fromkeys(fields)),
            indicators=tuple(dict.fromkeys(self._indicators(speerpunt))),
        )

    def _speerpunt(self, punt: "records.Agendapunt") -> Speerpunt | None:
        if self.agenda is None:
            return None
        for one in self.agenda.speerpunten:
            if punt.speerpunt and one.code == punt.speerpunt.code:
                return one
            if punt.actie and any(actie.code == punt.actie.code for actie in one.acties):
                return one
        return None

    def _indicators(self, speerpunt: Speerpunt | None) -> list[str]:
        """Return the cards that the actions of a speerpunt name, and those it is measured with."""
        if speerpunt is None or self.agenda is None:
            return []
        named = [
            one.naar
            for actie in speerpunt.acties
            for one in actie.verwijzingen
            if one.soort is VerwijzingSoort.INDICATOR
        ]
        codes = {speerpunt.code, *(actie.code for actie in speerpunt.acties)}
        linked = {
            code for one in self.agenda.netwerk.verbanden
            if codes & {one.van, one.naar} for code in (one.van, one.naar)
        }  # fmt: skip
        cards = [one.catalogus for one in self.agenda.netwerk.indicatoren if one.code in linked]
        return [*named, *(card for card in cards if card)]


def read_wereld(actor: Actor) -> Wereld:
    """Return what items can hang on, in a fixed number of queries."""
    record = records.Agenda.objects.current(actor.werkruimte)
    agenda = agenda_values(record, sight_of(actor)) if record else None
    return Wereld(
        record=record, agenda=agenda, plichten=plichten_here(), diensten=_served(record, agenda)
    )


def _served(
    record: "records.Agenda | None", agenda: Agenda | None
) -> Mapping[str, tuple[str, ...]]:
    """Return per code of an action that is seen the duties that it serves."""
    if record is None or agenda is None:
        return {}
    seen: Sequence[str] = [one.code for one in agenda.acties]
    found: dict[str, tuple[str, ...]] = {}
    every = records.Plichtkoppeling.objects.of(record.werkruimte_id).filter(actie__agenda=record)
    for one in every:
        if one.actie.code in seen:
            found[one.actie.code] = (*found.get(one.actie.code, ()), one.plicht)
    return found
