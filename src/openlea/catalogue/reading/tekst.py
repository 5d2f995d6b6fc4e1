"""Reads text tables (csv) from bytes: many files of one source at once, every cell as text.

Files with the same header are joined and read in one go; that is twenty times as fast as one by
one. A piece of a file where the count of separators doesn't fit is read line by line instead, so
that a wrong line is rejected with its number and costs no other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from openlea.catalogue.reading.letters import refuse, to_utf8
from openlea.catalogue.reading.regels import OPEN_QUOTE, Lijnen, Stuk, by_line, cells_of
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw, rejected, together
from openlea.catalogue.reading.uitpakken import is_workbook, unpack
from openlea.core.bron import Bestand
from openlea.core.errors import BadFile, Fout

_PIECE = 1 << 18
_SEPARATORS = ";,\t|"
_READ = pl.exceptions.PolarsError


@dataclass(frozen=True, slots=True)
class _Head:
    """A header: the names in order, what parts them, and whether cells stand between quotes."""

    names: tuple[str, ...]
    separator: str
    quoted: bool


def read_text(files: Sequence[Bestand], kolommen: Kolommen) -> Ruw:
    """Return the cells of all files; zips are opened, a file that comes twice counts once.

    BadFile when one isn't a table of text, SourceChanged when a column is missing.
    """
    let_op: list[str] = []
    groups: dict[_Head, list[Stuk]] = {}
    seen: dict[bytes, str] = {}
    opened = unpack(files)
    names = list(dict.fromkeys(file.naam for file in opened))
    for file in opened:
        remark = _left_out(file, seen)
        if remark:
            let_op.append(remark)
            continue
        text, remarks = to_utf8(file)
        head, pieces = _split(file, text, names.index(file.naam))
        let_op += [*remarks, *_unknown(head, kolommen, file)]
        groups.setdefault(head, []).extend(pieces)
    if opened and not groups:
        raise refuse(opened[0], "het bestand is leeg.")
    parts = [_read(head, pieces, kolommen, names) for head, pieces in groups.items()]
    return together(parts or [_nothing(kolommen)], let_op)


def header_of(text: bytes) -> tuple[str, ...]:
    """Return the names in the first line of a text table in UTF-8."""
    return _head(text.replace(b"\r", b"\n").partition(b"\n")[0].decode()).names


def _left_out(file: Bestand, seen: dict[bytes, str]) -> str:
    """Return why a file isn't read at all, or nothing."""
    if not file.inhoud.strip():
        return f"{file.naam}: het bestand is leeg ({len(file.inhoud)} bytes)."
    first = seen.setdefault(file.inhoud, file.naam)
    if first is not file.naam:
        return f"{file.naam}: hetzelfde bestand als {first}; het telt één keer."
    if is_workbook(file):
        raise refuse(file, "dit is een werkboek en geen tekstbestand (csv).")
    return ""


def _split(file: Bestand, text: bytes, index: int) -> tuple[_Head, list[Stuk]]:
    """Return the header of a file and its lines in pieces of about a quarter of a megabyte."""
    if b"\r" in text:
        text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    first, _, body = text.partition(b"\n")
    head = _head(first.decode())
    if len(set(head.names)) < len(head.names):
        twice = next(name for name in head.names if head.names.count(name) > 1)
        raise refuse(file, f"kolom '{twice}' staat er twee keer in.", "regel 1")
    return head, list(_pieces(body, index))


def _head(line: str) -> _Head:
    """Return the header, parted by what gives the most columns."""
    found = []
    for separator in _SEPARATORS:
        names = tuple(" ".join(cell.split()) for cell in cells_of(line, separator))
        found.append(_Head(names, separator, quoted=line.startswith('"')))
    return max(found, key=lambda head: len(head.names))


def _pieces(body: bytes, index: int) -> Iterator[Stuk]:
    """Yield pieces that end with a line, and never inside a quoted cell if the quotes are even."""
    start, line = 0, 2
    while start < len(body):
        end = body.find(b"\n", start + _PIECE) + 1 or len(body)
        odd = body.count(b'"', start, end) % 2
        while odd and end < len(body):
            further = body.find(b"\n", end) + 1 or len(body)
            odd ^= body.count(b'"', end, further) % 2
            end = further
        piece = Stuk(bestand=index, regel=line, tekst=body[start:end])
        yield piece
        line, start = line + piece.regels, end


