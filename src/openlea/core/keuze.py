"""A closed list of choices whose members carry the word that people read."""

from enum import StrEnum
from typing import Self


class Keuze(StrEnum):
    """One value of a closed list: the stored word, and the label on screen."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Return a member that is its value and knows its label; looking one up gives no label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Return (value, label) pairs in the order of declaration."""
        return [(member.value, member.label) for member in cls]
