"""Text as paper can hold it: without the invisible signs that a document may not contain."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar, cast

T = TypeVar("T")


def readable(text: str) -> str:
    """Return the text without control signs and lone halves of a letter; a tab becomes a space.

    XML, in which Word keeps its text, can't hold these, and a reader can't see them.
    """
    return "".join(letter for letter in text.replace("\t", " ") if _may_stand(letter))


def all_readable(value: T) -> T:
    """Return a value of blocks with every text in it readable."""
    plain: Any = value
    if isinstance(plain, str) and not isinstance(plain, Enum):
        plain = readable(plain)
    elif isinstance(plain, tuple):
        plain = tuple(all_readable(one) for one in plain)
    elif is_dataclass(plain) and not isinstance(plain, type):
        plain = replace(
            plain, **{f.name: all_readable(getattr(plain, f.name)) for f in fields(plain)}
        )
    return cast("T", plain)


def _may_stand(letter: str) -> bool:
    if letter == "\n":
        return True
    hidden = letter < " " or "\x7f" <= letter <= "\x9f" or "\ud800" <= letter <= "\udfff"
    return not hidden and letter not in "\ufffe\uffff"
