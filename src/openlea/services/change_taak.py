"""Say how far a legal task is: begun, open again, with a note, or not for this partij and why."""

from dataclasses import dataclass

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.verplichting import TaakStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_taak import find_taak
from openlea.services.log_deed import log_deed
from openlea.services.taken.dekking import follow_proof, hold_taak, said_of
from openlea.storage.records import models as records

SAYABLE = (TaakStaat.OPEN, TaakStaat.BEZIG, TaakStaat.NIET_VAN_TOEPASSING)
_ALLEEN_BEWIJS = "Een taak is pas bewezen als iemand het bewijs aanvaardt. Voeg bewijs toe."
_REDEN = "Schrijf op waarom de taak niet van toepassing is. Dat kan in één zin."


@dataclass(frozen=True, slots=True, kw_only=True)
class Taakwijziging:
    """What changes; None stays as it is. `reden` goes with 'niet van toepassing'."""

    staat: TaakStaat | None = None
    reden: str = ""
    notitie: str | None = None


def change_taak(
    actor: Actor, nummer: int, new: Taakwijziging, *, versie: int
) -> records.Verplichting:
    """Change a task by its number and return it.

    'Niet van toepassing' needs a reason, and is undone by saying 'open' or 'bezig'. The proof has
    the last word: a task with accepted proof stays proven. Raises BadInput with the field, Conflict
    when somebody was first, NotFound and NotAllowed as every verb.
    """
    taak = find_taak(actor, Verb.WIJZIGEN, nummer)
    _check(new)
    with transaction.atomic():
        hold_taak(taak)
        said = said_of(taak) if new.staat is None else new.staat
        if new.staat is not None:
            is_nvt = new.staat is TaakStaat.NIET_VAN_TOEPASSING
            taak.reden = new.reden.strip() if is_nvt else ""
        if new.notitie is not None:
            taak.notitie = new.notitie.strip()
        follow_proof(actor, taak, said, versie=versie)
        log_deed(actor, "taak gewijzigd", f"{taak.plicht} {taak.jaar}", str(said), noun=Noun.TAAK)
    return taak


def _check(new: Taakwijziging) -> None:
    if new.staat is not None and new.staat not in SAYABLE:
        raise BadInput([Fout("", "staat", _ALLEEN_BEWIJS)])
    if new.staat is TaakStaat.NIET_VAN_TOEPASSING and not new.reden.strip():
        raise BadInput([Fout("", "reden", _REDEN)])
