"""The draw: what was promised is checked, the public text comes in, the order follows."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from openlea.core.errors import BadFile, BadInput, Fout
from openlea.core.plaatsing import Lotvorm, Plek, Regels
from openlea.policy.loting import canonical, digest, draw_key, order_lines, promise, ranks
from openlea.services.plaats.opstelling import Ranks
from openlea.services.plaats.register import REGISTER, VASTLEGGING, Geheim

FORMULE = "vastlegging = SHA-256(zout + register.json); lot = HMAC-SHA256(zout + zaad, nummer)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trekking:
    """Everything of the draw that is public: promises, salt, text of the day, hash of the order."""

    vastlegging: str
    register: str
    zaad: str
    zout: str
    volgorde: str
    plekken: int
    vooraf: bool


def compose_vastlegging(register: bytes, geheim: Geheim) -> bytes:
    """Return vastlegging.json, to publish before the draw."""
    return canonical(
        {
            "vastlegging": promise(geheim.salt, register),
            "register_sha256": digest(register),
            "formule": FORMULE,
        }
    )


def refuse_changed(folder: Path, register: bytes, geheim: Geheim) -> None:
    """Refuse to draw when anything is different from what was promised."""
    told = folder / VASTLEGGING
    if told.read_bytes() != compose_vastlegging(register, geheim):
        try:
            same = json.loads(told.read_bytes())["register_sha256"] == digest(register)
        except (ValueError, KeyError, TypeError):
            raise BadFile([Fout(VASTLEGGING, "", "dit bestand is beschadigd")]) from None
        reden = "kinderen, scholen of regels zijn anders dan wat vooraf is vastgelegd"
        if same:
            reden = "het geheim past niet bij de vastlegging"
        raise BadInput([Fout(VASTLEGGING, "", reden)])
    if (folder / REGISTER).read_bytes() != register:
        raise BadInput([Fout(REGISTER, "", "is anders dan wat vooraf is vastgelegd")])


def drawing(
    regels: Regels, geheim: Geheim, zaad: str, nummers: Sequence[str]
) -> Callable[[str], Ranks]:
    """Return what draws: the ranks of a place, or of the only lottery for any place."""
    key = draw_key(geheim.salt, zaad)
    single = regels.loting is Lotvorm.ENKEL

    @cache
    def drawn(plek: str) -> Ranks:
        return ranks(key, nummers, plek)

    return (lambda _plek: drawn("")) if single else drawn


def draw_places(regels: Regels, plekken: Sequence[Plek]) -> list[str]:
    """Return for which places there is an order: '' alone with one lot for all."""
    if regels.loting is Lotvorm.ENKEL:
        return [""]
    return sorted(plek.id for plek in plekken)


def order_hash(
    regels: Regels, geheim: Geheim, zaad: str, nummers: Sequence[str], plekken: Sequence[Plek]
) -> str:
    """Return the hash of the whole order."""
    key = draw_key(geheim.salt, zaad)
    return digest(order_lines(key, sorted(nummers), draw_places(regels, plekken)))


def compose_trekking(trekking: Trekking, uitkomst: bytes) -> bytes:
    """Return trekking.json, to publish after the draw; of the closed outcome it has the hash.

    That hash stands here and not in the list of files: here a changed sign in it is caught without
    the closed file itself.
    """
    return canonical(
        {
            "zaad": trekking.zaad,
            "zout": trekking.zout,
            "volgorde_sha256": trekking.volgorde,
            "uitkomst_sha256": digest(uitkomst),
            "vooraf_vastgelegd": trekking.vooraf,
        }
    )
