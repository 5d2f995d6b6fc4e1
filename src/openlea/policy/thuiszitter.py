"""Who is a thuiszitter, since when it is long, and who is none though not at school.

A thuiszitter is a leerplichtige in absoluut verzuim, or in langdurig relatief verzuim: longer than
four weeks without a valid reason. Longer than three months has priority (Kamerstuk 26695-108).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from openlea.core.duur import Duur, Tijdseenheid
from openlea.policy.verzuim import Verzuimzaak, Zaaksoort

VIER_WEKEN = timedelta(weeks=4)
DRIE_MAANDEN = Duur(3, Tijdseenheid.MAAND)
SOORTEN = (Zaaksoort.ABSOLUUT, Zaaksoort.LANGDURIG_RELATIEF)
NIET = (
    "Wie een vrijstelling heeft (artikel 5 onder a, b of c).",
    "Wie langdurig ziek is of verlof heeft: dat verzuim is geoorloofd.",
    "Wie korter dan vier weken aaneen verzuimt.",
    "Wie een verkort rooster heeft of gewoon spijbelt: dat is ander verzuim.",
)
"""What isn't in the number, though these children may be at home just as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thuiszitter:
    """One person at home: in which of the two groups, and whether longer than three months."""

    persoon: str
    soort: Zaaksoort
    lang: bool
    terug: bool


def is_thuiszitter(zaak: Verzuimzaak, peil: date) -> bool:
    """Say whether a case makes somebody a thuiszitter, by what was known on `peil`.

    Whoever isn't enrolled is one from the first day; whoever is, after more than four weeks.
    """
    if zaak.soort is Zaaksoort.ABSOLUUT:
        return True
    until = _until(zaak, peil)
    return zaak.soort is Zaaksoort.LANGDURIG_RELATIEF and until - zaak.begin > VIER_WEKEN


def is_long(zaak: Verzuimzaak, peil: date) -> bool:
    """Say whether a case lasted longer than three months on `peil`, or when it ended."""
    return _until(zaak, peil) > DRIE_MAANDEN.after(zaak.begin)


def find_thuiszitters(zaken: Iterable[Verzuimzaak], peil: date) -> tuple[Thuiszitter, ...]:
    """Return everybody who was a thuiszitter, once each: in the group of their longest case."""
    longest: dict[str, Verzuimzaak] = {}
    for one in zaken:
        if is_thuiszitter(one, peil):
            known = longest.get(one.persoon)
            if known is None or _lasted(one, peil) > _lasted(known, peil):
                longest[one.persoon] = one
    return tuple(
        Thuiszitter(
            persoon=one.persoon,
            soort=one.soort,
            lang=is_long(one, peil),
            terug=one.terug is True,
        )
        for one in longest.values()
    )


def add_groups(absoluut: int, langdurig_relatief: int) -> int:
    """Return how many thuiszitters two groups are together; nobody is in both."""
    return absoluut + langdurig_relatief


def title_of(soort: str) -> str:
    """Return what a group is called on a page."""
    return _TITELS.get(soort, soort)


_TITELS: Mapping[str, str] = {
    "absoluut": "Niet ingeschreven op een school (absoluut verzuim)",
    "langdurig_relatief": "Ingeschreven, maar langer dan vier weken afwezig",
}


def _until(zaak: Verzuimzaak, peil: date) -> date:
    return min(zaak.einde or peil, peil)


def _lasted(zaak: Verzuimzaak, peil: date) -> timedelta:
    return _until(zaak, peil) - zaak.begin
