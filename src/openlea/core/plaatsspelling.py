"""The many ways in which sources write the name of one place, brought back to one.

Capitals, accents, punctuation and spaces never tell two Dutch places apart, so they're left out.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

_SHORTER = (("aan den ", "a/d "), ("aan de ", "a/d "), ("Sint ", "St "), ("Sint-", "St-"))
# An article behind the name, as registers sort it: 'Gravenhage, s, 'Bildt, het'.
_ARTICLE_LAST = re.compile(r"(.+),\s*(['’‘`´]?s|het|de|den)", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^)]*\)$")


def fold(text: str) -> str:
    """Return the small letters and digits of a name, bare: equal for two spellings of one name."""
    plain = unicodedata.normalize("NFKD", _repaired(text).replace("&", " en "))
    return "".join(letter for letter in plain.casefold() if letter.isalnum())


def written(text: str, soortwoorden: Iterable[str]) -> Iterator[str]:
    """Yield what a text may name, folded, the fullest first; words such as 'gemeente' may go."""
    turned = _ARTICLE_LAST.fullmatch(text.strip())
    key = fold(f"{turned[2]} {turned[1]}" if turned else text)
    yield key
    for word in soortwoorden:
        for rest in (key.removeprefix(word), key.removesuffix(word)):
            if rest != key:
                yield rest


def loosely(naam: str, toevoegingen: Iterable[str]) -> Iterator[str]:
    """Yield what a name may be shortened, extended or damaged to, folded.

    Without the part in brackets, with the provincie behind it, with 'a/d' for 'aan den', and
    without the letters with an accent, which a wrong encoding turns into ? or �.
    """
    bare = _BRACKETS.sub("", naam)
    yield fold(bare)
    yield from (fold(bare + toevoeging) for toevoeging in toevoegingen)
    yield from (fold(naam.replace(long, short)) for long, short in _SHORTER)
    yield fold("".join(letter for letter in naam if letter.isascii()))


def _repaired(text: str) -> str:
    """Return UTF-8 that was read as Windows-1252 as it was meant: FryslÃ¢n is Fryslân."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
