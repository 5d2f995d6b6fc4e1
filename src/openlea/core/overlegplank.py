"""Reads the kinds of consultation on a shelf: who sits there, how often, and with which items."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.overleg import Karakter, Overlegkaart, PuntSoort, Sjabloonpunt
from openlea.core.partij import PartijSoort

OVERLEGSOORTEN = "*/overlegsoorten.toml"
KEYS = {
    *("titel", "karakter", "partijen", "per_jaar", "plichten", "plansoort", "op_overeenstemming"),
    *("per_ambitie", "waarom", "bron", "geschil", "minuten", "punt"),
}
KEYS_PUNT = {"titel", "sectie", "soort", "minuten", "vast", "toelichting"}
LONGEST = 40
"""Letters in the id of a kind, as long as a series can keep."""
TIMES = range(1, 53)
MINUTES = range(1, 1441)
MINUTES_OF_MEETING = 90
MINUTES_OF_PUNT = 10


def read_overlegkaarten(roots: Sequence[Path]) -> Mapping[str, Overlegkaart]:
    """Return every kind of consultation by id, in the order of the file.

    CatalogueError when one is wrong. A municipality adds a kind by a file of the same name in a
    folder of its own.
    """
    return {naam: _kaart(entry) for naam, entry in read_shelf(roots, OVERLEGSOORTEN).items()}


def _kaart(entry: Entry) -> Overlegkaart:
    entry.refuse_unknown(KEYS)
    if len(entry.id) > LONGEST:
        raise entry.fault(f"has an id of more than {LONGEST} letters; give it a shorter one")
    return Overlegkaart(
        id=entry.id,
        titel=entry.text("titel"),
        karakter=entry.choice("karakter", Karakter),
        partijen=_partijen(entry),
        per_jaar=_number(entry, "per_jaar", TIMES),
        waarom=_line(entry.text("waarom")),
        bron=entry.text("bron"),
        plichten=entry.texts("plichten"),
        plansoort=entry.text("plansoort", ""),
        op_overeenstemming=_yes(entry, "op_overeenstemming"),
        geschil=tuple(_line(step) for step in entry.texts("geschil")),
        per_ambitie=_yes(entry, "per_ambitie"),
        minuten=_number(entry, "minuten", MINUTES, MINUTES_OF_MEETING),
        punten=tuple(_punt(part) for part in entry.tables("punt")),
    )


def _punt(part: Entry) -> Sjabloonpunt:
    part.refuse_unknown(KEYS_PUNT)
    return Sjabloonpunt(
        titel=part.text("titel"),
        sectie=part.text("sectie", ""),
        soort=part.choice("soort", PuntSoort) if "soort" in part.values else PuntSoort.BESPREKEN,
        minuten=_number(part, "minuten", MINUTES, MINUTES_OF_PUNT),
        vast=part.text("vast", ""),
        toelichting=_line(part.text("toelichting", "")),
    )


def _partijen(entry: Entry) -> tuple[PartijSoort, ...]:
    found = entry.texts("partijen")
    if not found:
        raise entry.fault("needs at least one kind of partij under 'partijen'")
    try:
        return tuple(PartijSoort(one) for one in found)
    except ValueError as error:
        raise entry.fault(f"'partijen': {error}") from error


def _number(entry: Entry, key: str, allowed: range, default: int | None = None) -> int:
    value = entry.values.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int) or value not in allowed:
        raise entry.fault(f"'{key}' is {value!r}; write a whole number, {allowed[0]}-{allowed[-1]}")
    return value


def _yes(entry: Entry, key: str) -> bool:
    value = entry.values.get(key, False)
    if not isinstance(value, bool):
        raise entry.fault(f"'{key}' is {value!r}; write true or false")
    return value


def _line(text: str) -> str:
    return " ".join(text.split())
