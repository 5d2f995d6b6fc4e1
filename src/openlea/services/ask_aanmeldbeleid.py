"""Ask each board how one applies at those of its schools of which nobody filled it in."""

from datetime import date

from django.db import transaction

from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.core.logboek import Logsoort
from openlea.policy.aanmeldvraag import due_aanmeldbeleid
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.schooljaar import is_school_year
from openlea.services.aanmelden.ontbrekend import missing_by_partij
from openlea.services.aanmelden.scholen import schools_here
from openlea.services.log_deed import log_deed
from openlea.services.rondvraag.besturen import Gevraagd, agenda_to_ask, ask_each
from openlea.services.rondvraag.kring import kring_of
from openlea.storage.records import models as records


@transaction.atomic
def ask_aanmeldbeleid(actor: Actor, schooljaar: str, today: date) -> Gevraagd:
    """Ask every board with a missing school, at most once for a school year each.

    NotAllowed for who may not ask, BadInput without an agenda or for what is no school year.
    """
    if actor.scope(Noun.VERZOEK, Verb.MAKEN) is not Scope.ALLES:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    if not is_school_year(schooljaar):
        raise BadInput([Fout("", "schooljaar", "Schrijf een schooljaar zoals 2026-2027.")])
    record = agenda_to_ask(actor)
    missing = _missing(actor, schooljaar)
    asking = {code: scholen for code, (_, scholen) in missing.items() if code}
    due = due_aanmeldbeleid(asking, schooljaar, today, kring_of(record, today).wie)
    done = ask_each(actor, record, due, {code: naam for code, (naam, _) in missing.items()})
    log_deed(
        actor,
        "aanmeldbeleid gevraagd",
        schooljaar,
        f"{len(done.nu)} nieuw",
        soort=Logsoort.MAKEN,
        noun=Noun.AANMELDBELEID,
    )
    return done


def _missing(actor: Actor, schooljaar: str) -> dict[str, tuple[str, list[str]]]:
    """Return by code of the partij its name and its missing schools.

    A board that is no partij here can't be asked; without a code it stands under its own name.
    """
    kept = records.Aanmeldbeleid.objects.of(actor.werkruimte).filter(schooljaar=schooljaar)
    known = set(kept.values_list("school", flat=True))
    found = missing_by_partij(schools_here(actor.werkruimte).scholen.values(), known)
    return {
        some[0].partij_code or f"?{naam}": (naam, [one.naam for one in some])
        for naam, some in found.items()
    }
