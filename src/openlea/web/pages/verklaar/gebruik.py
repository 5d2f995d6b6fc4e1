"""Where the agenda of this werkruimte uses an indicator: what it measures, and the targets."""

from dataclasses import dataclass

from openlea.core.agenda import Agenda, Streefwaarde
from openlea.core.netwerk import Indicator
from openlea.policy.rechten import Noun, Verb
from openlea.storage.records.as_values import agenda_values, sight_of
from openlea.storage.records.models import Agenda as AgendaRecord
from openlea.web.pages.agenda.links import address
from openlea.web.route import LeaRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A place in the agenda: what kind, what it's called, where it stands."""

    soort: str
    naam: str
    url: str


def used_in(request: LeaRequest, indicator: str) -> tuple[Plek, ...]:
    """Return where an indicator is named by who may see that; nothing when nobody named it."""
    if not (
        request.actor.may(Noun.NETWERK, Verb.ZIEN) and request.actor.may(Noun.ACTIE, Verb.ZIEN)
    ):
        return ()
    record = AgendaRecord.objects.current(request.werkruimte.pk)
    if record is None or not record.indicatoren.filter(catalogus=indicator).exists():
        return ()
    agenda = agenda_values(record, sight_of(request.actor))
    named = [one for one in agenda.netwerk.indicatoren if one.catalogus == indicator]
    return tuple(plek for one in named for plek in _places(request.werkruimte.slug, agenda, one))


def _places(slug: str, agenda: Agenda, indicator: Indicator) -> tuple[Plek, ...]:
    ends = {one.van for one in agenda.netwerk.verbanden if one.naar == indicator.code}
    ends |= {one.naar for one in agenda.netwerk.verbanden if one.van == indicator.code}
    punten = [one for one in agenda.speerpunten if one.code in ends]
    acties = [one for one in agenda.acties if one.code in ends]
    targets = [one for one in agenda.streefwaarden if one.bij in {indicator.code, *ends}]
    return (
        Plek(soort="Indicator", naam=indicator.naam, url=""),
        *(Plek(soort="Speerpunt", naam=f"{one.code} {one.naam}",
               url=address("speerpunt", slug, one.code)) for one in punten),
        *(Plek(soort="Actie", naam=f"{one.code} {one.naam}",
               url=address("actie", slug, one.code)) for one in acties),
        *(_target(one) for one in targets if one.bij == indicator.code),
    )  # fmt: skip


def _target(one: Streefwaarde) -> Plek:
    return Plek(soort="Streefwaarde", naam=one.maat, url="")
