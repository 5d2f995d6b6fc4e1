"""Suggest how an agreement can be measured: targets of the agenda, and figures of the field."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.conf import settings

from openlea.catalogue.plichtenkast import open_plichten
from openlea.catalogue.shelf import IndicatorFile, open_shelf
from openlea.core.agenda import Richting, Streefwaarde
from openlea.core.catalogue import find_roots
from openlea.core.cijfer import Cijfer
from openlea.core.indicator import Soort
from openlea.core.place import PlaceKey
from openlea.policy.beleidsveld import beleidsveld
from openlea.policy.metingkeuze import RICHTINGEN, fields_for, place_of, start_of, told_of
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.schrijfwijze import day, number
from openlea.policy.streefwaarde import latest_measured
from openlea.storage.figures.laag import LANDELIJK
from openlea.storage.figures.store import open_figures
from openlea.storage.records import models as records
from openlea.storage.records.netwerk_values import streefwaarde_values
from openlea.storage.records.scope import acties_within

MOST, OF_THE_AGENDA = 5, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Metingvoorstel:
    """A measure that fits, with where things stand when that is known; `nu` says it in words."""

    indicator: str
    maat: str
    eenheid: str
    richting: Richting
    nu: str
    herkomst: str
    nulmeting: Decimal | None = None
    nulmeting_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetvraag:
    """What an agreement is about: codes of a speerpunt and a duty, and a topic of that duty."""

    speerpunt: str = ""
    plicht: str = ""
    onderwerp: str = ""


def suggest_metingen(actor: Actor, vraag: Meetvraag, today: date) -> tuple[Metingvoorstel, ...]:
    """Return at most five measures: what the agenda already measures, then figures of the field.

    Figures come from public tables alone, so that an agreement never tells what a source hides.
    Only a number that is known becomes a nulmeting.
    """
    record = records.Agenda.objects.current(actor.werkruimte)
    codes = _acties(actor, record, vraag.speerpunt)
    own = list(_of_agenda(record, vraag.speerpunt, codes, today)) if record else []
    return (*own[:OF_THE_AGENDA], *_of_field(actor, vraag, codes))[:MOST]


def _acties(actor: Actor, record: "records.Agenda | None", speerpunt: str) -> frozenset[str]:
    """Return the codes of the actions under a speerpunt that the actor sees."""
    if record is None or not speerpunt:
        return frozenset()
    every = records.Actie.objects.filter(agenda=record, speerpunt__code=speerpunt)
    seen = acties_within(every, actor.scope(Noun.ACTIE, Verb.ZIEN), actor)
    return frozenset(seen.values_list("code", flat=True))


def _of_agenda(
    record: "records.Agenda", speerpunt: str, acties: frozenset[str], today: date
) -> Iterator[Metingvoorstel]:
    if speerpunt:
        for one in streefwaarde_values(record, acties):
            if one.bij in {speerpunt, *acties}:
                yield _target(one, today)


def _target(one: Streefwaarde, today: date) -> Metingvoorstel:
    """Return a target of the agenda; its last measurement is where things stand now."""
    last = latest_measured(one)
    value, op = (last.werkelijk, last.peildatum) if last else (one.nulmeting, one.nulmeting_op)
    if last is not None and op is None:
        op = min(date(last.jaar, 12, 31), today)
    known = value is not None and op is not None
    now = f"Nu: {number(value)} {one.eenheid}".rstrip() if value is not None else ""
    when = f" ({day(op)})." if known and op is not None else "."
    return Metingvoorstel(
        indicator=one.code,
        maat=one.maat,
        eenheid=one.eenheid,
        richting=one.richting,
        nu=now + when if now else "Dit is nog niet gemeten.",
        herkomst=f"Streefwaarde in de agenda ({one.bij})",
        nulmeting=value if known else None,
        nulmeting_op=op if known else None,
    )


def _of_field(actor: Actor, vraag: Meetvraag, acties: frozenset[str]) -> list[Metingvoorstel]:
    werkruimte = records.Werkruimte.objects.get(pk=actor.werkruimte)
    velden = fields_for(vraag.onderwerp, _fields(actor, vraag, acties))
    if not velden or not werkruimte.plaats:
        return []
    key = PlaceKey.parse(werkruimte.plaats)
    shelf = open_shelf(find_roots(settings.CATALOGUE)).indicators
    fit = [one for one in shelf.values() if one.veld in velden and key.kind in one.card.niveaus]
    newest = _newest([one.id for one in fit], key)
    ranked = sorted(fit, key=lambda one: _rank(one, vraag.onderwerp, velden, newest.get(one.id)))
    return [_figure(one, newest.get(one.id)) for one in ranked[:MOST]]


def _fields(actor: Actor, vraag: Meetvraag, acties: frozenset[str]) -> Iterator[str]:
    """Yield the fields of the duty, and of the duties that the actions of the speerpunt serve."""
    plichten = open_plichten(find_roots(settings.CATALOGUE)).plichten
    if vraag.plicht in plichten:
        yield plichten[vraag.plicht].veld
    if acties:
        links = records.Plichtkoppeling.objects.of(actor.werkruimte)
        for plicht in links.filter(actie__code__in=acties).values_list("plicht", flat=True):
            if plicht in plichten:
                yield plichten[plicht].veld


def _newest(ids: Sequence[str], key: PlaceKey) -> dict[str, Cijfer]:
    """Return the last figure of each indicator that has one here."""
    found = open_figures(LANDELIJK).of_place(key, ids) if ids else ()
    return {one.indicator: one for one in sorted(found, key=lambda one: one.periode)}


def _rank(
    one: IndicatorFile, onderwerp: str, velden: Sequence[str], cijfer: Cijfer | None
) -> tuple[object, ...]:
    """Return its place: with a number first, then what speaks of the topic and of the field.

    What only describes the municipality comes last: nobody can promise to change it.
    """
    known = cijfer is not None and cijfer.waarde is not None
    kop = beleidsveld(one.veld).kop
    place = kop.index(one.id) if one.id in kop else len(kop)
    tells = place_of(one.id, onderwerp)
    given = one.card.soort is Soort.CONTEXT
    return (not known, tells, given, velden.index(one.veld), place, one.card.titel)


def _figure(one: IndicatorFile, cijfer: Cijfer | None) -> Metingvoorstel:
    card = one.card
    value, op = start_of(cijfer, card.decimalen) if cijfer else (None, None)
    return Metingvoorstel(
        indicator=one.id,
        maat=card.titel,
        eenheid=card.eenheid,
        richting=RICHTINGEN[card.richting],
        nu=told_of(cijfer, card.decimalen, card.eenheid),
        herkomst=f"Cijfers, {beleidsveld(one.veld).naam.lower()}",
        nulmeting=value,
        nulmeting_op=op,
    )
