"""Keep a file or a link as a document, by itself or as part of something else."""

from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services._stuk import Stuk, check_stuk, keep_stuk
from openlea.storage.records import models as records

__all__ = ["Stuk", "keep_document"]


def keep_document(actor: Actor, stuk: Stuk) -> records.Document:
    """Check a file or link, keep it, and return the document.

    A file is typed by its content and at most 20 MB. NotAllowed for what would be out of sight of
    who adds it, BadInput with the field for a file or an address that can't be.
    """
    check_stuk(stuk, actor.scope(Noun.DOCUMENT, Verb.MAKEN))
    return keep_stuk(actor, stuk)
