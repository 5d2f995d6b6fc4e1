"""The pictures of agreements: all of them as one strip, and one with where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from openlea.core.afspraak import Afspraak, AfspraakStaat, Instemming
from openlea.core.agenda import Jaarwaarde, Richting, Streefwaarde
from openlea.services.afspraken.regel import Afspraakregel
from openlea.web.charts.svg import element
from openlea.web.pages.actie.grafiek import draw_streefwaarde

SIDE, GAP, PER_ROW = 18.0, 5.0, 24


@dataclass(frozen=True, slots=True)
class Vak:
    """A group of agreements in the strip: its word, how many, and how it is drawn."""

    soort: str
    naam: str
    aantal: int
    teken: SafeString


VAKKEN = (
    ("gehaald", "gehaald"),
    ("deels", "deels gehaald"),
    ("afgesproken", "loopt, iedereen bevestigde"),
    ("wacht", "loopt, wacht op bevestiging"),
    ("te_laat", "te laat"),
    ("niet", "niet gehaald of betwist"),
)


def group_of(regel: Afspraakregel) -> str:
    """Return in which group of the strip an agreement stands; '' for what was dropped."""
    staat = regel.afspraak.staat
    settled = {
        AfspraakStaat.GEHAALD: "gehaald",
        AfspraakStaat.DEELS: "deels",
        AfspraakStaat.NIET_GEHAALD: "niet",
        AfspraakStaat.VERVALLEN: "",
    }
    if staat in settled:
        return settled[staat]
    if regel.te_laat:
        return "te_laat"
    said = regel.instemming
    if said is Instemming.BETWIST:
        return "niet"
    return "afgesproken" if said is Instemming.AFGESPROKEN else "wacht"


def groups(regels: Sequence[Afspraakregel]) -> list[Vak]:
    """Return the groups that have anything in them, in the order of the strip."""
    each = [group_of(one) for one in regels]
    return [
        Vak(soort, naam, each.count(soort), _mark(soort)) for soort, naam in VAKKEN if soort in each
    ]


def draw_strip(regels: Sequence[Afspraakregel]) -> SafeString:
    """Return a square per agreement, a full one when it can be measured; words stand beside it."""
    order = [soort for soort, _ in VAKKEN]
    shown = [one for one in regels if group_of(one)]
    shown.sort(key=lambda one: (order.index(group_of(one)), not one.meetbaar))
    step = SIDE + GAP
    squares = [
        _square(group_of(one), (n % PER_ROW) * step, (n // PER_ROW) * step, full=one.meetbaar)
        for n, one in enumerate(shown)
    ]
    rows = (len(shown) + PER_ROW - 1) // PER_ROW
    width, height = min(len(shown), PER_ROW) * step - GAP, rows * step - GAP
    drawing = element(
        "svg",
        *squares,
        class_="af-strook",
        viewBox=f"0 0 {max(width, 1):.0f} {max(height, 1):.0f}",
        width=max(width, 1),
        height=max(height, 1),
        aria_hidden="true",
        focusable="false",
    )
    return mark_safe(drawing)  # noqa: S308  # element() escapes every attribute


def _square(soort: str, x: float, y: float, *, full: bool) -> str:
    """Return a square; what can't be measured is an outline, so that colour is never alone."""
    inset = 0.0 if full else 1.5
    return element(
        "rect",
        x=x + inset,
        y=y + inset,
        width=SIDE - 2 * inset,
        height=SIDE - 2 * inset,
        rx=4.0,
        class_=f"af-vak af-vak--{soort}{'' if full else ' af-vak--open'}",
    )


def _mark(soort: str) -> SafeString:
    drawn = element(
        "svg",
        _square(soort, 0, 0, full=True),
        class_="af-teken",
        viewBox=f"0 0 {SIDE:.0f} {SIDE:.0f}",
        aria_hidden="true",
        focusable="false",
    )
    return mark_safe(drawn)  # noqa: S308  # element() escapes every attribute


def draw_meting(one: Afspraak) -> SafeString:
    """Return from where to where, by year; nothing when start and target are of one year."""
    meting = one.meting
    if meting.peildatum is None or meting.doel is None or meting.richting is Richting.GEDAAN:
        return SafeString("")
    start = meting.nulmeting_op
    jaren = [Jaarwaarde(jaar=meting.peildatum.year, doel=meting.doel, werkelijk=one.werkelijk)]
    if meting.nulmeting is not None and start and start.year < meting.peildatum.year:
        jaren.insert(0, Jaarwaarde(jaar=start.year, werkelijk=meting.nulmeting))
    if len(jaren) == 1 and one.werkelijk is None:
        return SafeString("")
    return draw_streefwaarde(
        Streefwaarde(
            code="",
            bij="",
            maat=meting.maat,
            eenheid=meting.eenheid,
            richting=meting.richting,
            jaren=tuple(jaren),
        )
    )
