"""How any text survives a cell: characters that XML can't hold are written as Excel writes them.

The notation is `_x000D_` for one character (ECMA-376 part 1, ST_Xstring).
"""

import re

_NEEDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]|x(?=[0-9A-Fa-f]{4})")
_OUTER = re.compile(r"^\s+|\s+$")
_WRITTEN = re.compile(r"_x([0-9A-Fa-f]{4})_")


def encode(text: str) -> str:
    """Return text that a worksheet holds and that reads back the same, spaces at the ends too."""
    return _OUTER.sub(lambda found: _escape_all(found[0]), _NEEDS.sub(_escape, text))


def decode(cell: str) -> str:
    """Return what a cell says: without spaces that were typed at its ends."""
    return _WRITTEN.sub(lambda found: chr(int(found[1], 16)), cell.strip())


def _escape(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04X}_"


def _escape_all(spaces: str) -> str:
    return "".join(f"_x{ord(space):04X}_" for space in spaces)
