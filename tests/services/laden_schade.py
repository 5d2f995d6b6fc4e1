"""Damage as it really comes: cut off, said twice, bytes lost, quotes open, other letters."""

import random
from collections.abc import Callable
from typing import Final

Damage = Callable[[random.Random, bytes], bytes]
NASTY = (
    b";",
    b'"',
    b"\n",
    b"\r",
    b"\0",
    b"\xff",
    b"\x92",
    b",",
    b"<5",
    b"-1",
    b"\xef\xbb\xbf",
    b" ",
)


def cut_off(chance: random.Random, content: bytes) -> bytes:
    """Stop halfway, as a broken download does."""
    return content[: chance.randrange(len(content))]


def other_byte(chance: random.Random, content: bytes) -> bytes:
    """Change some bytes into others."""
    found = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def lost_bytes(chance: random.Random, content: bytes) -> bytes:
    """Leave out a piece."""
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.randint(1, 60) :]


def strange_piece(chance: random.Random, content: bytes) -> bytes:
    """Put something in that breaks a careless reader."""
    start = chance.randrange(len(content))
    return content[:start] + chance.choice(NASTY) * chance.randint(1, 3) + content[start:]


def shuffled_lines(chance: random.Random, content: bytes) -> bytes:
    """Change the order of the lines, the header too now and then."""
    lines = content.splitlines(keepends=True)
    start = chance.choice((0, 1, 1, 1))
    rest = lines[start:]
    chance.shuffle(rest)
    return b"".join(lines[:start] + rest)


def repeated_lines(chance: random.Random, content: bytes) -> bytes:
    """Say some lines again."""
    lines = content.splitlines(keepends=True)
    for _ in range(chance.randint(1, len(lines))):
        lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return b"".join(lines)


def lost_lines(chance: random.Random, content: bytes) -> bytes:
    """Leave out lines, the header too now and then."""
    lines = content.splitlines(keepends=True)
    share = chance.random()
    return b"".join(line for line in lines if chance.random() > share)


def other_separator(chance: random.Random, content: bytes) -> bytes:
    """Save it as a spreadsheet abroad does."""
    return content.replace(b";", chance.choice((b",", b"\t", b"|", b"; ")))


def other_letters(chance: random.Random, content: bytes) -> bytes:
    """Store the letters otherwise."""
    text = content.decode("utf-8", "replace")
    return text.encode(chance.choice(("utf-16", "utf-8-sig", "cp1252", "utf-32")), "replace")


def other_line_ends(chance: random.Random, content: bytes) -> bytes:
    """End the lines as another machine does."""
    return content.replace(b"\r\n", b"\n").replace(b"\n", chance.choice((b"\r", b"\r\n", b"\n\n")))


def other_quotes(chance: random.Random, content: bytes) -> bytes:
    """Lose the quotes, or put them everywhere."""
    return content.replace(b'"', b"") if chance.random() < 0.5 else content.replace(b";", b'";"')


def something_else(chance: random.Random, content: bytes) -> bytes:
    """Send something that isn't a table at all."""
    other: Final = (
        b"",
        b" \n",
        b"<!DOCTYPE html><html>503</html>",
        b"{}",
        b"[1,2]",
        b"PK\x03\x04x",
    )
    return chance.choice((*other, chance.randbytes(200), content * 30))


DAMAGES: tuple[Damage, ...] = (
    cut_off,
    other_byte,
    lost_bytes,
    strange_piece,
    shuffled_lines,
    repeated_lines,
    lost_lines,
    other_separator,
    other_letters,
    other_line_ends,
    other_quotes,
    something_else,
)
