"""Change an action: its text, people, period, state, pointers and targets, all at once."""

from collections.abc import Sequence

from django.db import transaction

from openlea.core import agenda as words
from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.policy import agenda_rijen as bladen
from openlea.policy.actie_staat import check_staat
from openlea.policy.agenda_controle import Bevinding
from openlea.policy.rechten import Actor, Noun, Scope, Verb, reach
from openlea.services._actie_parts import (
    keep_betrokkenen,
    keep_streefwaarden,
    keep_verwijzingen,
)
from openlea.services.check_change import check_change
from openlea.services.find_actie import find_actie
from openlea.services.inlezen.reconcile import Reconciler
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records
from openlea.storage.records.scope import acties_within

PLAIN = (
    "naam",
    "omschrijving",
    "schaal",
    "doelgroep",
    "leeftijd_van",
    "leeftijd_tot",
    "van",
    "tot",
    "staat",
    "staat_reden",
    "zichtbaarheid",
)


def change_actie(
    actor: Actor,
    new: words.Actie,
    *,
    versie: int,
    speerpunt: str,
    streefwaarden: Sequence[words.Streefwaarde],
) -> records.Actie:
    """Make an action (by its code, which stays) equal to the values, and return it.

    `versie` is the version that the writer saw. The story (`voortgang`) is not touched. Raises
    Conflict when somebody was first, BadInput per field, NotFound and NotAllowed as every verb.
    """
    actie = find_actie(actor, Noun.ACTIE, Verb.WIJZIGEN, new.code)
    _refuse_reach(actor, actie, new, speerpunt)
    with transaction.atomic():
        _take_over(actor, actie, new, speerpunt)
        keep_record(actor, actie, versie=versie)
        told = Reconciler(actor)
        keep_betrokkenen(told, actie, new.betrokkenen)
        keep_verwijzingen(told, actie, new.verwijzingen)
        keep_streefwaarden(told, actie, streefwaarden)
        check_change(actie.agenda, lambda fault: _concerns(fault, new, streefwaarden))
        log_deed(actor, "actie gewijzigd", actie.code, noun=Noun.ACTIE)
    return actie


def _refuse_reach(actor: Actor, actie: records.Actie, new: words.Actie, speerpunt: str) -> None:
    """Raise when a partner changes what only the municipality decides."""
    if actor.scope(Noun.ACTIE, Verb.WIJZIGEN) is Scope.ALLES:
        return
    if new.zichtbaarheid != actie.zichtbaarheid or speerpunt != actie.speerpunt.code:
        raise NotAllowed("Wie een actie ziet en waar zij staat, bepaalt de gemeente.")
    stored = actie.betrokkenen.order_by("volgorde", "id").values_list(
        "partij__code", "rol", "toelichting"
    )
    if sorted(stored) != sorted((one.partij, one.rol, one.toelichting) for one in new.betrokkenen):
        raise NotAllowed("Welke partijen een actie uitvoeren, bepaalt de gemeente.")


def _take_over(actor: Actor, actie: records.Actie, new: words.Actie, speerpunt: str) -> None:
    """Give the record the values; a new state must say what goes with it."""
    is_new_staat = actie.staat != new.staat
    for name in PLAIN:
        setattr(actie, name, getattr(new, name))
    actie.speerpunt = _speerpunt(actie, speerpunt)
    actie.werkgroep = _werkgroep(actie, new.werkgroep)
    actie.samengevoegd_met = _other(actor, actie, new.samengevoegd_met, "samengevoegd_met")
    actie.opgevolgd_door = _other(actor, actie, new.opgevolgd_door, "opgevolgd_door")
    if is_new_staat and (
        fouten := check_staat(
            new.staat,
            new.staat_reden,
            str(actie.samengevoegd_met or ""),
            str(actie.opgevolgd_door or ""),
            actie.agenda.opvolger,
        )
    ):
        raise BadInput(fouten)


def _speerpunt(actie: records.Actie, code: str) -> records.Speerpunt:
    found = actie.agenda.speerpunten.filter(code=code).first()
    if found is None:
        raise BadInput([Fout("", "speerpunt", f"Er is geen speerpunt {code!r}.")])
    return found


def _werkgroep(actie: records.Actie, naam: str) -> records.Werkgroep | None:
    found = actie.agenda.werkgroepen.filter(naam=naam).first() if naam else None
    if naam and found is None:
        raise BadInput([Fout("", "werkgroep", f"Er is geen werkgroep {naam!r}.")])
    return found


def _other(actor: Actor, actie: records.Actie, code: str, veld: str) -> records.Actie | None:
    """Return the action that this one merged with or is followed by.

    Who may not see the other action can't have meant to take the link away.
    """
    if not code:
        now: records.Actie | None = getattr(actie, veld)
        reached = reach(actor.scope(Noun.ACTIE, Verb.ZIEN))
        return now if now is not None and now.zichtbaarheid not in reached else None
    seen = acties_within(actie.agenda.acties.all(), actor.scope(Noun.ACTIE, Verb.ZIEN), actor)
    found = seen.filter(code=code).first()
    if found is None or found.pk == actie.pk:
        raise BadInput([Fout("", veld, f"Kies een andere actie dan {code!r}.")])
    return found


def _concerns(
    fault: Bevinding, new: words.Actie, streefwaarden: Sequence[words.Streefwaarde]
) -> bool:
    """Return whether a fault of the agenda is one that this change can have made."""
    own = {new.code, *(one.code for one in streefwaarden)}
    sheets = (
        bladen.ACTIES,
        bladen.BETROKKENEN,
        bladen.VERWIJZINGEN,
        bladen.STREEFWAARDEN,
        bladen.JAARWAARDEN,
    )
    return fault.blad in sheets and any(
        fault.sleutel == code or fault.sleutel.startswith(f"{code} ") for code in own
    )
