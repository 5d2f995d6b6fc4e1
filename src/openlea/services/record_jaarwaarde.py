"""Record what a target came to in a year, and on which day that was read."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from openlea.core.agenda import AgendaStaat, Richting
from openlea.core.agenda import Jaarwaarde as JaarwaardeValue
from openlea.core.agenda import Streefwaarde as StreefwaardeValue
from openlea.core.errors import BadInput, Fout, NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.agenda_staat import GESLOTEN, is_open
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.streefwaarde import check_jaar
from openlea.services.find_actie import find_actie
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records


def record_jaarwaarde(
    actor: Actor,
    streefwaarde: str,
    jaar: int,
    werkelijk: Decimal | None,
    peildatum: date | None = None,
) -> records.Jaarwaarde:
    """Keep the actual of a year of a target (by code) and return it; the target itself stays.

    Without a `peildatum` it was read today. None as actual takes a measurement back. Raises
    BadInput with the field, NotFound and NotAllowed like every verb.
    """
    found = _streefwaarde(actor, streefwaarde)
    day = None if werkelijk is None else peildatum or timezone.localdate()
    _check(found, jaar, werkelijk, day)
    with transaction.atomic():
        # Two who measure at once come one after the other, so that a year is made once.
        records.Streefwaarde.objects.select_for_update(no_key=True).get(pk=found.pk)
        one = found.jaren.filter(jaar=jaar).first() or records.Jaarwaarde(
            werkruimte_id=actor.werkruimte, streefwaarde=found, jaar=jaar
        )
        one.werkelijk, one.peildatum = werkelijk, day
        kept = keep_record(actor, one)
        log_deed(
            actor,
            "meting vastgelegd",
            found.code,
            str(jaar),
            soort=Logsoort.MAKEN,
            noun=Noun.STREEFWAARDE,
        )
    return kept


def _streefwaarde(actor: Actor, code: str) -> records.Streefwaarde:
    scope = actor.scope(Noun.STREEFWAARDE, Verb.WIJZIGEN)
    if scope is Scope.NIETS:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    agenda = records.Agenda.objects.current(actor.werkruimte)
    every = records.Streefwaarde.objects.filter(agenda=agenda, code=code)
    found = every.select_related("agenda", "actie", "speerpunt").first()
    if agenda is None or found is None:
        raise NotFound(f"Er is geen streefwaarde {code}.")
    if not is_open(AgendaStaat(agenda.staat)):
        raise NotAllowed(GESLOTEN)
    if found.actie is not None:
        find_actie(actor, Noun.STREEFWAARDE, Verb.WIJZIGEN, found.actie.code)
    elif scope is Scope.EIGEN_PARTIJ and actor.partij not in _owners(found):
        raise NotAllowed("Deze meting hoort bij een andere partij.")
    return found


def _owners(one: records.Streefwaarde) -> set[int]:
    """Return the parties that answer for a target of a speerpunt or indicator."""
    leading = one.speerpunt.trekker_id if one.speerpunt else None
    return {partij for partij in (one.eigenaar_id, leading) if partij is not None}


def _check(
    found: records.Streefwaarde, jaar: int, werkelijk: Decimal | None, day: date | None
) -> None:
    agenda = found.agenda
    if not agenda.van <= jaar <= agenda.tot:
        reden = f"Het jaar {jaar} valt buiten de agenda ({agenda.van}-{agenda.tot})."
        raise BadInput([Fout("", "jaar", reden)])
    if werkelijk is not None and (not werkelijk.is_finite() or werkelijk < 0):
        raise BadInput([Fout("", "werkelijk", "Vul een getal in van 0 of meer.")])
    value = StreefwaardeValue(
        code=found.code, bij="", maat=found.maat, richting=Richting(found.richting)
    )
    year = JaarwaardeValue(jaar=jaar, werkelijk=werkelijk, peildatum=day)
    faults = check_jaar(value, year, timezone.localdate())
    if faults:
        field = {"Peildatum": "peildatum", "Werkelijk": "werkelijk"}
        raise BadInput([Fout("", field[one.cel.split()[0]], one.reden) for one in faults])
