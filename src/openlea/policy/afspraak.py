"""Whether an agreement is agreed to and can be measured, what it still misses, and what came of it.

Nothing is shown as agreed that a partij did not agree to: every partij that is named confirms for
itself, who wrote the agreement down as well. A reservation is a yes with a condition.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from openlea.core.afspraak import (
    Afspraak,
    AfspraakStaat,
    Bevestiging,
    Deelname,
    Instemming,
    Meetdeel,
    Meting,
)
from openlea.core.agenda import Richting
from openlea.policy.schrijfwijze import day, number
from openlea.policy.streefwaarde import is_met

AKKOORD = frozenset({Bevestiging.BEVESTIGD, Bevestiging.VOORBEHOUD})
_TEKENS = {Richting.MINSTENS: "minstens", Richting.HOOGSTENS: "hoogstens"}


def instemming(partijen: Iterable[Deelname]) -> Instemming:
    """Return how far an agreement is agreed to; without any partij it is a proposal."""
    said = [one.bevestiging for one in partijen]
    if Bevestiging.BEZWAAR in said:
        return Instemming.BETWIST
    agreed = bool(said) and all(one in AKKOORD for one in said)
    return Instemming.AFGESPROKEN if agreed else Instemming.VOORSTEL


def waits_for(partijen: Iterable[Deelname]) -> tuple[str, ...]:
    """Return the codes of the parties that said nothing yet."""
    return tuple(one.partij for one in partijen if one.bevestiging is Bevestiging.GEVRAAGD)


def has_doel(meting: Meting) -> bool:
    """Return whether it says which value is wanted on which day; 'done' needs only the day."""
    wanted = meting.doel is not None or meting.richting is Richting.GEDAAN
    return wanted and meting.peildatum is not None


def has_nulmeting(meting: Meting) -> bool:
    """Return whether the start is known with its day; what must be done, is not done at first."""
    if meting.richting is Richting.GEDAAN:
        return True
    return meting.nulmeting is not None and meting.nulmeting_op is not None


def meetdelen(afspraak: Afspraak) -> frozenset[Meetdeel]:
    """Return which of the five dots of the composer are lit."""
    meting = afspraak.meting
    claims = {
        Meetdeel.WAT: bool(afspraak.wat.strip()),
        Meetdeel.WIE: any(one.trekt for one in afspraak.partijen),
        Meetdeel.WANNEER: afspraak.voor is not None,
        Meetdeel.MAAT: bool(meting.maat.strip()) and has_doel(meting),
        Meetdeel.NULMETING: bool(meting.maat.strip()) and has_nulmeting(meting),
    }
    return frozenset(deel for deel, claim in claims.items() if claim)


def is_measurable(meting: Meting) -> bool:
    """Return whether it has a measure, a wanted value, its day, and where one starts."""
    return bool(meting.maat.strip()) and has_doel(meting) and has_nulmeting(meting)


def missing(afspraak: Afspraak) -> tuple[str, ...]:
    """Return in Dutch what still misses, in the order of the dots; empty when nothing does."""
    lit, meting = meetdelen(afspraak), afspraak.meting
    told = {
        Meetdeel.WAT: "Zeg wat er is afgesproken.",
        Meetdeel.WIE: "Kies wie trekt.",
        Meetdeel.WANNEER: "Zeg wanneer het klaar is.",
        Meetdeel.MAAT: _missing_measure(meting),
        Meetdeel.NULMETING: _missing_start(meting),
    }
    return tuple(told[deel] for deel in Meetdeel if deel not in lit)


def _missing_measure(meting: Meting) -> str:
    if not meting.maat.strip():
        return "Zeg ook waaraan je het meet."
    if meting.doel is None and meting.richting is not Richting.GEDAAN:
        return "Zeg welke waarde je wilt halen."
    return "Zeg op welke dag je de uitkomst meet."


def _missing_start(meting: Meting) -> str:
    if not meting.maat.strip():
        return "Zeg hoe het er nu voor staat (de nulmeting)."
    if meting.nulmeting is None and meting.nulmeting_op is not None:
        return f"De nulmeting is nog onbekend; die komt vóór {day(meting.nulmeting_op)}."
    if meting.nulmeting is not None:
        return "Zeg van welke dag de nulmeting is."
    return "Zeg hoe het er nu voor staat (de nulmeting)."


def describe_meting(meting: Meting) -> str:
    """Return the measure in words: 'minstens 40 gezinnen op 31 december 2026'; '' without one."""
    if not meting.maat.strip() or not has_doel(meting) or meting.peildatum is None:
        return ""
    if meting.richting is Richting.GEDAAN or meting.doel is None:
        return f"gedaan op {day(meting.peildatum)}"
    how = _TEKENS.get(meting.richting, "precies")
    value = f"{how} {number(meting.doel)} {meting.eenheid}".rstrip()
    return f"{value} op {day(meting.peildatum)}"


def is_met_at_start(meting: Meting) -> bool:
    """Return whether the nulmeting already meets the target: then little is promised."""
    if meting.nulmeting is None or meting.doel is None or meting.richting is Richting.GEDAAN:
        return False
    return is_met(meting.richting, meting.doel, meting.nulmeting)


def last_day(afspraak: Afspraak) -> date | None:
    """Return the day after which the result must be known, or None when none was agreed."""
    return max(filter(None, (afspraak.voor, afspraak.meting.peildatum)), default=None)


def is_late(afspraak: Afspraak, today: date) -> bool:
    """Return whether it still runs after its last day."""
    last = last_day(afspraak)
    return afspraak.staat is AfspraakStaat.LOPEND and last is not None and last < today


def judge_result(afspraak: Afspraak) -> AfspraakStaat | None:
    """Return what a measured result says came of it, or None when that can't be said.

    In part is nearer to what was wanted than the nulmeting was; without one a miss is a miss.
    """
    meting, werkelijk = afspraak.meting, afspraak.werkelijk
    if werkelijk is None or (meting.doel is None and meting.richting is not Richting.GEDAAN):
        return None
    doel = meting.doel if meting.doel is not None else werkelijk
    if is_met(meting.richting, doel, werkelijk):
        return AfspraakStaat.GEHAALD
    if meting.nulmeting is None or meting.richting is Richting.GEDAAN:
        return AfspraakStaat.NIET_GEHAALD
    nearer = abs(werkelijk - doel) < abs(meting.nulmeting - doel)
    return AfspraakStaat.DEELS if nearer else AfspraakStaat.NIET_GEHAALD


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraaktelling:
    """How many agreements there are, and how they stand; what was dropped doesn't count."""

    totaal: int = 0
    meetbaar: int = 0
    afgesproken: int = 0
    betwist: int = 0
    lopend: int = 0
    te_laat: int = 0
    gehaald: int = 0
    deels: int = 0
    niet_gehaald: int = 0

    @property
    def wacht(self) -> int:
        """Return how many wait for a partij to confirm."""
        return self.totaal - self.afgesproken - self.betwist

    @property
    def zin(self) -> str:
        """Return the count in a Dutch sentence."""
        if not self.totaal:
            return "Er zijn nog geen afspraken."
        if self.totaal == 1:
            can = "wel" if self.meetbaar else "nog niet"
            all_said = "wel" if self.afgesproken else "nog niet"
            return f"Er is 1 afspraak: {can} meetbaar, {all_said} door iedereen bevestigd."
        verb = "is" if self.meetbaar == 1 else "zijn"
        return (
            f"Van {self.totaal} afspraken {verb} er {self.meetbaar} meetbaar, "
            f"{self.afgesproken} door iedereen bevestigd."
        )


def count_afspraken(afspraken: Iterable[Afspraak], today: date) -> Afspraaktelling:
    """Return how the agreements stand; a dropped one is left out of every number."""
    each = [one for one in afspraken if one.staat is not AfspraakStaat.VERVALLEN]
    said = [instemming(one.partijen) for one in each]
    staten = [one.staat for one in each]
    return Afspraaktelling(
        totaal=len(each),
        meetbaar=sum(is_measurable(one.meting) for one in each),
        afgesproken=said.count(Instemming.AFGESPROKEN),
        betwist=said.count(Instemming.BETWIST),
        lopend=staten.count(AfspraakStaat.LOPEND),
        te_laat=sum(is_late(one, today) for one in each),
        gehaald=staten.count(AfspraakStaat.GEHAALD),
        deels=staten.count(AfspraakStaat.DEELS),
        niet_gehaald=staten.count(AfspraakStaat.NIET_GEHAALD),
    )
