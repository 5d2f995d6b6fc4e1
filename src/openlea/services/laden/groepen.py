"""Sorts files by the source that they are of: told by their columns, or by who hands them over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openlea.catalogue.reading.herkennen import nearest, recognise
from openlea.catalogue.shelf import SourceFile
from openlea.core.bron import Bestand, SourceChanged
from openlea.core.errors import BadInput, Fout, NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesorteerd:
    """The files per source; files that almost are of a source; and those that nobody knows."""

    bronnen: Mapping[str, tuple[Bestand, ...]]
    gewijzigd: tuple[SourceChanged, ...] = ()
    onbekend: tuple[str, ...] = ()


def sort_out(
    sources: Mapping[str, SourceFile], files: Sequence[Bestand], bron: str | None
) -> Gesorteerd:
    """Return the files per source, in the order of the shelf; NotFound for an unknown source."""
    if bron is not None:
        known_source(sources, bron)
        return Gesorteerd(bronnen={bron: tuple(files)} if files else {})
    found = {id(file): recognise(sources, file) for file in files}
    strangers = [file for file in files if found[id(file)] is None and file.inhoud.strip()]
    # A source whose own file is here as well didn't change: the other only looks like it.
    missed = {one: source for one, source in sources.items() if one not in found.values()}
    changes = {file.naam: nearest(missed, file) for file in strangers}
    return Gesorteerd(
        bronnen={
            one: tuple(file for file in files if found[id(file)] == one)
            for one in sources
            if one in found.values()
        },
        gewijzigd=tuple(change for change in changes.values() if change),
        onbekend=tuple(naam for naam, change in changes.items() if not change),
    )


def known_source(sources: Mapping[str, SourceFile], bron: str) -> SourceFile:
    """Return a source by its id; NotFound names the ones that there are."""
    if bron not in sources:
        raise NotFound(f"Er is geen bron '{bron}'. Wel: {', '.join(sources) or 'geen'}.")
    return sources[bron]


def unknown_file(naam: str) -> BadInput:
    """Return the refusal of a file that is of no source."""
    reden = (
        "dit bestand hoort bij geen bekende bron. Zeg welke bron het is, "
        "of kijk of het wel het bestand van de uitgever is."
    )
    return BadInput([Fout(naam, "", reden)])
