"""Finds which place a text means, however a source or a person writes its name or code.

What may mean more than one place is never guessed: the candidates are given.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Self

from openlea.core.errors import BadInput
from openlea.core.plaatsen import Plaatskaart, read_plaatskaarten
from openlea.core.plaatsspelling import fold, loosely, written
from openlea.core.place import Place, PlaceKey, PlaceKind, keys_on

# Words that say what kind of place it is, and nothing about which one.
_SOORTWOORDEN: Mapping[PlaceKind, tuple[str, ...]] = {
    PlaceKind.GEMEENTE: ("gemeente", "gem"),
    PlaceKind.PROVINCIE: ("provincie", "prov"),
    PlaceKind.RMC: ("rmcregio", "rmc"),
}
_LATEST = date.max
_ALIKE = 0.8
_MOST = 3
_ENOUGH_LETTERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatsnamen:
    """The names and codes of all places of one kind, ended ones too.

    `namen` are the names as the shelf has them and go first; `ruim` is what they may be shortened,
    extended or damaged to. Both by folded name, with the places that share it.
    """

    kind: PlaceKind
    places: Mapping[PlaceKey, Place]
    namen: Mapping[str, tuple[PlaceKey, ...]] = field(repr=False)
    ruim: Mapping[str, tuple[PlaceKey, ...]] = field(repr=False)

    @classmethod
    def of(cls, kind: PlaceKind, kaarten: Sequence[Plaatskaart]) -> Self:
        """Return the names of these places."""
        own = [(kaart, (kaart.place.naam, *kaart.varianten)) for kaart in kaarten]
        return cls(
            kind=kind,
            places={kaart.place.key: kaart.place for kaart in kaarten},
            namen=_index((fold(naam), kaart) for kaart, namen in own for naam in namen),
            ruim=_index(
                (vorm, kaart)
                for kaart, namen in own
                for naam in namen
                for vorm in loosely(naam, kaart.toevoegingen)
            ),
        )

    def meant(self, text: str) -> tuple[Place, ...]:
        """Return the places a text may mean, ended ones as themselves: none, one or more."""
        coded = self._coded(text)
        if coded is not None:
            return (coded,)
        for key in written(text, _SOORTWOORDEN.get(self.kind, ())):
            found = self.namen.get(key) or self.ruim.get(key)
            if found:
                return tuple(self.places[one] for one in found)
        return ()

    def find(self, text: str, day: date = _LATEST) -> PlaceKey | None:
        """Return the one place a text means on a day; without a day: in the latest indeling.

        An old name gives its successor, a name that came later stays itself. None when it's
        unknown, when more than one place is meant, or when it was divided: `explain` says which.
        """
        keys = self._standing(self.meant(text), day)
        return keys[0] if len(keys) == 1 else None

    def suggest(self, text: str, day: date = _LATEST) -> tuple[Place, ...]:
        """Return what to choose from: all places meant by name, else at most three that look alike.

        A name that begins with the text goes first, then the most alike.
        """
        keys = self._standing(self.meant(text), day)
        if keys:
            return self._named(keys)
        return tuple(self.places[key] for key in self._alike(fold(text)))

    def explain(self, text: str, day: date = _LATEST) -> str:
        """Return in Dutch why a text isn't simply a place of that day; empty when it is."""
        meant = self.meant(text)
        nu = self._named(self._standing(meant, day))
        if not meant:
            return self._unknown(text)
        if len(meant) > 1:
            return f"'{text.strip()}' kan {_opsomming(nu, 'of')} zijn. Kies er een."
        place = meant[0]
        if place.valid_to is None or day <= place.valid_to:
            return ""
        sinds = (place.valid_to + timedelta(days=1)).year
        einde = f"{place.naam} is sinds {sinds} geen {_soort(self.kind)} meer."
        if len(nu) > 1:
            return f"{einde} Het gebied is verdeeld over {_opsomming(nu, 'en')}. Kies er een."
        return f"{einde} Het gebied hoort bij {nu[0].naam}." if nu else einde

    def _unknown(self, text: str) -> str:
        """Return the sentence on a text that isn't on the shelf, with what looks like it."""
        if not text.strip():
            return "Er staat geen naam en geen code."
        begin = f"'{text.strip()}' is geen {_soort(self.kind)} die hier bekend is."
        alike = self.suggest(text)
        return f"{begin} Bedoel je {_opsomming(alike, 'of')}?" if alike else begin

    def _coded(self, text: str) -> Place | None:
        """Return the place of a code as sources write it: 402, 0402, 1.680, 402.0 or GM0402."""
        code = re.sub(r"\s", "", text).removeprefix(f"{self.kind}:")
        code = re.sub(r"^(\d)\.(\d{3})$", r"\1\2", code)
        try:
            return self.places.get(PlaceKey.of(self.kind, re.sub(r"^(\d+)\.0$", r"\1", code)))
        except BadInput:
            return None

    def _standing(self, places: Iterable[Place], day: date) -> tuple[PlaceKey, ...]:
        """Return the keys that stand for these places on a day, through every merger."""
        shelf = tuple(self.places.values())
        found = {key for place in places for key in keys_on(place.key, day, shelf)}
        return tuple(sorted(found))

    def _named(self, keys: Iterable[PlaceKey]) -> tuple[Place, ...]:
        """Return the places of these keys in the order of their names."""
        return tuple(sorted((self.places[key] for key in keys), key=lambda place: place.naam))

    def _alike(self, key: str) -> tuple[PlaceKey, ...]:
        """Return at most three places whose name begins with a folded text, or looks like it."""
        begin = [naam for naam in sorted(self.namen) if naam.startswith(key)]
        looks = get_close_matches(key, self.namen, n=_MOST, cutoff=_ALIKE)
        names = [*begin, *looks] if len(key) >= _ENOUGH_LETTERS else looks
        return tuple(dict.fromkeys(one for naam in names for one in self.namen[naam]))[:_MOST]


def read_plaatsnamen(roots: Sequence[Path], kind: PlaceKind = PlaceKind.GEMEENTE) -> Plaatsnamen:
    """Return the names of a kind of place on the shelves; CatalogueError when one is wrong.

    The shelves are read again only when a file on them changed.
    """
    files = sorted(file for root in roots for file in root.glob("plaatsen/*.toml"))
    return _read(tuple(roots), kind, tuple((file, file.stat().st_mtime_ns) for file in files))


@lru_cache(maxsize=8)
def _read(
    roots: tuple[Path, ...], kind: PlaceKind, _files: tuple[tuple[Path, int], ...]
) -> Plaatsnamen:
    return Plaatsnamen.of(kind, read_plaatskaarten(roots, kind))


def _index(pairs: Iterable[tuple[str, Plaatskaart]]) -> Mapping[str, tuple[PlaceKey, ...]]:
    """Return by folded name the places that carry it, each once, by code."""
    found: dict[str, set[PlaceKey]] = {}
    for name, kaart in pairs:
        found.setdefault(name, set()).add(kaart.place.key)
    return {name: tuple(sorted(keys)) for name, keys in found.items() if name}


def _soort(kind: PlaceKind) -> str:
    """Return what a kind of place is called in the middle of a sentence."""
    return kind.label if kind is PlaceKind.RMC else kind.label.lower()


def _opsomming(places: Sequence[Place], woord: str) -> str:
    """Return the names with commas, and a word before the last."""
    *eerste, laatste = [place.naam for place in places]
    return f"{', '.join(eerste)} {woord} {laatste}" if eerste else laatste
