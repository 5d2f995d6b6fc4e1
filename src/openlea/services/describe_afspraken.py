"""Describe the agreements: what was agreed by whom, can it be measured, and what came of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings

from openlea.catalogue.plichtenkast import open_plichten
from openlea.catalogue.shelf import open_shelf
from openlea.core.afspraak import Deelname
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotAllowed
from openlea.core.plicht import Plicht
from openlea.policy.afspraak import Afspraaktelling, count_afspraken
from openlea.policy.beleidsveld import BELEIDSVELDEN
from openlea.policy.metingkeuze import fields_for
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.zoekwoorden import holds_all, search_words
from openlea.services.afspraken.regel import Afspraakregel, Herkomst
from openlea.storage.records import models as records
from openlea.storage.records.afspraak_values import afspraak_value, with_partijen
from openlea.storage.records.scope import acties_within
from openlea.storage.records.scope_overleg import afspraken_within, besluiten_within, punten_within

JA, NEE = "ja", "nee"
TE_LAAT = "te_laat"
"""Asked for as if it were a state: it runs, and its last day went by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraakvraag:
    """Which agreements are asked for; None and '' are no choice.

    `sinds` is a year, `partij` and `speerpunt` a code, `veld` and `staat` a value, `meetbaar` 'ja'
    or 'nee', `q` words that must all stand in it, `instemming` how far it is agreed.
    """

    nummer: int | None = None
    jaar: int | None = None
    sinds: int | None = None
    partij: str = ""
    speerpunt: str = ""
    veld: str = ""
    staat: str = ""
    meetbaar: str = ""
    instemming: str = ""
    actie: str = ""
    vergadering: int | None = None
    q: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraken:
    """The agreements that were asked for, newest first, counted; and what there is to choose."""

    regels: tuple[Afspraakregel, ...]
    telling: Afspraaktelling
    totaal: int
    jaren: tuple[int, ...]
    partijen: tuple[tuple[str, str], ...]
    speerpunten: tuple[tuple[str, str], ...]
    velden: tuple[tuple[str, str], ...]


def describe_afspraken(actor: Actor, vraag: Afspraakvraag, today: date) -> Afspraken:
    """Return the agreements that an actor may see, in a fixed number of queries.

    NotAllowed for who may see none. Where it was made is told only to who may see that.
    """
    every = _read(actor, today)
    asked = tuple(one for one in every if _is_asked(one, vraag))
    velden = {one.veld for one in every}
    return Afspraken(
        regels=asked,
        telling=count_afspraken((one.afspraak for one in asked), today),
        totaal=len(every),
        jaren=tuple(sorted({one.afspraak.op.year for one in every}, reverse=True)),
        partijen=_choices(
            (one.partij, regel.naam(one)) for regel in every for one in regel.afspraak.partijen
        ),
        speerpunten=_choices((one.afspraak.speerpunt, one.speerpunt) for one in every),
        velden=tuple((veld.id, veld.naam) for veld in BELEIDSVELDEN.values() if veld.id in velden),
    )


def _choices(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted({pair for pair in pairs if pair[0]}, key=lambda pair: pair[1]))


def _is_asked(one: Afspraakregel, vraag: Afspraakvraag) -> bool:
    value = one.afspraak
    words = search_words(vraag.q)
    return (
        vraag.nummer in (None, value.nummer)
        and vraag.jaar in (None, value.op.year)
        and (vraag.sinds is None or value.op.year >= vraag.sinds)
        and vraag.speerpunt in ("", value.speerpunt)
        and vraag.actie in ("", value.actie)
        and vraag.vergadering in (None, one.herkomst.vergadering)
        and vraag.veld in ("", one.veld)
        and _in_state(one, vraag.staat)
        and vraag.instemming in ("", one.instemming)
        and (not vraag.partij or any(each.partij == vraag.partij for each in value.partijen))
        and (not vraag.meetbaar or one.meetbaar == (vraag.meetbaar == JA))
        and (not words or holds_all(words, one.teksten))
    )


def _in_state(one: Afspraakregel, staat: str) -> bool:
    return one.te_laat if staat == TE_LAAT else staat in ("", one.afspraak.staat)


