"""Bring a file of a registration in at once, without anybody looking: all of it, or nothing."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import timezone

from openlea.core.bron import Bestand
from openlea.core.errors import BadInput, Fout, NotFound
from openlea.core.registratie import Registratie
from openlea.policy.herkenning import folded
from openlea.policy.rechten import Actor
from openlea.policy.registratieperiode import newest_period
from openlea.services.count_registraties import count_registraties
from openlea.services.drop_aanlevering import drop_aanlevering
from openlea.services.find_registratie import find_registratie
from openlea.services.keep_aanlevering import keep_aanlevering
from openlea.services.kluis.concept import HERSTEL, KOLOMMEN, open_raw
from openlea.services.kluis.deur import open_bladen
from openlea.services.kluis.koppelen import askable
from openlea.services.kluis.plek import slug_of
from openlea.services.kluis.vergelijken import earlier_of
from openlea.services.kolommen.tabel import letter
from openlea.services.mend_aanlevering import mend_aanlevering
from openlea.services.offer_aanlevering import offer_aanlevering
from openlea.services.tellen.perioden import periods_of
from openlea.storage.records.models import Aanlevering

KIES = (
    "Niet alle koppen zijn bekend: kolom {waar}. Kies de kolommen één keer in de browser, op "
    "{adres}; daarna gaat een bestand met deze koppen vanzelf."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingeleverd:
    """What became of it: `aanlevering` is None when rows were rejected and nothing counts.

    `fouten` are line, column and reason, never a value; `vervangt` is the delivery that went.
    """

    registratie: Registratie
    periode: str
    rijen: int
    afgekeurd: int
    aanlevering: int | None
    vervangt: int | None
    fouten: Sequence[dict[str, Any]]


def load_registratie(
    actor: Actor, naam: str, bestand: Bestand, periode: str = "", *, laat_weg: bool = False
) -> Ingeleverd:
    """Return what counts from now on, counted at once; without `periode` about the newest.

    With `laat_weg` rows that are wrong are left out; without it one wrong row stops all. Call it
    outside a transaction. BadInput names the places of unknown heads; otherwise as
    offer_aanlevering and keep_aanlevering refuse.
    """
    found = find_registratie(naam)
    if found is None:
        raise BadInput([Fout("", "bron", "is geen registratie.")])
    wanted = periode or newest_period(found.periode, timezone.localdate())
    new = offer_aanlevering(actor, found.id, bestand, wanted)
    if new.wacht_op == KOLOMMEN:
        where = _unknown_places(found, new)
        drop_aanlevering(actor, new.pk)
        address = f"{settings.ADRES}/w/{slug_of(actor)}/registraties/aanleveren/{found.id}/"
        raise BadInput([Fout("", "", KIES.format(waar=where, adres=address))])
    if new.wacht_op == HERSTEL and not laat_weg:
        drop_aanlevering(actor, new.pk)
        return _told(found, new)
    if new.wacht_op == HERSTEL:
        new = mend_aanlevering(actor, new.pk, {}, alles_weg=True)
    earlier = earlier_of(new)
    kept = keep_aanlevering(actor, new.pk, vervangt=earlier.pk if earlier else None)
    for soort, about in periods_of(kept):
        with suppress(NotFound):  # what it is counted with was not delivered yet
            count_registraties(actor, soort, about)
    return _told(found, kept, vervangt=earlier.pk if earlier else None)


def _unknown_places(registratie: Registratie, new: Aanlevering) -> str:
    """Return the letters of the columns whose head no field has, as a spreadsheet names them."""
    blad = askable(registratie, open_bladen(open_raw(new)))
    known = {folded(kop) for veld in registratie.velden for kop in (veld.naam, *veld.koppen)}
    strange = [letter(place) for place, kop in enumerate(blad.koppen) if folded(kop) not in known]
    return ", ".join(strange or [letter(place) for place in range(len(blad.koppen))])


def _told(found: Registratie, one: Aanlevering, vervangt: int | None = None) -> Ingeleverd:
    counts = one.bevestigd_op is not None
    return Ingeleverd(
        registratie=found,
        periode=one.periode,
        rijen=one.rijen if counts else 0,
        afgekeurd=one.afgekeurde_rijen,
        aanlevering=one.pk if counts else None,
        vervangt=vervangt,
        fouten=[fault for fault in one.afgekeurd if fault["rij_weg"]],
    )
