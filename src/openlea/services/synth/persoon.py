"""Made-up identities, so that the door has something to keep out: nobody has these numbers."""

from random import Random

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2)
_NAMES = ("Proefpersoon", "Verzinsel", "Voorbeeld", "Testkind", "Oefening", "Schijnbaar")
_STREETS = ("Verzonnenlaan", "Proefstraat", "Nergensplein", "Voorbeeldweg", "Testpad")
_START = "99"
"""Numbers that begin so are kept for tests."""


def draw_bsn(random: Random, taken: set[str]) -> str:
    """Return a number of nine digits that passes the elfproef and that isn't in `taken` yet."""
    while True:
        digits = _START + "".join(str(random.randrange(10)) for _ in range(6))
        rest = sum(int(one) * weight for one, weight in zip(digits, _WEIGHTS, strict=True)) % 11
        if rest < 10 and (number := f"{digits}{rest}") not in taken:  # noqa: PLR2004 - one digit
            taken.add(number)
            return number


def draw_naam(random: Random) -> str:
    """Return a name that nobody has."""
    return (
        f"{random.choice(_NAMES)} {random.choice('ABCDEFGHKLMNPRSTVW')}. {random.randrange(10000)}"
    )


def draw_adres(random: Random) -> str:
    """Return an address that isn't there."""
    return f"{random.choice(_STREETS)} {random.randrange(1, 400)}"


def draw_postcode(random: Random, pc4: str) -> str:
    """Return a whole postcode within an area of four digits."""
    letters = "".join(random.choice("ABCDEGHJKLMNPRSTVWXZ") for _ in range(2))
    return f"{pc4} {letters}"
