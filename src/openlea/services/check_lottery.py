"""Check a drawn lottery with its public files alone: what was promised, drawn and listed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openlea.core.plaatsing import Lotvorm
from openlea.policy.loting import SALT_BYTES, canonical, digest, draw_key, order, order_lines
from openlea.policy.loting import promise as promised
from openlea.services.plaats.openbaar import (
    INHOUD,
    REQUIRED,
    TREKKING,
    TREKKINGSLIJST,
    UITKOMST,
    order_csv,
)
from openlea.services.plaats.register import REGELS, REGISTER, VASTLEGGING


@dataclass(frozen=True, slots=True)
class Nagekeken:
    """One check: what was looked at, and whether it is right."""

    wat: str
    goed: bool


def check_lottery(folder: Path, known: str = "") -> tuple[Nagekeken, ...]:
    """Return every check; `known` is the promise as it was published before the draw."""
    missing = [name for name in REQUIRED if not (folder / name).is_file()]
    if missing:
        return (Nagekeken(f"de openbare bestanden ontbreken: {', '.join(missing)}", goed=False),)
    found = [Nagekeken("alle openbare bestanden zijn er", goed=True)]
    try:
        for one in _checks(folder, known):
            found.append(one)  # noqa: PERF402  what went before a fault is kept
    except (ValueError, KeyError, TypeError, AttributeError, OSError):
        found.append(Nagekeken("elk bestand heeft de vorm die het hoort te hebben", goed=False))
    return tuple(found)


def _checks(folder: Path, known: str) -> Iterator[Nagekeken]:
    raw = {name: (folder / name).read_bytes() for name in REQUIRED}
    told = {name: json.loads(raw[name]) for name in REQUIRED if name.endswith(".json")}
    for name, value in told.items():
        yield Nagekeken(f"{name} staat in de vaste vorm", goed=canonical(value) == raw[name])
    yield from _files(folder, told[INHOUD])
    yield from _promise(raw, told, known)
    yield from _order(folder, told[REGISTER], told[TREKKING])
    closed = folder / UITKOMST
    if closed.exists():
        same = digest(closed.read_bytes()) == told[TREKKING]["uitkomst_sha256"]
        yield Nagekeken(f"{UITKOMST} (besloten) is niet veranderd", goed=same)


def _files(folder: Path, contents: Mapping[str, Any]) -> Iterator[Nagekeken]:
    listed = contents["bestanden"]
    right = set(contents) == {"bestanden"} and set(REQUIRED) - {INHOUD} <= set(listed)
    yield Nagekeken(f"{INHOUD} noemt de openbare bestanden", goed=right)
    for name, wanted in listed.items():
        file = folder / name
        inside = ".." not in Path(name).parts and not Path(name).is_absolute()
        same = inside and file.is_file() and digest(file.read_bytes()) == wanted
        yield Nagekeken(f"{name} is niet veranderd", goed=same)


def _promise(raw: Mapping[str, bytes], told: Mapping[str, Any], known: str) -> Iterator[Nagekeken]:
    said, salt = told[VASTLEGGING], bytes.fromhex(told[TREKKING]["zout"])
    made = promised(salt, raw[REGISTER])
    yield Nagekeken("het zout is 32 bytes", goed=len(salt) == SALT_BYTES)
    yield Nagekeken("de vastlegging hoort bij zout en register", goed=made == said["vastlegging"])
    same = digest(raw[REGISTER]) == said["register_sha256"]
    yield Nagekeken("het register is wat is vastgelegd", goed=same)
    if known:
        yield Nagekeken(
            "de vastlegging is wat vooraf openbaar was", goed=made == known.strip().lower()
        )
    same = digest(raw[REGELS]) == told[REGISTER]["regels_sha256"]
    yield Nagekeken("de regels zijn wat is vastgelegd", goed=same)


def _order(
    folder: Path, register: Mapping[str, Any], drawn: Mapping[str, Any]
) -> Iterator[Nagekeken]:
    numbers = [child["nummer"] for child in register["kinderen"]]
    unique = len(set(numbers)) == len(numbers)
    yield Nagekeken("elk nummer staat er één keer in", goed=unique)
    key = draw_key(bytes.fromhex(drawn["zout"]), drawn["zaad"])
    single = register["loting"] == Lotvorm.ENKEL
    places = [""] if single else sorted(place["id"] for place in register["plekken"])
    same = digest(order_lines(key, numbers, places)) == drawn["volgorde_sha256"]
    yield Nagekeken("de volgorde volgt uit het lot", goed=same)
    if single:
        shown = order_csv(order(key, numbers)).encode()
        listed = (folder / TREKKINGSLIJST).read_bytes() == shown
        yield Nagekeken(f"{TREKKINGSLIJST} is die volgorde", goed=listed)
