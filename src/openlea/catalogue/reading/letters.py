"""Turns the bytes of a published file into letters: UTF-8, windows-1252 or both in one file.

DUO writes addresses as windows-1252 and counts as UTF-8 with a byte order mark; some files mix.
"""

import codecs

from openlea.core.bron import Bestand
from openlea.core.errors import BadFile, Fout

_MIXED = "openlea-windows-1252"
_PAGES = (b"<!doctype html", b"<html", b"<head", b"<?xml version")
_KINDS = {
    b"%PDF": "een pdf",
    b"PK\x03\x04": "een ingepakt bestand of werkboek",
    b"PAR1": "een parquetbestand",
    b"\xd0\xcf\x11\xe0": "een oud werkboek (.xls)",
}
_WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
MIXED_LETTERS = "{}: twee schrijfwijzen van letters door elkaar; beide zijn gelezen."


def refuse(bestand: Bestand, reden: str, cel: str = "") -> BadFile:
    """Return the refusal of a whole file, with the reason in Dutch."""
    return BadFile([Fout(bestand.naam, cel, reden)])


def to_utf8(bestand: Bestand) -> tuple[bytes, tuple[str, ...]]:
    """Return the text as UTF-8 without a mark, with remarks; BadFile when it's no text at all."""
    inhoud = bestand.inhoud
    for mark, name in _WIDE.items():
        if inhoud.startswith(mark):
            inhoud = _from_wide(bestand, inhoud[len(mark) :], name)
    inhoud = inhoud.removeprefix(codecs.BOM_UTF8)
    _refuse_other_kinds(bestand, inhoud)
    if inhoud.isascii():
        return inhoud, ()
    try:
        inhoud.decode()
    except UnicodeDecodeError:
        return _from_windows(bestand, inhoud)
    return inhoud, ()


def _from_wide(bestand: Bestand, inhoud: bytes, name: str) -> bytes:
    try:
        return inhoud.decode(name).encode()
    except UnicodeError as error:
        raise refuse(bestand, "de letters zijn niet te lezen; bewaar het als UTF-8.") from error


def _refuse_other_kinds(bestand: Bestand, inhoud: bytes) -> None:
    start = inhoud[:512].lstrip().lower()
    if start.startswith(_PAGES):
        raise refuse(
            bestand,
            "dit is een webpagina en geen tabel. De bron was misschien even niet bereikbaar: "
            "haal het bestand opnieuw op.",
        )
    for mark, kind in _KINDS.items():
        if inhoud.startswith(mark):
            raise refuse(bestand, f"dit is {kind} en geen tekstbestand (csv).")
    if (place := inhoud.find(b"\0")) >= 0:
        regel = inhoud.count(b"\n", 0, place) + 1
        reden = "hier staan tekens die in een tekstbestand niet voorkomen. Haal het opnieuw op."
        raise refuse(bestand, reden, f"regel {regel}")


def _from_windows(bestand: Bestand, inhoud: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Read what is UTF-8 as such, and every other byte as windows-1252."""
    text = inhoud.decode(errors=_MIXED)
    singles = text.encode("cp1252", "replace")
    let_op = () if len(singles) == len(inhoud) else (MIXED_LETTERS.format(bestand.naam),)
    return text.encode(), let_op


def _one_byte(error: UnicodeError) -> tuple[str, int]:
    """Read the byte that isn't UTF-8 as windows-1252, or as it is when that has no such letter."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    return byte.decode("cp1252", "ignore") or "\N{REPLACEMENT CHARACTER}", error.start + 1


codecs.register_error(_MIXED, _one_byte)
