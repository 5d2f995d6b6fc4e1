"""The form an agenda has as JSON and TOML: which header, which fields are money, which types."""

from typing import Final

from pydantic import ConfigDict, TypeAdapter

from openlea.core.agenda import Agenda

FORMAAT: Final = "openlea-agenda"
VERSIE: Final = 1

GELD: Final = frozenset({"bedragen", "bedrag", "beschikt", "vastgesteld", "teruggevorderd"})
"""Fields that hold whole cents in the values, and euros on the wire."""

AGENDA: Final = TypeAdapter(list[Agenda], config=ConfigDict(extra="forbid", strict=True))
"""A list of one agenda: pydantic takes no settings for a bare dataclass, but does for a list."""
