"""What was agreed, decided, put on an agenda and assigned, as places that can be found."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from django.conf import settings

from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.afspraak import AfspraakStaat
from openlea.core.catalogue import find_roots
from openlea.core.plansoort import OverlegUitkomst
from openlea.core.plicht import Plicht
from openlea.policy.afspraak import instemming, is_late
from openlea.policy.onderwerpwoorden import words_of
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.schrijfwijze import day
from openlea.storage.records import models as records
from openlea.storage.records.afspraak_values import afspraak_value, with_partijen
from openlea.storage.records.opdracht_seen import opdrachten_seen, voorstellen_seen
from openlea.storage.records.scope_overleg import (
    afspraken_within,
    besluiten_within,
    punten_within,
)
from openlea.storage.records.vindplaats import Vindplaats, Vindsoort


def overleg_places(actor: Actor, today: date) -> Iterator[Vindplaats]:
    """Yield what an actor may find of consultations; it needs no agenda."""
    plichten = open_plichten(find_roots(settings.CATALOGUE)).plichten
    punten = list(
        punten_within(
            records.Agendapunt.objects.of(actor.werkruimte),
            actor.scope(Noun.OVERLEG, Verb.ZIEN),
            actor,
            today,
        )
    )
    seen = {one.pk for one in punten}
    yield from _afspraken(actor, today, plichten, seen)
    yield from _besluiten(actor, today, plichten)
    for punt in punten:
        yield _punt(punt, plichten)
    yield from _opdrachten(actor, today)


def _afspraken(
    actor: Actor, today: date, plichten: Mapping[str, Plicht], seen: set[int]
) -> Iterator[Vindplaats]:
    every = records.Afspraak.objects.of(actor.werkruimte)
    found = afspraken_within(every, actor.scope(Noun.AFSPRAAK, Verb.ZIEN), actor)
    for one in with_partijen(found):
        value = afspraak_value(one)
        punt = one.punt if one.punt_id in seen else None
        meeting = punt.vergadering if punt else None
        state = "Te laat" if is_late(value, today) else AfspraakStaat(one.staat).label
        topic = topic_words(one.plicht, one.onderwerp, plichten)
        told = (
            day(one.op),
            meeting.titel if meeting else "",
            topic[0] or topic[1],
            instemming(value.partijen).label,
            state,
            one.uitkomst,
        )
        yield Vindplaats(
            soort=Vindsoort.AFSPRAAK,
            code=str(one.pk),
            titel=one.wat,
            teksten=(
                ". ".join(filter(None, told)),
                one.toelichting,
                one.maat,
                punt.titel if punt else "",
                ", ".join(row.partij.naam for row in one.partijen.all()),
                *topic,
            ),
        )


def _besluiten(actor: Actor, today: date, plichten: Mapping[str, Plicht]) -> Iterator[Vindplaats]:
    scope = actor.scope(Noun.BESLUIT, Verb.ZIEN)
    every = records.Besluit.objects.of(actor.werkruimte)
    for one in besluiten_within(every, scope, actor, today):
        meeting = one.punt.vergadering
        where = f", {meeting.titel}" if meeting else ""
        yield Vindplaats(
            soort=Vindsoort.BESLUIT,
            code=str(one.pk),
            titel=one.tekst,
            teksten=(
                f"{day(one.op)}{where}. {OverlegUitkomst(one.uitkomst).label}",
                one.toelichting,
                one.punt.titel,
                one.nummer,
                *topic_words(one.punt.plicht, one.punt.onderwerp, plichten),
            ),
        )


def _punt(one: records.Agendapunt, plichten: Mapping[str, Plicht]) -> Vindplaats:
    meeting = one.vergadering
    where = f"{meeting.titel}, {day(meeting.op)}" if meeting else f"{one.reeks}, nog niet gepland"
    return Vindplaats(
        soort=Vindsoort.AGENDAPUNT,
        code=str(one.pk),
        titel=one.titel,
        bij=str(meeting.pk) if meeting else "",
        teksten=(where, one.toelichting, *topic_words(one.plicht, one.onderwerp, plichten)),
    )


def _opdrachten(actor: Actor, today: date) -> Iterator[Vindplaats]:
    proposed = defaultdict[int, list[str]](list)
    for each in voorstellen_seen(actor, today):
        proposed[each.opdracht_id] += [each.titel, each.gevraagd, each.tekst, each.reden]
    for one in opdrachten_seen(actor, today).select_related("werkgroep").order_by("-id"):
        yield Vindplaats(
            soort=Vindsoort.OPDRACHT,
            code=str(one.pk),
            titel=one.titel,
            teksten=(
                one.werkgroep.naam,
                one.doel,
                one.aanleiding,
                one.resultaat,
                *proposed[one.pk],
            ),
        )


def topic_words(plicht: str, onderwerp: str, plichten: Mapping[str, Plicht]) -> tuple[str, ...]:
    """Return the words of a duty and of its topic, by which people look for it."""
    found = plichten.get(plicht)
    titles = {one.code: one.titel for one in found.onderwerpen} if found else {}
    return (
        found.titel if found and not onderwerp else "",
        titles.get(onderwerp, ""),
        words_of(onderwerp),
    )
