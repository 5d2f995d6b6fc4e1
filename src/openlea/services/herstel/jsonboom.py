"""Values in JSON by their path, such as ambities[0].code, and the same JSON with others there."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from openlea.services.herstel.plek import Plek

_STEP = re.compile(r"\.?([^.\[\]]+)|\[(\d{1,9})\]")
_LONGEST_NUMBER = 300


def shown_in_json(content: bytes, plekken: Iterable[Plek]) -> dict[Plek, str]:
    """Return the single value at each path; what is no single value or isn't there is left out."""
    tree = _tree(content)
    found = {}
    for plek in plekken:
        holder, last = _holder(tree, plek.cel)
        value = holder[last] if holder is not None else None
        if holder is not None and not isinstance(value, dict | list):
            found[plek] = _shown(value if isinstance(value, str) else json.dumps(value))
    return found


def _shown(text: str) -> str:
    """Return text as a page can show it: half a character, which JSON can hold, as a mark."""
    return text.encode("utf-8", "replace").decode()


def corrected_json(content: bytes, texts: Mapping[Plek, str]) -> bytes:
    """Return the JSON with these values; a text that reads as a number becomes one if it was none.

    A value that was text stays text.
    """
    tree = _tree(content)
    if tree is None:
        return content
    for plek, text in texts.items():
        holder, last = _holder(tree, plek.cel)
        if holder is not None:
            holder[last] = _value(text.strip())
    # What is no whole character stays in its own notation, so that its place can still be named.
    return json.dumps(tree, ensure_ascii=True, indent=2).encode()


def _tree(content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"), parse_int=_whole)
    except (ValueError, RecursionError):
        return None


def _holder(tree: Any, path: str) -> tuple[Any, Any]:
    """Return what holds the last step of a path, and that step; (None, None) if it isn't there."""
    steps = [int(n) if n else word for word, n in _STEP.findall(path)]
    if not steps:
        return None, None
    for step in steps[:-1]:
        tree = _within(tree, step)
    is_there = _within(tree, steps[-1], missing=_MISSING) is not _MISSING
    return (tree, steps[-1]) if is_there else (None, None)


_MISSING = object()


def _within(tree: Any, step: Any, missing: Any = None) -> Any:
    if isinstance(tree, dict):
        return tree.get(step, missing)
    if isinstance(tree, list) and isinstance(step, int) and step < len(tree):
        return tree[step]
    return missing


def _whole(digits: str) -> int | str:
    """Return a whole number; one of hundreds of digits stays text, for Python refuses the largest.

    It is a fault in any case, and as text it can be shown and corrected.
    """
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits


def _value(text: str) -> Any:
    """Return typed text as JSON reads it: 12 and true and null by themselves, the rest as text."""
    try:
        value = json.loads(text, parse_int=_whole)
    except (ValueError, RecursionError):
        return text
    return text if isinstance(value, dict | list) else value
