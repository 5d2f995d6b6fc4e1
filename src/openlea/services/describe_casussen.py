"""Describe all casussen together, in figures from which nobody finds one."""

from dataclasses import dataclass
from datetime import date

from openlea.core.errors import NotAllowed
from openlea.policy.casuscijfers import Casuscijfers, Casusteld, count_casussen, first_of_month
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.casus.openen import opened
from openlea.services.casus.treden import treden
from openlea.services.find_tellingen import SEES
from openlea.services.log_reading import Inzage, log_reading
from openlea.storage.records.models import Casus, Casuslid

NIET = "Cijfers over casussen zijn voor wie meewerkt in deze werkruimte."


@dataclass(frozen=True, slots=True)
class Casusoverzicht:
    """The figures, and whether every casus that is kept could be opened for them."""

    cijfers: Casuscijfers
    is_volledig: bool


def describe_casussen(actor: Actor, today: date) -> Casusoverzicht:
    """Return the figures as they were on the first of the month, protected for everybody alike.

    Who ever sat at a table counts as somebody who knows that casus. The looking is logged once.
    NotAllowed for who may not see figures that stay within the werkruimte.
    """
    if actor.scope(Noun.TELLING, Verb.ZIEN) not in SEES:
        raise NotAllowed(NIET)
    log_reading(actor, Inzage(waar="casussen geteld", noun=Noun.CASUS))
    kept = Casus.objects.of(actor.werkruimte).filter(gewist_op=None).select_related("werkruimte")
    tables = _tables(actor.werkruimte)
    found = [(one, opened(one)) for one in kept]
    every = [
        Casusteld(one.nummer, inhoud, frozenset(tables.get(one.pk, ())))
        for one, inhoud in found
        if inhoud is not None
    ]
    names = {id_: one.naam for id_, one in treden().items()}
    cijfers = count_casussen(every, names, first_of_month(today))
    return Casusoverzicht(cijfers, is_volledig=len(every) == len(found))


def _tables(werkruimte: int) -> dict[int, set[int]]:
    """Return by casus the persons who sit or ever sat at its table."""
    found: dict[int, set[int]] = {}
    seats = Casuslid.objects.filter(werkruimte_id=werkruimte)
    for casus, persoon in seats.values_list("casus", "lid__persoon"):
        found.setdefault(casus, set()).add(persoon)
    return found
