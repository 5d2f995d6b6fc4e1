"""What spreading pupils asks and finds, in Dutch, with no handful of children named as a number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from openlea.core.onthulling import VERBORGEN_HOOG
from openlea.policy.cijfertekst import VAST, number_text

KLEIN = f"<{VERBORGEN_HOOG + 1}"
MEER = f"{VERBORGEN_HOOG + 1} of meer"
"""Stands for a number that would give away the one that is hidden beside it."""
NIETS_HELPT = "Geen enkele grens verruimen helpt: kijk of de aantallen in de bestanden kloppen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Spreidingsvraag:
    """What is asked: which group, how near which share (percent), how far one may travel (km).

    `doel` None is the share of the group among all pupils of the file; `reis` None is no limit.
    """

    groep: str = "groep"
    waarde: str = ""
    doel: float | None = None
    band: float = 10.0
    reis: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Knelpunt:
    """A kind of limit that alone makes it possible: pupils, km or percent points, and where."""

    soort: str
    waarde: float
    scholen: Sequence[tuple[str, int]] = ()


def asked_lines(vraag: Spreidingsvraag, doel: float, *, hemelsbreed: bool) -> tuple[str, ...]:
    """Return what is asked as sentences: the aim, then every limit; `doel` is in percent."""
    soort = " (hemelsbreed)" if hemelsbreed else ""
    reis = (
        f"Wie van school wisselt, gaat hooguit {number_text(vraag.reis, 1)}{VAST}km ver{soort}. "
        "Wie nu al verder reist, mag blijven."
        if vraag.reis is not None
        else f"Er is geen grens aan de reisafstand{soort}."
    )
    return (
        "Zo weinig mogelijk leerlingen op een andere school; daarna zo weinig mogelijk extra reis.",
        (
            f"Op elke school is het aandeel '{vraag.waarde}' hooguit "
            f"{number_text(vraag.band, 0)} procentpunt anders dan {number_text(doel, 1)}{VAST}%."
        ),
        reis,
        "Geen school krijgt meer leerlingen dan haar capaciteit, of minder dan haar minimum.",
        "Elke leerling houdt een plaats.",
    )


def shielded(counts: Sequence[int]) -> tuple[int | str, ...]:
    """Return counts of children with a handful as '<5'.

    Where one alone is hidden it could be found from a total, so the smallest other one is then
    hidden too, as '5 of meer'.
    """
    shown: list[int | str] = [KLEIN if _is_small(count) else count for count in counts]
    hidden = [at for at, count in enumerate(counts) if _is_small(count)]
    others = [at for at, count in enumerate(counts) if count > VERBORGEN_HOOG]
    if len(hidden) == 1 and others:
        shown[min(others, key=lambda at: (counts[at], at))] = MEER
    return tuple(shown)


def shielded_one(count: int) -> int | str:
    """Return a count of children by itself, a handful as '<5'."""
    return KLEIN if _is_small(count) else count


def _is_small(count: int) -> bool:
    return 0 < count <= VERBORGEN_HOOG


def proof_sentence(moved: int | str, bound: int, gap: float, *, proved: bool) -> str:
    """Return how many change school and how sure it is that it can't be fewer."""
    if moved == 0:
        return "Niemand hoeft van school te wisselen: vandaag klopt het al."
    begin = f"{moved} leerlingen gaan naar een andere school"
    if isinstance(moved, str):
        return f"{begin}. Met minder kan het niet."
    if not gap:
        return f"{begin}. Met minder kan het niet: dat is bewezen."
    marge = f"{number_text(gap * 100, 1)}{VAST}%"
    if proved:
        return f"{begin}. Met minder dan {bound} kan het niet: dat is bewezen (marge {marge})."
    return (
        f"{begin}, maar de tijd was op. Minder dan {bound} is onmogelijk; daartussen is niets "
        f"bewezen (marge {marge}, gevraagd is hooguit 1{VAST}%). Geef meer tijd met --seconden."
    )


def limit_sentences(
    alone: Sequence[Knelpunt], together: Sequence[Sequence[str]], vraag: Spreidingsvraag
) -> tuple[str, ...]:
    """Return which limits bite and how far each must give; first that it can't be done."""
    return ("Zo kan het niet.", *_reasons(alone, together, vraag))


def _reasons(
    alone: Sequence[Knelpunt], together: Sequence[Sequence[str]], vraag: Spreidingsvraag
) -> Iterator[str]:
    if alone:
        yield "Elk van deze verruimingen is op zichzelf genoeg:"
        yield from (f"- {_reason(one, vraag)}" for one in alone)
    elif together:
        yield "Eén grens verruimen is niet genoeg. Wel samen:"
        yield from (f"- {_joined(kinds)}" for kinds in together)
    else:
        yield NIETS_HELPT


def _reason(one: Knelpunt, vraag: Spreidingsvraag) -> str:
    if one.soort == "travel":
        # Up, never down: at a rounded distance that is shorter it still can't be done.
        verder = number_text(ceil(one.waarde * 10 - 1e-9) / 10, 1)
        nu = f", nu {number_text(vraag.reis, 1)}" if vraag.reis is not None else ""
        return f"de reisgrens moet {verder}{VAST}km zijn{nu};"
    if one.soort == "mix":
        return (
            f"de band moet {number_text(one.waarde, 0)} procentpunt zijn, "
            f"nu {number_text(vraag.band, 0)};"
        )
    where = ", ".join(f"{school} {count}" for school, count in one.scholen)
    wat = "plaatsen te weinig" if one.soort == "capacity" else "leerlingen onder het minimum"
    return f"samen {number_text(one.waarde, 0)} {wat}: {where};"


_NAMEN: Mapping[str, str] = {
    "capacity": "de capaciteit",
    "least": "het minimum per school",
    "travel": "de reisgrens",
    "mix": "de band",
}


def _joined(kinds: Sequence[str]) -> str:
    *eerste, laatste = (_NAMEN[kind] for kind in kinds)
    return f"{', '.join(eerste)} en {laatste}"
