"""A service, its record, a rule that lets its people in, and a browser that goes there."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from openlea.storage.records.models import Inlogdienst, Inlogregel
    from tests.web.inlog.inlogwereld import Bezoek, Refused
    from tests.web.inlog.nepdienst import Nepdienst
    from tests.world import World


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    """Forget what other tests learned of a service."""
    from django.core.cache import cache

    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def nepdienst() -> "Iterator[Nepdienst]":
    """Return a service that keeps the rules until it is bent."""
    from tests.web.inlog.nepdienst import opened

    with opened() as dienst:
        yield dienst


@pytest.fixture
def inlogdienst(db: None, nepdienst: "Nepdienst") -> "Inlogdienst":
    """Return the record of that service."""
    from tests.web.inlog.inlogwereld import make_dienst

    return make_dienst(nepdienst.adres)


@pytest.fixture
def regel(hilversum: "World", inlogdienst: "Inlogdienst") -> "Inlogregel":
    """Return a rule: who is in the group 'onderwijs' reads along in Hilversum."""
    from tests.web.inlog.inlogwereld import group_rule

    return group_rule(hilversum.actor("agendabeheerder"), inlogdienst)


@pytest.fixture
def bezoek(nepdienst: "Nepdienst", regel: "Inlogregel") -> "Bezoek":
    """Return a browser that may go there, with a rule that lets it in."""
    from tests.web.inlog.inlogwereld import Bezoek

    return Bezoek(nepdienst, regel.dienst.slug)


@pytest.fixture
def refused(bezoek: "Bezoek") -> "Refused":
    """Return a check: one page, one line, nobody signed in, no account made."""
    from openlea.storage.records.models import Persoon
    from tests.web.inlog.inlogwereld import check_refused

    return partial(check_refused, bezoek, Persoon.objects.count())
