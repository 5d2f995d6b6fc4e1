"""An assignment asks attention of who must act, a proposal a month before its last day."""

from datetime import date, timedelta

import pytest

from openlea.policy.vandaag import PuntSoort
from openlea.policy.vandaag_opdrachten import (
    BINNENKORT,
    Opdrachtvraag,
    Opdrachtwerk,
    of_opdrachten,
)

TODAY = date(2026, 11, 22)


def asks(days: int | None, werk: Opdrachtwerk = Opdrachtwerk.UITWERKEN) -> Opdrachtvraag:
    op = None if days is None else TODAY + timedelta(days=days)
    return Opdrachtvraag(werk=werk, titel="Dekkend aanbod", waar="opdracht:3", op=op)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (BINNENKORT.days + 1, []),
        (BINNENKORT.days, ["Voorstel uiterlijk 22 december 2026: Dekkend aanbod"]),
        (0, ["Voorstel uiterlijk 22 november 2026: Dekkend aanbod"]),
        (-1, ["Voorstel is te laat: Dekkend aanbod"]),
        (None, []),
    ],
)
def test_a_proposal_is_asked_a_month_ahead_and_until_it_is_there(
    days: int | None, said: list[str]
) -> None:
    assert [one.tekst for one in of_opdrachten([asks(days)], TODAY)] == said


@pytest.mark.parametrize("werk", [one for one in Opdrachtwerk if one is not Opdrachtwerk.UITWERKEN])
def test_a_step_that_waits_for_somebody_is_asked_at_once(werk: Opdrachtwerk) -> None:
    (punt,) = of_opdrachten([asks(None, werk)], TODAY)
    assert (punt.soort, punt.knop, punt.waar) == (PuntSoort.OPDRACHT, werk.label, "opdracht:3")


def test_many_of_one_kind_are_one_point_that_leads_to_the_board() -> None:
    (punt,) = of_opdrachten([asks(5), asks(-3), asks(9)], TODAY)
    assert (punt.aantal, punt.waar, punt.op) == (3, "", TODAY - timedelta(days=3))
