"""Reads series and meetings as the plan of a year needs them, as far as somebody may see them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from openlea.core.overleg import Aanwezigheid, PuntStaat, VergaderingStaat
from openlea.core.partij import PartijSoort
from openlea.core.plicht import Houder
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.vergaderregel import Puntregel, Reeksregel, Vergaderregel
from openlea.policy.verplichting import answers_for
from openlea.services.taken.houderschap import houderschap_of
from openlea.storage.records import models as records
from openlea.storage.records.scope_overleg import (
    punten_within,
    reeksen_within,
    vergaderingen_within,
)

Seats = Mapping[int, list["records.Deelnemer"]]
LEFT = frozenset({Aanwezigheid.AFGEMELD, Aanwezigheid.AFWEZIG})


def series_seen(actor: Actor, jaar: int, today: date) -> tuple[Reeksregel, ...]:
    """Return the series that an actor sees and that went on in a year, by name."""
    every = records.Overlegreeks.objects.of(actor.werkruimte).running(date(jaar, 1, 1))
    seen = reeksen_within(every, actor.scope(Noun.OVERLEG, Verb.ZIEN), actor, today)
    return tuple(
        Reeksregel(
            nummer=one.pk,
            naam=one.naam,
            soort=one.soort,
            per_jaar=one.per_jaar,
            ambitie=one.ambitie.code if one.ambitie else "",
            gestopt_op=one.gestopt_op,
        )
        for one in seen
    )


def meetings_seen(actor: Actor, jaar: int, today: date) -> tuple[Vergaderregel, ...]:
    """Return the meetings of a year that an actor sees, with their items, in four queries."""
    scope = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    every = records.Vergadering.objects.of(actor.werkruimte).in_year(jaar)
    seen = list(vergaderingen_within(every, scope, actor, today))
    items = records.Agendapunt.objects.of(actor.werkruimte).filter(vergadering__in=seen)
    punten: dict[int | None, list[Puntregel]] = defaultdict(list)
    for one in punten_within(items, scope, actor, today):
        punten[one.vergadering_id].append(_item(one))
    seats = _seats(actor, seen)
    holders = _holders(seats)
    return tuple(
        _rule(one, punten[one.pk], _at_table(seats.get(one.pk, []), holders)) for one in seen
    )


def meeting_rule(one: "records.Vergadering") -> Vergaderregel:
    """Return one meeting with all its items, whoever may see them."""
    seats = list(records.Deelnemer.objects.filter(vergadering=one).select_related("partij"))
    holders = _holders({one.pk: [each for each in seats if each.partij_id is not None]})
    return _rule(one, [_item(each) for each in one.punten.all()], _at_table(seats, holders))


def at_table(seats: Iterable["records.Deelnemer"]) -> tuple["records.Deelnemer", ...]:
    """Return who was there; when nobody kept that, who was asked and did not send regrets."""
    spoken = [one for one in seats if one.partij_id is not None]
    there = tuple(one for one in spoken if one.aanwezigheid == Aanwezigheid.AANWEZIG)
    return there or tuple(one for one in spoken if Aanwezigheid(one.aanwezigheid) not in LEFT)


def _rule(
    one: "records.Vergadering", punten: Iterable[Puntregel], houders: frozenset[Houder] | None
) -> Vergaderregel:
    return Vergaderregel(
        nummer=one.pk,
        titel=one.titel,
        reeks=one.reeks_id,
        op=one.op,
        staat=VergaderingStaat(one.staat),
        punten=tuple(punten),
        houders=houders,
    )


def _item(one: "records.Agendapunt") -> Puntregel:
    return Puntregel(
        staat=PuntStaat(one.staat), plicht=one.plicht, onderwerp=one.onderwerp, vast=one.vast
    )


def _seats(actor: Actor, meetings: Sequence["records.Vergadering"]) -> Seats:
    rows = records.Deelnemer.objects.filter(
        werkruimte_id=actor.werkruimte, vergadering__in=meetings, partij__isnull=False
    )
    found: dict[int, list[records.Deelnemer]] = defaultdict(list)
    for one in rows.select_related("partij"):
        found[one.vergadering_id].append(one)
    return found


def _holders(seats: Seats) -> Mapping[int, frozenset[Houder]]:
    """Return per partij (by record) every holder that it can be."""
    every = {one.partij.pk: one.partij for each in seats.values() for one in each if one.partij}
    told = houderschap_of(every.values())
    return {
        key: frozenset(
            houder
            for houder in Houder
            if answers_for(PartijSoort(one.soort), houder, told.get(one.code))
        )
        for key, one in every.items()
    }


def _at_table(
    seats: Sequence["records.Deelnemer"], holders: Mapping[int, frozenset[Houder]]
) -> frozenset[Houder] | None:
    there = at_table(seats)
    if not there:
        return None
    return frozenset(houder for one in there for houder in holders.get(one.partij_id or 0, ()))
