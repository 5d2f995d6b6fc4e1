"""Put a whole list of tips in the agenda: its topics as speerpunten, its tips as actions."""

from itertools import count

from django.conf import settings
from django.db import transaction

from openlea.catalogue.samenwerkingskast import open_tips
from openlea.core import agenda as words
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotFound
from openlea.core.partij import Partij, PartijSoort
from openlea.core.samenwerkingsplank import Tipblad
from openlea.policy.leerroute import same_name
from openlea.policy.rechten import Actor
from openlea.services.add_ambitie import add_ambitie
from openlea.services.add_speerpunt import add_speerpunt
from openlea.services.import_agenda import import_agenda
from openlea.services.take_tip import take_tip
from openlea.storage.records import models as records

JAREN = 4
"""How long a new agenda runs; its keeper changes that."""


@transaction.atomic
def take_tipblad(actor: Actor, blad: str, jaar: int) -> str:
    """Add an ambitie with each topic and each tip that is not in the agenda yet; return its code.

    A werkruimte without an agenda gets one, from this year. Raises NotFound for another list,
    BadInput and NotAllowed as adding each by itself does.
    """
    found = open_tips(find_roots(settings.CATALOGUE)).get(blad)
    if found is None:
        raise NotFound("Deze lijst met tips is er niet.")
    if records.Agenda.objects.current(actor.werkruimte) is None:
        import_agenda(actor, _empty_agenda(actor.werkruimte, found, jaar))
    agenda = records.Agenda.objects.current(actor.werkruimte)
    codes = set(agenda.ambities.values_list("code", flat=True)) if agenda else set()
    code = next(str(number) for number in count(1) if str(number) not in codes)
    add_ambitie(actor, code, found.titel, f"Bron: {found.bron}.")
    for letter, onderwerp in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", found.onderwerpen, strict=False):
        add_speerpunt(actor, code, f"{code}{letter}", onderwerp.titel, onderwerp.waarom)
        for tip in found.tips:
            if tip.onderwerp == onderwerp.id and not _is_there(actor, tip.titel):
                take_tip(actor, tip.id, f"{code}{letter}")
    return code


def _is_there(actor: Actor, titel: str) -> bool:
    agenda = records.Agenda.objects.current(actor.werkruimte)
    names = agenda.acties.values_list("naam", flat=True) if agenda else ()
    return any(same_name(one, titel) for one in names)


def _empty_agenda(werkruimte: int, blad: Tipblad, jaar: int) -> words.Agenda:
    return words.Agenda(
        titel=blad.titel,
        van=jaar,
        tot=jaar + JAREN - 1,
        bron=blad.bron,
        partijen=tuple(
            Partij(code=one.code, naam=one.naam, soort=PartijSoort(one.soort), plaats=one.plaats)
            for one in records.Partij.objects.of(werkruimte).order_by("id")
        ),
    )
