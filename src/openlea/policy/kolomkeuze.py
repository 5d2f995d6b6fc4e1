"""Which column of a sender's export is which field: as somebody chose, remembered or declared it.

Of a choice that is remembered only fingerprints are kept: of the heads, and of the words in a
column. So no text of a file ever leaves the vault, whatever somebody wrote as a head.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from hashlib import sha256
from typing import Any

from openlea.core.errors import BadInput, Fout
from openlea.core.kopindeling import Kopindeling
from openlea.core.registratie import DROPPED, Registratie, Registratieveld, Veldrol
from openlea.policy.datumvorm import Datumvorm
from openlea.policy.herkenning import HEADS, folded
from openlea.policy.kolombesluit import PSEUDONIEM, Behandeling, Kolombesluit, Kopbesluit
from openlea.policy.kopweigering import (
    refuse_absent,
    refuse_missing_header,
    refuse_nobody,
    refuse_twice,
)
from openlea.policy.persoonswaarde import (
    is_day,
    is_like,
    is_recognisable,
    trimmed,
    upper,
)
from openlea.policy.pseudonimiseren import one_person

LIKELY = 0.75
"""How much a head must look like a known one before it is proposed, 0 to 1."""
MOST_WORDS, LONGEST_WORD = 12, 40
"""So many different words of a column may be shown to who sent them, each so long."""
_NUMBERED = re.compile(r"[0-9]{4}|[A-Za-zÀ-ÿ]{3}\D*[0-9]{3}|[0-9]{3}\D*[A-Za-zÀ-ÿ]{3}")
NIET_GEKOZEN = "bij deze kolom is geen veld gekozen"
DATA_AS_HEAD = "lijkt op gegevens in plaats van koppen; zet er een regel met koppen boven"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolomkeuze:
    """The field of one column; `vertaling` from a word (trimmed, capitals) to a declared one.

    A word that becomes '' is left empty on purpose.
    """

    veld: str
    vertaling: Mapping[str, str] = field(default_factory=dict)
    datumvorm: Datumvorm | None = None


def fields_to_choose(registratie: Registratie) -> tuple[Registratieveld, ...]:
    """Return the fields of which anything is kept."""
    return tuple(veld for veld in registratie.velden if veld.rol not in DROPPED)


def treat_choice(
    koppen: Sequence[str], registratie: Registratie, keuzes: Mapping[int, Kolomkeuze]
) -> Kopbesluit:
    """Return what happens to every column (from 1) as chosen; BadInput when that can't be."""
    refuse_missing_header(koppen)
    velden = {veld.naam: veld for veld in fields_to_choose(registratie)}
    found: dict[str, int] = {}
    kolommen = []
    for nummer, kop in enumerate(koppen, start=1):
        keuze = keuzes.get(nummer)
        kolommen.append(_chosen(nummer, kop, velden, keuze))
        if keuze is not None and keuze.veld in velden:
            refuse_twice(found, velden[keuze.veld], nummer)
    refuse_absent(registratie, found)
    refuse_nobody(kolommen)
    return Kopbesluit(kolommen=one_person(kolommen))


def _chosen(
    nummer: int, kop: str, velden: Mapping[str, Registratieveld], keuze: Kolomkeuze | None
) -> Kolombesluit:
    if keuze is None or keuze.veld not in {*velden, PSEUDONIEM}:
        naam, gedaan = f"kolom {nummer}", Behandeling.VERVALLEN
        return Kolombesluit(nummer=nummer, kop=kop, naam=naam, gedaan=gedaan, reden=NIET_GEKOZEN)
    if keuze.veld == PSEUDONIEM:
        gedaan, why = Behandeling.PSEUDONIEM, "was al een pseudoniem"
        return Kolombesluit(nummer=nummer, kop=kop, naam=PSEUDONIEM, gedaan=gedaan, reden=why)
    veld = velden[keuze.veld]
    return Kolombesluit(
        nummer=nummer,
        kop=kop,
        naam=veld.naam,
        gedaan=_DONE.get(veld.rol, Behandeling.GEHOUDEN),
        reden=f"{veld.rol.label.lower()}, zoals gekozen",
        veld=veld,
        vertaling=keuze.vertaling,
        datumvorm=keuze.datumvorm,
    )


_DONE: Mapping[Veldrol, Behandeling] = {
    Veldrol.IDENTIFICATIE: Behandeling.PSEUDONIEM,
    Veldrol.GEBOORTEDATUM: Behandeling.VERGROFD,
    Veldrol.POSTCODE: Behandeling.VERGROFD,
}


def refuse_data_as_head(koppen: Sequence[str], regel: int) -> None:
    """Refuse a row of heads in which a number, a postcode or a code stands: that is a person."""
    for kop in koppen:
        text = upper(trimmed(kop))
        letters = is_like("postcode", text) and not text.isdigit()
        if letters or any(is_like(one, text) for one in ("getal", "brin", "lrk", "buurt")):
            raise BadInput([Fout(f"regel {regel}", "", DATA_AS_HEAD)])


def guess_fields(koppen: Sequence[str], registratie: Registratie) -> dict[int, str]:
    """Return for each column (from 1) the field that its head most looks like; each field once."""
    scored = sorted(_scores(koppen, registratie), key=lambda one: (-one[0], one[1]))
    found: dict[int, str] = {}
    for score, nummer, veld in scored:
        if score >= LIKELY and nummer not in found and veld not in found.values():
            found[nummer] = veld
    return found


