"""What is wrong with an agreement as it was written down; what merely misses is not wrong."""

from collections.abc import Iterator
from datetime import date

from openlea.core.afspraak import Bevestiging, Meting
from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import Fout
from openlea.policy.rechten import Scope
from openlea.policy.schrijfwijze import day


def may_write(scope: Scope, *, names_own: bool, leads: bool) -> bool:
    """Return whether one may write down this agreement.

    A partij writes those that name it; who chairs or keeps the minutes of a series, those made
    there.
    """
    return scope is Scope.ALLES or (scope is Scope.EIGEN_PARTIJ and (names_own or leads))


def check_text(
    wat: str, op: date, voor: date | None, meting: Meting, today: date
) -> tuple[Fout, ...]:
    """Return what is wrong with the text, the days and the measure, per field, in Dutch."""
    return tuple(_text_faults(wat, op, voor, meting, today))


def _text_faults(
    wat: str, op: date, voor: date | None, meting: Meting, today: date
) -> Iterator[Fout]:
    if not wat.strip():
        yield Fout("", "wat", "Zeg in één zin wat er is afgesproken.")
    if op > today:
        yield Fout("", "op", f"{day(op)} ligt in de toekomst. Kies vandaag of een dag daarvoor.")
    if voor is not None and voor < op:
        yield Fout("", "voor", f"Die dag ligt vóór de afspraak van {day(op)}.")
    known = meting.nulmeting is not None and meting.nulmeting_op is not None
    if known and meting.nulmeting_op is not None and meting.nulmeting_op > today:
        reden = f"{day(meting.nulmeting_op)} ligt in de toekomst. Laat de waarde leeg als je nog "
        yield Fout("", "nulmeting_op", f"{reden}gaat meten.")


def check_reach(
    zichtbaarheid: Zichtbaarheid, partijen: tuple[str, ...], inside: tuple[str, ...]
) -> tuple[Fout, ...]:
    """Return the fault of an internal agreement that names a partij that may not read it."""
    outside = [one for one in partijen if one not in inside]
    if zichtbaarheid is not Zichtbaarheid.INTERN or not outside:
        return ()
    reden = "Een afspraak met een andere partij kan niet intern zijn: zij moet haar kunnen lezen."
    return (Fout("", "zichtbaarheid", reden),)


def check_answer(bevestiging: Bevestiging, reden: str) -> tuple[Fout, ...]:
    """Return what is wrong with what a partij says of an agreement."""
    if bevestiging is Bevestiging.GEVRAAGD:
        return (Fout("", "bevestiging", "Kies wat jullie ervan vinden."),)
    if bevestiging is not Bevestiging.BEVESTIGD and not reden.strip():
        return (Fout("", "reden", "Zeg erbij waarom. Dan kan het overleg er iets mee."),)
    return ()
