"""The search finds by a few letters in everything that one may see, and tells of nothing else."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import LidRol
from openlea.services.add_opmerking import add_opmerking
from openlea.storage.records.models import Document, Opmerking, Verwijzing
from tests.world import World


def page(world: World, rol: LidRol, question: str) -> str:
    return world.client(rol).get(world.url("zoeken/"), {"q": question}).content.decode()


def count(html: str) -> int:
    """Return the number that the page says it found."""
    found = re.search(r"<strong>(\d+)</strong>\s*keer gevonden", html)
    return int(found.group(1)) if found else 0


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("voorlees", "actie"),
        ("partnerschap", "speerpunt"),
        ("biblio", "partij"),
        ("geindiceerde", "indicator"),
        ("dagdelen VVE", "streefwaarde"),
        ("monitoring bereik", "post"),
    ],
)
def test_a_few_letters_find_each_kind(hilversum: World, question: str, kind: str) -> None:
    html = page(hilversum, LidRol.AGENDABEHEERDER, question)
    assert f'id="groep-{kind}"' in html
    assert "<mark>" in html


def test_more_words_find_less(hilversum: World) -> None:
    one = count(page(hilversum, LidRol.WETHOUDER, "peuter"))
    two = count(page(hilversum, LidRol.WETHOUDER, "peuter bibliotheek"))
    assert 0 < two < one


def test_people_are_found_by_their_own_side_only(hilversum: World) -> None:
    assert 'id="groep-mens"' in page(hilversum, LidRol.REDACTEUR, "demo")
    assert 'id="groep-mens"' not in page(hilversum, LidRol.LEZER, "demo")
    assert 'id="groep-mens"' not in page(hilversum, LidRol.PUBLIEK, "demo")


def test_an_internal_comment_is_not_counted_for_a_partner(hilversum: World) -> None:
    actie = hilversum.agenda.acties.get(code="1A1")
    Opmerking.objects.create(
        werkruimte=hilversum.werkruimte,
        actie=actie,
        door_naam="Wie",
        tekst="zwaluwnest",
        zichtbaarheid=Zichtbaarheid.INTERN,
    )
    assert count(page(hilversum, LidRol.REDACTEUR, "zwaluw")) == 1
    assert count(page(hilversum, LidRol.PARTNER, "zwaluw")) == 0


def test_a_document_is_found_through_an_action_that_one_sees(hilversum: World) -> None:
    place = {"werkruimte": hilversum.werkruimte}
    document = Document.objects.create(
        **place, titel="Zwaluwnest", adres="https://voorbeeld.example/", zichtbaarheid="publiek"
    )
    assert count(page(hilversum, LidRol.REDACTEUR, "zwaluw")) == 0
    Verwijzing.objects.create(
        **place,
        actie=hilversum.agenda.acties.get(code="1A1"),
        soort="document",
        naar="document:1",
        document=document,
    )
    assert count(page(hilversum, LidRol.REDACTEUR, "zwaluw")) == 1


def test_words_of_people_are_shown_as_words(hilversum: World) -> None:
    html = page(hilversum, LidRol.REDACTEUR, "<script>alert(1)</script>")
    assert "<script>alert" not in html


def test_a_search_asks_the_database_as_often_with_more_to_find(hilversum: World) -> None:
    client = hilversum.client(LidRol.REDACTEUR)
    url = hilversum.url("zoeken/")
    client.get(url, {"q": "peuter"})
    with CaptureQueriesContext(connection) as before:
        client.get(url, {"q": "peuter"})
    for _ in range(5):
        add_opmerking(hilversum.actor(LidRol.REDACTEUR), "1A1", "peuter", Zichtbaarheid.PARTNERS)
    with CaptureQueriesContext(connection) as after:
        client.get(url, {"q": "peuter"})
    assert len(after) == len(before)


def test_an_empty_search_gives_examples_that_find_something(hilversum: World) -> None:
    html = page(hilversum, LidRol.REDACTEUR, "")
    examples = re.findall(r"zoeken/\?q=([^\"&]+)\"", html)
    assert examples
    for one in examples:
        assert count(page(hilversum, LidRol.REDACTEUR, one.replace("%20", " "))), one
