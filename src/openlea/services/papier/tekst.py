"""Text as paper can hold it: without the invisible signs that a document may not contain."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar, cast

T = TypeVar("T")


def readable(text: str) -> str:
    """Return the text without control signs and lone halves of a letter; a tab becomes a space.

    XML, in which Word keeps its text, can't hold these, and a reader can't see them.
    """
    return "".join(letter for letter in text.replace("\t", " ") if _may_stand(letter))


def every_text(value: T, change: Callable[[str], str]) -> T:
    """Return a value of blocks with every text in it changed."""
    plain: Any = value
    if isinstance(plain, str) and not isinstance(plain, Enum):
        plain = change(plain)
    elif isinstance(plain, tuple):
        plain = tuple(every_text(one, change) for one in plain)
    elif is_dataclass(plain) and not isinstance(plain, type):
        new = {one.name: every_text(getattr(plain, one.name), change) for one in fields(plain)}
        plain = replace(plain, **new)
    return cast("T", plain)


def _may_stand(letter: str) -> bool:
    if letter == "\n":
        return True
    hidden = letter < " " or "\x7f" <= letter <= "\x9f" or "\ud800" <= letter <= "\udfff"
    return not hidden and letter not in "\ufffe\uffff"
