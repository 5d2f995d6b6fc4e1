"""Hundreds of odd questions, made from the description: each gets an answer that is described."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pytest_django import Settings

from openlea.policy.rechten import LidRol
from openlea.web.api.operatie import Operatie
from openlea.web.api.operaties import OPERATIES
from tests.web.api_wereld import NAMEN, make_key
from tests.world import World

schemathesis = pytest.importorskip("schemathesis")
checks = pytest.importorskip("schemathesis.specs.openapi.checks")
EXAMPLES = 10
"""Per operation and kind of question; more find nothing new and cost half a minute."""
LOOSER = {
    "cijfers": [checks.positive_data_acceptance],
    "agenda": [checks.ignored_auth],
    "aanmeldbeleid": [checks.ignored_auth],
}
"""A description can't say 'an indicator or a place'; and this client doesn't see that a key was
given among odd headers. What a question without a key gets is held in test_api_sleutels."""
BOUNDED = hypothesis_settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def one_connection() -> Iterator[None]:
    """Keep the connection of this test: a server of its own closes it after each question."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def described(
    cijfers: Path, hilversum: World, settings: Settings, one_connection: None
) -> Mapping[str, Any]:
    """Return by name every operation of the description, answered by the site itself."""
    settings.API_TEMPO = 0
    settings.ALLOWED_HOSTS = ["*"]
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    found = [one.ok() for one in schema.get_all_operations()]
    return {one.definition.raw["operationId"]: one for one in found}


def ask_all(operation: Any, mode: Any, headers: list[Mapping[str, str]], without: list[Any]) -> int:
    """Ask every question, hold each answer to the description, and return how many were asked.

    Each question comes with one of the headers.
    """
    asked = []

    @BOUNDED
    @given(operation.as_strategy(generation_mode=mode), st.sampled_from(headers))
    def question(case: Any, key: Mapping[str, str]) -> None:
        asked.append(case)
        case.headers = {**dict(case.headers or {}), **key}
        # The client inside the test unpacks nothing.
        case.call_and_validate(headers={"Accept-Encoding": "identity"}, excluded_checks=without)

    question()
    return len(asked)


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
@pytest.mark.parametrize("operatie", OPERATIES, ids=NAMEN)
def test_every_question_gets_an_answer_that_is_described(
    described: Mapping[str, Any], hilversum: World, operatie: Operatie, mode: Any
) -> None:
    keys = [make_key(hilversum.lid(rol)) for rol in LidRol if rol is not LidRol.PUBLIEK]
    headers = [{}] if operatie.openbaar else [{"Authorization": f"Bearer {key}"} for key in keys]
    operation = described[operatie.naam]
    if mode is schemathesis.GenerationMode.NEGATIVE and not operation.definition.raw["parameters"]:
        pytest.skip("nothing can be asked wrongly")
    without = LOOSER.get(operatie.naam, [])
    assert ask_all(operation, mode, headers, without) > 0
