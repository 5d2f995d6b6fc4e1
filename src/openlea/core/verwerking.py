"""What is done with data about people: an entry of the register that AVG article 30 asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openlea.core.catalogue import Entry, read_shelf

VERWERKINGEN = "*/verwerkingen/*.toml"
TEXTS = ("titel", "doel", "grondslag", "bron", "bewaren")
LISTS = ("betrokkenen", "gegevens", "ontvangers", "maatregelen")
LOOSE = ("bewaarsoorten", "records", "over")
KEYS = {*TEXTS, *LISTS, *LOOSE, "id", "onbevestigd"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwerking:
    """One processing: why, on what ground, of whom, what, for whom, and for how long.

    `onbevestigd` says what nobody checked against its source. `bewaarsoorten` are kinds of the
    shelf of terms, `records` the tables it covers, `over` the nouns of the log that belong to it.
    """

    id: str
    titel: str
    doel: str
    grondslag: str
    bron: str
    bewaren: str
    betrokkenen: tuple[str, ...]
    gegevens: tuple[str, ...]
    ontvangers: tuple[str, ...]
    maatregelen: tuple[str, ...]
    bewaarsoorten: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    onbevestigd: tuple[str, ...] = ()


def read_verwerkingen(roots: Sequence[Path]) -> Mapping[str, Verwerking]:
    """Return every processing by id; CatalogueError when one is wrong."""
    return {naam: _verwerking(entry) for naam, entry in read_shelf(roots, VERWERKINGEN).items()}


def _verwerking(entry: Entry) -> Verwerking:
    entry.refuse_unknown(KEYS)
    lists = {key: entry.texts(key) for key in LISTS}
    for key, found in lists.items():
        if not found:
            raise entry.fault(f"'{key}' is empty; the register asks for it")
    texts = {key: " ".join(entry.text(key).split()) for key in TEXTS}
    loose = {key: entry.texts(key) for key in LOOSE}
    parts: dict[str, Any] = {**texts, **lists, **loose, "onbevestigd": entry.texts("onbevestigd")}
    return Verwerking(id=entry.id, **parts)
