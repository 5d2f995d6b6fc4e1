"""When a decision is one that the parties agree to, and what must be said before it counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openlea.core.besluit import Standpunt
from openlea.core.overleg import Aanwezigheid, Mandaat
from openlea.core.plansoort import OverlegUitkomst

_RANK = (Mandaat.ZONDER, Mandaat.RUGGESPRAAK, Mandaat.MET)
INSTEMMEND = frozenset({Standpunt.EENS, Standpunt.VOORBEHOUD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Zetel:
    """Somebody at the table: the code of the partij ('' for a guest), the mandate, and presence."""

    partij: str
    mandaat: Mandaat
    aanwezigheid: Aanwezigheid = Aanwezigheid.ONBEKEND


@dataclass(frozen=True, slots=True, kw_only=True)
class Stem:
    """What a partij thinks, and how far whoever sat there may bind it."""

    partij: str
    mandaat: Mandaat
    standpunt: Standpunt

    @property
    def telt(self) -> bool:
        """Return whether it counts: it was there, and it may decide."""
        return self.mandaat is Mandaat.MET and self.standpunt is not Standpunt.AFWEZIG


def presence_of(zetels: Iterable[Zetel]) -> dict[str, Aanwezigheid]:
    """Return per partij whether it is there: one person who is there is enough.

    Who sent word is 'afgemeld' only if nobody of that partij is still expected.
    """
    order = (
        Aanwezigheid.AANWEZIG,
        Aanwezigheid.ONBEKEND,
        Aanwezigheid.AFGEMELD,
        Aanwezigheid.AFWEZIG,
    )
    found: dict[str, Aanwezigheid] = {}
    for zetel in zetels:
        known = found.get(zetel.partij, Aanwezigheid.AFWEZIG)
        found[zetel.partij] = min(known, zetel.aanwezigheid, key=order.index)
    return {code: there for code, there in found.items() if code}


def mandates_of(zetels: Iterable[Zetel]) -> dict[str, Mandaat]:
    """Return per partij the widest mandate of who is there, or of who is asked if nobody is."""
    seats = [one for one in zetels if one.partij]
    there = {one.partij for one in seats if one.aanwezigheid is Aanwezigheid.AANWEZIG}
    found: dict[str, Mandaat] = {}
    for zetel in seats:
        if zetel.partij in there and zetel.aanwezigheid is not Aanwezigheid.AANWEZIG:
            continue
        known = found.get(zetel.partij, Mandaat.ZONDER)
        found[zetel.partij] = max(known, zetel.mandaat, key=_RANK.index)
    return found


def absent_parties(zetels: Iterable[Zetel]) -> frozenset[str]:
    """Return the parties of which nobody is there, as far as was said."""
    away = {Aanwezigheid.AFGEMELD, Aanwezigheid.AFWEZIG}
    return frozenset(code for code, there in presence_of(zetels).items() if there in away)


def votes(zetels: Iterable[Zetel], standpunten: Mapping[str, Standpunt]) -> tuple[Stem, ...]:
    """Return what every partij at the table thinks; who is away and said nothing is absent."""
    seats = tuple(zetels)
    away = absent_parties(seats)
    said = {**dict.fromkeys(away, Standpunt.AFWEZIG), **standpunten}
    return tuple(
        Stem(partij=code, mandaat=mandaat, standpunt=said[code])
        for code, mandaat in mandates_of(seats).items()
        if code in said
    )


def unheard(zetels: Iterable[Zetel], standpunten: Mapping[str, Standpunt]) -> tuple[str, ...]:
    """Return the parties that may decide, are not away, and of which nothing was said."""
    seats = tuple(zetels)
    away = absent_parties(seats)
    return tuple(
        code
        for code, mandaat in mandates_of(seats).items()
        if mandaat is Mandaat.MET and code not in away and code not in standpunten
    )


def follows_from(stemmen: Iterable[Stem]) -> OverlegUitkomst:
    """Return the outcome that follows from what was said.

    There is agreement when a partij that may decide agrees, and none of those disagrees.
    """
    counted = [one for one in stemmen if one.telt]
    agrees = any(one.standpunt in INSTEMMEND for one in counted)
    refuses = any(one.standpunt is Standpunt.NIET_EENS for one in counted)
    return OverlegUitkomst.OVEREENSTEMMING if agrees and not refuses else OverlegUitkomst.GEEN


def outcome_fault(uitkomst: OverlegUitkomst, stemmen: Iterable[Stem]) -> str:
    """Return in Dutch why an outcome can't be, or ''."""
    said = tuple(stemmen)
    against = sum(one.telt and one.standpunt is Standpunt.NIET_EENS for one in said)
    if uitkomst is OverlegUitkomst.GESCHIL and not against:
        return "Er is pas een geschil als een partij die mag besluiten het niet eens is."
    if uitkomst is not OverlegUitkomst.OVEREENSTEMMING:
        return ""
    if against:
        return "Er is geen overeenstemming: een partij die mag besluiten, is het niet eens."
    if follows_from(said) is not OverlegUitkomst.OVEREENSTEMMING:
        return "Er is geen partij die mag besluiten en het eens is."
    return ""
