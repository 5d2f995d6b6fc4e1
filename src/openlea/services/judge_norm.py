"""Compute a norm under the law of a day, with numbers that somebody gives."""

from collections.abc import Mapping
from datetime import date

from django.conf import settings

from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotFound
from openlea.core.plicht import Plicht
from openlea.policy import schrijfwijze
from openlea.policy.controlestand import judge_control
from openlea.policy.normen.register import NORMEN, find_norm, norms_of
from openlea.policy.normen.wetsdag import Wetsdag
from openlea.services.plichten.normoordeel import Normoordeel


def judge_norm(naam: str, told: Mapping[str, str], op: date, today: date) -> Normoordeel:
    """Return what a norm comes out at on a day, in the words of policy.normen.register.

    NotFound for a name that is no norm, and for a duty that only a person can judge. NotInForce
    when the law of the norm doesn't hold that day. BadInput names what was told wrong.
    """
    kast = open_plichten(find_roots(settings.CATALOGUE))
    plichten = kast.plichten
    if naam not in NORMEN and naam in plichten:
        raise NotFound(_no_norm(plichten[naam]))
    norm = find_norm(naam)
    wet = Wetsdag.on(plichten, norm.plichten, op)
    stands = (judge_control(plichten[each], today) for each in norm.plichten)
    return Normoordeel(
        uitkomst=norm.judge(told, wet),
        grondslag=norm.grondslag(wet),
        op=op,
        stand=min(stands, key=lambda stand: stand.is_sure),
        fouten=kast.fouten,
    )


def _no_norm(plicht: Plicht) -> str:
    """Return why a duty isn't computed: a person must judge it, or what to ask instead."""
    here = f"{plicht.id} ({plicht.titel}) is een taak, geen norm."
    names = [norm.naam for norm in norms_of(plicht.id)]
    if names:
        return f"{here} Vraag naar: {schrijfwijze.listing(names)}."
    if plicht.met_de_hand:
        return f"{here} Een machine beoordeelt dit niet. {' '.join(plicht.met_de_hand.split())}"
    return f"{here} Er valt niets aan te rekenen."
