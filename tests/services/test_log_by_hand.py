"""Somebody with the database in hand hides nothing: not by old dates, other names or quiet."""

import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from openlea.core.errors import Conflict
from openlea.core.logboek import INSTALLATIE, Breuk
from openlea.policy.rechten import LidRol
from openlea.services.describe_bewaring import describe_bewaring
from openlea.services.log_deed import log_deed
from openlea.services.log_event import log_event
from openlea.services.remove_expired import remove_expired
from openlea.services.seal_log import seal_log
from openlea.services.verify_log import verify_log
from openlea.storage.records.models import Logketen, Logregel
from openlea.storage.vault.logkop import mark_file, read_marks
from tests.world import World

if TYPE_CHECKING:
    from pytest_django import Settings


@pytest.fixture(autouse=True)
def own_chain(hilversum: World, settings: "Settings", tmp_path: Path) -> None:
    settings.SLEUTELS = tmp_path / "sleutels"
    Logregel.objects.all().delete()
    Logketen.objects.all().delete()


def write(world: World, count: int) -> str:
    for number in range(count):
        log_deed(world.actor(LidRol.AGENDABEHEERDER), "proef", f"regel {number + 1}")
    seal_log()
    return world.werkruimte.slug


def test_a_date_that_was_set_back_by_hand_is_no_reason_to_remove_a_line(hilversum: World) -> None:
    keten = write(hilversum, 4)
    Logregel.objects.filter(volgnummer__lt=4).update(moment=timezone.now() - timedelta(days=9000))
    today = timezone.localdate()
    due = [one for one in describe_bewaring(today, hilversum.werkruimte) if one.soort == "logregel"]
    with pytest.raises(Conflict, match="audit verify"):
        remove_expired(due, today)
    assert Logregel.objects.of_keten(keten).count() == 4
    assert [one.volgnummer for one in verify_log(keten).fouten] == [1, 2, 3]


def test_a_deed_under_the_name_of_somebody_else_is_named(hilversum: World) -> None:
    keten = write(hilversum, 2)
    other = hilversum.lid(LidRol.ANALIST).persoon_id
    Logregel.objects.filter(volgnummer=2).update(persoon_id=other)
    assert [(one.breuk, one.volgnummer) for one in verify_log(keten).fouten] == [
        (Breuk.GEWIJZIGD, 2)
    ]


def test_the_last_deed_of_a_day_is_marked_though_nobody_does_anything_after_it() -> None:
    log_event("proef", "eerste")
    seal_log()
    log_event("proef", "laatste van de dag")
    seal_log()
    moment = timezone.now().timestamp() - 120
    os.utime(mark_file(), (moment, moment))
    seal_log()
    assert ("kop", INSTALLATIE, 2) in [
        (one.soort, one.keten, one.volgnummer) for one in read_marks()[1]
    ]


def test_marks_that_were_thrown_away_stay_missed_after_the_next_deed() -> None:
    log_event("proef", "eerste")
    seal_log()
    mark_file().unlink()
    log_event("proef", "tweede")
    seal_log()
    assert Breuk.KOPBESTAND_WEG in [one.breuk for one in verify_log().fouten]
