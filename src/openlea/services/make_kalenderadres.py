"""Make a secret address from which somebody's calendar program fetches the tasks; shown once."""

import secrets
from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, LidRol, Noun, Scope, Verb, scope_of
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records

BYTES = 32
GETOOND = 6
MEESTE = 20
"""Addresses that one person can have at once; who needs more forgot to withdraw some."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemaakt:
    """A new address: what is kept of it, and its secret, which nobody can read back."""

    adres: records.Kalenderadres
    geheim: str


@transaction.atomic
def make_kalenderadres(
    actor: Actor, naam: str, partij: int | None, lid: int | None = None
) -> Gemaakt:
    """Return an address that shows what a member may see, of one partij or (None) of all.

    It is for the maker, or for another `lid` when the maker keeps the werkruimte. BadInput per
    field; NotAllowed for who may make none.
    """
    scope = actor.scope(Noun.KALENDER, Verb.MAKEN)
    if scope is Scope.NIETS or actor.lid is None:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    owner = _owner(actor, scope, lid)
    fouten = [] if naam.strip() else [Fout("", "naam", "Vul in waar je het voor gebruikt.")]
    if owner is None:
        fouten.append(Fout("", "lid", "Kies iemand die hier de taken mag zien."))
    if not _may_be_of(actor, scope, partij):
        fouten.append(Fout("", "partij", "Kies een partij uit de lijst."))
    if owner and records.Kalenderadres.objects.standing().filter(lid=owner).count() >= MEESTE:
        fouten.append(Fout("", "", f"Er zijn al {MEESTE} adressen. Trek er eerst een in."))
    if fouten or owner is None:
        raise BadInput(fouten)
    return _made(actor, owner, naam.strip(), partij)


def _made(actor: Actor, lid: records.Lidmaatschap, naam: str, partij: int | None) -> Gemaakt:
    geheim = secrets.token_urlsafe(BYTES)
    adres = keep_record(
        actor,
        records.Kalenderadres(
            werkruimte_id=actor.werkruimte,
            lid=lid,
            partij_id=partij,
            naam=naam,
            begin=geheim[:GETOOND],
            kenmerk=sha256(geheim.encode()).hexdigest(),
        ),
    )
    log_deed(
        actor,
        "kalenderadres gemaakt",
        f"kalenderadres {adres.begin}",
        soort=Logsoort.RECHT,
        noun=Noun.KALENDER,
    )
    return Gemaakt(adres=adres, geheim=geheim)


def _owner(actor: Actor, scope: Scope, lid: int | None) -> records.Lidmaatschap | None:
    """Return for whom it is: oneself, or whoever the keeper of the werkruimte names."""
    if lid is not None and lid != actor.lid and scope is not Scope.ALLES:
        return None
    active = records.Lidmaatschap.objects.of(actor.werkruimte).active_on(timezone.localdate())
    found = active.filter(pk=lid or actor.lid or 0).first()
    if found is None:
        return None
    sees = scope_of(LidRol(found.rol), Noun.KALENDER, Verb.ZIEN)
    return None if sees is Scope.NIETS else found


def _may_be_of(actor: Actor, scope: Scope, partij: int | None) -> bool:
    if partij is None or partij == actor.partij:
        return True
    partijen = records.Partij.objects.of(actor.werkruimte)
    return scope is Scope.ALLES and partijen.filter(pk=partij).exists()
