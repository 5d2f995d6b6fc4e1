"""The steps of handing over, each with what it takes to take it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from openlea.core.errors import Conflict
from openlea.policy.rechten import Actor
from openlea.services.inlezen.reconcile import Reconciler
from openlea.services.keep_record import keep_record
from openlea.storage.records import models as records
from openlea.storage.records.werkruimte import InWerkruimte

SOORTEN: Mapping[str, type[InWerkruimte]] = {
    "betrokkenheid": records.Betrokkenheid,
    "speerpunt": records.Speerpunt,
    "streefwaarde": records.Streefwaarde,
    "verzoek": records.Verzoek,
}


@dataclass(frozen=True, slots=True)
class Stap:
    """One record that changed: its version since, and the fields as they were.

    Without a number the record was removed, and `oud` holds all of it.
    """

    soort: str
    nummer: int | None
    versie: int
    oud: Mapping[str, Any]


@dataclass(slots=True)
class Stappen:
    """Takes the steps for one actor, and remembers them in order."""

    actor: Actor
    gezet: list[Stap] = field(default_factory=list)

    def change(self, soort: str, record: InWerkruimte, **new: Any) -> None:
        """Give a record other values in these columns."""
        oud = {name: getattr(record, name) for name in new}
        for name, value in new.items():
            setattr(record, name, value)
        keep_record(self.actor, record)
        self.gezet.append(Stap(soort, record.pk, record.versie, oud))

    def remove(self, one: records.Betrokkenheid) -> None:
        """Remove the part of a partij in an action; its history stays."""
        oud = {name: getattr(one, name) for name in _COLUMNS}
        self.gezet.append(Stap("betrokkenheid", None, 0, oud))
        Reconciler(self.actor).remove("Betrokkenen", [(one.pk, one)])

    def made(self, one: records.Verzoek) -> None:
        """Remember a new ask: taken back, it lapses."""
        self.gezet.append(Stap("verzoek", one.pk, one.versie, {"staat": "vervallen"}))


_COLUMNS = ("actie_id", "partij_id", "lid_id", "rol", "toelichting", "volgorde")


def take_back(actor: Actor, stappen: Sequence[Stap]) -> None:
    """Undo the steps, last first. Raises Conflict when somebody worked on since."""
    for stap in reversed(stappen):
        model = SOORTEN[stap.soort]
        if stap.nummer is None:
            keep_record(actor, model(werkruimte_id=actor.werkruimte, **stap.oud))
            continue
        found = model._default_manager.filter(  # noqa: SLF001
            pk=stap.nummer, werkruimte_id=actor.werkruimte
        ).first()
        if found is None:
            raise Conflict("Dit is intussen verwijderd.")
        for name, value in stap.oud.items():
            setattr(found, name, value)
        keep_record(actor, found, versie=stap.versie)
