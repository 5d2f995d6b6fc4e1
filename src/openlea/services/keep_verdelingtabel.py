"""Take in a file with schools and their numbers for a division, in place of what was there."""

from django.db import transaction

from openlea.core.bron import Bestand
from openlea.core.errors import BadFile, Fout
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_verdeling import find_verdeling
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.verdelen.tabel import read_tabel_bytes
from openlea.services.verdelen.tabel_bewaren import put_tabel, sources_after
from openlea.storage.records.models import Verdeling

MOST_BYTES = 10 * 1024 * 1024


@transaction.atomic
def keep_verdelingtabel(
    actor: Actor, nummer: int, bestand: Bestand, versie: int | None = None
) -> Verdeling:
    """Return the division with the table of a csv or xlsx; what was there stays when it is wrong.

    Raises BadFile with the place and the reason, Conflict when somebody was first or it was
    decided, NotFound and NotAllowed.
    """
    record = find_verdeling(actor, Verb.WIJZIGEN, nummer, hold=True, concept=True)
    if len(bestand.inhoud) > MOST_BYTES:
        reden = f"het bestand is groter dan {MOST_BYTES // 1024**2} MB."
        raise BadFile([Fout(bestand.naam, "", reden)])
    tabel = read_tabel_bytes(bestand)
    if not tabel.rijen:
        raise BadFile([Fout(bestand.naam, "", "onder de koppen staat geen enkele school.")])
    put_tabel(record, tabel, sources_after(record, tabel))
    kept = keep_record(actor, record, versie=versie)
    log_deed(actor, "scholen ingelezen", f"verdeling {kept.pk}", noun=Noun.VERDELING)
    return kept
