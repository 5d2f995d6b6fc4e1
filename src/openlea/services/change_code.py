"""Give a part of the agenda another code, with everything that names it by its code."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from openlea.core.errors import BadInput, Fout, NotFound
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.check_change import check_change
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.storage.records import models as records
from openlea.storage.records.inhoud import Deel
from openlea.storage.records.verzoek_values import verzoek_value

SOORTEN: Mapping[str, Any] = {
    "ambitie": records.Ambitie,
    "speerpunt": records.Speerpunt,
    "actie": records.Actie,
}


def change_code(actor: Actor, soort: str, code: str, nieuw: str, *, versie: int) -> Deel:
    """Give a part ('ambitie', 'speerpunt' or 'actie', by its code) another code, and return it.

    Links of the network and asks, open or closed, name it by its code: they change along. The
    money, the targets and merged acties hang on the record itself. Raises BadInput, Conflict,
    NotFound and NotAllowed as every verb.
    """
    agenda = open_agenda(actor, Noun.AGENDA, Verb.WIJZIGEN)
    new = nieuw.strip()
    with transaction.atomic():
        found: Deel | None = SOORTEN[soort].objects.filter(agenda=agenda, code=code).first()
        if found is None:
            raise NotFound(f"Er is geen {soort} {code}.")
        if new == code:
            return found
        _refuse_taken(agenda, new)
        found.code = new
        keep_record(actor, found, versie=versie)
        _rename_verbanden(actor, agenda, code, new)
        _rename_verzoeken(actor, agenda, soort, code, new)
        check_change(agenda, lambda fault: new in fault.sleutel.split())
        log_deed(actor, "code gewijzigd", f"{soort} {code} → {new}", noun=Noun.AGENDA)
    return found


def _refuse_taken(agenda: records.Agenda, code: str) -> None:
    """Raise when the code is empty, can't stand in an address, or names something already."""
    if not code or "/" in code:
        raise BadInput([Fout("", "code", "Vul een code in zonder schuine streep, zoals 1B9.")])
    lists = (agenda.ambities, agenda.speerpunten, agenda.acties, agenda.doelen, agenda.indicatoren)
    for one in lists:
        if taken := one.filter(code=code).first():
            reden = f"Code {code} is al van '{taken.naam}'. Kies een andere code."
            raise BadInput([Fout("", "code", reden)])


def _rename_verbanden(actor: Actor, agenda: records.Agenda, code: str, new: str) -> None:
    for one in list(agenda.verbanden.all()):
        if code in (one.van, one.naar):
            one.van = new if one.van == code else one.van
            one.naar = new if one.naar == code else one.naar
            keep_record(actor, one)


def _rename_verzoeken(
    actor: Actor, agenda: records.Agenda, soort: str, code: str, new: str
) -> None:
    """Rename what was asked too, so that what was asked is not asked again under another name."""
    for one in agenda.verzoeken.filter(onderwerp_soort=soort, onderwerp_code=code):
        one.onderwerp_code = new
        one.sleutel = verzoek_value(one).sleutel
        keep_record(actor, one)
