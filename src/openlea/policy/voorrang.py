"""Which class of precedence a child has at each place, and the words that say why."""

from collections.abc import Callable, Collection

from openlea.core.plaatsing import Criterium, Kind, Regels, Voorrang

SECURED = -1
"""The class of a child at the place it is sure of: before everybody."""
Near = Callable[[str], Collection[str]]


def no_class(regels: Regels) -> int:
    """Return the class of who has no precedence: the last one."""
    return 2 ** len(regels.voorrang) - 1 if regels.stapelen else len(regels.voorrang)


def classes(kind: Kind, regels: Regels, near: Near) -> dict[str, int]:
    """Return the class at each place where the child has precedence; lower goes first.

    `near` gives the places near a PC4. Places that are absent have the last class.
    """
    count, last = len(regels.voorrang), no_class(regels)
    found: dict[str, int] = {}
    # From the weakest to the strongest, so that the strongest one stays.
    for n in range(count - 1, -1, -1):
        for plek in _places(kind, regels.voorrang[n], near):
            stacked = found.get(plek, last) - 2 ** (count - 1 - n)
            found[plek] = stacked if regels.stapelen else n
    if kind.zeker:
        found[kind.zeker] = SECURED
    return found


def _places(kind: Kind, voorrang: Voorrang, near: Near) -> Collection[str]:
    """Return the places at which one criterion holds for a child, each once."""
    what = voorrang.criterium
    if what is Criterium.NABIJHEID:
        held: Collection[str] = near(kind.pc4)
    elif what is Criterium.INDICATIE:
        held = kind.wensen if kind.indicatie else ()
    elif what is Criterium.DOELGROEP:
        held = kind.wensen if kind.doelgroep else ()
    else:
        held = kind.scholen.get(what, ())
    if voorrang.alleen_eerste_keus and held:
        return [plek for plek in kind.wensen[:1] if plek in held]
    return held


def class_words(number: int, regels: Regels) -> str:
    """Return in Dutch what a class of precedence means: 'voorrang door een broer of zus …'."""
    if number == SECURED:
        return "een plek die al zeker was"
    if number >= no_class(regels):
        return "geen voorrang"
    count = len(regels.voorrang)
    if not regels.stapelen:
        return f"voorrang door {regels.voorrang[number].criterium.label}"
    bits = no_class(regels) - number
    held = [
        one.criterium.label for n, one in enumerate(regels.voorrang) if bits & 2 ** (count - 1 - n)
    ]
    return "voorrang door " + " en ".join(held)


def reserved_seats(seats: int, procent: float) -> int:
    """Return how many seats a share is: rounded down, so that shares never exceed the whole."""
    return int(seats * procent / 100 + 1e-9)
