"""The circle of people: who is asked first about a thing, and who is next in line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from openlea.core.agenda import Agenda, Rol
from openlea.core.verzoek import Lid, OnderwerpSoort, Verzoek
from openlea.policy.ontvanger import line, receiver
from openlea.storage.records import models as records
from openlea.storage.records.as_values import agenda_values, everything
from openlea.storage.records.verzoek_values import leden_values


@dataclass(frozen=True, slots=True, kw_only=True)
class Kring:
    """A werkruimte on a day, with everybody who may answer.

    `contacten` is (actie, partij) to lid, `trekkers` the code of a thing to the partij that leads
    it; both are empty without an agenda.
    """

    today: date
    leden: tuple[Lid, ...]
    contacten: Mapping[tuple[str, str], int] = field(default_factory=dict)
    trekkers: Mapping[str, str] = field(default_factory=dict)

    def wie(self, partij: str, code: str) -> int | None:
        """Return who is asked first: somebody of the partij that owes or leads, else nobody.

        Without a partij it is something for who keeps the agenda.
        """
        own = {one for one in (partij, self.trekkers.get(code, "")) if one}
        contact = self.contacten.get((code, partij))
        near = [
            one
            for one in self.leden
            if one.id == contact or (one.partij in own if partij else one.is_agendabeheerder)
        ]
        in_line = line(near, partij, self.trekkers.get(code, ""), contact)
        found = receiver(in_line, self.leden, self.today)
        return None if found is None else found.id

    def in_line(self, verzoek: Verzoek) -> tuple[Lid, ...]:
        """Return everybody who may be asked this, in order; who keeps the agenda comes last.

        What a partij agrees to, only its own people can say.
        """
        if verzoek.onderwerp is OnderwerpSoort.AFSPRAAK:
            own = [one for one in self.leden if one.partij == verzoek.partij]
            return line(own, verzoek.partij)
        # The number of a legal task could be the code of an action too.
        is_taak = verzoek.onderwerp is OnderwerpSoort.VERPLICHTING
        code, partij = "" if is_taak else verzoek.code, verzoek.partij
        contact = self.contacten.get((code, partij))
        return line(self.leden, partij, self.trekkers.get(code, ""), contact)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaKring(Kring):
    """The circle around an agenda."""

    record: records.Agenda
    agenda: Agenda

    @property
    def since(self) -> date:
        """Return the day on which the agenda was taken into use."""
        return self.record.in_gebruik_op


def people_of(werkruimte: int, today: date, zonder: int | None = None) -> Kring:
    """Return the circle of a werkruimte, with or without an agenda; `zonder` leaves one lid out."""
    return Kring(today=today, leden=_leden(werkruimte, zonder))


def kring_of(record: records.Agenda, today: date, zonder: int | None = None) -> AgendaKring:
    """Return the circle of an agenda, in a fixed number of queries; `zonder` leaves one lid out."""
    agenda = agenda_values(record, everything(record.werkruimte_id))
    return AgendaKring(
        record=record,
        agenda=agenda,
        today=today,
        leden=_leden(record.werkruimte_id, zonder),
        contacten=_contacten(record),
        trekkers=_trekkers(agenda),
    )


def _leden(werkruimte: int, zonder: int | None) -> tuple[Lid, ...]:
    leden = leden_values(records.Lidmaatschap.objects.filter(werkruimte_id=werkruimte))
    return tuple(one for one in leden if one.id != zonder)


def _contacten(record: records.Agenda) -> dict[tuple[str, str], int]:
    named = records.Betrokkenheid.objects.filter(actie__agenda=record, lid__isnull=False)
    rows = named.values_list("actie__code", "partij__code", "lid_id")
    return {(code, partij): lid for code, partij, lid in rows if lid is not None}


def _trekkers(agenda: Agenda) -> dict[str, str]:
    """Return by code of an actie, speerpunt or streefwaarde which partij leads it."""
    found = {punt.code: punt.trekker for punt in agenda.speerpunten if punt.trekker}
    for actie in agenda.acties:
        for one in actie.betrokkenen:
            if one.rol is Rol.TREKKER:
                found.setdefault(actie.code, one.partij)
    return found | {one.code: found[one.bij] for one in agenda.streefwaarden if one.bij in found}
