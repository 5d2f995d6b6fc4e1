"""What came of the items of a meeting: decisions and agreements that the actor may see."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.urls import NoReverseMatch, reverse

from openlea.core.afspraak import Bevestiging, Deelname
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.afspraak import instemming
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.storage.records.models import Afspraak, Afspraakpartij, Besluit, Vergadering
from openlea.storage.records.scope_overleg import afspraken_within, besluiten_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """A decision or an agreement: its text, how far it is agreed to, and its page."""

    soort: str
    tekst: str
    stand: str
    icoon: str
    url: str


def outcomes(
    actor: Actor, meeting: Vergadering, slug: str, today: date
) -> dict[int, list[Uitkomst]]:
    """Return by number of the item what was decided and agreed on it."""
    found: dict[int, list[Uitkomst]] = defaultdict(list)
    decided = Besluit.objects.filter(punt__vergadering=meeting).order_by("id")
    scope = actor.scope(Noun.BESLUIT, Verb.ZIEN)
    for besluit in besluiten_within(decided, scope, actor, today):
        found[besluit.punt_id].append(_decision(besluit, slug))
    parties = Prefetch("partijen", Afspraakpartij.objects.select_related("partij"))
    agreed = Afspraak.objects.filter(punt__vergadering=meeting).order_by("id")
    seen = afspraken_within(agreed, actor.scope(Noun.AFSPRAAK, Verb.ZIEN), actor)
    for afspraak in seen.prefetch_related(parties):
        found[afspraak.punt_id or 0].append(_agreement(afspraak, slug))
    return dict(found)


def _decision(one: Besluit, slug: str) -> Uitkomst:
    return Uitkomst(
        soort="Besluit",
        tekst=one.tekst,
        stand=OverlegUitkomst(one.uitkomst).label,
        icoon="besluit",
        url=page_of("besluit", slug, one.pk),
    )


def _agreement(one: Afspraak, slug: str) -> Uitkomst:
    said = [
        Deelname(partij=row.partij.code, bevestiging=Bevestiging(row.bevestiging))
        for row in one.partijen.all()
    ]
    return Uitkomst(
        soort="Afspraak",
        tekst=one.wat,
        stand=instemming(said).label,
        icoon="afspraak",
        url=page_of("afspraak", slug, one.pk),
    )


def page_of(route: str, *parts: object) -> str:
    """Return the address of a page, or nothing while there is no such page."""
    try:
        return reverse(route, args=parts)
    except NoReverseMatch:
        return ""
