"""Names attached links by their address in an agenda that leaves the house as a file."""

from dataclasses import replace

from openlea.core.agenda import Actie, Agenda, Verwijzing
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.storage.records import models as records
from openlea.storage.records.scope import documents_within

LONGEST = 300
"""Characters of a pointer in a file; a longer address stays what it is called inside."""

Links = dict[tuple[str, str], tuple[str, str]]


def with_addresses(agenda: Agenda, record: "records.Agenda", actor: Actor) -> Agenda:
    """Return the agenda with the address and title of each attached link that the actor may open.

    An attached file, and a link that the actor may not open, keeps the mark 'document:<id>', which
    tells nothing. One query.
    """
    links = _links(record, actor)
    if not links:
        return agenda
    return replace(
        agenda,
        ambities=tuple(
            replace(
                ambitie,
                speerpunten=tuple(
                    replace(punt, acties=tuple(_actie(one, links) for one in punt.acties))
                    for punt in ambitie.speerpunten
                ),
            )
            for ambitie in agenda.ambities
        ),
    )


def _links(record: "records.Agenda", actor: Actor) -> Links:
    seen = documents_within(
        records.Document.objects.exclude(adres=""), actor.scope(Noun.DOCUMENT, Verb.ZIEN), actor
    )
    pointed = records.Verwijzing.objects.filter(actie__agenda=record, document__in=seen)
    rows = pointed.values_list("actie__code", "naar", "document__adres", "document__titel")
    return {
        (code, naar): (adres or "", titel or "")
        for code, naar, adres, titel in rows
        if len(adres or "") <= LONGEST
    }


def _actie(actie: Actie, links: Links) -> Actie:
    return replace(
        actie, verwijzingen=tuple(_named(actie, one, links) for one in actie.verwijzingen)
    )


def _named(actie: Actie, one: Verwijzing, links: Links) -> Verwijzing:
    adres, titel = links.get((actie.code, one.naar), (one.naar, ""))
    return replace(one, naar=adres, toelichting=one.toelichting or titel)
