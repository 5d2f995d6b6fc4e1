"""Attach a document to an action: a file, kept under its own hash, or a link."""

from dataclasses import dataclass
from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from openlea.core.agenda import VerwijzingSoort, Zichtbaarheid
from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.policy.document_soort import recognise, refusal
from openlea.policy.rechten import Actor, Noun, Verb, reach
from openlea.services.find_actie import find_actie
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk:
    """What is attached: a file (`inhoud`) or an address elsewhere, one of both."""

    titel: str
    zichtbaarheid: Zichtbaarheid
    inhoud: bytes | None = None
    adres: str = ""


def attach_document(actor: Actor, code: str, stuk: Stuk) -> records.Document:
    """Keep a document, point to it from an action (by code), and return it.

    A file is typed by its content and at most 20 MB. Raises BadInput with the field.
    """
    scope = actor.scope(Noun.DOCUMENT, Verb.MAKEN)
    actie = find_actie(actor, Noun.DOCUMENT, Verb.MAKEN, code)
    if stuk.zichtbaarheid not in reach(scope):
        raise NotAllowed("Een intern document is alleen voor de gemeente.")
    _check(stuk)
    with transaction.atomic():
        document = keep_record(actor, _document(actor, stuk))
        keep_record(actor, _verwijzing(actor, actie, document))
        log_deed(actor, "document toegevoegd", code, document.titel)
    return document


def _check(stuk: Stuk) -> None:
    if (stuk.inhoud is None) == (not stuk.adres):
        raise BadInput([Fout("", "bestand", "Kies een bestand of vul een link in, een van beide.")])
    if stuk.adres and not stuk.adres.startswith(("https://", "http://")):
        raise BadInput([Fout("", "adres", "Een link begint met https:// of http://.")])
    if stuk.inhoud is not None and (reden := refusal(stuk.inhoud)):
        raise BadInput([Fout("", "bestand", reden)])


def _document(actor: Actor, stuk: Stuk) -> records.Document:
    document = records.Document(
        werkruimte_id=actor.werkruimte,
        titel=stuk.titel.strip(),
        zichtbaarheid=stuk.zichtbaarheid,
        adres=stuk.adres,
        door_id=actor.persoon,
    )
    if stuk.inhoud is not None:
        _put_away(document, stuk.inhoud)
    return document


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


def _verwijzing(
    actor: Actor, actie: records.Actie, document: records.Document
) -> records.Verwijzing:
    """Return the pointer from action to document.

    It names no title and no address: those are as visible as the document, the pointer as the
    action.
    """
    return records.Verwijzing(
        werkruimte_id=actor.werkruimte,
        actie=actie,
        soort=VerwijzingSoort.DOCUMENT,
        naar=f"document:{document.pk}",
        document=document,
        volgorde=actie.verwijzingen.count(),
    )
