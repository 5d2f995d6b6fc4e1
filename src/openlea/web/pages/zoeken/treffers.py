"""What fits the words that were typed: grouped, the best first, with the words marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from openlea.policy.zoekwoorden import Stuk, count_in, fold, fragment, holds_all, marked
from openlea.storage.records.vindplaats import Vindplaats, Vindsoort
from openlea.web.pages.agenda.links import address

EERSTE = 8
"""So many of a kind are shown at once; the rest is one click away."""
MET_CODE = frozenset({Vindsoort.ACTIE, Vindsoort.SPEERPUNT, Vindsoort.AMBITIE, Vindsoort.POST})
"""Kinds of which people know the code; elsewhere it is a number that says nothing."""


@dataclass(frozen=True, slots=True)
class Treffer:
    """One thing found: where it stands, and the words that made it be found."""

    code: str
    titel: tuple[Stuk, ...]
    tekst: tuple[Stuk, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Groep:
    """What was found of one kind; `meer` is how many are left out."""

    soort: Vindsoort
    treffers: tuple[Treffer, ...]
    aantal: int

    @property
    def meer(self) -> int:
        """Return how many more there are than shown."""
        return self.aantal - len(self.treffers)


def group(
    found: Iterable[Vindplaats], words: Sequence[str], slug: str, whole: str = ""
) -> tuple[Groep, ...]:
    """Return what holds every word, by kind; the kind named `whole` is shown to the last."""
    by_soort: dict[Vindsoort, list[Vindplaats]] = {}
    for one in found:
        if holds_all(words, (one.code, one.titel, *one.teksten)):
            by_soort.setdefault(one.soort, []).append(one)
    return tuple(
        _groep(soort, by_soort[soort], words, slug, limit=None if soort == whole else EERSTE)
        for soort in Vindsoort
        if soort in by_soort and whole in ("", soort)
    )


def _groep(
    soort: Vindsoort,
    found: list[Vindplaats],
    words: Sequence[str],
    slug: str,
    limit: int | None,
) -> Groep:
    best = sorted(found, key=lambda one: _rank(one, words))
    shown = best[:limit]
    return Groep(soort, tuple(_treffer(one, words, slug) for one in shown), len(best))


def _rank(one: Vindplaats, words: Sequence[str]) -> tuple[bool, int, bool]:
    """Return what sorts first: the code itself, then most words in the title, then its start."""
    is_code = fold(one.code) in words
    starts = fold(one.titel).startswith(words[0])
    return not is_code, -count_in(words, one.titel), not starts


def _treffer(one: Vindplaats, words: Sequence[str], slug: str) -> Treffer:
    text = max(filter(None, one.teksten), key=lambda each: count_in(words, each), default="")
    return Treffer(
        code=one.code if one.soort in MET_CODE else "",
        titel=marked(words, one.titel),
        tekst=fragment(words, text),
        url=_url(one, slug),
    )


def _url(one: Vindplaats, slug: str) -> str:
    """Return the page where it stands; nothing when that page does not stand yet."""
    agenda = address("agenda", slug)
    own = {
        Vindsoort.ACTIE: address("actie", slug, one.code),
        Vindsoort.SPEERPUNT: address("speerpunt", slug, one.code),
        Vindsoort.AMBITIE: f"{agenda}#ambitie-{one.code}",
        Vindsoort.PARTIJ: f"{agenda}?{urlencode({'partij': one.code})}",
        Vindsoort.MENS: address("mensen", slug),
        Vindsoort.INDICATOR: address("netwerk", slug),
        Vindsoort.STREEFWAARDE: _measured_at(one, slug),
        Vindsoort.POST: address("geld", slug),
        Vindsoort.DOCUMENT: address("document", slug, one.code),
        Vindsoort.AFSPRAAK: address("afspraak", slug, one.code),
        Vindsoort.BESLUIT: address("besluit", slug, one.code),
        Vindsoort.OPDRACHT: address("opdracht", slug, one.code),
    }
    if one.soort is Vindsoort.AGENDAPUNT:
        return address("vergadering", slug, one.bij) if one.bij else address("overleg", slug)
    return own.get(one.soort) or (address("actie", slug, one.bij) if one.bij else "")


def _measured_at(one: Vindplaats, slug: str) -> str:
    """Return the page of what a target measures, by what kind of thing that is."""
    if one.bij_soort is Vindsoort.INDICATOR:
        return address("netwerk", slug)
    return address(str(one.bij_soort), slug, one.bij)
