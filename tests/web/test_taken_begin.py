"""A task of before this werkruimte is told without blame, and one that isn't ours goes at once."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from openlea.core.verplichting import TaakStaat
from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Verplichting, Werkruimte
from tests.services.taken_wereld import school_board, task, task_of
from tests.world import World

BEHEER, PUBLIEK = LidRol.AGENDABEHEERDER, LidRol.PUBLIEK
ASKS = "al voorbij toen deze werkruimte begon. Is het gedaan? Voeg het bewijs toe."
TELLS = "al voorbij toen deze werkruimte begon. Het kan gedaan zijn"


def page(world: World, path: str, rol: LidRol = BEHEER) -> str:
    """Return the text of a page."""
    answer = world.client(rol).get(world.url(path))
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.content.decode())


@pytest.fixture
def late(hilversum: World) -> Verplichting:
    """Return a public task of this year that was over on the day before the werkruimte began."""
    found = task(hilversum, "LPL-04")
    begun = timezone.localdate(hilversum.werkruimte.gemaakt_op)
    Verplichting.objects.filter(pk=found.pk).update(
        uiterlijk=begun - timedelta(days=1), jaar=begun.year
    )
    return found


@pytest.mark.parametrize(("rol", "sentence"), [(BEHEER, ASKS), (PUBLIEK, TELLS)])
def test_a_task_of_before_says_so_in_the_list_and_on_its_page(
    hilversum: World, late: Verplichting, rol: LidRol, sentence: str
) -> None:
    every = page(hilversum, "taken/?partij=alle", rol)
    assert sentence in every
    assert re.search(r"te laat \(waarvan \d+ van vóór deze werkruimte\)", every)
    one = page(hilversum, f"taken/{late.pk}/", rol)
    assert sentence in one
    assert "Te laat" in one


def test_what_became_late_since_is_told_as_late_alone(hilversum: World, late: Verplichting) -> None:
    before = timezone.now() - timedelta(days=9)
    Werkruimte.objects.filter(pk=hilversum.werkruimte.pk).update(gemaakt_op=before)
    assert "deze werkruimte begon" not in page(hilversum, f"taken/{late.pk}/")


def test_what_holds_for_some_boards_is_said_not_to_hold_in_one_click(hilversum: World) -> None:
    board = school_board(hilversum)
    task(hilversum, "LPL-04")
    mine = task_of(board, "RMC-09")
    text = page(hilversum, f"taken/{mine.pk}/")
    form = next(one for one in text.split("<form") if "Geldt niet voor ons" in one)
    told = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    assert told["staat"] == "nvt"
    address = hilversum.url(f"taken/{mine.pk}/staat/")
    hilversum.client(BEHEER).post(address, {**told, "csrfmiddlewaretoken": ""})
    mine.refresh_from_db()
    assert mine.staat == TaakStaat.NIET_VAN_TOEPASSING
    assert mine.reden == "Geldt niet voor ons. Alleen voor: schoolbestuur voortgezet onderwijs."


def test_a_task_of_the_gemeente_has_no_condition_of_the_boards_it_meets_with(
    hilversum: World,
) -> None:
    mine = task(hilversum, "LEA-01")
    assert "Alleen voor: schoolbestuur" not in page(hilversum, f"taken/{mine.pk}/")


def test_what_may_not_hold_here_is_never_told_to_do_first(hilversum: World) -> None:
    task(hilversum, "LPL-04")
    head, _, rest = page(hilversum, "taken/").partition("Open deze taak")
    assert "Begroting van het openbaar onderwijs" in rest
    assert "Begroting van het openbaar onderwijs" not in head
