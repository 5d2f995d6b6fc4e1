"""Every operation × every kind of asker: a key opens what its member may see, and never further."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from openlea.policy.rechten import LidRol
from openlea.services.make_sleutel import make_sleutel
from openlea.services.revoke_sleutel import revoke_sleutel
from openlea.storage.records.models import Lidmaatschap, Persoon, Sleutel, Werkruimte
from openlea.web.api.operatie import Operatie
from openlea.web.api.operaties import OPERATIES
from tests.web.api_wereld import NAMEN, OPENBAAR, Programma, make_key, path
from tests.world import World

INSIDE = [one for one in OPERATIES if not one.openbaar]
IN_WERKRUIMTE = [one for one in OPERATIES if "werkruimte" in one.vraagbaar]
AGENDA = "/api/v1/werkruimten/hilversum/agenda"
ANDERS = "inclusiever-onderwijs"


@pytest.fixture(autouse=True)
def unhurried(settings: Settings) -> None:
    """Let a test ask as often as it likes."""
    settings.API_TEMPO = 0


def inside(operatie: Operatie, slug: str = "hilversum") -> str:
    """Return the address of an operation about a werkruimte."""
    if operatie.openbaar:
        return path(operatie, werkruimte=slug)
    return path(operatie).replace("hilversum", slug)


@pytest.mark.parametrize("operatie", OPERATIES, ids=NAMEN)
@pytest.mark.parametrize("sleutel", ["fout", "olea_", "olea_" + "x" * 5000, "é" * 40, "\x00"])
def test_a_key_that_never_was_opens_nothing_not_even_what_is_public(
    hilversum: World, operatie: Operatie, sleutel: str
) -> None:
    answer = Programma(sleutel).ask(path(operatie))
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Bearer")
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("operatie", INSIDE + IN_WERKRUIMTE, ids=lambda one: one.naam)
def test_without_a_key_a_werkruimte_and_one_that_is_not_there_answer_the_same(
    hilversum: World, operatie: Operatie
) -> None:
    answers = [Programma().ask(inside(operatie, slug)) for slug in ("hilversum", ANDERS, "nergens")]
    told = {(one.status_code, one.content) for one in answers[1:]}
    assert len(told) == 1
    assert told.pop()[0] == 401


@pytest.mark.parametrize("operatie", INSIDE + IN_WERKRUIMTE, ids=lambda one: one.naam)
def test_a_key_of_another_werkruimte_finds_nothing_here(
    hilversum: World, operatie: Operatie
) -> None:
    ander = Werkruimte.objects.get(slug=ANDERS)
    lid = Lidmaatschap.objects.of(ander.pk).filter(rol=LidRol.AGENDABEHEERDER)[0]
    program = Programma(make_key(lid))
    answers = [program.ask(inside(operatie, slug)) for slug in ("hilversum", "nergens")]
    assert {one.status_code for one in answers} == {404}
    assert answers[0].content == answers[1].content


@pytest.mark.parametrize("rol", [one for one in LidRol if one is not LidRol.PUBLIEK])
@pytest.mark.parametrize("operatie", INSIDE + IN_WERKRUIMTE, ids=lambda one: one.naam)
def test_a_key_of_a_member_opens_what_its_role_may_see(
    cijfers: Path, hilversum: World, operatie: Operatie, rol: LidRol
) -> None:
    answer = Programma(make_key(hilversum.lid(rol))).ask(inside(operatie))
    may = hilversum.actor(rol).may(*operatie.recht)
    assert answer.status_code == (200 if may else 403), answer.content
    assert answer["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in answer


@pytest.mark.parametrize(
    "anders",
    [
        {"ingetrokken_op": timezone.now()},
        {"geldig_tot": timezone.localdate() - timedelta(days=1)},
    ],
    ids=["ingetrokken", "verlopen"],
)
@pytest.mark.parametrize("operatie", OPERATIES, ids=NAMEN)
def test_a_key_that_no_longer_holds_opens_nothing(
    hilversum: World, operatie: Operatie, anders: dict[str, object]
) -> None:
    key = make_key(hilversum.lid(LidRol.AGENDABEHEERDER), **anders)
    assert Programma(key).ask(path(operatie)).status_code == 401


def test_a_key_on_its_last_day_still_holds(hilversum: World) -> None:
    key = make_key(hilversum.lid(LidRol.AGENDABEHEERDER), geldig_tot=timezone.localdate())
    assert Programma(key).ask(AGENDA).status_code == 200


def test_a_key_ends_with_the_membership_and_the_account_it_reads_for(hilversum: World) -> None:
    lid = hilversum.lid(LidRol.AGENDABEHEERDER)
    key = make_key(lid)
    Persoon.objects.filter(pk=lid.persoon_id).update(is_active=False)
    assert Programma(key).ask(AGENDA).status_code == 401
    Persoon.objects.filter(pk=lid.persoon_id).update(is_active=True)
    Lidmaatschap.objects.filter(pk=lid.pk).update(van="2020-01-01", tot="2020-12-31")
    assert Programma(key).ask(AGENDA).status_code == 401


def test_a_key_narrows_with_the_role_of_its_maker_and_never_widens(hilversum: World) -> None:
    lid = hilversum.lid(LidRol.AGENDABEHEERDER)
    wide, narrow = make_key(lid), make_key(lid, LidRol.LEZER)
    reads = {name: Programma(key).ask(AGENDA).content for name, key in
             (("wide", wide), ("narrow", narrow))}  # fmt: skip
    Lidmaatschap.objects.filter(pk=lid.pk).update(rol=LidRol.LEZER)
    assert len(reads["narrow"]) < len(reads["wide"])
    assert Programma(wide).ask(AGENDA).content == reads["narrow"]


def test_who_is_signed_in_reads_as_on_the_pages(hilversum: World) -> None:
    for rol in (LidRol.AGENDABEHEERDER, LidRol.PARTNER):
        by_session = hilversum.client(rol).get(AGENDA).content
        assert by_session == Programma(make_key(hilversum.lid(rol))).ask(AGENDA).content


def test_an_open_werkruimte_shows_everybody_what_is_public(hilversum: World) -> None:
    Werkruimte.objects.filter(pk=hilversum.werkruimte.pk).update(openbaar=True)
    answer = Programma().ask(AGENDA)
    lezer = Programma(make_key(hilversum.lid(LidRol.LEZER))).ask(AGENDA)
    assert (answer.status_code, answer.content) == (200, lezer.content)


def test_only_the_hash_of_a_key_is_kept_and_the_day_of_its_last_use(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    made = make_sleutel(beheer, "dashboard", LidRol.LEZER, timezone.localdate())
    kept = Sleutel.objects.filter(pk=made.sleutel.pk)
    assert made.geheim not in str(kept.values().get())
    assert kept.get().gebruikt_op is None
    assert Programma(made.geheim).ask("/api/v1/gemeenten").status_code == 200
    assert kept.get().gebruikt_op == timezone.localdate()
    revoke_sleutel(beheer, made.sleutel.pk)
    assert Programma(made.geheim).ask("/api/v1/gemeenten").status_code == 401


def test_another_way_of_proving_who_one_is_is_refused(hilversum: World) -> None:
    key = make_key(hilversum.lid(LidRol.AGENDABEHEERDER))
    for header in (f"Basic {key}", key, "Bearer", f"Token {key}"):
        assert Programma().ask(AGENDA, Authorization=header).status_code == 401
    assert Programma().ask(AGENDA, Authorization=f"bearer {key}").status_code == 200


def test_every_operation_asks_a_right_or_says_why_everybody_may(hilversum: World) -> None:
    assert all(one.recht for one in OPERATIES)
    assert [one.naam for one in INSIDE] == ["agenda", "aanmeldbeleid"]
    assert all(one.openbaar.endswith(".") for one in OPENBAAR)
