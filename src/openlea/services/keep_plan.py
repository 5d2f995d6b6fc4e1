"""Keep a plan in the register; the tasks that hang on how long it holds follow."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction

from openlea.catalogue.kaartenkast import open_plankaarten
from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.agenda import Zichtbaarheid
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout, NotAllowed, NotFound
from openlea.core.plankaart import Plan as PlanValue
from openlea.core.plankaart import parts_of
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.plancontrole import plan_faults
from openlea.policy.rechten import Actor, Noun, Verb, reach
from openlea.services.find_partij import find_partij
from openlea.services.keep_document import Stuk, keep_document
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.taken.bijwerken import follow_plans
from openlea.storage.records.models import Plan
from openlea.storage.records.scope import plannen_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Planopzet:
    """What is known of a plan; `houder` is the code of a partij, `delen` the codes of its parts.

    `volgt_op` is the number of the plan that it comes after. Without `stuk` its document stays.
    """

    soort: str
    titel: str
    houder: str
    van: date
    tot: date | None = None
    vastgesteld_op: date | None = None
    vastgesteld_door: str = ""
    overleg_op: date | None = None
    overleg_uitkomst: OverlegUitkomst | None = None
    delen: tuple[str, ...] = ()
    toelichting: str = ""
    zichtbaarheid: Zichtbaarheid = Zichtbaarheid.PARTNERS
    volgt_op: int | None = None
    stuk: Stuk | None = None


def keep_plan(
    actor: Actor,
    opzet: Planopzet,
    today: date,
    nummer: int | None = None,
    versie: int | None = None,
) -> Plan:
    """Keep a plan and return it: a new one, or that of `nummer`.

    Raises BadInput with the field, Conflict, NotFound and NotAllowed.
    """
    verb = Verb.MAKEN if nummer is None else Verb.WIJZIGEN
    if faults := list(_faults(actor, opzet, verb, today)):
        raise BadInput(faults)
    with transaction.atomic():
        record = Plan(werkruimte_id=actor.werkruimte) if nummer is None else _find(actor, nummer)
        record.houder = find_partij(actor, Noun.PLAN, verb, opzet.houder)
        _fill(record, opzet)
        if opzet.stuk is not None:
            record.document = keep_document(actor, opzet.stuk)
        kept = keep_record(actor, record, versie=versie)
        if opzet.volgt_op is not None:
            _follow(actor, opzet.volgt_op, kept)
        follow_plans(actor.werkruimte, today)
        log_deed(
            actor,
            "plan gewijzigd" if nummer else "plan toegevoegd",
            kept.soort,
            kept.titel,
            noun=Noun.PLAN,
        )
    return kept


def _fill(record: Plan, opzet: Planopzet) -> None:
    record.soort, record.titel = opzet.soort, opzet.titel.strip()
    record.van, record.tot = opzet.van, opzet.tot
    record.vastgesteld_op = opzet.vastgesteld_op
    record.vastgesteld_door = opzet.vastgesteld_door.strip()
    record.overleg_op = opzet.overleg_op
    record.overleg_uitkomst = opzet.overleg_uitkomst or ""
    record.delen, record.toelichting = list(opzet.delen), opzet.toelichting.strip()
    record.zichtbaarheid = opzet.zichtbaarheid


def _find(actor: Actor, nummer: int) -> Plan:
    every = Plan.objects.of(actor.werkruimte).filter(pk=nummer)
    if not plannen_within(every, actor.scope(Noun.PLAN, Verb.ZIEN), actor).exists():
        raise NotFound("Dit plan is er niet.")
    found = plannen_within(every, actor.scope(Noun.PLAN, Verb.WIJZIGEN), actor).first()
    if found is None:
        raise NotAllowed("Dit kan alleen bij een plan van je eigen partij.")
    return found


def _follow(actor: Actor, before: int, kept: Plan) -> None:
    """Name a plan as what comes after an earlier one of its kind."""
    earlier = _find(actor, before)
    if earlier.pk == kept.pk or earlier.soort != kept.soort:
        raise BadInput([Fout("", "volgt_op", "Kies een eerder plan van dezelfde soort.")])
    if earlier.pk in _later(kept):
        reden = "Dat plan komt zelf na dit plan. Kies een eerder plan."
        raise BadInput([Fout("", "volgt_op", reden)])
    if earlier.opvolger_id != kept.pk:
        earlier.opvolger = kept
        keep_record(actor, earlier)


def _later(plan: Plan) -> set[int]:
    """Return the keys of what follows on a plan, and on that, and so on."""
    following = dict(
        Plan.objects.filter(werkruimte=plan.werkruimte_id, opvolger__isnull=False)
        .order_by()
        .values_list("pk", "opvolger_id")
    )
    found: set[int] = set()
    after = following.get(plan.pk)
    while after is not None and after not in found:
        found.add(after)
        after = following.get(after)
    return found


def _faults(actor: Actor, opzet: Planopzet, verb: Verb, today: date) -> Iterator[Fout]:
    roots = find_roots(settings.CATALOGUE)
    kaarten, plichten = open_plankaarten(roots), open_plichten(roots).plichten
    delen = parts_of(kaarten[opzet.soort], plichten) if opzet.soort in kaarten else ()
    yield from plan_faults(_value(opzet), list(kaarten), [one.code for one in delen], today)
    if opzet.zichtbaarheid not in reach(actor.scope(Noun.PLAN, verb)):
        yield Fout("", "zichtbaarheid", "Alleen de gemeente kan iets intern houden.")


def _value(opzet: Planopzet) -> PlanValue:
    return PlanValue(
        nummer=0,
        soort=opzet.soort,
        titel=opzet.titel,
        houder=opzet.houder,
        van=opzet.van,
        tot=opzet.tot,
        vastgesteld_op=opzet.vastgesteld_op,
        overleg_op=opzet.overleg_op,
        overleg_uitkomst=opzet.overleg_uitkomst,
        delen=opzet.delen,
    )
