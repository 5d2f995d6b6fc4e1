"""Seals rows about children in the vault as a delivery, so that all that holds for those holds."""

from collections.abc import Iterable, Sequence

import polars as pl
from django.utils import timezone

from openlea.policy.kolombesluit import Behandeling
from openlea.policy.rechten import Actor
from openlea.policy.registratieperiode import kept_until
from openlea.services.kluis.plek import registratie_of, slug_of
from openlea.storage.records.models import Aanlevering
from openlea.storage.records.plaatsing import VERZONNEN
from openlea.storage.vault import kluis
from openlea.storage.vault.envelop import Vak

AHEAD = 3
"""Children apply up to this many years before a school year ends."""
REDEN = "Geen van de kolommen die nodig zijn om te plaatsen."


def sealed_levering(
    actor: Actor,
    registratie: str,
    schooljaar: str,
    rows: pl.DataFrame,
    *,
    dropped: Sequence[int] = (),
    verzonnen: bool = False,
) -> Aanlevering:
    """Return a delivery that is sealed but not yet in the database; erase it when that fails.

    `dropped` are the places (from 1) of the columns that were left out; of their heads nothing is
    kept. BadInput when the school year is too far off.
    """
    found = registratie_of(registratie)
    until = kept_until(found, schooljaar, timezone.localdate(), ahead=AHEAD)
    vak = Vak(werkruimte=slug_of(actor), registratie=registratie, nummer=kluis.new_number())
    sealed = kluis.write(vak, rows)
    return Aanlevering(
        werkruimte_id=actor.werkruimte,
        registratie=registratie,
        periode=schooljaar,
        rijen=rows.height,
        kolommen=list(_told(rows.columns, verzonnen=verzonnen)),
        vervallen=[{"kolom": f"kolom {n}", "waarom": REDEN} for n in dropped],
        sleutels=0,  # no pseudonym in it was made with a key
        bewaren_tot=until,
        door_id=actor.persoon,
        kluis=vak.nummer,
        sha256=sealed.sha256,
        grootte=sealed.grootte,
    )


def _told(columns: Sequence[str], *, verzonnen: bool) -> Iterable[dict[str, str]]:
    kept = Behandeling.GEHOUDEN
    for naam in columns:
        said = VERZONNEN if verzonnen and naam == "nummer" else kept.label
        yield {"naam": naam, "soort": str(kept), "titel": naam, "wat": said}
