"""Start reading in a file for any declared table: nothing is taken in yet, and it can wait."""

from django.db import transaction
from django.utils import timezone

from openlea.catalogue.reading.herkennen import recognise
from openlea.catalogue.shelf import SourceFile
from openlea.core.bron import Bestand, Klasse
from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.core.logboek import Logsoort
from openlea.policy.inlezing import Inleesvorm
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.keep_record import keep_record
from openlea.services.kolommen import kluis
from openlea.services.kolommen.deel import MAG_NIET, own_part
from openlea.services.kolommen.geheugen import remembered
from openlea.services.kolommen.koppeling import as_json, guess
from openlea.services.kolommen.tabel import table_of
from openlea.services.kolommen.velden import fields_of
from openlea.services.kolommen.vellen import guess_head, read_vellen
from openlea.services.laden.plank import plek_of
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Inlezing

LONGEST = 200


def start_inlezing(actor: Actor, bron: str, bestand: Bestand) -> Inlezing:
    """Return the reading in, with its heads found and its columns guessed or remembered.

    BadFile when the file can't be read; then nothing is kept. NotFound for an unknown source,
    NotAllowed for one that the actor may bring no part of.
    """
    if not actor.may(Noun.BRON, Verb.MAKEN):
        raise NotAllowed(MAG_NIET)
    source = plek_of(bron).source
    if source.bron.klasse is Klasse.PERSOON:
        reden = "deze tabel gaat over personen en kan hier niet worden ingelezen."
        raise BadInput([Fout(bestand.naam, "", reden)])
    own_part(actor, source)
    _sweep(actor)
    stripped = next(iter(source.strip([bestand])), bestand)
    new = _begun(actor, source, stripped)
    with transaction.atomic():
        new.sha256 = kluis.put(actor.werkruimte, stripped.inhoud)
        kept = keep_record(actor, new)
        log_deed(
            actor, "inlezen begonnen", bron, bestand.naam, soort=Logsoort.MAKEN, noun=Noun.BESTAND
        )
    return kept


def _begun(actor: Actor, source: SourceFile, bestand: Bestand) -> Inlezing:
    new = Inlezing(
        werkruimte_id=actor.werkruimte,
        bron=source.id,
        naam=bestand.naam[:LONGEST],
        grootte=len(bestand.inhoud),
        door_id=actor.persoon,
    )
    # The tables of partners have columns of ours: those can be repaired here like any other.
    is_open = source.bron.klasse is Klasse.OPEN
    if is_open and recognise({source.id: source}, bestand) == source.id:
        new.vorm = Inleesvorm.UITGEVER
        return new
    vellen = read_vellen(bestand)
    new.blad = max(range(len(vellen)), key=lambda place: (len(vellen[place].rijen), -place))
    new.koprij = guess_head(vellen[new.blad])
    tabel, velden = table_of(vellen[new.blad], new.koprij), fields_of(source)
    known = remembered(actor.werkruimte, source.id, tabel, velden)
    new.kolommen = as_json(known or guess(velden, tabel))
    return new


def _sweep(actor: Actor) -> None:
    """Throw away what waited too long."""
    for old in Inlezing.objects.of(actor.werkruimte).expired(timezone.now()):
        kluis.drop(old)
        old.delete()
