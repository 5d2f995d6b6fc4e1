"""Which column of a file fills which field: chosen by a person, guessed first, remembered after."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import polars as pl

from openlea.core.plaatsspelling import fold
from openlea.services.kolommen.omzetten import columns_of
from openlea.services.kolommen.tabel import Velstabel
from openlea.services.kolommen.velden import Veld

_SAMPLE = 200
_LIKELY = 0.6
_WORDS = {
    "vestiging": ("brin", "vestigingsnummer", "vestigingscode", "instellingscode vestiging"),
    "bestuur": (
        "bevoegd gezag",
        "bevoegd gezag nummer",
        "bestuursnummer",
        "schoolbestuur",
        "nummer bestuur",
    ),
    "gemeente": ("gemeentenummer", "gemeentecode", "gemeente code"),
    "gemeente_toen": ("gemeentenummer", "gemeentecode", "gemeente", "regios", "regio code"),
    "gemeentenaam": ("naam gemeente", "gemeente naam"),
    "naam": ("instellingsnaam", "vestigingsnaam", "schoolnaam", "naam school"),
    "peildatum": ("datum", "teldatum", "peildag"),
    "schooljaar": ("jaar", "leerjaar", "schooljaar"),
    "jaar": ("periode", "kalenderjaar"),
    "aantal": ("aantal leerlingen", "leerlingen", "totaal", "aantallen"),
    "provincie": ("provincienaam",),
    "soort": ("soort onderwijs", "type onderwijs", "onderwijssoort", "type po"),
    "postcode4": ("postcode", "pc4"),
    "fte_formatie": ("formatie", "formatie fte", "fte formatie"),
    "fte_onvervuld": ("onvervuld", "onvervuld fte", "tekort fte", "vacatures fte"),
}
"""What publishers and besturen call a field, beside its own name."""


@dataclass(frozen=True, slots=True)
class Bronkolom:
    """What fills a field: the column under a head, or one text for every row."""

    kop: str = ""
    vast: str = ""

    def __bool__(self) -> bool:
        """Say whether it fills anything."""
        return bool(self.kop or self.vast)


Koppeling = Mapping[str, Bronkolom]
"""By the name of a field."""


def read_koppeling(kept: Mapping[str, Any]) -> dict[str, Bronkolom]:
    """Return a koppeling as it was kept: {'bestuur': {'kop': 'Bestuur'}, …}."""
    return {
        veld: Bronkolom(str(one.get("kop", "")), str(one.get("vast", "")))
        for veld, one in kept.items()
    }


def as_json(koppeling: Koppeling) -> dict[str, dict[str, str]]:
    """Return a koppeling as it is kept."""
    return {
        veld: {"kop": one.kop} if one.kop else {"vast": one.vast}
        for veld, one in koppeling.items()
        if one
    }


def fits(koppeling: Koppeling, velden: Sequence[Veld], koppen: Sequence[str]) -> bool:
    """Say whether every field that is needed is filled, from heads that are there."""
    there = all(one.kop in koppen for one in koppeling.values() if one.kop)
    return there and all(koppeling.get(veld.naam) for veld in velden if veld.verplicht)


def guess(velden: Sequence[Veld], tabel: Velstabel) -> dict[str, Bronkolom]:
    """Return for each field the column that looks most like it, by name and by content.

    No column is given twice; what doesn't look like any is left to the person.
    """
    scored = sorted(_scores(velden, tabel), key=lambda one: (-one[0], one[1], one[2]))
    found: dict[str, Bronkolom] = {}
    taken: set[str] = set()
    for score, veld, kop in scored:
        if score >= _LIKELY and veld not in found and kop not in taken:
            found[veld] = Bronkolom(kop=kop)
            taken.add(kop)
    return found


def _scores(velden: Sequence[Veld], tabel: Velstabel) -> Iterator[tuple[float, str, str]]:
    for place, kop in enumerate(tabel.koppen):
        sample = _sample(tabel.cellen[str(place)])
        for veld in velden:
            by_name = _alike(veld, kop)
            if by_name >= _LIKELY:
                yield by_name - (0 if _readable(veld, sample) else 0.3), veld.naam, kop


def _alike(veld: Veld, kop: str) -> float:
    """Return how much a head looks like a field, 0 to 1."""
    asked = _words(kop)
    names = [_words(veld.naam), *(_words(one) for one in _WORDS.get(veld.naam, ()))]
    best = max(SequenceMatcher(None, asked, name).ratio() for name in names)
    if asked == names[0]:
        return 1.0
    return 0.95 if asked in names else min(best, 0.9)


def _words(text: str) -> str:
    return " ".join(fold(text.replace("_", " ").replace("-", " ")).split())


def _sample(cells: pl.Series) -> pl.Series:
    filled = cells.str.strip_chars()
    return filled.filter(filled != "").head(_SAMPLE)


def _readable(veld: Veld, sample: pl.Series) -> bool:
    """Say whether most cells can be what the field asks."""
    if sample.is_empty():
        return True
    cells = sample.alias(veld.naam).to_frame()
    read = cells.select(columns_of(veld, cells)[0]).to_series()
    return bool(read.null_count() <= len(read) / 2)
