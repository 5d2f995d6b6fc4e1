"""The log holds: what was sealed can't be touched unseen, whoever writes at once or is killed."""

import os
import signal
import threading
import time
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection, connections
from django.utils import timezone

from openlea.core.logboek import INSTALLATIE, Breuk
from openlea.services.log_event import log_event
from openlea.services.seal_log import seal_log
from openlea.services.verify_log import verify_log
from openlea.storage.records.models import Logketen, Logregel
from openlea.storage.vault.logkop import mark_file
from openlea.storage.vault.sleutelbos import LOGBOEK, destroy_key, key_of
from tests.services.logboek_schrijver import DATABASE, write_until_killed

if TYPE_CHECKING:
    from pytest_django import Settings


@pytest.fixture(autouse=True)
def own_chain(request: pytest.FixtureRequest, settings: "Settings", tmp_path: Path) -> None:
    whole = request.node.get_closest_marker("django_db").kwargs.get("transaction")
    request.getfixturevalue("transactional_db" if whole else "db")
    settings.SLEUTELS = tmp_path / "sleutels"
    by_hand("DELETE FROM records_logregel")
    by_hand("DELETE FROM records_logketen")


def write(count: int) -> None:
    for number in range(count):
        log_event("proef", f"regel {number + 1}")


def by_hand(sql: str, *values: Any) -> None:
    """Do what somebody does who has the database but not the program."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)


def found() -> list[tuple[Breuk, int]]:
    return [(one.breuk, one.volgnummer) for one in verify_log().fouten]


@pytest.mark.django_db(transaction=True)
def test_a_line_is_sealed_as_soon_as_its_deed_stands() -> None:
    write(3)
    lines = Logregel.objects.of_keten(INSTALLATIE)
    assert [one.volgnummer for one in lines] == [1, 2, 3]
    assert lines[1].vorige == lines[0].zegel
    assert found() == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        (
            "UPDATE records_logregel SET onderwerp='iets anders' WHERE volgnummer=2",
            (Breuk.GEWIJZIGD, 2),
        ),
        (
            "UPDATE records_logregel SET moment='2020-01-01' WHERE volgnummer=3",
            (Breuk.GEWIJZIGD, 3),
        ),
        ("DELETE FROM records_logregel WHERE volgnummer=2", (Breuk.VERWIJDERD, 2)),
        ("DELETE FROM records_logregel WHERE volgnummer=5", (Breuk.VERWIJDERD, 5)),
        ("DELETE FROM records_logregel", (Breuk.VERWIJDERD, 1)),
        ("UPDATE records_logketen SET zegel='x'", (Breuk.KOP, 5)),
        ("UPDATE records_logketen SET begin_volgnummer=9", (Breuk.INGEVOEGD, 1)),
    ],
)
def test_a_touch_by_hand_is_detected_and_named(sql: str, fault: tuple[Breuk, int]) -> None:
    write(5)
    by_hand(sql)
    assert found()[0] == fault


@pytest.mark.django_db(transaction=True)
def test_a_tail_that_was_cut_off_with_its_head_shows_by_the_mark_beside_the_keys() -> None:
    write(5)
    os.utime(mark_file(), (0, 0))
    write(1)
    second = Logregel.objects.get(volgnummer=2)
    by_hand("DELETE FROM records_logregel WHERE volgnummer>2")
    by_hand("UPDATE records_logketen SET volgnummer=2, zegel=%s", second.zegel)
    assert [str(one) for one in verify_log().fouten] == [
        f"{INSTALLATIE}, regel 3 tot en met 6: verwijderd"
    ]


@pytest.mark.django_db(transaction=True)
def test_another_key_or_none_is_said_once_and_not_of_every_line() -> None:
    write(4)
    destroy_key(LOGBOEK)
    assert found() == [(Breuk.SLEUTEL_WEG, 0)]
    key_of(LOGBOEK)
    assert found() == [(Breuk.ANDERE_SLEUTEL, 0)]


@pytest.mark.django_db(transaction=True)
def test_marks_that_were_thrown_away_are_missed() -> None:
    write(2)
    mark_file().unlink()
    assert found() == [(Breuk.KOPBESTAND_WEG, 0)]


@pytest.mark.django_db
def test_a_line_that_waits_over_a_minute_is_told_and_sealed_with_the_next() -> None:
    write(1)  # within the transaction of this test nothing is sealed
    by_hand("UPDATE records_logregel SET moment=%s", timezone.now() - timedelta(minutes=2))
    assert found() == [(Breuk.ONVERZEGELD, 0)]
    assert seal_log() == 1
    assert found() == []


@pytest.mark.django_db(transaction=True)
def test_four_that_write_at_once_leave_one_chain_without_a_hole() -> None:
    def work() -> None:
        try:
            write(15)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    seal_log()
    lines = Logregel.objects.of_keten(INSTALLATIE)
    assert [one.volgnummer for one in lines] == list(range(1, len(lines) + 1))
    assert found() == []


@pytest.mark.django_db(transaction=True)
def test_a_writer_that_is_killed_leaves_a_chain_that_holds(tmp_path: Path) -> None:
    context = get_context("spawn")
    write(1)
    name = {key: str(connection.settings_dict[key]) for key in DATABASE}
    for wait in (0.2, 0.05, 0.4):
        begun = context.Event()
        writer = context.Process(
            target=write_until_killed, args=(name, str(tmp_path / "sleutels"), begun)
        )
        writer.start()
        assert begun.wait(60)
        time.sleep(wait)
        os.kill(writer.pid or 0, signal.SIGKILL)
        writer.join()
    seal_log()
    assert Logketen.objects.get().volgnummer == Logregel.objects.count() > 1
    assert found() == []
