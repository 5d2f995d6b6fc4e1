"""A file or an address that somebody hands in, checked and kept as a document."""

from dataclasses import dataclass
from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.policy.document_soort import recognise, refusal
from openlea.policy.rechten import Actor, Scope, reach
from openlea.services.keep_record import keep_record
from openlea.services.strip_metadata import strip_metadata
from openlea.services.stukken.gevaar import bare_name, danger_in
from openlea.services.stukken.ruimte import refuse_full
from openlea.storage.records import models as records


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk:
    """What is attached: a file (`inhoud`) or an address elsewhere, one of both."""

    titel: str
    zichtbaarheid: Zichtbaarheid
    inhoud: bytes | None = None
    adres: str = ""


def check_stuk(stuk: Stuk, scope: Scope) -> None:
    """Raise what is wrong with it, before anything is kept.

    `scope` is how far the right to add it reaches. NotAllowed for what would be out of sight of who
    adds it, BadInput with the field for a file or an address that can't be.
    """
    if stuk.zichtbaarheid not in reach(scope):
        raise NotAllowed("Een intern document is alleen voor de gemeente.")
    if (stuk.inhoud is None) == (not stuk.adres):
        raise BadInput([Fout("", "bestand", "Kies een bestand of vul een link in, een van beide.")])
    if stuk.adres and not stuk.adres.startswith(("https://", "http://")):
        raise BadInput([Fout("", "adres", "Een link begint met https:// of http://.")])
    if stuk.inhoud is None:
        return
    if reden := refusal(stuk.inhoud) or danger_in(stuk.inhoud):
        raise BadInput([Fout("", "bestand", reden)])
    if stuk.zichtbaarheid == Zichtbaarheid.PUBLIEK:
        strip_metadata(stuk.inhoud)  # what has no bare copy can't be public


def keep_stuk(actor: Actor, stuk: Stuk) -> records.Document:
    """Keep a checked file or address as a document, and return it."""
    refuse_full(actor.werkruimte, len(stuk.inhoud or b""))
    document = records.Document(
        werkruimte_id=actor.werkruimte,
        titel=stuk.titel.strip(),
        zichtbaarheid=stuk.zichtbaarheid,
        adres=stuk.adres,
        door_id=actor.persoon,
    )
    if stuk.inhoud is not None:
        _put_away(document, stuk.inhoud)
    return keep_record(actor, document)


def _put_away(document: records.Document, inhoud: bytes) -> None:
    """Keep the content under its hash; the same content is kept once per werkruimte."""
    soort = recognise(inhoud)
    document.sha256 = sha256(inhoud).hexdigest()
    document.grootte = len(inhoud)
    document.mediatype = soort.mediatype if soort else ""
    suffix = soort.suffix if soort else "bin"
    name = f"{document.werkruimte_id}/{document.sha256}.{suffix}"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(inhoud))
    document.bestand.name = name
    if document.zichtbaarheid == Zichtbaarheid.PUBLIEK:
        _put_bare_beside(document, inhoud)


def _put_bare_beside(document: records.Document, inhoud: bytes) -> None:
    """Keep the copy without hidden data, which is what the public gets."""
    bare = strip_metadata(inhoud)
    document.kaal_sha256 = sha256(bare).hexdigest()
    name = bare_name(str(document.bestand.name))
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(bare))
