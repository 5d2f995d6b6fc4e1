"""Who looks is written down: once per look, without what was typed, and never a visitor."""

import pytest
from django.core.cache import cache

from openlea.core.logboek import Logsoort
from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Logregel
from tests.world import World


@pytest.fixture(autouse=True)
def nothing_seen_before() -> None:
    cache.clear()


def looks(soort: Logsoort = Logsoort.LEZEN) -> list[Logregel]:
    return list(Logregel.objects.filter(soort=soort).order_by("id"))


def test_a_page_somebody_opens_is_one_line_and_five_minutes_later_another(
    hilversum: World,
) -> None:
    client, before = hilversum.client(LidRol.WETHOUDER), len(looks())
    for _ in range(3):
        client.get(hilversum.url("actie/1A1/"))
    (line,) = looks()[before:]
    assert (line.werk, line.onderwerp, line.noun) == ("bekeken", "actie 1A1", "actie")
    assert (line.rol, line.persoon_nr) == ("wethouder", hilversum.lid("wethouder").persoon_id)
    assert line.keten == "hilversum"
    cache.clear()
    client.get(hilversum.url("actie/1A1/"))
    assert len(looks()) == before + 2


def test_what_was_searched_is_never_in_the_log(hilversum: World) -> None:
    hilversum.client(LidRol.WETHOUDER).get(hilversum.url("zoeken/"), {"q": "geheimwoord"})
    line = looks()[-1]
    assert line.onderwerp == "zoeken"
    assert "geheimwoord" not in str(vars(line))


def test_a_visitor_is_not_followed(hilversum: World) -> None:
    before = Logregel.objects.count()
    hilversum.client(LidRol.PUBLIEK).get(hilversum.url("agenda/"))
    assert Logregel.objects.count() == before


def test_a_refusal_is_a_line_too(hilversum: World) -> None:
    answer = hilversum.client(LidRol.LEZER).get(hilversum.url("mensen/"))
    assert answer.status_code == 403
    line = looks()[-1]
    assert (line.werk, line.onderwerp, line.rol) == ("geweigerd", "mensen", "lezer")


def test_a_file_that_is_taken_is_an_export(hilversum: World) -> None:
    client, before = hilversum.client(LidRol.AGENDABEHEERDER), len(looks(Logsoort.EXPORTEREN))
    client.get(hilversum.url("bestand/agenda.xlsx"))
    assert len(looks(Logsoort.EXPORTEREN)) > before


def test_what_a_program_asks_is_logged_as_the_person_whose_right_it_uses(
    hilversum: World,
) -> None:
    hilversum.client(LidRol.AGENDABEHEERDER).get("/api/v1/werkruimten/hilversum/agenda")
    assert looks()[-1].onderwerp == "/api/v1/werkruimten/hilversum/agenda"
