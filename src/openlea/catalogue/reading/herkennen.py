"""Which source a file is of: told by its columns, never by its name.

Publishers change the name, the number in front and the order of their files every year.
"""

from collections.abc import Iterator, Mapping
from typing import Protocol

from openlea.catalogue.reading.antwoorden import is_json, read_object
from openlea.catalogue.reading.bladen import HEAD_WITHIN, read_cells_of
from openlea.catalogue.reading.letters import to_utf8
from openlea.catalogue.reading.ruw import Kolommen
from openlea.catalogue.reading.tekst import header_of
from openlea.catalogue.reading.uitpakken import is_workbook, opened
from openlea.core.bron import Bestand, Bron, SourceChanged
from openlea.core.errors import BadInput

_START = 1 << 16
_ALMOST = 0.6
Head = tuple[str, ...]


class MetKaart(Protocol):
    """Anything with the card of a source, such as a SourceFile."""

    @property
    def bron(self) -> Bron:
        """Return the card."""


def recognise(sources: Mapping[str, MetKaart], file: Bestand) -> str | None:
    """Return the id of the source whose columns are all there; None: no source, or two alike.

    Of two that fit, the one that asks for more columns is meant.
    """
    heads = heads_of(file)
    fits = {
        id_: len(source.bron.kop)
        for id_, source in sources.items()
        if source.bron.kop and any(not _missing(source.bron.kop, head) for head in heads)
    }
    best = [id_ for id_, columns in fits.items() if columns == max(fits.values())]
    return best[0] if len(best) == 1 else None


def nearest(sources: Mapping[str, MetKaart], file: Bestand) -> SourceChanged | None:
    """Return which column is missing from a file that almost is of a source, None: of none."""
    found: list[tuple[float, str, str, Head]] = []
    for head in heads_of(file):
        for id_, source in sources.items():
            kop = source.bron.kop
            missing = _missing(kop, head)
            if missing and 1 - len(missing) / len(kop) >= _ALMOST:
                found.append((1 - len(missing) / len(kop), id_, missing[0], head))
    if not found:
        return None
    _, id_, missing_one, head = max(found, key=lambda entry: entry[0])
    return Kolommen(bron=id_, nodig=sources[id_].bron.kop).changed(missing_one, head)


def heads_of(file: Bestand) -> tuple[Head, ...]:
    """Return the rows of a file that may be its header; none when it isn't a table.

    Of a zip the first file that holds anything counts, of JSON the names in its first record.
    """
    try:
        inner = next((one for one in opened(file) if one.inhoud.strip()), None)
        return () if inner is None else tuple(_heads(inner))
    except BadInput:
        return ()


def _heads(file: Bestand) -> Iterator[Head]:
    if is_workbook(file):
        for vel in read_cells_of(file):
            yield from vel.rijen[:HEAD_WITHIN]
    elif is_json(file):
        yield from _records(read_object(file), depth=3)
    else:
        text, _ = to_utf8(Bestand(naam=file.naam, inhoud=_first_lines(file.inhoud)))
        yield header_of(text)


def _first_lines(inhoud: bytes) -> bytes:
    """Return whole lines from the start: a letter isn't cut in two."""
    start = inhoud[:_START]
    return start[: start.rfind(b"\n") + 1] or start


def _records(found: object, depth: int) -> Iterator[Head]:
    """Yield the names in the first record of each list, and of what lies around it."""
    if isinstance(found, dict):
        yield tuple(str(name) for name in found)
        if depth:
            for value in found.values():
                yield from _records(value, depth - 1)
    elif isinstance(found, list) and found:
        yield from _records(found[0], depth)


def _missing(kop: Head, head: Head) -> list[str]:
    there = {_bare(name) for name in head}
    return [name for name in kop if _bare(name) not in there]


def _bare(name: str) -> str:
    return " ".join(name.split()).casefold()
