"""Says in words how transitions go: one number, and what stands out, only when it is surely so."""

from collections.abc import Iterable, Iterator, Sequence

from openlea.core.onthulling import Bereik
from openlea.core.overgang import Overgang, Overgangkaart
from openlea.policy.cijfertekst import bereik_tekst, number_text
from openlea.policy.overgang import Stand

VEEL_ONBEKEND = 20.0
"""From so many percent unknown on, that is what stands out."""
TE_BREED = 50.0
"""A range wider than this says less than that it isn't known."""


def age_text(kaart: Overgangkaart) -> str:
    """Return 'rond 4 jaar' or '11 tot 13 jaar'."""
    low, high = kaart.leeftijd
    return f"rond {low} jaar" if low == high else f"{low} tot {high} jaar"


def share_text(stand: Stand | None) -> str:
    """Return '60 tot 80 %', or '' when there is no share, or one that says nothing."""
    found = stand.aandeel if stand else None
    if found is None or found.hoog - found.laag > TE_BREED:
        return ""
    return bereik_tekst(found, 0, "%")


def known_text(stand: Stand | None) -> str:
    """Return 'van 1.760 leerlingen; van 91 % is het bekend', or ''."""
    if stand is None or stand.totaal is None or stand.totaal.precies is None:
        return ""
    text = f"van {number_text(stand.totaal.laag, 0)}"
    known = stand.bekend
    if known is None or known.precies in {None, 100.0}:
        return text
    return f"{text}; van {bereik_tekst(known, 0, '%')} is het bekend"


def bar_text(kaart: Overgangkaart, stand: Stand | None) -> str:
    """Return what a bar shows, for who can't see it."""
    share = stand.aandeel if stand else None
    if share is None:
        return f"{kaart.id.label}: hiervan is niets bekend."
    unknown = number_text(share.hoog - share.laag, 0)
    return (
        f"{kaart.id.label}: zeker {number_text(share.laag, 0)} % ging goed, "
        f"van {unknown} % is het niet bekend, {number_text(100 - share.hoog, 0)} % ging niet goed."
    )


def remarks(told: Sequence[tuple[Overgangkaart, Stand | None]]) -> tuple[str, ...]:
    """Return at most two sentences of what stands out, the surest first."""
    shares = [(kaart, stand.aandeel) for kaart, stand in told if stand and stand.aandeel]
    found = [*_worst(shares), *_least_known(told), *_silent(told)]
    return tuple(found[:2])


def _worst(shares: Iterable[tuple[Overgangkaart, Bereik | None]]) -> Iterator[str]:
    """Yield the transition that goes least well, when no other can be lower."""
    known = [(kaart, share) for kaart, share in shares if share is not None]
    for kaart, share in sorted(known, key=lambda one: one[1].hoog):
        rest = [other for card, other in known if card is not kaart]
        if rest and all(share.hoog < other.laag for other in rest):
            yield (
                f"Het minst goed gaat {_in_sentence(kaart.id)}: bij "
                f"{bereik_tekst(share, 0, '%')} van de {kaart.noemer}."
            )
        return


def _least_known(told: Iterable[tuple[Overgangkaart, Stand | None]]) -> Iterator[str]:
    for kaart, stand in told:
        known = stand.bekend if stand else None
        if known is not None and known.hoog <= 100 - VEEL_ONBEKEND:
            open_ = Bereik(100 - known.hoog, 100 - known.laag)
            yield (
                f"Bij {_in_sentence(kaart.id)} weet niemand hoe het ging met "
                f"{bereik_tekst(open_, 0, '%')} van hen."
            )


def _silent(told: Sequence[tuple[Overgangkaart, Stand | None]]) -> Iterator[str]:
    silent = [kaart for kaart, stand in told if stand is None]
    if len(silent) == len(told):
        yield "Van geen enkele overgang is al iets bekend."
    elif len(silent) > 1:
        yield f"Over {len(silent)} van de {len(told)} overgangen is nog niets aangeleverd."


def _in_sentence(overgang: Overgang) -> str:
    return overgang.label[:1].lower() + overgang.label[1:]
