"""Remembers how the columns of a kind of file were given, so that it's asked once."""

from collections.abc import Sequence

from openlea.policy.rechten import Actor
from openlea.services.keep_record import keep_record
from openlea.services.kolommen.koppeling import Bronkolom, Koppeling, as_json, fits, read_koppeling
from openlea.services.kolommen.tabel import Velstabel
from openlea.services.kolommen.velden import Veld
from openlea.storage.records.models import Kolomkoppeling


def remembered(
    werkruimte: int, bron: str, tabel: Velstabel, velden: Sequence[Veld]
) -> dict[str, Bronkolom]:
    """Return how these heads were given the last time; empty when they never were, or don't fit."""
    found = _kept(werkruimte, bron, tabel.kenmerk)
    koppeling = read_koppeling(found.kolommen) if found else {}
    return koppeling if fits(koppeling, velden, tabel.koppen) else {}


def remember(actor: Actor, bron: str, tabel: Velstabel, koppeling: Koppeling) -> None:
    """Keep how these heads were given, in place of the last time."""
    found = _kept(actor.werkruimte, bron, tabel.kenmerk) or Kolomkoppeling(
        werkruimte_id=actor.werkruimte, soort=_kind(bron), naam=tabel.kenmerk
    )
    wanted = as_json(koppeling)
    if found.pk is None or found.kolommen != wanted:
        found.kolommen = wanted
        keep_record(actor, found)


def _kept(werkruimte: int, bron: str, kenmerk: str) -> Kolomkoppeling | None:
    return Kolomkoppeling.objects.filter(
        werkruimte_id=werkruimte, soort=_kind(bron), naam=kenmerk
    ).first()


def _kind(bron: str) -> str:
    return f"bron {bron}"[:40]
