"""The register of plans, and the page of one plan."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.planregister import Planstaat
from openlea.policy.rechten import Noun, Scope, Verb, allows
from openlea.policy.schrijfwijze import count
from openlea.policy.zichtbaarheid import shows_field
from openlea.services.describe_plannen import Planregel, Register, describe_plannen
from openlea.storage.records.plan_values import proof_by
from openlea.web.pages.plannen.beeld import axis_for, show_group, show_plan
from openlea.web.pages.plannen.tabs import plan_tabs
from openlea.web.route import LeaRequest


def plannen(request: LeaRequest) -> HttpResponse:
    """Return every kind of plan: what is there with its term, and what is still to come."""
    today = timezone.localdate()
    register = describe_plannen(request.actor, today)
    jaaras = axis_for(register.regels, today)
    context = {
        "tabs": plan_tabs(request, "plannen"),
        "register": register,
        "zin": summary(register),
        "groepen": [show_group(groep, jaaras, today) for groep in register.gevuld],
        "mag_maken": request.actor.may(Noun.PLAN, Verb.MAKEN),
    }
    return render(request, "plannen/plannen.html", context)


def plan(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return one plan: its term, its decision, its parts, and the duties that it proves."""
    today = timezone.localdate()
    register = describe_plannen(request.actor, today)
    groep, regel = register.find(int(nummer))
    context = {
        "tabs": plan_tabs(request, "plannen"),
        "groep": groep,
        "beeld": show_plan(regel, axis_for([regel], today), today),
        "opvolger": _other(register, regel.stand.plan.opvolger),
        "voorgangers": [one for one in groep.regels if _precedes(one, regel)],
        "bewijst": proof_by(regel.stand.plan.nummer, request.actor),
        "mag_wijzigen": may_change(request, regel),
        "toont_toelichting": shows_field(request.scope, "plan", "toelichting"),
        "kruimels": [
            {"naam": "Plannen", "url": reverse("plannen", args=[request.werkruimte.slug])},
            {"naam": regel.stand.plan.titel},
        ],
    }
    return render(request, "plannen/plan.html", context)


def may_change(request: LeaRequest, regel: Planregel) -> bool:
    """Return whether the actor may change this plan: the own partij's, or any."""
    scope = request.actor.scope(Noun.PLAN, Verb.WIJZIGEN)
    record = regel.kept.record
    if scope is Scope.NIETS:
        return False
    seen = Zichtbaarheid(record.zichtbaarheid)
    return allows(scope, seen, frozenset({record.houder_id}), request.actor.partij)


def summary(register: Register) -> str:
    """Return how the register stands, in one or two sentences."""
    total, filled = len(register.groepen), len(register.gevuld)
    ending = sum(one.stand.staat is Planstaat.LOOPT_AF for one in register.regels)
    verb = "staat" if filled == 1 else "staan"
    first = f"{filled} van de {total} soorten plannen {verb} in het register."
    if not filled:
        first = f"Er staat nog geen plan in het register. Er zijn {total} soorten."
    ends = "loopt" if ending == 1 else "lopen"
    last = f"{count(ending, 'plan', 'plannen')} {ends} binnen een jaar af."
    return f"{first} {last}" if ending else first


def _other(register: Register, nummer: int | None) -> Planregel | None:
    return next((one for one in register.regels if one.stand.plan.nummer == nummer), None)


def _precedes(one: Planregel, regel: Planregel) -> bool:
    return one.stand.plan.opvolger == regel.stand.plan.nummer
