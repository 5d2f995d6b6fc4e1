"""What moves when one partij or one person hands everything over to another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from openlea.core.agenda import Rol
from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import LidRol
from openlea.storage.records import models as records

GEMEENTE = frozenset({LidRol.AGENDABEHEERDER, LidRol.REDACTEUR})


class Soort(StrEnum):
    """Between whom everything moves."""

    PARTIJ = "partij"
    LID = "lid"


@dataclass(frozen=True, slots=True)
class Kant:
    """One side: a partij by its code, or a membership by its number; with the name to show."""

    soort: Soort
    sleutel: str
    naam: str
    record: records.Partij | records.Lidmaatschap


@dataclass(frozen=True, slots=True)
class Wat:
    """Everything that moves from one side to the other in the current agenda."""

    van: Kant
    naar: Kant
    betrokken: tuple[records.Betrokkenheid, ...] = ()
    al_betrokken: frozenset[int] = frozenset()
    speerpunten: tuple[records.Speerpunt, ...] = ()
    streefwaarden: tuple[records.Streefwaarde, ...] = ()
    verzoeken: tuple[records.Verzoek, ...] = ()

    @property
    def aantal(self) -> int:
        """Return how many things move."""
        return sum(map(len, (self.betrokken, self.speerpunten, self.streefwaarden, self.verzoeken)))


def find_kant(werkruimte: int, word: str) -> Kant:
    """Return a side by its word, such as 'partij:ggd' or 'lid:7'; BadInput when there is none."""
    soort, _, sleutel = word.partition(":")
    if soort == Soort.PARTIJ:
        partij = records.Partij.objects.of(werkruimte).filter(code=sleutel).first()
        if partij is not None:
            return Kant(Soort.PARTIJ, sleutel, partij.naam, partij)
    if soort == Soort.LID and sleutel.isdecimal():
        lid = records.Lidmaatschap.objects.of(werkruimte).filter(pk=int(sleutel)).first()
        if lid is not None:
            return Kant(Soort.LID, sleutel, lid.persoon.naam, lid)
    raise BadInput([Fout("", "van", "Kies een partij of persoon uit de lijst.")])


def refuse_mismatch(van: Kant, naar: Kant, today: date) -> None:
    """Raise BadInput when these two can't take over from each other."""
    if van.soort is not naar.soort:
        raise _refusal("Kies twee keer een partij, of twee keer een persoon.")
    if van.sleutel == naar.sleutel:
        raise _refusal("Kies iemand anders dan wie overdraagt.")
    if isinstance(van.record, records.Lidmaatschap) and isinstance(
        naar.record, records.Lidmaatschap
    ):
        _refuse_lid(van.record, naar.record, today)


def _refuse_lid(van: records.Lidmaatschap, naar: records.Lidmaatschap, today: date) -> None:
    if naar.van > today or (naar.tot is not None and naar.tot < today):
        raise _refusal(f"{naar.persoon.naam} doet op dit moment niet mee.")
    # Somebody of another partij could not answer what is asked of this one.
    if naar.rol not in GEMEENTE and naar.partij_id != van.partij_id:
        raise _refusal("Kies iemand van dezelfde partij, of iemand die de agenda beheert.")


def _refusal(reden: str) -> BadInput:
    return BadInput([Fout("", "naar", reden)])


def collect(agenda: records.Agenda, van: Kant, naar: Kant) -> Wat:
    """Return what would move, in a fixed number of queries."""
    parts = records.Betrokkenheid.objects.filter(actie__agenda=agenda).select_related(
        "actie", "partij"
    )
    asked = records.Verzoek.objects.of(agenda.werkruimte_id).open().filter(agenda=agenda)
    if van.soort is Soort.LID:
        return Wat(
            van,
            naar,
            betrokken=_in_order(parts.filter(lid=van.record.pk)),
            verzoeken=tuple(asked.filter(aan=van.record.pk)),
        )
    mine = parts.filter(partij=van.record.pk)
    theirs = parts.filter(partij=naar.record.pk)
    return Wat(
        van,
        naar,
        betrokken=_in_order(mine),
        al_betrokken=frozenset(theirs.values_list("actie_id", flat=True)),
        speerpunten=tuple(agenda.speerpunten.filter(trekker=van.record.pk)),
        streefwaarden=tuple(agenda.streefwaarden.filter(eigenaar=van.record.pk)),
        verzoeken=tuple(asked.filter(partij_code=van.sleutel)),
    )


def _in_order(parts: Iterable[records.Betrokkenheid]) -> tuple[records.Betrokkenheid, ...]:
    return tuple(sorted(parts, key=lambda one: (one.actie.volgorde, one.actie_id)))


def heaviest(one: str, other: str) -> Rol:
    """Return the role that carries most."""
    return min(Rol(one), Rol(other), key=list(Rol).index)
