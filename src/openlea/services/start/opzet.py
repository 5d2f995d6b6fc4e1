"""What a start works with: for which gemeente, who keeps the agenda, and what came of each step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from openlea.core.place import Place
from openlea.policy.rechten import Actor, LidRol
from openlea.storage.records import models as records

Voortgang = Callable[[str, int, int], None]
"""Is told what is done now, and how many of how many; may raise to stop between two steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beheerder:
    """Who keeps the agenda of a werkruimte that is started.

    A new account gets the password; without one it can only sign in with a link by mail.
    """

    email: str
    naam: str = ""
    wachtwoord: str = ""


@dataclass(slots=True, kw_only=True)
class Opzet:
    """One start on its way; every step reads it, and adds what it made to `uitkomst`."""

    gemeente: Place
    beheerder: Beheerder | None
    voortgang: Voortgang
    kamer: records.Werkruimte | None = None
    uitkomst: dict[str, Any] = field(default_factory=dict)

    @property
    def werkruimte(self) -> records.Werkruimte:
        """Return the werkruimte; the step that makes it comes before every step that asks it."""
        if self.kamer is None:
            raise RuntimeError("the step 'werkruimte' has to come first")
        return self.kamer

    @property
    def actor(self) -> Actor:
        """Return who makes the records of a start: the agenda itself, nobody in particular."""
        return Actor(werkruimte=self.werkruimte.pk, rol=LidRol.AGENDABEHEERDER, naam="Open LEA")


@dataclass(frozen=True, slots=True)
class Stap:
    """A step of a start: its name, what is said while it runs, and the verb that does it.

    A verb may be repeated without harm. `los` says that it writes no records: it runs before the
    one transaction in which all the others do.
    """

    naam: str
    wat: str
    verb: Callable[[Opzet], Mapping[str, Any]]
    los: bool = False
