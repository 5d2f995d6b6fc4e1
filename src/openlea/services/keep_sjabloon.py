"""Keep a Word template of the municipality, after it was checked and tried."""

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services._stuk import Stuk, keep_stuk
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.sjabloon.indelen import as_bytes, lay_out_in
from openlea.services.sjabloon.keuring import open_template
from openlea.services.sjabloon.oordeel import remarks_of
from openlea.services.sjabloon.proef import proof_of
from openlea.storage.records import models as records

MOST = 20
"""Templates of one werkruimte."""


def keep_sjabloon(actor: Actor, naam: str, inhoud: bytes) -> "records.Sjabloon":
    """Check a template, try every kind of block in it, keep it and return it with the remarks.

    What it fetched from a computer is taken out first. The first one is used at once. NotAllowed
    without the right, BadFile with the reason, BadInput for a name that is taken.
    """
    if not actor.may(Noun.SJABLOON, Verb.MAKEN):
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    every = records.Sjabloon.objects.of(actor.werkruimte)
    naam = " ".join(naam.split())
    if not naam:
        raise BadInput([Fout("", "naam", "Geef het sjabloon een naam.")])
    if every.filter(naam=naam).exists():
        raise BadInput([Fout("", "naam", "Er is al een sjabloon met deze naam.")])
    if every.count() >= MOST:
        raise BadInput([Fout("", "naam", f"Er zijn al {MOST} sjablonen. Haal er eerst een weg.")])
    clean = as_bytes(open_template(inhoud))
    remarks = remarks_of(lay_out_in(proof_of("", ""), clean))
    with transaction.atomic():
        stuk = Stuk(titel=naam, zichtbaarheid=Zichtbaarheid.INTERN, inhoud=clean)
        kept = records.Sjabloon(
            werkruimte_id=actor.werkruimte,
            naam=naam,
            document=keep_stuk(actor, stuk),
            in_gebruik=not every.filter(in_gebruik=True).exists(),
            opmerkingen=remarks,
        )
        keep_record(actor, kept)
        log_deed(actor, "sjabloon bewaard", naam, noun=Noun.SJABLOON)
    return kept
