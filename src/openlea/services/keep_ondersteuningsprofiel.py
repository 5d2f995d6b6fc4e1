"""Keep what a school can offer in a schooljaar: by its own board, or by who keeps the agenda."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction

from openlea.catalogue.ondersteuningkast import open_basis, open_soorten
from openlea.core.agenda import Zichtbaarheid
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput
from openlea.policy.profielinhoud import Profielinhoud, profile_faults
from openlea.policy.profieltekst import parents_text
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.passend.scholen import profile_of, school_to_write
from openlea.storage.records.models import Ondersteuningsprofiel
from openlea.storage.records.profiel import ProfielStaat


@dataclass(frozen=True, slots=True, kw_only=True)
class Profielopzet:
    """All of a profile; what the MR advised may stay open."""

    school: str
    schooljaar: str
    inhoud: Profielinhoud
    mr_advies: str = ""
    mr_op: date | None = None


@transaction.atomic
def keep_ondersteuningsprofiel(
    actor: Actor, opzet: Profielopzet, versie: int | None = None
) -> Ondersteuningsprofiel:
    """Return the profile, made or changed; a change makes it a concept again, until it is decided.

    Raises BadInput with the field, Conflict, NotFound and NotAllowed.
    """
    there = profile_of(actor, opzet.school, opzet.schooljaar)
    verb = Verb.WIJZIGEN if there else Verb.MAKEN
    school = school_to_write(actor, opzet.school, opzet.schooljaar, verb)
    roots = find_roots(settings.CATALOGUE)
    basis, soorten = open_basis(roots), open_soorten(roots)
    if fouten := list(profile_faults(opzet.inhoud, basis, soorten)):
        raise BadInput(fouten)
    record = there or Ondersteuningsprofiel(
        werkruimte_id=actor.werkruimte, school=school.code, schooljaar=opzet.schooljaar
    )
    record.schoolnaam, record.pc4, record.partij_id = school.naam, school.pc4, school.partij
    record.inhoud = opzet.inhoud.plain()
    record.tekst = parents_text(school.naam, opzet.inhoud, basis, soorten)
    record.mr_advies, record.mr_op = " ".join(opzet.mr_advies.split()), opzet.mr_op
    record.staat, record.zichtbaarheid = ProfielStaat.CONCEPT, Zichtbaarheid.PARTNERS
    kept = keep_record(actor, record, versie=versie)
    onderwerp = f"{kept.school} {kept.schooljaar}"
    log_deed(actor, "ondersteuningsprofiel bewaard", onderwerp, kept.schoolnaam, noun=Noun.PROFIEL)
    return kept
