"""Choose the sheet of a file and the row that its heads stand on; the columns are guessed anew."""

from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Actor
from openlea.services.find_inlezing import find_inlezing
from openlea.services.keep_record import keep_record
from openlea.services.kolommen.geheugen import remembered
from openlea.services.kolommen.koppeling import as_json, guess
from openlea.services.kolommen.tabel import table_of
from openlea.services.kolommen.velden import fields_of
from openlea.storage.records.models import Inlezing


def choose_sheet(actor: Actor, nummer: int, versie: int, *, blad: int, koprij: int) -> Inlezing:
    """Return the reading in; BadInput names the field. Corrections of other rows are let go."""
    stuk = find_inlezing(actor, nummer, versie=versie)
    one, vellen = stuk.inlezing, stuk.vellen
    if not 0 <= blad < len(vellen):
        raise BadInput([Fout("", "blad", "Kies een blad van dit bestand.")])
    if not 1 <= koprij <= len(vellen[blad].rijen):
        raise BadInput([Fout("", "koprij", "Deze rij is er niet op dit blad.")])
    if (blad, koprij) == (one.blad, one.koprij):
        return one
    tabel, velden = table_of(vellen[blad], koprij), fields_of(stuk.source)
    one.blad, one.koprij = blad, koprij
    one.herstel, one.weg = {}, []
    known = remembered(actor.werkruimte, one.bron, tabel, velden)
    one.kolommen = as_json(known or guess(velden, tabel))
    return keep_record(actor, one, versie=versie)
