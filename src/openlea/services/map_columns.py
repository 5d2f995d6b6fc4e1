"""Say which column of a file fills which field of the table; remembered for the next file."""

from collections.abc import Mapping

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Actor
from openlea.services.find_inlezing import find_inlezing
from openlea.services.keep_record import keep_record
from openlea.services.kolommen.geheugen import remember
from openlea.services.kolommen.koppeling import Bronkolom, as_json
from openlea.storage.records.models import Inlezing


def map_columns(
    actor: Actor, nummer: int, versie: int, koppeling: Mapping[str, Bronkolom]
) -> Inlezing:
    """Return the reading in; BadInput names every field that's wrong, Conflict keeps what was."""
    stuk = find_inlezing(actor, nummer, versie=versie)
    koppen = stuk.tabel.koppen
    fouten = [
        Fout("", veld.naam, "Kies een kolom, of vul een vaste waarde in.")
        for veld in stuk.velden
        if veld.verplicht and not koppeling.get(veld.naam)
    ]
    fouten += [
        Fout("", naam, "Deze kolom staat niet in het bestand.")
        for naam, one in koppeling.items()
        if one.kop and one.kop not in koppen
    ]
    if fouten:
        raise BadInput(fouten)
    known = {veld.naam for veld in stuk.velden}
    chosen = {naam: one for naam, one in koppeling.items() if naam in known}
    with transaction.atomic():
        stuk.inlezing.kolommen = as_json(chosen)
        kept = keep_record(actor, stuk.inlezing, versie=versie)
        remember(actor, kept.bron, stuk.tabel, chosen)
    return kept
