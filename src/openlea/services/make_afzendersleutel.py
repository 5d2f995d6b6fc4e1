"""Give the key of senders of a werkruimte, with which a desk makes pseudonyms before sending."""

from openlea.core.errors import NotAllowed
from openlea.core.logboek import Logsoort
from openlea.policy.afzendersleutel import key_text
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.kluis.ketting import needed_chain
from openlea.services.kluis.plek import slug_of
from openlea.services.log_deed import log_deed
from openlea.storage.vault.pseudoniemsleutels import sender_key


def make_afzendersleutel(actor: Actor) -> str:
    """Return the key as one line of text; made the first time, the same ever after.

    NotAllowed for who may not deliver; Conflict when keys were lost.
    """
    if not actor.may(Noun.REGISTRATIE, Verb.MAKEN):
        raise NotAllowed("De sleutel is voor wie registraties aanlevert.")
    slug = slug_of(actor)
    needed_chain(actor.werkruimte, slug)
    what = "sleutel voor afzenders"
    log_deed(actor, "sleutel opgehaald", what, soort=Logsoort.EXPORTEREN, noun=Noun.REGISTRATIE)
    return key_text(sender_key(slug))
