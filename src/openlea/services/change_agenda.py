"""Change the agenda itself: its title, vision, years and rhythm."""

from django.db import transaction

from openlea.core import agenda as words
from openlea.core.errors import BadInput, Fout
from openlea.policy import agenda_rijen as bladen
from openlea.policy.agenda_controle import Bevinding, find_faults
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.check_change import check_change
from openlea.services.inlezen.reconcile import Reconciler
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.storage.records import models as records

PLAIN = (
    "titel",
    "van",
    "tot",
    "visie",
    "geraadpleegd",
    "voorganger",
    "opvolger",
    "bron",
    "bijwerken_dagen",
    "te_laat_dagen",
)


def change_agenda(actor: Actor, new: words.Agenda, *, versie: int) -> records.Agenda:
    """Make the current agenda equal to the values, without its tree, decision and money.

    The werkgroepen of the agenda become those of the values; one that is left out disappears from
    its acties. Raises Conflict when somebody was first, BadInput per field, and NotAllowed.
    """
    agenda = open_agenda(actor, Noun.AGENDA, Verb.WIJZIGEN)
    if mine := [Fout("", one.veld, one.reden) for one in find_faults(new) if _is_own(one)]:
        raise BadInput(mine)
    with transaction.atomic():
        for name in PLAIN:
            setattr(agenda, name, getattr(new, name))
        keep_record(actor, agenda, versie=versie)
        _keep_werkgroepen(actor, agenda, new.werkgroepen)
        check_change(agenda, _concerns)
        log_deed(actor, "agenda gewijzigd", agenda.titel, noun=Noun.AGENDA)
    return agenda


def _keep_werkgroepen(actor: Actor, agenda: records.Agenda, namen: tuple[str, ...]) -> None:
    Reconciler(actor).rows(
        "Werkgroepen",
        records.Werkgroep,
        agenda.werkgroepen.all(),
        lambda one: one.naam,
        {n: {"agenda": agenda, "naam": n, "volgorde": i} for i, n in enumerate(namen)},
    )


def _is_own(fault: Bevinding) -> bool:
    return fault.blad in (bladen.AGENDA, bladen.WERKGROEPEN)


def _concerns(fault: Bevinding) -> bool:
    """Return whether a change of the agenda itself can have made a fault; years too."""
    return _is_own(fault) or fault.veld == "jaar" or fault.veld.isdigit()
