"""What can't be in a casus, and until when it may be kept."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, timedelta

from openlea.core.casus import Casusinhoud, Casusstap, Maatwerkbudget, Uitkomst
from openlea.core.duur import Duur, Tijdseenheid
from openlea.core.errors import Fout
from openlea.policy.casustekst import judge_text

EEN_JAAR = Duur(1, Tijdseenheid.JAAR)
OLDEST = timedelta(days=365 * 15)
MOST = 10_000_000
"""Cents: a hundred thousand euro; more is a slip of the pen."""
MOST_DEEDS = 60


def last_day(today: date) -> date:
    """Return the latest day that may be chosen to remove a casus."""
    return EEN_JAAR.after(today)


def at_closing(verwijderen_op: date, gesloten_op: date) -> date:
    """Return until when a casus is kept that is closed: never over a year after that."""
    return min(verwijderen_op, EEN_JAAR.after(gesloten_op))


def day_faults(verwijderen_op: date, today: date) -> Iterator[Fout]:
    """Yield what is wrong with the day of removal."""
    if verwijderen_op <= today:
        yield Fout("", "verwijderen_op", "Kies een dag na vandaag.")
    if verwijderen_op > last_day(today):
        reden = "Kies een dag binnen een jaar. Is er dan nog tijd nodig, dan verleng je."
        yield Fout("", "verwijderen_op", reden)


def faults_of(inhoud: Casusinhoud, treden: Collection[str], today: date) -> Iterator[Fout]:
    """Yield every fault by its field; none quotes what was typed."""
    yield from _days(inhoud, today)
    yield from _texts(inhoud)
    for one in inhoud.stappen:
        if one.trede not in treden:
            yield Fout("", "trede", "Kies een stap van de ladder.")
    if [one.op for one in inhoud.stappen] != sorted(one.op for one in inhoud.stappen):
        yield Fout("", "op", "Deze stap ligt vóór de vorige stap.")
    if len(inhoud.gedaan) + len(inhoud.stappen) > MOST_DEEDS:
        yield Fout("", "op", f"Een casus heeft hoogstens {MOST_DEEDS} stappen en pogingen.")
    for budget in inhoud.budgetten:
        yield from _money(budget)


def with_step(inhoud: Casusinhoud, trede: str, op: date) -> Casusinhoud:
    """Return the casus one step of the ladder further."""
    return replace(inhoud, stappen=(*inhoud.stappen, Casusstap(trede, op)))


def closed(inhoud: Casusinhoud, uitkomst: Uitkomst, op: date) -> Casusinhoud:
    """Return the casus as it ended: nothing is to be done any more."""
    done = replace(inhoud, uitkomst=uitkomst, uitkomst_op=op)
    return replace(done, volgende="", volgende_voor=None)


def _days(inhoud: Casusinhoud, today: date) -> Iterator[Fout]:
    past = (
        ("thuis_sinds", inhoud.thuis_sinds),
        ("aangemeld_op", inhoud.aangemeld_op),
        ("uitkomst_op", inhoud.uitkomst_op),
        *(("op", one.op) for one in inhoud.stappen),
        *(("op", one.op) for one in inhoud.gedaan),
        *(("gevraagd_op", one.gevraagd_op) for one in inhoud.budgetten),
        *(("besloten_op", one.besloten_op) for one in inhoud.budgetten),
    )
    for field, one in past:
        if one is not None and one > today:
            yield Fout("", field, "Deze dag is nog niet geweest.")
        elif one is not None and one < today - OLDEST:
            yield Fout("", field, "Deze dag is te lang geleden. Kijk het jaar na.")
    ahead = inhoud.volgende_voor
    if ahead is not None and ahead > today + OLDEST:
        yield Fout("", "volgende_voor", "Deze dag is te ver weg. Kijk het jaar na.")
    if inhoud.uitkomst_op and inhoud.uitkomst_op < inhoud.thuis_sinds:
        yield Fout("", "uitkomst_op", "Deze dag ligt vóór de dag dat het thuiszitten begon.")


def _texts(inhoud: Casusinhoud) -> Iterator[Fout]:
    said = [("volgende", inhoud.volgende), *(("kort", one.kort) for one in inhoud.gedaan)]
    for field, text in said:
        if reden := judge_text(text)[1]:
            yield Fout("", field, reden)
    if bool(inhoud.volgende) != bool(inhoud.volgende_voor) and not inhoud.is_gesloten:
        field = "volgende_voor" if inhoud.volgende else "volgende"
        yield Fout("", field, "Zeg zowel wat de volgende stap is als op welke dag.")


def _money(one: Maatwerkbudget) -> Iterator[Fout]:
    for field, amount in (("gevraagd", one.gevraagd), ("toegekend", one.toegekend or 0)):
        if not 0 <= amount <= MOST:
            yield Fout("", field, "Een maatwerkbudget is 0 tot 100.000 euro.")
    if one.gevraagd == 0:
        yield Fout("", "gevraagd", "Vul in hoeveel er is gevraagd.")
    if (one.toegekend is None) != (one.besloten_op is None):
        field = "toegekend" if one.toegekend is None else "besloten_op"
        yield Fout("", field, "Bij een besluit horen een bedrag en een dag; 0 is een afwijzing.")
    if one.besloten_op and one.besloten_op < one.gevraagd_op:
        yield Fout("", "besloten_op", "Het besluit ligt vóór de vraag.")
