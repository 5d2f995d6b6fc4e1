"""The picture of a year of tasks: totals as a bar, months as a wheel, and the list by month."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.safestring import SafeString, mark_safe

from openlea.core.verplichting import TaakStaat
from openlea.policy.schrijfwijze import MAANDEN
from openlea.policy.taak import Taak
from openlea.policy.taaktelling import Taaktelling
from openlea.services.describe_taken import Maand, Taken
from openlea.web.charts.jaarwiel_svg import Wielmaand, draw_jaarwiel, draw_teken
from openlea.web.charts.svg import element
from openlea.web.templatetags.onderdelen import Beeld
from openlea.web.templatetags.taken import taak_beeld

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of the totals: its word, how many, and its mark."""

    naam: str
    aantal: int
    staat: TaakStaat
    teken: SafeString


@dataclass(frozen=True, slots=True)
class Rij:
    """One duty in the list: of one partij, or the same of several at once."""

    taken: tuple[Taak, ...]

    @property
    def eerste(self) -> Taak:
        """Return one of them, for all that they share."""
        return self.taken[0]

    @property
    def staten(self) -> tuple[tuple[Beeld, int], ...]:
        """Return how far they are together: each state as it is shown, with how many."""
        return tuple(Counter(taak_beeld(one) for one in self.taken).most_common())


@dataclass(frozen=True, slots=True)
class Maandlijst:
    """A month of the list; `nu` when today is in it."""

    id: str
    naam: str
    telling: Taaktelling
    rijen: tuple[Rij, ...]
    nu: bool


def parts(telling: Taaktelling) -> Iterator[Deel]:
    """Yield the four parts of the totals, and what does not apply when there is any."""
    told = (
        ("bewezen", telling.bewezen, TaakStaat.BEWEZEN),
        ("op tijd bezig", telling.op_tijd, TaakStaat.BEZIG),
        ("open", telling.open, TaakStaat.OPEN),
        ("te laat", telling.te_laat, TaakStaat.TE_LAAT),
        ("niet van toepassing", telling.nvt, TaakStaat.NIET_VAN_TOEPASSING),
    )
    for naam, aantal, staat in told:
        if aantal or staat is not TaakStaat.NIET_VAN_TOEPASSING:
            yield Deel(naam, aantal, staat, mark_safe(draw_teken(staat)))  # noqa: S308 - drawn here


def draw_bar(delen: Iterable[Deel]) -> SafeString:
    """Return the totals as one bar; the words beside it say the same."""
    shown = [one for one in delen if one.staat is not TaakStaat.NIET_VAN_TOEPASSING and one.aantal]
    total = sum(one.aantal for one in shown)
    left, pieces = 0.0, []
    for one in shown:
        wide = HUNDRED * one.aantal / total
        klasse = f"tk-balkje__deel tk-balkje__deel--{one.staat.value}"
        pieces.append(
            element("rect", x=f"{left:.2f}%", width=f"{wide:.2f}%", height=14, class_=klasse)
        )
        left += wide
    drawn = element(
        "svg",
        *pieces,
        class_="tk-balkje",
        width="100%",
        height=14,
        aria_hidden="true",
        focusable="false",
    )
    return mark_safe(drawn)  # noqa: S308 - drawn here


def draw_wheel(found: Taken, jaar: int, today: date) -> SafeString:
    """Return the wheel of a year; each month leads to its part of the list."""
    maanden = [_wheel_month(one) for one in found.maanden if one.nummer in range(1, 13)]
    telling = found.telling
    svg = draw_jaarwiel(
        maanden,
        groot=f"{telling.bewezen}",
        klein=f"van {telling.totaal} bewezen",
        vandaag=today if today.year == jaar else None,
    )
    return mark_safe(svg)  # noqa: S308 - drawn and escaped by us


def _wheel_month(one: Maand) -> Wielmaand:
    staten = tuple(taak.staat for taak in one.taken)
    return Wielmaand(
        nummer=one.nummer, staten=staten, adres=f"#maand-{one.nummer}" if staten else ""
    )


def by_month(maanden: Sequence[Maand], jaar: int, today: date) -> Iterator[Maandlijst]:
    """Yield the months that have tasks."""
    for one in maanden:
        if one.taken:
            yield Maandlijst(
                id=f"maand-{one.nummer}",
                naam=_name(one.nummer, jaar),
                telling=one.telling,
                rijen=tuple(_rows(one.taken)),
                nu=(today.year, today.month) == (jaar, one.nummer),
            )


def _name(nummer: int, jaar: int) -> str:
    if nummer in range(1, 13):
        return MAANDEN[nummer - 1].capitalize()
    return f"Vóór {jaar}" if nummer < 1 else f"Na {jaar}"


def _rows(taken: Sequence[Taak]) -> Iterator[Rij]:
    """Yield what the law asks once per line: of all parties that must do the same on one day."""
    for _, same in groupby(taken, key=_shared):
        yield Rij(tuple(sorted(same, key=lambda one: one.partij)))


def _shared(one: Taak) -> tuple[date, str, str, str]:
    return one.uiterlijk, one.plicht, one.termijn, one.titel
