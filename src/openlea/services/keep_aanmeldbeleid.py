"""Keep how children apply at one school in one year."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from django.db import transaction

from openlea.core.aanmeldbeleid import Aanmeldbeleid
from openlea.core.errors import BadInput, Fout, NotAllowed, NotFound
from openlea.policy.aanmeldregels import aanmeldbeleid_faults
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.aanmelden.scholen import School, refuse_others, schools_here
from openlea.services.close_aanmeldvragen import close_aanmeldvragen
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records

EIGEN = "EIGEN"
"""How the code begins of a school that no register has."""


def keep_aanmeldbeleid(
    actor: Actor, beleid: Aanmeldbeleid, today: date, versie: int | None = None
) -> records.Aanmeldbeleid:
    """Keep a policy and return it: a new one without `versie`, else that of this school and year.

    A school of the register has its own name and board; a typed one gets a code when it has none.
    Raises BadInput with the field, Conflict, NotFound and NotAllowed.
    """
    verb = Verb.MAKEN if versie is None else Verb.WIJZIGEN
    if not actor.may(Noun.AANMELDBELEID, verb):
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    with transaction.atomic():
        every = records.Aanmeldbeleid.objects.of(actor.werkruimte)
        school = _school(actor, beleid, list(every))
        beleid = replace(beleid, school=school.code, naam=school.naam)
        refuse_others(actor, school, verb)
        if faults := list(aanmeldbeleid_faults(beleid, today)):
            raise BadInput(faults)
        record = every.filter(school=school.code, schooljaar=beleid.schooljaar).first()
        kept = keep_record(actor, _filled(actor, record, beleid, school, versie), versie=versie)
        close_aanmeldvragen(actor, kept.schooljaar)
        done = "toegevoegd" if versie is None else "gewijzigd"
        onderwerp = f"{kept.school} {kept.schooljaar}"
        log_deed(actor, f"aanmeldbeleid {done}", onderwerp, kept.naam, noun=Noun.AANMELDBELEID)
    return kept


def _school(actor: Actor, beleid: Aanmeldbeleid, kept: list[records.Aanmeldbeleid]) -> School:
    """Return the school that is meant; one that nobody knows yet belongs to the named partij."""
    known = schools_here(actor.werkruimte, kept).scholen
    if beleid.school in known:
        return known[beleid.school]
    partij = records.Partij.objects.of(actor.werkruimte).filter(code=beleid.partij).first()
    if beleid.partij and partij is None:
        raise BadInput([Fout("", "partij", "Deze partij is er niet.")])
    return School(
        code=beleid.school or _free(known.keys()),
        naam=" ".join(beleid.naam.split()),
        partij=partij.pk if partij else None,
        schrijvers=frozenset({partij.pk} if partij else ()),
        in_register=False,
    )


def _free(taken: Collection[str]) -> str:
    """Return a code that no school has."""
    codes = (f"{EIGEN}-{n}" for n in range(1, len(taken) + 2))
    return next(code for code in codes if code not in taken)


def _filled(
    actor: Actor,
    record: records.Aanmeldbeleid | None,
    beleid: Aanmeldbeleid,
    school: School,
    versie: int | None,
) -> records.Aanmeldbeleid:
    if record is not None and versie is None:
        reden = f"Van {school.naam} is er al een aanmeldbeleid voor {beleid.schooljaar}."
        raise BadInput([Fout("", "school", reden)])
    if record is None and versie is not None:
        raise NotFound("Dit aanmeldbeleid is er niet.")
    record = record or records.Aanmeldbeleid(
        werkruimte_id=actor.werkruimte, school=school.code, schooljaar=beleid.schooljaar
    )
    record.naam, record.partij_id = school.naam, school.partij
    record.moment, record.toelichting = beleid.moment.strip(), beleid.toelichting.strip()
    record.aanmelden_van, record.aanmelden_tot = beleid.aanmelden_van, beleid.aanmelden_tot
    record.voorrang = [str(one) for one in beleid.voorrang]
    record.voorrang_anders = beleid.voorrang_anders.strip()
    record.toewijzing = beleid.toewijzing
    record.loting_op, record.uitslag_op = beleid.loting_op, beleid.uitslag_op
    record.plaatsen, record.bijdrage = beleid.plaatsen, beleid.bijdrage
    record.bron, record.gezien_op = beleid.bron.strip(), beleid.gezien_op
    return record
