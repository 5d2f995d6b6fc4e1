"""Finds words in text as people type them: capitals and accents do not count, every word must."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

KORTSTE = 2
"""Fewer letters than this find everything, so they find nothing."""
LANGSTE = 100


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of text; `raak` when it is what was looked for."""

    tekst: str
    raak: bool = False


def fold(text: str) -> str:
    """Return text without capitals and accents.

    >>> fold("Geïndiceerde ZORG")
    'geindiceerde zorg'
    """
    if text.isascii():
        return text.lower()
    return "".join(_folded(letter) for letter in text)


def search_words(question: str) -> tuple[str, ...]:
    """Return the words to find, folded, each once; none when the question is too short."""
    words = tuple(dict.fromkeys(fold(question[:LANGSTE]).split()))
    return words if max(map(len, words), default=0) >= KORTSTE else ()


def holds_all(words: Sequence[str], texts: Iterable[str]) -> bool:
    """Return whether every (folded) word stands somewhere in the texts together."""
    held = fold(" \n".join(texts))
    return bool(words) and all(word in held for word in words)


def count_in(words: Sequence[str], text: str) -> int:
    """Return how many of the words stand in this one text."""
    held = fold(text)
    return sum(word in held for word in words)


def marked(words: Sequence[str], text: str) -> tuple[Stuk, ...]:
    """Return the text in pieces, with what was looked for told apart."""
    hit = _hits(words, text)
    pieces: list[Stuk] = []
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or hit[place] != hit[start]:
            pieces.append(Stuk(text[start:place], hit[start]))
            start = place
    return tuple(pieces)


def fragment(words: Sequence[str], text: str, room: int = 160) -> tuple[Stuk, ...]:
    """Return a part of the text around the first word found, cut between words, with marks."""
    hit = _hits(words, text)
    first = hit.index(True) if True in hit else 0
    begin = max(first - room // 3, 0)
    begin = text.rfind(" ", 0, begin) + 1 if begin else 0
    end = min(begin + room, len(text))
    if end < len(text):
        cut = text.rfind(" ", first + 1, end)
        end = cut if cut > first else end
    before = (Stuk("… "),) if begin else ()
    after = (Stuk(" …"),) if end < len(text) else ()
    return (*before, *marked(words, text[begin:end]), *after)


def _folded(letter: str) -> str:
    apart = unicodedata.normalize("NFKD", letter)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()


def _hits(words: Sequence[str], text: str) -> list[bool]:
    """Return per letter of the text whether it belongs to a word that was found."""
    folded: list[str] = []
    home: list[int] = []
    for place, letter in enumerate(text):
        for sign in _folded(letter):
            folded.append(sign)
            home.append(place)
    whole, hit = "".join(folded), [False] * len(text)
    for word in filter(None, words):
        at = whole.find(word)
        while at >= 0:
            for place in home[at : at + len(word)]:
                hit[place] = True
            at = whole.find(word, at + 1)
    return hit
