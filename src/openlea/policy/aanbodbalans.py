"""Help at schools beside what they need: where the two lie apart.

Need is told in thirds of the schools whose need is known, help in thirds of those among them that
have any. Schools that can't be told apart are in the same third, so a third may hold more schools
than a third of them. What isn't known stays so: it never counts as nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from openlea.core.keuze import Keuze
from openlea.core.onthulling import KLEINSTE_NOEMER, NUL, VERBORGEN_HOOG, VERBORGEN_LAAG, Bereik

DELEN = 3
PER = 100


class Behoeftemaat(Keuze):
    """How much a school needs, beside the others."""

    HOOG = "hoog", "veel nodig"
    MIDDEN = "midden", "gemiddeld nodig"
    LAAG = "laag", "minder nodig"
    ONBEKEND = "onbekend", "niet bekend"


class Hulpmaat(Keuze):
    """How much help a school has, beside the others."""

    GEEN = "geen", "geen hulp bekend"
    WEINIG = "weinig", "weinig hulp"
    MIDDEN = "midden", "gemiddeld"
    VEEL = "veel", "veel hulp"
    WEL = "wel", "wel hulp, niet te vergelijken"
    ONBEKEND = "onbekend", "hulp niet bekend"


class Ligging(Keuze):
    """Whether help and need lie together; in the order in which they are told."""

    TEKORT = "tekort", "veel nodig, weinig of geen hulp"
    RUIM = "ruim", "minder nodig, veel hulp"
    SAMEN = "samen", "geen groot verschil"
    ONBEKEND = "onbekend", "niet te zeggen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolhulp:
    """A school as it is compared.

    `behoefte` is a weight or share, more is more need; `uren` a week, nought when there is no help
    and None when it isn't known how many; `is_er` says that there is help at all. None is unknown.
    """

    school: str
    behoefte: float | None
    uren: float | None
    is_er: bool
    leerlingen: Bereik | None

    @property
    def per_100(self) -> Bereik | None:
        """Return hours a week per 100 pupils; None when that can't be said."""
        if self.uren is None:
            return None
        if not self.uren:
            return NUL
        few = self.leerlingen is None or self.leerlingen.laag < KLEINSTE_NOEMER
        if self.leerlingen is None or few:
            return None
        return Bereik(
            PER * self.uren / self.leerlingen.hoog, PER * self.uren / self.leerlingen.laag
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolbalans:
    """What came of comparing a school."""

    school: str
    behoefte: Behoeftemaat
    hulp: Hulpmaat

    @property
    def ligging(self) -> Ligging:
        """Return whether help and need lie together."""
        if Behoeftemaat.ONBEKEND is self.behoefte or Hulpmaat.ONBEKEND is self.hulp:
            return Ligging.ONBEKEND
        if self.behoefte is Behoeftemaat.HOOG and self.hulp in {Hulpmaat.GEEN, Hulpmaat.WEINIG}:
            return Ligging.TEKORT
        if self.behoefte is Behoeftemaat.LAAG and self.hulp is Hulpmaat.VEEL:
            return Ligging.RUIM
        return Ligging.SAMEN


def balance_schools(scholen: Iterable[Schoolhulp]) -> tuple[Schoolbalans, ...]:
    """Return the schools, those where help may lack first and within that who needs most."""
    known = sorted(scholen, key=lambda one: one.school)
    needs = {
        one.school: Bereik(one.behoefte, one.behoefte) for one in known if one.behoefte is not None
    }
    rates = {
        one.school: rate
        for one in known
        if one.school in needs and (rate := one.per_100) is not None and rate.hoog
    }
    much, little = thirds(needs)
    most, least = thirds(rates)
    found = [
        Schoolbalans(
            school=one.school,
            behoefte=_need(one.school, needs, much, little),
            hulp=_help(one, rates, most, least),
        )
        for one in known
    ]
    order = list(Ligging)
    need = {one.school: -(one.behoefte or 0.0) for one in known}
    found.sort(key=lambda one: (order.index(one.ligging), need[one.school]))
    return tuple(found)


def thirds(values: Mapping[str, Bereik]) -> tuple[frozenset[str], frozenset[str]]:
    """Return who is in the highest and who is in the lowest third; none of fewer than three.

    Who can't be told from somebody in it is in it too; who would be in both is in neither.
    """
    room = len(values) // DELEN
    ranges = list(values.values())
    high = {
        name
        for name, one in values.items()
        if sum(other.laag > one.hoog for other in ranges) < room
    }
    low = {
        name
        for name, one in values.items()
        if sum(other.hoog < one.laag for other in ranges) < room
    }
    return frozenset(high - low), frozenset(low - high)


def reach_words(bereik: int | None) -> str:
    """Return how many pupils were reached; one to four is only '<5', and '' is not known."""
    if bereik is None:
        return ""
    return "<5" if VERBORGEN_LAAG <= bereik <= VERBORGEN_HOOG else str(bereik)


def kept_reach(bereik: int | None) -> int | None:
    """Return what is kept of a number of pupils: one to four all become one, which says '<5'."""
    if bereik is not None and VERBORGEN_LAAG <= bereik <= VERBORGEN_HOOG:
        return VERBORGEN_LAAG
    return bereik


def sum_area(gebied: str, scholen: Sequence[Schoolhulp]) -> Schoolhulp:
    """Return an area as its schools together; the need is the plain mean of those that have one.

    Schools whose need isn't known are left out; the hours are unknown when those of one are.
    """
    known = [one for one in scholen if one.behoefte is not None]
    hours = [one.uren for one in known if one.uren is not None]
    pupils = [one.leerlingen for one in known if one.leerlingen is not None]
    needs = [one.behoefte for one in known if one.behoefte is not None]
    whole = bool(known)
    return Schoolhulp(
        school=gebied,
        behoefte=sum(needs) / len(needs) if needs else None,
        uren=sum(hours) if whole and len(hours) == len(known) else None,
        is_er=any(one.is_er for one in known),
        leerlingen=sum(pupils, NUL) if whole and len(pupils) == len(known) else None,
    )


def _need(
    school: str, needs: Mapping[str, Bereik], much: frozenset[str], little: frozenset[str]
) -> Behoeftemaat:
    if school not in needs or len(needs) < DELEN:
        return Behoeftemaat.ONBEKEND
    if school in much:
        return Behoeftemaat.HOOG
    return Behoeftemaat.LAAG if school in little else Behoeftemaat.MIDDEN


def _help(
    one: Schoolhulp, rates: Mapping[str, Bereik], most: frozenset[str], least: frozenset[str]
) -> Hulpmaat:
    rate = one.per_100
    if rate is not None and not rate.hoog:
        return Hulpmaat.GEEN
    if rate is None and not one.is_er and not one.uren:
        return Hulpmaat.ONBEKEND
    if one.school not in rates or len(rates) < DELEN:
        return Hulpmaat.WEL
    if one.school in most:
        return Hulpmaat.VEEL
    return Hulpmaat.WEINIG if one.school in least else Hulpmaat.MIDDEN
