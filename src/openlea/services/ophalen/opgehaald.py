"""What came back from a publisher: the files as received, from where, when, and how to know them.

A load keeps `kenmerken` and gives them to the next fetch as `seen`: what didn't change since isn't
sent again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from openlea.core.bron import Bestand


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgehaald:
    """The files of one fetch, in the order in which parse() takes them.

    `adres` is the publisher's address; `via` is the mirror that answered for it, or ''. `moment`
    is in UTC. `kenmerken` holds per address the ETag, Last-Modified or day of change. With
    `onveranderd` there are no files: the last load still holds.
    """

    bestanden: tuple[Bestand, ...]
    adres: str
    moment: datetime
    kenmerken: Mapping[str, str] = field(default_factory=dict)
    onveranderd: bool = False
    via: str = ""
