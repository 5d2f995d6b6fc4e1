"""A page of an agenda of 126 actions asks the database as often as one of 42."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from openlea.core.agenda import Agenda, Ambitie
from openlea.core.begroting import Begroting, Post
from openlea.policy.rechten import LidRol
from openlea.services import log_reading
from openlea.services.import_agenda import import_agenda
from openlea.services.read_bundled_agenda import read_bundled_agenda
from openlea.web.account import sessie
from openlea.web.routes import ROUTES
from tests.world import World

COPIES = 3


def copy_ambitie(one: Ambitie, mark: str) -> Ambitie:
    return replace(
        one,
        code=mark + one.code,
        speerpunten=tuple(
            replace(
                punt,
                code=mark + punt.code,
                acties=tuple(replace(actie, code=mark + actie.code) for actie in punt.acties),
            )
            for punt in one.speerpunten
        ),
    )


def copy_post(one: Post, mark: str) -> Post:
    kop = one.kop and mark + one.kop
    return replace(one, code=mark + one.code, bij=one.bij and mark + one.bij, kop=kop)


def three_times(agenda: Agenda) -> Agenda:
    """Return the agenda with two copies of everything beside it."""
    marks = [f"{number}x" for number in range(1, COPIES)]
    copies = [copy_ambitie(one, mark) for mark in marks for one in agenda.ambities]
    posten = [copy_post(one, mark) for mark in marks for one in agenda.begroting.posten]
    targets = [
        replace(one, code=mark + one.code, bij=mark + one.bij)
        for mark in marks
        for one in agenda.streefwaarden
    ]
    begroting: Begroting = agenda.begroting
    return replace(
        agenda,
        ambities=(*agenda.ambities, *copies),
        streefwaarden=(*agenda.streefwaarden, *targets),
        begroting=replace(begroting, posten=(*begroting.posten, *posten)),
    )


def counts(client: Client) -> Iterator[tuple[str, int]]:
    """Yield per page how often it asks the database."""
    for route in ROUTES:
        if route.get is None or route.name == "document":
            continue
        url = reverse(route.name, kwargs={"werkruimte": "hilversum", **route.voorbeeld})
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            # What this role may not see, is refused with as many questions too.
            assert client.get(url).status_code in {200, 302, 403}, url
        yield route.name, len(asked)


def test_queries_do_not_grow_with_the_agenda(
    hilversum: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A session notes once a minute that it is alive, and a look is logged once per five minutes.
    monkeypatch.setattr(sessie, "TICK", 3600)
    monkeypatch.setattr(log_reading, "ONCE_PER", 3600)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    small = dict(counts(client))
    large = three_times(read_bundled_agenda("hilversum-2024-2027"))
    import_agenda(hilversum.actor(LidRol.AGENDABEHEERDER), large)
    assert hilversum.agenda.acties.count() == 42 * COPIES
    assert dict(counts(client)) == small
