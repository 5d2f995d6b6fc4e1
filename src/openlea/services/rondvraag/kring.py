"""The circle of people of one agenda: who is asked first about a thing, and who is next in line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from openlea.core.agenda import Agenda, Rol
from openlea.core.verzoek import Lid, Verzoek
from openlea.policy.ontvanger import line, receiver
from openlea.storage.records import models as records
from openlea.storage.records.as_values import agenda_values, everything
from openlea.storage.records.verzoek_values import leden_values


@dataclass(frozen=True, slots=True, kw_only=True)
class Kring:
    """An agenda on a day, with everybody who may answer; `contacten` is (actie, partij) to lid."""

    record: records.Agenda
    agenda: Agenda
    today: date
    leden: tuple[Lid, ...]
    contacten: Mapping[tuple[str, str], int]
    trekkers: Mapping[str, str]

    @property
    def since(self) -> date:
        """Return the day on which the agenda was taken into use."""
        return self.record.in_gebruik_op

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
        """Return everybody who may be asked this, in order; who keeps the agenda comes last."""
        code, partij = verzoek.code, verzoek.partij
        contact = self.contacten.get((code, partij))
        return line(self.leden, partij, self.trekkers.get(code, ""), contact)


def kring_of(record: records.Agenda, today: date, zonder: int | None = None) -> Kring:
    """Return the circle of an agenda, in a fixed number of queries; `zonder` leaves one lid out."""
    agenda = agenda_values(record, everything(record.werkruimte_id))
    leden = leden_values(records.Lidmaatschap.objects.filter(werkruimte_id=record.werkruimte_id))
    return Kring(
        record=record,
        agenda=agenda,
        today=today,
        leden=tuple(one for one in leden if one.id != zonder),
        contacten=_contacten(record),
        trekkers=_trekkers(agenda),
    )


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
