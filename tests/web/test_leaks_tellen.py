"""What is hidden changes nothing for who may not see it: no count, no total, no length of a list.

Every page is read twice, before and after a whole internal action with its money, targets, story
and documents was added, and an internal series with a meeting. Not one letter may differ.
"""

import re
from difflib import unified_diff

import pytest
from django.test import Client
from django.urls import reverse

from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Begrotingspost
from openlea.web.routes import ROUTES
from tests.web.test_leaks import add_secrets, words
from tests.web.test_leaks_overleg import Secrets
from tests.world import World

READ = [route for route in ROUTES if route.get]
_EACH_TIME = (
    rb'name="csrfmiddlewaretoken" value="[^"]*"',
    rb"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\b",  # the moment at which a file was made
    rb"\d{4}-\d\d-\d\dT[0-9:.+Z]*",
    rb"DTSTAMP:\S+",
    rb"\b[0-9a-f]{32}\b",  # by which a refusal is found in the log, and a form knows itself
)


class Hidden(Secrets):
    """Only what is hidden whole: a series with its meeting, items and papers."""

    def _in_the_open(self) -> None:
        self._item(self.held, "intern")  # type: ignore[arg-type]
        self._item(self.coming, "intern")  # type: ignore[arg-type]
        self._item(None, "intern")  # type: ignore[arg-type]

    def _far_away(self) -> None:
        """Add nothing that others see a part of."""

    def _plans(self) -> None:
        """Add nothing that others see a part of."""


def read(client: Client) -> dict[str, bytes]:
    found = {}
    for route in READ:
        url = reverse(route.name, kwargs={"werkruimte": "hilversum", **route.voorbeeld})
        text = words(client.get(url))
        for pattern in _EACH_TIME:
            text = re.sub(pattern, b"", text)
        found[route.name] = text
    return found


@pytest.mark.parametrize("rol", [LidRol.PARTNER, LidRol.LEZER])
def test_what_is_hidden_changes_no_letter_for_who_may_not_see_it(
    hilversum: World, rol: LidRol
) -> None:
    client = hilversum.client(rol)
    read(client)  # what a first visit marks as seen
    before = read(client)
    add_secrets(hilversum)
    # Money of what is hidden stands on its page as a line without words, so that totals are right.
    Begrotingspost.objects.filter(code="1A9-1").delete()
    Hidden(hilversum)
    after = read(client)
    differ = [
        f"{name}: {line}"
        for name in before
        if before[name] != after[name]
        for line in list(
            unified_diff(
                before[name].decode(errors="replace").splitlines(),
                after[name].decode(errors="replace").splitlines(),
                n=0,
                lineterm="",
            )
        )[3:6]
    ]
    assert not differ, "\n".join(differ)
