"""What hangs on a part of the agenda, and so whether it may go without losing what happened."""

from dataclasses import dataclass

from openlea.policy.schrijfwijze import count, listing


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhoud:
    """How many things hang on a part of the agenda; `vervolg` are acties that go on in it.

    Targets and links without anything measured are a plan, not a story: they go along.
    """

    speerpunten: int = 0
    acties: int = 0
    posten: int = 0
    meldingen: int = 0
    metingen: int = 0
    opmerkingen: int = 0
    documenten: int = 0
    vervolg: tuple[str, ...] = ()


_WORDS = {
    "speerpunten": ("speerpunt", "speerpunten"),
    "acties": ("actie", "acties"),
    "posten": ("begrotingspost", "begrotingsposten"),
    "meldingen": ("melding", "meldingen"),
    "metingen": ("meting", "metingen"),
    "opmerkingen": ("opmerking", "opmerkingen"),
    "documenten": ("document", "documenten"),
}


def why_it_stays(inhoud: Inhoud) -> str:
    """Return why this can't be removed, as a sentence; empty when it may go."""
    amounts = {name: getattr(inhoud, name) for name in _WORDS}
    parts = [count(amount, *_WORDS[name]) for name, amount in amounts.items() if amount]
    if inhoud.vervolg:
        parts.append(f"wat verdergaat uit {listing(list(inhoud.vervolg))}")
    if not parts:
        return ""
    return f"Hier hangt nog aan: {listing(parts)}. Dat blijft bewaard, dus dit kan niet weg."
