"""Rekent een loting na met alleen de openbare bestanden: python3 controle.py MAP.

Dit bestand staat op zichzelf: het gebruikt niets dan Python. Een mens kan het lezen in vijf
minuten. Elke regel van de uitvoer is één controle. Geef als tweede woord de vastlegging die vóór
de trekking openbaar was, dan wordt ook die vergeleken.
"""

import hashlib
import hmac
import json
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NAMES = ("vastlegging.json", "register.json", "regels.toml", "trekking.json", "inhoud.json")
Check = tuple[str, bool]
Told = dict[str, dict[str, Any]]


def canonical(value: object) -> bytes:
    """Geef JSON in de ene vorm waarin het bestand hoort te staan."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode() + b"\n"


def sha256(content: bytes) -> str:
    """Geef SHA-256 als 64 tekens."""
    return hashlib.sha256(content).hexdigest()


def checks(folder: Path, known: str = "") -> Iterator[Check]:
    """Geef elke controle: wat, en of het goed is."""
    missing = [name for name in NAMES if not (folder / name).is_file()]
    yield (
        f"alle openbare bestanden zijn er{': ' + ', '.join(missing) if missing else ''}",
        (not missing),
    )
    if missing:
        return
    raw = {name: (folder / name).read_bytes() for name in NAMES}
    try:
        told = {name: json.loads(raw[name]) for name in NAMES if name.endswith(".json")}
        yield from _content(folder, raw, told)
        yield from _draw(folder, raw, told, known)
        # uitkomst.csv is niet openbaar; wie haar niet heeft, kan de loting toch narekenen.
        closed = folder / "uitkomst.csv"
        if closed.exists():
            same = sha256(closed.read_bytes()) == told["trekking.json"]["uitkomst_sha256"]
            yield "uitkomst.csv (besloten) is niet veranderd", same
    except (ValueError, KeyError, TypeError, AttributeError, OSError):
        yield "elk bestand heeft de vorm die het hoort te hebben", False


def _content(folder: Path, raw: dict[str, bytes], told: Told) -> Iterator[Check]:
    for name, value in told.items():
        yield f"{name} staat in de vaste vorm", canonical(value) == raw[name]
    listed = told["inhoud.json"]["bestanden"]
    yield (
        "inhoud.json noemt precies de openbare bestanden",
        (set(told["inhoud.json"]) == {"bestanden"} and set(NAMES) - {"inhoud.json"} <= set(listed)),
    )
    for name, wanted in listed.items():
        if ".." in name or name.startswith("/"):
            yield f"{name} ligt in de map", False
            continue
        file = folder / name
        same = file.is_file() and sha256(file.read_bytes()) == wanted
        yield f"{name} is niet veranderd", same


def _draw(folder: Path, raw: dict[str, bytes], told: Told, known: str) -> Iterator[Check]:
    promised, drawn = told["vastlegging.json"], told["trekking.json"]
    register = told["register.json"]
    salt = bytes.fromhex(drawn["zout"])
    made = sha256(salt + raw["register.json"])
    yield "het zout is 32 bytes", len(salt) == 32  # noqa: PLR2004  as the protocol says
    yield "de vastlegging hoort bij zout en register", made == promised["vastlegging"]
    right = sha256(raw["register.json"]) == promised["register_sha256"]
    yield "het register is wat is vastgelegd", right
    if known:
        yield "de vastlegging is wat vooraf openbaar was", made == known.strip().lower()
    yield (
        "de regels zijn wat is vastgelegd",
        sha256(raw["regels.toml"]) == register["regels_sha256"],
    )
    numbers = [child["nummer"] for child in register["kinderen"]]
    yield "elk nummer staat er één keer in", len(set(numbers)) == len(numbers)
    key = salt + unicodedata.normalize("NFC", drawn["zaad"].strip()).encode()
    single = register["loting"] == "enkel"
    places = [""] if single else sorted(place["id"] for place in register["plekken"])
    lines = "".join(line for place in places for line in _order(key, numbers, place))
    yield "de volgorde volgt uit het lot", sha256(lines.encode()) == drawn["volgorde_sha256"]
    if single:
        shown = "rang;nummer\r\n" + "".join(
            line[1:].replace("\n", "\r\n") for line in _order(key, numbers, "")
        )
        yield (
            "trekking.csv is die volgorde",
            (folder / "trekking.csv").read_bytes() == shown.encode(),
        )


def _order(key: bytes, numbers: list[str], place: str) -> list[str]:
    def lot(number: str) -> tuple[bytes, str]:
        message = number.encode() + (b"\x1f" + place.encode() if place else b"")
        return hmac.new(key, message, hashlib.sha256).digest(), number

    ordered = sorted(numbers, key=lot)
    return [f"{place};{rank};{number}\n" for rank, number in enumerate(ordered, start=1)]


def main() -> None:
    """Zeg van elke controle of het goed is; eindig met 1 als er iets niet klopt."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    found = list(checks(folder, sys.argv[2] if len(sys.argv) > 2 else ""))  # noqa: PLR2004
    for what, right in found:
        sys.stdout.write(f"{'goed' if right else 'FOUT'}  {what}\n")
    sys.exit(0 if all(right for _, right in found) else 1)


if __name__ == "__main__":
    main()