def _scores(koppen: Sequence[str], registratie: Registratie) -> Iterator[tuple[float, int, str]]:
    dropped = {
        folded(name)
        for veld in registratie.velden
        if veld.rol in DROPPED
        for name in (veld.naam, *veld.koppen)
    }
    for nummer, kop in enumerate(koppen, start=1):
        head = folded(kop)
        if head == PSEUDONIEM:
            yield 2.0, nummer, PSEUDONIEM
        elif head and head not in dropped:
            for veld in fields_to_choose(registratie):
                yield max(_alike(head, name) for name in _names(veld)), nummer, veld.naam


def _names(veld: Registratieveld) -> Iterator[str]:
    yield from (folded(name) for name in (veld.naam, *veld.koppen))
    known = HEADS.get(veld.rol, ()) if veld.rol is not Veldrol.IDENTIFICATIE else ()
    for vorm in veld.vormen:
        known = HEADS.get(vorm, known)
    if veld.rol in {Veldrol.IDENTIFICATIE, Veldrol.GEBOORTEDATUM, Veldrol.POSTCODE}:
        yield from known


def _alike(head: str, name: str) -> float:
    """Return how much two heads look alike: 1 when they are one, 0.9 when one is in the other."""
    if head == name:
        return 1.0
    if min(len(head), len(name)) > 2 and (head in name or name in head):  # noqa: PLR2004 - 'pc'
        return 0.85 + 0.1 * min(len(head), len(name)) / max(len(head), len(name))
    return SequenceMatcher(None, head, name).ratio()


def open_words(veld: Registratieveld, keuze: Kolomkeuze, words: Sequence[str]) -> tuple[str, ...]:
    """Return which words of a column nobody can place: not on the list and not translated."""
    known = {upper(trimmed(waarde)) for waarde in veld.waarden} | set(keuze.vertaling)
    return tuple(word for word in words if word and upper(trimmed(word)) not in known)


def may_show(words: Sequence[str]) -> bool:
    """Return whether the words of a column may be shown to who sent them: few, short, nobody."""
    return len(words) <= MOST_WORDS and all(
        len(word) <= LONGEST_WORD
        and not is_recognisable(word)
        and not is_day(word)
        and not is_like("pseudoniem", word)
        and not _NUMBERED.search(word)
        for word in words
    )


def guess_word(word: str, waarden: Sequence[str]) -> str:
    """Return the declared word that a word of the sender most looks like; '' when none does."""
    asked = folded(word)
    scored = [(_alike(asked, folded(waarde)), waarde) for waarde in waarden]
    score, best = max(scored, default=(0.0, ""))
    return best if asked and score >= LIKELY else ""


def keuzes_of(indeling: Kopindeling, koppen: Sequence[str]) -> dict[int, Kolomkeuze] | None:
    """Return the columns of a file as a layout has them; None when the file isn't laid out so."""
    places: dict[str, int] = {}
    for nummer, kop in enumerate(koppen, start=1):
        places.setdefault(folded(kop), nummer)
    found: dict[int, Kolomkeuze] = {}
    for one in indeling.kolommen:
        nummer = places.get(folded(one.kop), 0)
        if not nummer and not one.mag_ontbreken:
            return None
        if nummer:
            words = {upper(trimmed(word)): meant for word, meant in one.waarden.items()}
            vorm = Datumvorm(one.datum) if one.datum else None
            found[nummer] = Kolomkeuze(veld=one.veld, vertaling=words, datumvorm=vorm)
    return found


def head_mark(koppen: Sequence[str]) -> str:
    """Return what a row of heads is known by again, whatever their order."""
    return _mark("\n".join(sorted(mark for mark in _marks(koppen))))


def as_kept(koppen: Sequence[str], keuzes: Mapping[int, Kolomkeuze]) -> dict[str, Any]:
    """Return a choice as it is remembered, by fingerprint of head; no text of the file is in it."""
    return {
        mark: {
            "veld": keuzes[nummer].veld,
            "woorden": {_mark(word): meant for word, meant in keuzes[nummer].vertaling.items()},
            "datum": str(keuzes[nummer].datumvorm or ""),
        }
        for nummer, mark in enumerate(_marks(koppen), start=1)
        if nummer in keuzes
    }


def from_kept(
    kept: Mapping[str, Any], koppen: Sequence[str], words: Mapping[int, Sequence[str]]
) -> dict[int, Kolomkeuze]:
    """Return a remembered choice for a file with these heads, and these words by column."""
    found = {}
    for nummer, mark in enumerate(_marks(koppen), start=1):
        if (one := kept.get(mark)) is not None:
            told = {upper(trimmed(word)) for word in words.get(nummer, ())}
            meant = {
                word: one["woorden"][_mark(word)] for word in told if _mark(word) in one["woorden"]
            }
            vorm = Datumvorm(one["datum"]) if one["datum"] else None
            found[nummer] = Kolomkeuze(veld=one["veld"], vertaling=meant, datumvorm=vorm)
    return found


def _marks(koppen: Sequence[str]) -> list[str]:
    seen: Counter[str] = Counter()
    marks = []
    for kop in koppen:
        head = folded(kop)
        seen[head] += 1
        marks.append(_mark(f"{head} {seen[head]}"))
    return marks


def _mark(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:40]
