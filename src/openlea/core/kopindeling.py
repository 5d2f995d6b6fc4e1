"""How one sender lays out an export: which head is which field of a registration."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Indelingskolom:
    """One head and the field that it is.

    `waarden` gives for a word of the sender the word of the registration; `datum` how days are
    written, '' when that is plain. With `mag_ontbreken` an export without it is still of this kind.
    """

    kop: str
    veld: str
    waarden: Mapping[str, str] = field(default_factory=dict)
    datum: str = ""
    mag_ontbreken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kopindeling:
    """A layout of a registration; `gezien` is where its real heads were seen, '' when nowhere."""

    id: str
    titel: str
    registratie: str
    gezien: str
    kolommen: tuple[Indelingskolom, ...]
