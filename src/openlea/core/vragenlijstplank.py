"""Reads the lists of questions on a shelf: one TOML file is one list."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from openlea.core.catalogue import Entry, read_entries, read_shelf
from openlea.core.raadpleging import Vraag, VraagSoort, Vragenlijst

VRAGENLIJSTEN = "samenwerking/vragenlijsten/*.toml"
KEYS = {
    *("id", "titel", "voor", "waarom", "bron", "per_partij", "uitersten", "onderdeel", "vraag"),
}
KEYS_ONDERDEEL = {"id", "titel"}
KEYS_VRAAG = {"id", "tekst", "soort", "onderdeel", "keuzes", "bron"}
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_CHOOSING = {VraagSoort.KEUZE, VraagSoort.MEERKEUZE}


def read_vragenlijsten(roots: Sequence[Path]) -> Mapping[str, Vragenlijst]:
    """Return every list on the shelves by id; CatalogueError when one is wrong.

    A list in a folder of one's own with a known id replaces ours whole; a new id is added.
    """
    entries = read_shelf(roots, VRAGENLIJSTEN)
    return {naam: _lijst(entries[naam]) for naam in sorted(entries)}


def read_vragenlijsten_in(file: Path) -> Mapping[str, Vragenlijst]:
    """Return the lists of one file by id; CatalogueError when anything in it is wrong."""
    return {entry.id: _lijst(entry) for entry in read_entries(file)}


def _lijst(entry: Entry) -> Vragenlijst:
    entry.refuse_unknown(KEYS)
    _named(entry, entry.id)
    onderdelen = tuple(_onderdeel(part) for part in entry.tables("onderdeel"))
    vragen = tuple(_vraag(part, dict(onderdelen)) for part in entry.tables("vraag"))
    if not vragen:
        raise entry.fault("has no question; write at least one [[vraag]]")
    _once(entry, [one.id for one in vragen])
    _once(entry, [naam for naam, _ in onderdelen])
    return Vragenlijst(
        id=entry.id,
        titel=entry.text("titel"),
        voor=entry.text("voor"),
        waarom=entry.text("waarom"),
        bron=entry.text("bron"),
        onderdelen=onderdelen,
        vragen=vragen,
        per_partij=entry.flag("per_partij", default=True),
        uitersten=_ends(entry),
    )


def _onderdeel(part: Entry) -> tuple[str, str]:
    part.refuse_unknown(KEYS_ONDERDEEL)
    return _named(part, part.text("id")), part.text("titel")


def _vraag(part: Entry, onderdelen: Mapping[str, str]) -> Vraag:
    part.refuse_unknown(KEYS_VRAAG)
    soort = part.choice("soort", VraagSoort) if "soort" in part.values else VraagSoort.SCHAAL
    onderdeel = part.text("onderdeel", "")
    if onderdeel not in onderdelen and (onderdeel or onderdelen):
        raise part.fault(f"'onderdeel' is '{onderdeel}'; use one of: {', '.join(onderdelen)}")
    keuzes = part.texts("keuzes")
    if (soort in _CHOOSING) != (len(keuzes) > 1) or len(set(keuzes)) != len(keuzes):
        raise part.fault("needs two or more different 'keuzes' when one chooses, and else none")
    return Vraag(
        id=_named(part, part.text("id")),
        tekst=part.text("tekst"),
        soort=soort,
        onderdeel=onderdeel,
        keuzes=keuzes,
        bron=part.text("bron", ""),
    )


def _ends(entry: Entry) -> tuple[str, str]:
    """Return the words at both ends of the scale."""
    if "uitersten" not in entry.values:
        return "Helemaal oneens", "Helemaal eens"
    words = entry.texts("uitersten")
    if len(words) != 2:  # noqa: PLR2004
        raise entry.fault("'uitersten' are the words at 1 and at 5; write two texts")
    return words[0], words[1]


def _named(entry: Entry, naam: str) -> str:
    if not _ID.fullmatch(naam):
        raise entry.fault(f"'{naam[:60]}' is no id; write at most 40 of a-z, 0-9 and _")
    return naam


def _once(entry: Entry, names: Sequence[str]) -> None:
    for one, other in pairwise(sorted(names)):
        if one == other:
            raise entry.fault(f"'{one}' is there twice; give one another id")
