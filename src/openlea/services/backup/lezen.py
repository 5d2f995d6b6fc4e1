"""Reads the archive of a backup, and refuses whatever is not exactly as it was written."""

import gzip
import json
import os
import re
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import BufferedReader, RawIOBase
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from openlea.core.errors import BadFile
from openlea.services.backup.bestanden import DATABASE, parts
from openlea.services.backup.schrijven import BLOK, STAART, header
from openlea.services.backup.vorm import (
    LARGEST_MANIFEST,
    MANIFEST,
    Lid,
    Manifest,
    read_manifest,
    refused,
)

_PIECE = 1024 * 1024
_TAIL = re.compile(rb"sha256 ([0-9a-f]{64})\n")
INGEKORT = "het bestand is ingekort of geen back-up van Open LEA: het einde ontbreekt."
ONLEESBAAR = "dit deel is niet uit te pakken, of er staan geen rijen in."
_BROKEN = (gzip.BadGzipFile, zlib.error, EOFError, json.JSONDecodeError, UnicodeDecodeError)
GEWIJZIGD = "de inhoud is gewijzigd: de controlesom klopt niet."


@dataclass(frozen=True, slots=True)
class Plek:
    """Where the content of a member lies in the file, in bytes."""

    begin: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A backup of which every byte was checked."""

    file: Path
    manifest: Manifest
    plekken: Mapping[str, Plek]

    @contextmanager
    def opened(self, lid: Lid) -> Iterator[BinaryIO]:
        """Open one member; a table comes unpacked, and never larger than the list says."""
        with self.file.open("rb") as whole:
            part = BufferedReader(_Window(whole, self.plekken[lid.naam]))
            if lid.deel != DATABASE:
                yield part
                return
            try:
                with gzip.open(part) as table:
                    yield BufferedReader(_Window(table, Plek(0, lid.groot)))  # type: ignore[arg-type]
            except _BROKEN:
                raise refused(lid.naam, ONLEESBAAR) from None


class _Window(RawIOBase):
    """A stretch of a file, read from its begin to its end."""

    def __init__(self, whole: BinaryIO, plek: Plek) -> None:
        self._whole, self._left = whole, plek.bytes
        if plek.begin:
            whole.seek(plek.begin)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._whole.read(min(len(buffer), self._left))
        buffer[: len(piece)] = piece
        self._left -= len(piece)
        return len(piece)


def read_whole(file: Path) -> Gelezen:
    """Return a backup after checking all of it; BadFile with the member and the reason."""
    with file.open("rb") as opened:
        size = os.fstat(opened.fileno()).st_size - STAART
        _refuse_changed(opened, size)
        plekken = dict(_members(opened, size))
        manifest = read_manifest(_body(opened, plekken, MANIFEST))
        _refuse_strange(manifest, plekken)
        for lid in manifest.leden:
            if _hash_of(opened, plekken[lid.naam]) != lid.sha256:
                raise refused(lid.naam, GEWIJZIGD)
    return Gelezen(file, manifest, plekken)


def _refuse_changed(opened: BinaryIO, size: int) -> None:
    """Compare the hash behind the end with all before it; if it differs, say what changed."""
    opened.seek(max(size, 0))
    said = _TAIL.fullmatch(opened.read(STAART + 1))
    if size < 2 * BLOK or size % BLOK or not said:
        raise refused("einde", INGEKORT)
    if _hash_of(opened, Plek(0, size)) != said[1].decode():
        raise _first_change(opened, size)


def _first_change(opened: BinaryIO, size: int) -> BadFile:
    try:
        plekken = dict(_members(opened, size))
        manifest = read_manifest(_body(opened, plekken, MANIFEST))
    except BadFile as error:
        return error
    for lid in manifest.leden:
        if lid.naam not in plekken:
            return refused(lid.naam, "dit deel ontbreekt.")
        if _hash_of(opened, plekken[lid.naam]) != lid.sha256:
            return refused(lid.naam, GEWIJZIGD)
    return refused(MANIFEST, "de lijst, de opvulling of de controlesom is gewijzigd.")


def _members(opened: BinaryIO, size: int) -> Iterator[tuple[str, Plek]]:
    """Yield name and place of each member; anything but a plain file, once, is refused."""
    place, known = 0, set[str]()
    while place < size:
        opened.seek(place)
        block = opened.read(BLOK)
        if not any(block):
            break
        naam, length = _told(block, place)
        if naam in known:
            raise refused(naam, "dit deel staat er twee keer in.")
        known.add(naam)
        place += BLOK
        if place + length > size:
            raise refused(naam, "dit deel is groter dan het bestand.")
        yield naam, Plek(place, length)
        place += length + -length % BLOK
    if size - place != 2 * BLOK:
        raise refused("einde", "achter het laatste deel staat nog iets.")


def _told(block: bytes, place: int) -> tuple[str, int]:
    """Return name and size in a header; only what we could have written ourselves is taken."""
    try:
        info = tarfile.TarInfo.frombuf(block, "ascii", "strict")
        ours = header(info.name, info.size)
    except (tarfile.TarError, ValueError):
        raise refused(f"byte {place}", "hier staat geen kop van een deel.") from None
    if not info.isreg() or info.type != tarfile.REGTYPE:
        raise refused(info.name, "dit is geen gewoon bestand (een koppeling of apparaat).")
    if ours != block:
        raise refused(info.name, "de kop van dit deel is gewijzigd.")
    return info.name, info.size


def _body(opened: BinaryIO, plekken: Mapping[str, Plek], naam: str) -> bytes:
    plek = plekken.get(naam)
    if plek is None:
        raise refused(naam, "de lijst ontbreekt.")
    if plek.bytes > LARGEST_MANIFEST:
        raise refused(naam, "de lijst is te groot.")
    opened.seek(plek.begin)
    return opened.read(plek.bytes)


def _hash_of(opened: BinaryIO, plek: Plek) -> str:
    found, left = sha256(), plek.bytes
    opened.seek(plek.begin)
    while left and (piece := opened.read(min(left, _PIECE))):
        found.update(piece)
        left -= len(piece)
    return found.hexdigest()


def _refuse_strange(manifest: Manifest, plekken: Mapping[str, Plek]) -> None:
    """Refuse what the list and the archive don't agree on, and every unsafe path."""
    named = [lid.naam for lid in manifest.leden]
    if extra := sorted(set(plekken) - {MANIFEST, *named}):
        raise refused(extra[0], "dit deel staat niet in de lijst.")
    places = set[tuple[str, str]]()
    for lid in manifest.leden:
        plek = plekken.get(lid.naam)
        if lid.groot < 0:
            raise refused(lid.naam, "een lengte onder nul bestaat niet.")
        if plek is None or plek.bytes != lid.bytes:
            raise refused(lid.naam, "dit deel ontbreekt of heeft een andere lengte.")
        if not is_safe(lid.pad) or (lid.deel != DATABASE and lid.pad.endswith(".sleutel")):
            raise refused(lid.naam, f"het pad '{lid.pad}' wijst buiten zijn map.")
        if lid.deel not in {DATABASE, *parts()}:
            raise refused(lid.naam, f"een deel '{lid.deel}' kent deze versie niet.")
        if (lid.deel, lid.pad) in places:
            raise refused(lid.naam, "dit pad staat er twee keer in.")
        places.add((lid.deel, lid.pad))
    tables = {lid.pad for lid in manifest.leden if lid.deel == DATABASE}
    if odd := sorted(tables ^ {one.naam for one in manifest.tabellen}):
        raise refused(
            f"{DATABASE}/{odd[0]}", "deze tabel heeft geen rijen of staat niet in de lijst."
        )
    if len(set(named)) != len(named):
        raise refused(MANIFEST, "een deel staat twee keer in de lijst.")


def is_safe(pad: str) -> bool:
    """Return whether a path stays inside its folder."""
    parts = PurePosixPath(pad).parts
    plain = bool(parts) and "/".join(parts) == pad and not any(one in "\\\0:" for one in pad)
    return plain and not pad.startswith("/") and ".." not in parts
