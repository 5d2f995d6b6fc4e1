"""Make a key with which another program reads as a member of the werkruimte; it's shown once."""

import secrets
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, LidRol, Noun, Scope, Verb
from openlea.policy.sleutel import TE_GEVEN, last_day
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records

BYTES = 32
BEGIN = "olea_"
GETOOND = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemaakt:
    """A new key: what is kept of it, and the whole of it, which nobody can read back."""

    sleutel: records.Sleutel
    geheim: str


@transaction.atomic
def make_sleutel(actor: Actor, naam: str, rol: LidRol, geldig_tot: date) -> Gemaakt:
    """Return a key that reads as the maker, narrowed to a role; BadInput per field."""
    if actor.scope(Noun.SLEUTEL, Verb.MAKEN) is not Scope.ALLES or actor.lid is None:
        raise NotAllowed("Alleen een agendabeheerder maakt sleutels.")
    if fouten := _check(naam, rol, geldig_tot):
        raise BadInput(fouten)
    geheim = BEGIN + secrets.token_urlsafe(BYTES)
    sleutel = keep_record(
        actor,
        records.Sleutel(
            werkruimte_id=actor.werkruimte,
            naam=naam.strip(),
            begin=geheim[:GETOOND],
            kenmerk=sha256(geheim.encode()).hexdigest(),
            lid_id=actor.lid,
            rol=str(rol),
            geldig_tot=geldig_tot,
        ),
    )
    log_deed(
        actor,
        "sleutel gemaakt",
        f"sleutel {sleutel.begin}",
        str(rol),
        soort=Logsoort.RECHT,
        noun=Noun.SLEUTEL,
    )
    return Gemaakt(sleutel=sleutel, geheim=geheim)


def _check(naam: str, rol: LidRol, geldig_tot: date) -> list[Fout]:
    today = timezone.localdate()
    fouten = [] if naam.strip() else [Fout("", "naam", "Vul in waar de sleutel voor is.")]
    if rol not in TE_GEVEN:
        fouten.append(Fout("", "rol", "Deze rol kan een sleutel niet hebben."))
    if not today <= geldig_tot <= last_day(today):
        reden = f"Kies een dag van vandaag tot en met {last_day(today):%d-%m-%Y}."
        fouten.append(Fout("", "geldig_tot", reden))
    return fouten
