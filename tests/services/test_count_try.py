"""Tries are counted in one place for all processes, and never counted too few."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from openlea.services.count_try import count_try
from openlea.services.return_try import return_try
from openlea.storage.records.models import Teller

HOUR = 3600


@pytest.mark.django_db
def test_each_try_counts_and_each_thing_has_its_own_count() -> None:
    assert [count_try("deur 10.0.0.1", HOUR) for _ in range(3)] == [1, 2, 3]
    assert count_try("deur 10.0.0.2", HOUR) == 1


@pytest.mark.django_db
def test_what_was_tried_can_not_be_read_in_the_count() -> None:
    count_try("naam@voorbeeld.example", HOUR)
    kept = Teller.objects.get()
    assert "voorbeeld" not in kept.sleutel
    assert len(kept.sleutel) == 64


@pytest.mark.django_db
def test_after_its_time_a_count_begins_anew_and_trying_does_not_make_it_last_longer() -> None:
    assert [count_try("deur", HOUR) for _ in range(5)][-1] == 5
    until = Teller.objects.get().verloopt_op
    count_try("deur", HOUR)
    assert Teller.objects.get().verloopt_op == until
    Teller.objects.update(verloopt_op=timezone.now() - timedelta(seconds=1))
    assert count_try("deur", HOUR) == 1


@pytest.mark.django_db
def test_counts_that_ran_out_do_not_stay() -> None:
    count_try("oud", HOUR)
    Teller.objects.update(verloopt_op=timezone.now() - timedelta(seconds=1))
    count_try("nieuw", HOUR)
    assert Teller.objects.count() == 1


@pytest.mark.django_db
def test_what_was_right_is_taken_back_and_never_below_nothing() -> None:
    count_try("deur", HOUR)
    count_try("deur", HOUR)
    return_try("deur")
    assert count_try("deur", HOUR) == 2
    for _ in range(5):
        return_try("deur")
    return_try("nooit geteld")
    assert count_try("deur", HOUR) == 1


@pytest.mark.django_db
def test_fifty_tries_at_once_are_fifty_tries() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one write at a time; this is about PostgreSQL")
    # Each thread has a connection of its own, outside the transaction of this test.
    with ThreadPoolExecutor(max_workers=25) as many:
        counted = list(many.map(_apart(lambda: count_try("tegelijk", HOUR)), range(50)))
        assert sorted(counted) == list(range(1, 51))
        list(many.map(_apart(lambda: return_try("tegelijk")), range(50)))
        assert many.submit(_apart(lambda: count_try("tegelijk", HOUR)), 0).result() == 1
        many.submit(_apart(Teller.objects.all().delete), 0).result()


def _apart(asked: Callable[[], Any]) -> Callable[[int], Any]:
    """Return the same question for a thread, which leaves no connection open."""

    def one(_: int) -> Any:
        try:
            return asked()
        finally:
            connection.close()

    return one
