"""Keep a rule of a werkruimte: which claim of which sign-in service gives which role."""

from dataclasses import dataclass

from django.db import transaction

from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.core.logboek import Logsoort
from openlea.policy.lidmaatschap import check_rol
from openlea.policy.rechten import Actor, LidRol, Noun, Scope, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelwoorden:
    """A rule in words: the slug of the service, claim and value, a role, a partij by its code."""

    dienst: str
    rol: LidRol
    partij: str = ""
    claim: str = ""
    waarde: str = ""


@transaction.atomic
def keep_inlogregel(actor: Actor, woorden: Regelwoorden) -> records.Inlogregel:
    """Return the new rule; it works from the next sign-in on. Raises BadInput per field."""
    if actor.scope(Noun.INLOGREGEL, Verb.MAKEN) is not Scope.ALLES:
        raise NotAllowed("Alleen een agendabeheerder maakt regels voor het inloggen.")
    dienst = records.Inlogdienst.objects.filter(slug=woorden.dienst, is_aan=True).first()
    of_room = records.Partij.objects.of(actor.werkruimte)
    partij = of_room.filter(code=woorden.partij).first() if woorden.partij else None
    fouten = list(check_rol(woorden.rol, partij.code if partij else "", is_last=False))
    if dienst is None:
        fouten.append(Fout("", "dienst", "Kies een inlogdienst die aanstaat."))
    if bool(woorden.claim.strip()) != bool(woorden.waarde.strip()):
        veld = "waarde" if woorden.claim.strip() else "claim"
        fouten.append(Fout("", veld, "Vul beide in, of geen van beide: dan geldt hij voor ieder."))
    if dienst is None or fouten:
        raise BadInput(fouten)
    regel = records.Inlogregel(
        werkruimte_id=actor.werkruimte,
        dienst=dienst,
        claim=woorden.claim.strip(),
        waarde=woorden.waarde.strip(),
        rol=str(woorden.rol),
        partij=partij,
    )
    kept = keep_record(actor, regel)
    log_deed(
        actor,
        "inlogregel toegevoegd",
        f"inlogregel {kept.pk}",
        f"{dienst.slug}: {woorden.rol}",
        soort=Logsoort.RECHT,
        noun=str(Noun.INLOGREGEL),
    )
    return kept
