"""Early school leaving, in two meanings that are never put beside each other as one series.

The statistic counts who left between two 1 Octobers. The support group of the law since 2026 is
whoever may be helped: a group, and no statistic.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openlea.core.errors import BadInput, Fout
from openlea.core.keuze import Keuze
from openlea.policy.cijfertekst import rounded

STEUN_VANAF = date(2026, 1, 1)
"""Since when WEB title 9.2 holds: support until 27."""
VIER_WEKEN = 4


class Vsvwijze(Keuze):
    """Which of the two is meant."""

    STATISTIEK = "vsv_12_22", "Nieuwe vsv'ers van 12 tot en met 22 jaar (statistiek)"
    STEUNGROEP = "steun_onder_27", "Jongeren onder 27 jaar die steun krijgen (wet, vanaf 2026)"


UITLEG = {
    Vsvwijze.STATISTIEK: (
        "Wie 12 tot en met 22 jaar is, op 1 oktober was ingeschreven zonder startkwalificatie, en "
        "een jaar later niet meer is ingeschreven en er nog geen heeft."
    ),
    Vsvwijze.STEUNGROEP: (
        "Wie jonger is dan 27 jaar, niet leer- of kwalificatieplichtig is, geen startkwalificatie "
        "heeft, en niet is ingeschreven of ten minste vier weken afwezig is."
    ),
}
"""Statistic: DUO, before 2026. Support group: WEB article 9.2.1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderwijsdeelname:
    """What must be known of somebody to count them: age and enrolment on two 1 Octobers.

    `vrijgesteld` is a diploma of pro or vso-arbeid, or mbo-1 with a job: then nobody is counted.
    `diploma_op` is of the startkwalificatie.
    """

    leeftijd: int
    ingeschreven: bool
    ingeschreven_later: bool
    diploma_op: date | None = None
    vrijgesteld: bool = False


def is_vsv(een: Onderwijsdeelname, jaar: int) -> bool:
    """Say whether the statistic counts somebody who was enrolled on 1 October of `jaar`.

    A diploma that came up to and including 31 December of the next year still counts.
    """
    if not 12 <= een.leeftijd <= 22 or een.vrijgesteld:  # noqa: PLR2004 - the ages of the statistic
        return False
    if een.diploma_op is not None and een.diploma_op <= date(jaar + 1, 12, 31):
        return False
    return een.ingeschreven and not een.ingeschreven_later


@dataclass(frozen=True, slots=True, kw_only=True)
class Jongere:
    """What must be known of somebody for the support group."""

    leeftijd: int
    startkwalificatie: bool
    plichtig: bool
    ingeschreven: bool
    weken_afwezig: int = 0


def may_be_helped(een: Jongere, op: date) -> bool:
    """Say whether the law counts somebody in the support group; nobody before 2026."""
    if op < STEUN_VANAF or een.leeftijd >= 27:  # noqa: PLR2004 - WEB 9.2.1
        return False
    away = not een.ingeschreven or een.weken_afwezig >= VIER_WEKEN
    return away and not een.startkwalificatie and not een.plichtig


def vsv_share(vsv: int, deelnemers: int) -> Decimal:
    """Return vsv in percent of participants of 12 to 22, with two decimals, half up."""
    return rounded(100 * vsv / deelnemers, 2)


def refuse_comparison(een: Vsvwijze, ander: Vsvwijze) -> None:
    """Raise BadInput when two numbers count different people."""
    if een is not ander:
        raise BadInput([Fout("", "wijze", NIET_VERGELIJKBAAR)])


NIET_VERGELIJKBAAR = (
    "De statistiek telt wie in een jaar van school ging. De steungroep is wie nu hulp kan krijgen, "
    "tot 27 jaar. Dat zijn andere jongeren: vergelijk deze getallen niet."
)
