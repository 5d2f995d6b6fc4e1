"""What sharing asks for today: the offers of other werkruimten that wait for an answer."""

from collections.abc import Collection, Iterator

from openlea.policy.schrijfwijze import count
from openlea.policy.vandaag import Punt, PuntSoort


def of_delingen(namen: Collection[str]) -> Iterator[Punt]:
    """Yield one point for all offers (the names of who offers) that wait; none when none do."""
    if not namen:
        return
    one = f"{next(iter(namen))} wil met jullie delen"
    many = f"{count(len(namen), 'werkruimte', 'werkruimten')} willen met jullie delen"
    yield Punt(
        soort=PuntSoort.DELING,
        tekst=one if len(namen) == 1 else many,
        knop="Lees het aanbod" if len(namen) == 1 else "Lees de aanbiedingen",
        aantal=len(namen),
    )
