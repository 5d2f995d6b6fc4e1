"""The running agreements with the items of a meeting, what is due first on top."""

from collections.abc import Mapping, Sequence
from datetime import date

from openlea.policy.afspraak import is_late, is_measurable
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.overleg.dossier import Dossierafspraak
from openlea.services.overleg.verwijzingen import Aanknoping
from openlea.storage.records import models as records
from openlea.storage.records.afspraak_values import afspraak_value, with_partijen
from openlea.storage.records.scope_overleg import afspraken_within

LOPENDE_AFSPRAKEN = "afspraken"
"""The standing item under which a meeting goes over all agreements of its series."""


def running(actor: Actor) -> list["records.Afspraak"]:
    """Return every agreement that runs and that the actor sees, in two queries."""
    every = records.Afspraak.objects.of(actor.werkruimte).running()
    seen = afspraken_within(every, actor.scope(Noun.AFSPRAAK, Verb.ZIEN), actor)
    rows = list(with_partijen(seen.distinct()))
    return sorted(rows, key=lambda one: (one.voor or date.max, one.pk))


def agreed_on(
    afspraken: Sequence["records.Afspraak"],
    punt: "records.Agendapunt",
    aanknoping: Aanknoping,
    keten: Sequence[int],
    today: date,
) -> tuple[Dossierafspraak, ...]:
    """Return the agreements that belong with an item.

    Those of its speerpunt or duty, of the actions there, or made on this item when it was on an
    earlier agenda (`keten`: the numbers of the items that it comes from).
    """
    return tuple(
        _shown(one, today)
        for one in afspraken
        if one.punt_id in {punt.pk, *keten} or _about(one, punt, aanknoping)
    )


def _about(one: "records.Afspraak", punt: "records.Agendapunt", aanknoping: Aanknoping) -> bool:
    if punt.vast == LOPENDE_AFSPRAKEN:
        return one.punt is not None and one.punt.reeks_id == punt.reeks_id
    speerpunt = aanknoping.speerpunt
    if speerpunt and one.speerpunt and one.speerpunt.code == speerpunt.code:
        return True
    codes = {actie.code for actie in aanknoping.acties}
    if one.actie and one.actie.code in codes:
        return True
    same_topic = one.onderwerp in {"", punt.onderwerp} or not punt.onderwerp
    return bool(punt.plicht) and one.plicht == punt.plicht and same_topic


def _shown(one: "records.Afspraak", today: date) -> Dossierafspraak:
    value = afspraak_value(one)
    return Dossierafspraak(
        nummer=one.pk,
        wat=one.wat,
        voor=one.voor,
        partijen=tuple(each.partij.naam for each in one.partijen.all()),
        te_laat=is_late(value, today),
        meetbaar=is_measurable(value.meting),
    )


def indicators_of(
    afspraken: Sequence["records.Afspraak"], shown: Sequence[Dossierafspraak]
) -> Mapping[int, str]:
    """Return the indicator of each shown agreement that is measured with a card."""
    numbers = {one.nummer for one in shown}
    return {one.pk: one.indicator for one in afspraken if one.pk in numbers and one.indicator}
