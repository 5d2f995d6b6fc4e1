"""A kind of record that is kept for a while: how to find it, and how to remove it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from openlea.core.bewaring import Kandidaat
from openlea.storage.records.models import Werkruimte

Plek = Werkruimte | None
"""Where: a werkruimte, or with None what belongs to the installation."""


@dataclass(frozen=True, slots=True)
class Soort:
    """`find` lists at least all of which the term began before a day; `remove` says how many went.

    `in_werkruimte` and `in_installatie` say where it lies; of what is `aaneen`, only the oldest go.
    """

    id: str
    find: Callable[[Plek, date], Sequence[Kandidaat]]
    remove: Callable[[Plek, Sequence[int]], int]
    in_werkruimte: bool = True
    in_installatie: bool = False
    aaneen: bool = False