def _unknown(head: _Head, kolommen: Kolommen, file: Bestand) -> Iterator[str]:
    """Refuse a header without what is needed; yield a remark per column that is new."""
    for name in kolommen.nodig:
        if name not in head.names:
            raise kolommen.changed(name, head.names)
    if moved := kolommen.out_of_order(head.names):
        reden = "kolom '{}' staat waar '{}' hoort; misschien zijn kop en cijfers verwisseld."
        raise refuse(file, reden.format(*moved), "regel 1")
    known = re.compile("|".join(part for part in (kolommen.ook, kolommen.bekend) if part) or "$^")
    for name in head.names:
        if name and name not in kolommen.nodig and not known.fullmatch(name):
            yield f"{file.naam}: nieuwe kolom '{name}'; die is niet gelezen."


def _read(head: _Head, pieces: Sequence[Stuk], kolommen: Kolommen, names: Sequence[str]) -> Ruw:
    """Return the cells of all pieces under one header."""
    ook = re.compile(kolommen.ook or "$^")
    chosen = [
        (place, name)
        for place, name in enumerate(head.names)
        if name in kolommen.nodig or ook.fullmatch(name)
    ]
    neat: list[Stuk] = []
    other: list[Stuk] = []
    for piece in pieces:
        (neat if piece.is_neat(len(head.names), head.separator) else other).append(piece)
    fast = _in_one_go(neat, head, chosen, names)
    if fast is None:
        fast, other = _frame([], chosen, names), list(pieces)
    lines = by_line(other, len(head.names), head.separator, quoted=head.quoted)
    _refuse_broken_off(lines, pieces, names)
    slow = _frame(lines.good, chosen, names)
    return Ruw(
        cellen=pl.concat([fast, slow]) if slow.height else fast,
        rijen_in=fast.height + slow.height + len(lines.wrong),
        afgekeurd=rejected((names[file], line, "", reden) for file, line, reden in lines.wrong),
    )


def _refuse_broken_off(lines: Lijnen, pieces: Sequence[Stuk], names: Sequence[str]) -> None:
    """Refuse a file whose last cell was never closed: the rest of it didn't arrive."""
    last = {piece.bestand: piece.regel + piece.regels - 1 for piece in pieces}
    for file, line, reden in lines.wrong:
        if reden == OPEN_QUOTE and line == last[file]:
            raise BadFile(
                [
                    Fout(
                        names[file],
                        f"regel {line}",
                        "het bestand houdt midden in een cel op. Haal het opnieuw op.",
                    )
                ]
            )


def _in_one_go(
    pieces: Sequence[Stuk], head: _Head, chosen: Sequence[tuple[int, str]], names: Sequence[str]
) -> pl.DataFrame | None:
    """Return the cells of neat pieces read together, None when they weren't so neat after all."""
    if not pieces:
        return _frame([], chosen, names)
    quoted = any(b'"' in piece.tekst[:1] for piece in pieces)
    try:
        frame = pl.read_csv(
            b"".join(piece.tekst if piece.ended else piece.tekst + b"\n" for piece in pieces),
            separator=head.separator,
            quote_char='"' if quoted else None,
            has_header=False,
            columns=[place for place, _ in chosen],
            infer_schema=False,
            truncate_ragged_lines=False,
            empty_string_is_null=False,
        )
    except _READ:
        return None
    if frame.height != sum(piece.regels for piece in pieces):
        return None
    frame.columns = [name for _, name in chosen]
    return frame.with_columns(
        _files([(piece.bestand, piece.regels) for piece in pieces], names),
        pl.concat(
            [
                pl.int_range(piece.regel, piece.regel + piece.regels, dtype=pl.Int64, eager=True)
                for piece in pieces
            ]
        ).alias(REGEL),
    )


def _files(runs: Sequence[tuple[int, int]], names: Sequence[str]) -> pl.Series:
    """Return the name of the file of each row, kept as a small number."""
    parts = [pl.repeat(file, count, dtype=pl.UInt32, eager=True) for file, count in runs]
    empty = pl.Series([], dtype=pl.UInt32)
    return pl.concat([empty, *parts]).cat.to(pl.Enum(names)).alias(BESTAND)


def _frame(
    rows: Sequence[tuple[int, int, list[str]]],
    chosen: Sequence[tuple[int, str]],
    names: Sequence[str],
) -> pl.DataFrame:
    """Return rows that were read line by line as the same table."""
    columns = {
        name: pl.Series([cells[place] for _, _, cells in rows], dtype=pl.String)
        for place, name in chosen
    }
    return pl.DataFrame(columns).with_columns(
        _files([(file, 1) for file, _, _ in rows], names),
        pl.Series(REGEL, [line for _, line, _ in rows], dtype=pl.Int64),
    )


def _nothing(kolommen: Kolommen) -> Ruw:
    """Return a table without rows."""
    empty = dict.fromkeys(kolommen.nodig, pl.String)
    cellen = pl.DataFrame(schema={**empty, BESTAND: pl.Enum([]), REGEL: pl.Int64})
    return Ruw(cellen=cellen, rijen_in=0, afgekeurd=rejected())
