"""Divide a budget over schools by objective criteria, and say of every school why it gets what."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from openlea.core.errors import BadInput, Fout
from openlea.policy.verdeelcriteria import Verdeelcriteria
from openlea.policy.verdeelpunten import Schoolpunten, award_points
from openlea.policy.verdeeluitleg import CENTS, Deelbedrag, school_text
from openlea.services.verdelen.rekenen import Som, amounts_of, make_som, swung_amounts
from openlea.services.verdelen.tabel import Tabel, earlier_amounts, schools_of
from openlea.services.verdelen.uitkomst import (
    Gevoeligheid,
    Gewichtproef,
    Schoolbedrag,
    Uitslag,
    Variant,
    Verdeling,
    Verschuiving,
)

VERANDERING = 0.1
MOST_BUDGET = 10_000_000_000


def verdeel(
    tabel: Tabel,
    criteria: Verdeelcriteria,
    budget: int,
    *,
    varianten: Sequence[Verdeelcriteria] = (),
    vorig: str = "",
    gevoeligheid: bool = False,
) -> Verdeling:
    """Return whole euros per school that add up to `budget` euros, and why.

    `varianten` are other criteria for the same schools and budget, `vorig` is the column with
    earlier amounts; `gevoeligheid` asks what each weight a tenth lower or higher does. BadInput
    names the row, the column or the key that is wrong, or the limit that can't be kept.
    """
    if not 0 < budget <= MOST_BUDGET:
        raise BadInput([Fout("", "budget", f"een budget is 1 tot {MOST_BUDGET} hele euro's.")])
    punten = award_points(criteria, schools_of(tabel, criteria))
    som = make_som(criteria, punten, budget)
    amounts, held = amounts_of(som)
    earlier = earlier_amounts(tabel, vorig) if vorig else [None] * len(punten)
    scholen = _schools(som, punten, amounts, held)
    made = Verdeling(
        budget=budget,
        criteria=criteria,
        scholen=tuple(replace(one, vorig=was) for one, was in zip(scholen, earlier, strict=True)),
        vorig=vorig,
        bij_gelijk=_tie_text(criteria),
    )
    return replace(
        made,
        varianten=tuple(_variant(tabel, made, one) for one in varianten),
        gevoeligheid=_sensitivity(som, made) if gevoeligheid else None,
    )


def _schools(
    som: Som, punten: Sequence[Schoolpunten], amounts: Sequence[int], held: Sequence[int]
) -> list[Schoolbedrag]:
    """Return every school with its parts; those that are excluded get nothing."""
    samen = [
        sum((one.punten[place] for one in punten if not one.uitgesloten), Decimal(0))
        for place in range(len(som.criteria.criteria))
    ]
    counted = [
        one.gewicht if total else Decimal(0)
        for one, total in zip(som.criteria.criteria, samen, strict=True)
    ]
    parts = [som.budget * gewicht / sum(counted) for gewicht in counted]
    sharing, found = iter(zip(amounts, held, strict=True)), []
    for one in punten:
        bedrag, limit = (0, 0) if one.uitgesloten else next(sharing)
        delen = () if one.uitgesloten else _parts(som.criteria, one, samen, parts)
        zin = school_text(one, bedrag, delen, held=limit, stap=som.criteria.afronding)
        found.append(
            Schoolbedrag(
                school=one.school,
                bedrag=bedrag,
                held=limit,
                uitgesloten=one.uitgesloten,
                delen=delen,
                zin=zin,
            )
        )
    return found


def _parts(
    criteria: Verdeelcriteria,
    one: Schoolpunten,
    samen: Sequence[Decimal],
    parts: Sequence[Decimal],
) -> tuple[Deelbedrag, ...]:
    """Return what each criterion gives a school of the part of the budget that it divides."""
    rows = zip(criteria.criteria, one.waarden, one.punten, samen, parts, strict=True)
    return tuple(
        Deelbedrag(
            criterium=criterium.naam,
            waarde=waarde,
            punten=punten,
            punten_samen=total,
            aandeel=float(punten / total) if total else 0.0,
            cent=_cents(part * punten / total) if total else 0,
        )
        for criterium, waarde, punten, total, part in rows
    )


def _cents(euros: Decimal) -> int:
    return int((euros * CENTS).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _tie_text(criteria: Verdeelcriteria) -> str:
    """Return who goes first when two schools have an equal claim to the last euro."""
    most = f"dan die met het meeste in kolom {criteria.bij_gelijk}, " * bool(criteria.bij_gelijk)
    return (
        "Bij een gelijke aanspraak op de laatste euro gaat de school met het grootste aandeel "
        f"voor, {most}en anders de school die in het alfabet het eerst komt."
    )


def _variant(tabel: Tabel, ours: Verdeling, criteria: Verdeelcriteria) -> Variant:
    punten = award_points(criteria, schools_of(tabel, criteria))
    amounts, _ = amounts_of(make_som(criteria, punten, ours.budget))
    sharing = iter(amounts)
    bedragen = tuple(0 if one.uitgesloten else next(sharing) for one in punten)
    return Variant(
        titel=criteria.titel,
        methode=criteria.methode.value,
        bedragen=bedragen,
        verschuiving=_shift(ours, bedragen),
    )


def _shift(ours: Verdeling, bedragen: Sequence[int]) -> Verschuiving:
    """Return who wins and loses most beside our division; of equals the first in the alphabet."""
    changed = sorted(
        (new - one.bedrag, one.school) for one, new in zip(ours.scholen, bedragen, strict=True)
    )
    least, most = changed[0], max(changed, key=lambda pair: pair[0])
    return Verschuiving(
        winst=Uitslag(most[1], max(most[0], 0)),
        verlies=Uitslag(least[1], min(least[0], 0)),
        verschoven=sum(verschil for verschil, _ in changed if verschil > 0),
    )


def _sensitivity(som: Som, ours: Verdeling) -> Gevoeligheid:
    """Return what each weight a tenth lower or higher does, from one pass of all scenarios."""
    swung = swung_amounts(som, VERANDERING)
    everyone = [[_with_excluded(ours, amounts) for amounts in pair] for pair in swung]
    proeven = tuple(
        Gewichtproef(
            criterium=one.naam,
            gewicht=one.gewicht,
            lager=_shift(ours, lower),
            hoger=_shift(ours, higher),
        )
        for one, (lower, higher) in zip(ours.criteria.criteria, everyone, strict=True)
    )
    columns = zip(*(amounts for pair in everyone for amounts in pair), strict=True)
    bereik = tuple(
        (one.school, min(one.bedrag, *column), max(one.bedrag, *column))
        for one, column in zip(ours.scholen, columns, strict=True)
    )
    return Gevoeligheid(verandering=VERANDERING, criteria=proeven, bereik=bereik)


def _with_excluded(ours: Verdeling, amounts: Sequence[int]) -> list[int]:
    sharing = iter(amounts)
    return [0 if one.uitgesloten else next(sharing) for one in ours.scholen]
