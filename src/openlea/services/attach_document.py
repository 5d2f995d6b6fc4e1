"""Attach a document to an action: a file, kept under its own hash, or a link."""

from django.db import transaction

from openlea.core.agenda import VerwijzingSoort
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services._stuk import Stuk, check_stuk, keep_stuk
from openlea.services.find_actie import find_actie
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.stukken.ruimte import refuse_more
from openlea.storage.records import models as records

__all__ = ["Stuk", "attach_document"]


def attach_document(actor: Actor, code: str, stuk: Stuk) -> records.Document:
    """Keep a document, point to it from an action (by code), and return it.

    A file is typed by its content and at most 20 MB. Raises BadInput with the field.
    """
    actie = find_actie(actor, Noun.DOCUMENT, Verb.MAKEN, code)
    check_stuk(stuk, actor.scope(Noun.DOCUMENT, Verb.MAKEN))
    with transaction.atomic():
        refuse_more(actie)
        document = keep_stuk(actor, stuk)
        keep_record(actor, _verwijzing(actor, actie, document))
        log_deed(
            actor,
            "document toegevoegd",
            code,
            document.titel,
            soort=Logsoort.MAKEN,
            noun=Noun.DOCUMENT,
        )
    return document


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
