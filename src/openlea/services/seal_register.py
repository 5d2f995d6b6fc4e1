"""Promise a register before the draw: numbers with a seal, places and rules; nothing is drawn."""

from dataclasses import dataclass
from pathlib import Path

from openlea.core.errors import BadInput, Fout
from openlea.policy.loting import promise
from openlea.services.plaats.lezen import Aanvraag, read_aanvraag
from openlea.services.plaats.register import (
    GEHEIM,
    REGELS,
    REGISTER,
    VASTLEGGING,
    compose_register,
    keep_geheim,
    new_geheim,
)
from openlea.services.plaats.trekking import compose_vastlegging


@dataclass(frozen=True, slots=True)
class Vastgelegd:
    """What was promised, of how many."""

    vastlegging: str
    kinderen: int
    plekken: int


def seal_register(aanvraag: Aanvraag, folder: Path) -> Vastgelegd:
    """Write register.json, regels.toml and vastlegging.json, and the secrets (mode 0600).

    BadInput when something was promised in this folder before: a second promise would be a choice.
    """
    kinderen, plekken, regels = read_aanvraag(aanvraag)
    if (folder / GEHEIM).exists() or (folder / VASTLEGGING).exists():
        reden = "hier is al iets vastgelegd; een tweede vastlegging maakt kiezen mogelijk"
        raise BadInput([Fout(str(folder), "", f"{reden}. Neem een andere map.")])
    geheim, rules = new_geheim(), aanvraag.regels_tekst()
    register = compose_register(kinderen, plekken, regels, rules, geheim)
    folder.mkdir(parents=True, exist_ok=True)
    keep_geheim(folder, geheim)
    (folder / REGELS).write_bytes(rules)
    (folder / REGISTER).write_bytes(register)
    (folder / VASTLEGGING).write_bytes(compose_vastlegging(register, geheim))
    return Vastgelegd(promise(geheim.salt, register), len(kinderen), len(plekken))
