"""What tests of sources share: a source by its id, real files when they're there, damaged bytes."""

import random
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import polars as pl
import pytest

from openlea.catalogue import shelf
from openlea.catalogue.examples import read_table, types_of
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.core.bron import Bestand, SourceChanged
from openlea.core.catalogue import SHIPPED
from openlea.core.errors import BadInput

REAL = Path(__file__).parents[2] / "../shared/data"
_PIECES = (b";", b",", b'"', b"\n", b"\r", b"\r\n", b"\0", b"[", b"{", b"<5", b"nan", b"1e999")
_VALUES = (b"null", b"true", b'"x"', b"-1", b"1e999", b"[]", b"{}", b'"\\ud800"', b"9" * 25, b"NaN")


@cache
def source(id_: str) -> shelf.SourceFile:
    """Return the source with this id."""
    return shelf._source(SHIPPED / "sources" / f"{id_}.py")


@cache
def taken(id_: str, *paths: str) -> Gelezen:
    """Return what is read from real files, named from the folder of published files."""
    return source(id_).parse(real_files(*paths))


def real_files(*paths: str) -> list[Bestand]:
    """Return real files; the test is skipped where they aren't."""
    found = [file for path in paths for file in sorted(REAL.glob(path))]
    if len(found) < len(paths):
        pytest.skip("the published files are not here")
    return [Bestand(naam=file.name, inhoud=file.read_bytes()) for file in found]


def text_file(naam: str, *lines: str) -> Bestand:
    """Return a file of these lines."""
    return Bestand(naam=naam, inhoud="\r\n".join([*lines, ""]).encode())


def assert_sample_holds(id_: str) -> None:
    """Hold that the sample of a source becomes the rows it promises, and no other."""
    entry = source(id_)
    got = entry.parse([entry.sample.bestand])
    wanted = read_table(entry.sample.expect, types_of(entry.tabel))
    names = wanted.columns
    assert sorted(got.rijen.select(names).rows(), key=str) == sorted(wanted.rows(), key=str)
    assert got.afgekeurd.height == entry.sample.afgekeurd


def assert_fits(id_: str, got: Gelezen) -> None:
    """Hold that rows are as declared, and that the key of the card is one within an edition."""
    entry = source(id_)
    entry.tabel.validate(got.rijen)
    assert got.rijen.select(entry.bron.editie, *entry.bron.sleutel).is_unique().all()


def assert_survives(id_: str, seeds: Sequence[int], files: Sequence[Bestand] = ()) -> None:
    """Hold that damaged bytes become good rows or a refusal in words, never another error."""
    entry = source(id_)
    for seed in seeds:
        chance = random.Random(seed)  # noqa: S311  # damage, not secrets
        for bestand in files or [entry.sample.bestand]:
            damaged = Bestand(naam=bestand.naam, inhoud=damage(bestand.inhoud, chance))
            try:
                got = entry.parse([damaged])
            except (BadInput, SourceChanged):
                continue
            assert_fits(id_, got)


def damage(inhoud: bytes, chance: random.Random) -> bytes:
    """Return bytes with some of them changed, lost, doubled or put elsewhere."""
    for _ in range(chance.choice((1, 1, 2, 5))):
        inhoud = chance.choice((_change, _cut, _lose, _double, _put, _shuffle, _replace))(
            inhoud, chance
        )
    return inhoud


def _spot(inhoud: bytes, chance: random.Random) -> int:
    return chance.randrange(len(inhoud) + 1)


def _change(inhoud: bytes, chance: random.Random) -> bytes:
    at = _spot(inhoud, chance)
    return inhoud[:at] + bytes([chance.randrange(256)]) + inhoud[at + 1 :]


def _cut(inhoud: bytes, chance: random.Random) -> bytes:
    return inhoud[: _spot(inhoud, chance)]


def _lose(inhoud: bytes, chance: random.Random) -> bytes:
    at = _spot(inhoud, chance)
    return inhoud[:at] + inhoud[at + chance.choice((1, 3, 30)) :]


def _double(inhoud: bytes, chance: random.Random) -> bytes:
    at, start = _spot(inhoud, chance), _spot(inhoud, chance)
    return inhoud[:at] + inhoud[start : start + 60] + inhoud[at:]


def _put(inhoud: bytes, chance: random.Random) -> bytes:
    at = _spot(inhoud, chance)
    return inhoud[:at] + chance.choice(_PIECES) + inhoud[at:]


def _shuffle(inhoud: bytes, chance: random.Random) -> bytes:
    lines = inhoud.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def _replace(inhoud: bytes, chance: random.Random) -> bytes:
    """Put another value of JSON where a number or a text stands."""
    found = list(re.finditer(rb'-?\d+(?:\.\d+)?|null|"[^"\n]{0,40}"', inhoud))
    if not found:
        return inhoud
    where = chance.choice(found)
    return inhoud[: where.start()] + chance.choice(_VALUES) + inhoud[where.end() :]


def only(rijen: pl.DataFrame, **values: object) -> pl.DataFrame:
    """Return the rows in which these columns have these values."""
    return rijen.filter(*(pl.col(name) == value for name, value in values.items()))