def _read(actor: Actor, today: date) -> tuple[Afspraakregel, ...]:
    scope = actor.scope(Noun.AFSPRAAK, Verb.ZIEN)
    if scope is Scope.NIETS:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    seen = afspraken_within(records.Afspraak.objects.of(actor.werkruimte), scope, actor)
    rows = list(with_partijen(seen))
    where = _Where.of(actor, rows, today)
    return tuple(where.regel(one) for one in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Where:
    """What around the agreements the actor may see, read once for all of them."""

    today: date
    punten: frozenset[int]
    besluiten: frozenset[int]
    acties: frozenset[int]
    namen: Mapping[str, str]
    plichten: Mapping[str, Plicht]
    tells_reasons: bool

    @classmethod
    def of(cls, actor: Actor, rows: list[records.Afspraak], today: date) -> "_Where":
        """Return it, in three queries and one for the names."""
        punten = punten_within(
            records.Agendapunt.objects.filter(pk__in=[one.punt_id for one in rows]),
            actor.scope(Noun.OVERLEG, Verb.ZIEN),
            actor,
            today,
        )
        besluiten = besluiten_within(
            records.Besluit.objects.filter(pk__in=[one.besluit_id for one in rows]),
            actor.scope(Noun.BESLUIT, Verb.ZIEN),
            actor,
            today,
        )
        acties = acties_within(
            records.Actie.objects.filter(pk__in=[one.actie_id for one in rows]),
            actor.scope(Noun.ACTIE, Verb.ZIEN),
            actor,
        )
        partijen = records.Partij.objects.of(actor.werkruimte)
        return cls(
            today=today,
            punten=frozenset(punten.values_list("pk", flat=True)),
            besluiten=frozenset(besluiten.values_list("pk", flat=True)),
            acties=frozenset(acties.values_list("pk", flat=True)),
            namen=dict(partijen.values_list("code", "naam")),
            plichten=open_plichten(find_roots(settings.CATALOGUE)).plichten,
            tells_reasons=actor.scope(Noun.AFSPRAAK, Verb.ZIEN) is not Scope.OPENBAAR,
        )

    def regel(self, one: records.Afspraak) -> Afspraakregel:
        """Return an agreement with what the actor may see around it."""
        value = afspraak_value(one)
        shows_actie = one.actie_id in self.acties
        if not shows_actie:
            value = replace(value, actie="")
        if not self.tells_reasons:
            value = replace(value, partijen=tuple(map(_without_reason, value.partijen)))
        plicht = self.plichten.get(one.plicht)
        topics = {each.code: each.titel for each in plicht.onderwerpen} if plicht else {}
        return Afspraakregel(
            afspraak=value,
            versie=one.versie,
            today=self.today,
            namen=self.namen,
            herkomst=self._from(one),
            toelichting=one.toelichting,
            uitkomst=one.uitkomst,
            zichtbaarheid=one.zichtbaarheid,
            speerpunt=f"{one.speerpunt.code} {one.speerpunt.naam}" if one.speerpunt else "",
            actie=one.actie.naam if one.actie and shows_actie else "",
            plicht=plicht.titel if plicht else "",
            onderwerp=topics.get(one.onderwerp, ""),
            veld=_field(one, plicht),
        )

    def _from(self, one: records.Afspraak) -> Herkomst:
        punt = one.punt if one.punt_id in self.punten else None
        meeting = punt.vergadering if punt else None
        besluit = one.besluit if one.besluit_id in self.besluiten else None
        return Herkomst(
            vergadering=meeting.pk if meeting else 0,
            overleg=meeting.titel if meeting else "",
            overleg_op=meeting.op if meeting else None,
            punt=punt.pk if punt else 0,
            punt_titel=punt.titel if punt else "",
            besluit_id=besluit.pk if besluit else 0,
            besluit=besluit.tekst if besluit else "",
            besluit_nummer=besluit.nummer if besluit else "",
        )


def _without_reason(one: Deelname) -> Deelname:
    return replace(one, reden="")


def _field(one: records.Afspraak, plicht: Plicht | None) -> str:
    """Return the field of policy: of the topic or the duty, else of its indicator; '' for none."""
    found = fields_for(one.onderwerp, [plicht.veld] if plicht else [])
    if found:
        return found[0]
    entry = open_shelf(find_roots(settings.CATALOGUE)).indicators.get(one.indicator)
    return entry.veld if entry else ""
