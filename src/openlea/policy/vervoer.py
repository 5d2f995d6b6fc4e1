"""What transport to school is reckoned with: detour, speed, and what a pupil costs, with sources.

A number without a source is marked as an assumption; a cost without a source isn't shown at all.
"""

from dataclasses import dataclass

from openlea.core.onthulling import Bereik
from openlea.policy.invoerdeel import Invoerdeel

SOORTEN = ("so", "sbo", "vso")
"""The kinds of school to which most pupils who are transported go."""
GRENZEN = (2, 3, 4, 5, 6)
"""Kilometres to hold a limit against; the law allows no more than the last."""
KLEINSTE_NOEMER = 10
"""A share of fewer pupils than this isn't told."""
CIJFERS_ACHTER_DE_KOMMA = 2
"""A distance is compared as it is shown: 6,00 km isn't more than 6 km."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebruikt:
    """A number that is reckoned with, where it comes from, and what it doesn't say.

    `bron` is empty for an assumption.
    """

    waarde: float
    bron: str
    noot: str = ""

    @property
    def is_aanname(self) -> bool:
        """Say whether nobody stands behind this number."""
        return not self.bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Tarief:
    """What a transported pupil costs in a year, in euros; `soort` is '' for all kinds."""

    soort: str
    euro: float
    jaar: int
    bron: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rekenwijze:
    """The detour factor, the speed in km per hour, and the tariffs."""

    omweg: Gebruikt
    snelheid: Gebruikt
    tarieven: tuple[Tarief, ...] = ()

    def tarief(self, soort: str) -> Tarief | None:
        """Return the newest tariff of a kind of school, else that of all kinds; None without."""
        fitting = [one for one in self.tarieven if one.soort in (soort, "")]
        return max(fitting, key=lambda one: (one.soort == soort, one.jaar), default=None)


def read_rekenwijze(deel: Invoerdeel) -> Rekenwijze:
    """Return how is reckoned; BadInput names every wrong key."""
    deel.refuse_unknown(("omweg", "snelheid"))
    found = Rekenwijze(
        omweg=_gebruikt(deel.table("omweg"), 1, 5),
        snelheid=_gebruikt(deel.table("snelheid"), 1, 120),
    )
    deel.finish()
    return found


def read_tarieven(deel: Invoerdeel) -> tuple[Tarief, ...]:
    """Return the tariffs of a file; BadInput names every wrong key, and each lacking source."""
    deel.refuse_unknown(("tarief",))
    found = tuple(_tarief(one) for one in deel.tables("tarief"))
    deel.finish()
    return found


def cost_of(leerlingen: Bereik, tarief: Tarief | None) -> Bereik | None:
    """Return the euros in a year for so many pupils; None without a sourced tariff."""
    if tarief is None:
        return None
    return Bereik(leerlingen.laag * tarief.euro, leerlingen.hoog * tarief.euro)


def share_beyond(leerlingen: Bereik, verder: Bereik, onbekend: Bereik) -> Bereik | None:
    """Return the percentage beyond the limit, of those whose distance is known.

    Who is beyond and who isn't are others, so the least of the one goes with the most of the other.
    None when there may be fewer than ten.
    """
    near_low = leerlingen.laag - verder.laag - onbekend.laag
    near_high = leerlingen.hoog - verder.hoog - onbekend.hoog
    if verder.laag + near_low < KLEINSTE_NOEMER:
        return None
    return Bereik(
        100 * verder.laag / (verder.laag + near_high), 100 * verder.hoog / (verder.hoog + near_low)
    )


def _gebruikt(deel: Invoerdeel, low: float, high: float) -> Gebruikt:
    deel.refuse_unknown(("waarde", "bron", "noot"))
    waarde = deel.number("waarde", low=low, high=high)
    if waarde is None and "waarde" not in deel.waarden:
        deel.wrong("waarde", "dit getal ontbreekt.")
    return Gebruikt(waarde=waarde or low, bron=deel.text("bron", ""), noot=deel.text("noot", ""))


def _tarief(deel: Invoerdeel) -> Tarief:
    deel.refuse_unknown(("soort", "euro", "jaar", "bron"))
    soort = deel.text("soort", "")
    if soort not in ("", *SOORTEN):
        deel.wrong("soort", f"'{soort}' kan niet. Kies uit: {', '.join(SOORTEN)}, of laat weg.")
    euro = deel.number("euro", low=0, high=1_000_000)
    if euro is None and "euro" not in deel.waarden:
        deel.wrong("euro", "het bedrag per leerling per jaar ontbreekt.")
    if not deel.text("bron", ""):
        deel.wrong("bron", "zonder bron rekent dit niet: noem het contract of het onderzoek.")
    return Tarief(
        soort=soort,
        euro=euro or 0.0,
        jaar=deel.whole("jaar", low=2000, high=2100),
        bron=deel.text("bron", ""),
    )
