"""Write in the log who looked at what: a page, an export, a search, or what a program asked."""

import logging
from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import cache
from django.db import DatabaseError, transaction

from openlea.core.logboek import Logsoort
from openlea.policy.rechten import VERTROUWELIJK, Actor, Noun
from openlea.services.log_deed import log_deed

LOG = logging.getLogger("openlea.logboek")
ONCE_PER = 300
"""Seconds in which the same person looking at the same thing is one line."""
WERK = {Logsoort.LEZEN: "bekeken", Logsoort.EXPORTEREN: "meegenomen als bestand"}
GEWEIGERD = "geweigerd"
BESLOTEN = frozenset(VERTROUWELIJK)
"""What nobody may see without a line: there a log that can't be written stops the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzage:
    """One look: the page or operation, the codes in its address, and never what was typed."""

    waar: str
    noun: Noun
    codes: tuple[str, ...] = ()
    soort: Logsoort = Logsoort.LEZEN
    is_geweigerd: bool = False
    met: str = ""

    @property
    def onderwerp(self) -> str:
        """Return what was looked at."""
        return " ".join((self.waar, *self.codes))

    @property
    def werk(self) -> str:
        """Return what was done."""
        return GEWEIGERD if self.is_geweigerd else WERK[self.soort]


def log_reading(actor: Actor, inzage: Inzage, *, again: bool = False) -> bool:
    """Write one line for a look of somebody who is signed in; return whether it was written.

    The same look within five minutes is written once; `again`, a page that refreshes itself, only
    prolongs that. A visitor is not followed.
    """
    if actor.persoon is None:
        return False
    key = _key(actor, inzage)
    if not cache.add(key, 1, ONCE_PER):
        if again:
            cache.touch(key, ONCE_PER)
        return False
    try:
        with transaction.atomic():
            _write(actor, inzage)
    except DatabaseError:
        cache.delete(key)
        if inzage.noun in BESLOTEN:
            raise
        LOG.exception("a look could not be logged")
        return False
    return True


def _key(actor: Actor, inzage: Inzage) -> str:
    seen = f"{actor.werkruimte} {actor.persoon} {actor.bekijkt_als} {inzage!r}"
    return f"inzage_{sha256(seen.encode()).hexdigest()}"


def _write(actor: Actor, inzage: Inzage) -> None:
    as_other = f"kijkt als {actor.bekijkt_als}" if actor.bekijkt_als else ""
    log_deed(
        actor,
        inzage.werk,
        inzage.onderwerp,
        ", ".join(one for one in (inzage.met, as_other) if one),
        soort=inzage.soort,
        noun=inzage.noun,
    )
