"""Describe a division as it is read: the amounts, why, and what a decision froze."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openlea.core.errors import Fout
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.find_verdeling import find_verdeling
from openlea.services.verdelen.bewaard import fingerprint
from openlea.services.verdelen.narekenen import Variantplek, reckon
from openlea.storage.records.models import Verdeling
from openlea.storage.records.verdeling import VerdelingStaat

BINNEN = ("varianten", "gevoeligheid")
"""What is weighed up beforehand: for who works with the agenda, not for everybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdelingblad:
    """A division; `plain` is its outcome with the keys that docs/handleiding/verdelen.md explains.

    `klopt` says whether what was decided on is still what is kept.
    """

    record: Verdeling
    plain: Mapping[str, Any] | None
    fouten: tuple[Fout, ...] = ()
    plekken: tuple[Variantplek, ...] = ()
    binnen: bool = True
    mag_wijzigen: bool = False
    klopt: bool = True

    @property
    def is_besloten(self) -> bool:
        """Return whether it can't be changed any more."""
        return self.record.staat != VerdelingStaat.CONCEPT

    @property
    def scholen(self) -> Sequence[Mapping[str, Any]]:
        """Return the schools of the outcome, in the order of the table."""
        return self.plain["scholen"] if self.plain else []


def describe_verdeling(actor: Actor, nummer: int) -> Verdelingblad:
    """Return a division that the actor may see; NotFound for any other."""
    record = find_verdeling(actor, Verb.ZIEN, nummer)
    binnen = actor.scope(Noun.VERDELING, Verb.ZIEN) is not Scope.OPENBAAR
    mag = actor.scope(Noun.VERDELING, Verb.WIJZIGEN) is Scope.ALLES
    if record.staat != VerdelingStaat.CONCEPT:
        frozen = (record.uitkomst or {}).get("verdeling")
        return Verdelingblad(
            record=record,
            plain=_seen(frozen, binnen=binnen),
            binnen=binnen,
            mag_wijzigen=mag,
            klopt=_is_whole(record),
        )
    found = reckon(record)
    plain = found.uitkomst.as_plain() if found.uitkomst else None
    return Verdelingblad(
        record=record,
        plain=_seen(plain, binnen=binnen),
        fouten=found.fouten,
        plekken=found.varianten if binnen else (),
        binnen=binnen,
        mag_wijzigen=mag,
    )


def _seen(plain: Mapping[str, Any] | None, *, binnen: bool) -> Mapping[str, Any] | None:
    if plain is None or binnen:
        return plain
    return {key: value for key, value in plain.items() if key not in BINNEN}


def _is_whole(record: Verdeling) -> bool:
    """Return whether table and criteria still have the fingerprints of the decision."""
    frozen = record.uitkomst or {}
    return frozen.get("tabel_sha256") == fingerprint(record.tabel) and frozen.get(
        "criteria_sha256"
    ) == fingerprint(record.criteria)
