"""Give a division the schools of the own gemeente, with what is public of each of them."""

from collections.abc import Sequence

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_verdeling import find_verdeling
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.verdelen.bewaard import tabel_of
from openlea.services.verdelen.eigen_kolommen import with_own_columns
from openlea.services.verdelen.scholen import gemeente_table
from openlea.services.verdelen.tabel_bewaren import put_tabel
from openlea.storage.records.models import Verdeling, Werkruimte
from openlea.storage.warehouse.schoolkenmerken import BASISSCHOOL, schools_of_gemeente
from openlea.storage.warehouse.warehouse import open_warehouse


@transaction.atomic
def take_scholen(
    actor: Actor, nummer: int, soorten: Sequence[str] = (BASISSCHOOL,), versie: int | None = None
) -> Verdeling:
    """Return the division with a table of all schools of these kinds in the gemeente.

    Own columns stay beside them.

    Raises BadInput when the werkruimte is of no gemeente or no school is known there, Conflict when
    somebody was first or it was decided, NotFound and NotAllowed.
    """
    record = find_verdeling(actor, Verb.WIJZIGEN, nummer, hold=True, concept=True)
    werkruimte = Werkruimte.objects.get(pk=actor.werkruimte)
    kenmerken = schools_of_gemeente(
        open_warehouse(), werkruimte.slug, _gemeente(werkruimte), soorten
    )
    if not kenmerken.scholen:
        reden = "in de tabellen staat geen school in deze gemeente. Lees eigen gegevens in."
        raise BadInput([Fout("", "", reden)])
    fresh = gemeente_table(actor.werkruimte, kenmerken)
    put_tabel(record, *with_own_columns(*fresh, tabel_of(record.tabel), record.bronnen))
    kept = keep_record(actor, record, versie=versie)
    log_deed(actor, "scholen van de gemeente genomen", f"verdeling {kept.pk}", noun=Noun.VERDELING)
    return kept


def _gemeente(werkruimte: Werkruimte) -> str:
    try:
        key = PlaceKey.parse(werkruimte.plaats)
    except BadInput:
        key = None
    if key is None or key.kind is not PlaceKind.GEMEENTE:
        reden = "deze werkruimte hoort bij geen gemeente. Lees een eigen bestand met scholen in."
        raise BadInput([Fout("", "", reden)])
    return key.code
