"""Posts, streams, changes, bookings and grants are kept exactly, or refused with a reason."""

from datetime import date

import pytest

from openlea.core.begroting import (
    Begroting,
    Boeking,
    BoekingSoort,
    Geldstroom,
    Post,
    Stand,
    StroomSoort,
    Subsidie,
    Wijziging,
)
from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.policy.rechten import LidRol
from openlea.policy.stand import bedrag_van_post
from openlea.services.add_boeking import add_boeking
from openlea.services.add_wijziging import add_wijziging
from openlea.services.change_post import change_post
from openlea.services.keep_geldstroom import keep_geldstroom
from openlea.services.keep_subsidie import keep_subsidie
from openlea.services.keep_verantwoording import Invulling, keep_verantwoording
from openlea.storage.records.as_values import agenda_values, everything
from openlea.storage.records.models import Begrotingspost, Postbedrag
from tests.world import World

NIEUW = Post(code="X-1", bij="1B4", omschrijving="Proef", bedragen={2025: 125050, 2026: 0})
SUBSIDIE = Subsidie(
    kenmerk="S-1",
    post="P-1A1",
    regeling="Regeling",
    ontvanger="gemeente",
    jaar=2025,
    beschikt=1000,
    beschikt_op=date(2025, 1, 10),
)


def money(world: World) -> Begroting:
    return agenda_values(world.agenda, everything(world.werkruimte.pk)).begroting


def post_of(world: World, code: str) -> Post:
    return next(post for post in money(world).posten if post.code == code)


def test_a_new_post_comes_back_as_it_was_typed(hilversum: World) -> None:
    change_post(hilversum.actor(LidRol.REDACTEUR), NIEUW)
    assert post_of(hilversum, "X-1") == NIEUW


def test_a_code_that_is_there_is_not_taken_twice(hilversum: World) -> None:
    twice = Post(code="P-1A1", bij="1A1", omschrijving="Nog een")
    with pytest.raises(BadInput) as wrong:
        change_post(hilversum.actor(LidRol.REDACTEUR), twice)
    assert [fout.cel for fout in wrong.value.fouten] == ["code"]
    assert post_of(hilversum, "P-1A1").omschrijving == "Opstapje"


def test_an_emptied_year_has_no_amount_and_that_is_not_nought(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.REDACTEUR)
    kept = change_post(actor, NIEUW)
    change_post(
        actor,
        Post(code="X-1", bij="1B4", omschrijving="Proef", bedragen={2026: 0}),
        kept.versie,
    )
    assert post_of(hilversum, "X-1").bedragen == {2026: 0}
    gone = Postbedrag.history.filter(post_id=kept.pk, history_type="-")
    assert [one.jaar for one in gone] == [2025]


def test_the_second_writer_is_told_and_nothing_of_the_first_is_lost(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.REDACTEUR)
    first = Begrotingspost.objects.get(agenda=hilversum.agenda, code="P-1A1").versie
    mine = Post(code="P-1A1", bij="1A1", omschrijving="Van mij", bedragen={2025: 1})
    change_post(actor, mine, first)
    with pytest.raises(Conflict):
        change_post(
            actor, Post(code="P-1A1", bij="1A1", omschrijving="Van jou", bedragen={}), first
        )
    assert post_of(hilversum, "P-1A1").bedragen == {2025: 1}


@pytest.mark.parametrize(
    ("post", "veld"),
    [
        (Post(code="X", bij="9Z9", omschrijving="x"), "bij"),
        (Post(code="X", bij="", omschrijving="x", kop="weg"), "kop"),
        (Post(code="X", bij="", omschrijving="x", geldstroom="weg"), "geldstroom"),
        (Post(code="X", bij="", omschrijving="x", bedragen={2031: 1}), "2031"),
        (Post(code="X", bij="", omschrijving="x", bedragen={2025: 10**13}), "2025"),
        (Post(code="X", bij="", omschrijving=""), "omschrijving"),
        (Post(code="X", bij="", omschrijving="x", kop="X"), "kop"),
    ],
)
def test_a_post_that_cannot_be_is_refused_at_its_field(
    hilversum: World, post: Post, veld: str
) -> None:
    with pytest.raises(BadInput) as wrong:
        change_post(hilversum.actor(LidRol.REDACTEUR), post)
    assert veld in {fout.cel for fout in wrong.value.fouten}
    assert not Begrotingspost.objects.filter(agenda=hilversum.agenda, code="X").exists()


@pytest.mark.parametrize("rol", [LidRol.PARTNER, LidRol.LEZER, LidRol.WETHOUDER, LidRol.PUBLIEK])
def test_only_who_keeps_the_agenda_changes_its_money(hilversum: World, rol: LidRol) -> None:
    with pytest.raises(NotAllowed):
        change_post(hilversum.actor(rol), NIEUW)
    with pytest.raises(NotAllowed):
        add_boeking(hilversum.actor(rol), _boeking("P-1A1"))
    with pytest.raises(NotAllowed):
        keep_subsidie(hilversum.actor(rol), SUBSIDIE)


def test_a_change_keeps_the_first_amount_and_sent_twice_it_is_there_once(
    hilversum: World,
) -> None:
    actor = hilversum.actor(LidRol.REDACTEUR)
    change = Wijziging(
        post="P-1A1",
        jaar=2025,
        stand=Stand.BIJGESTELD,
        bedrag=1,
        op=date(2025, 3, 3),
        besluit="Raadsbesluit",
    )
    assert add_wijziging(actor, change).pk == add_wijziging(actor, change).pk
    begroting = money(hilversum)
    assert bedrag_van_post(begroting, "P-1A1", 2025, Stand.PRIMITIEF) == 9_000_000
    assert bedrag_van_post(begroting, "P-1A1", 2025, Stand.BIJGESTELD) == 1


def test_a_change_of_the_first_amount_itself_is_sent_to_the_post(hilversum: World) -> None:
    change = Wijziging(
        post="P-1A1", jaar=2025, stand=Stand.PRIMITIEF, bedrag=1, op=date(2025, 3, 3)
    )
    with pytest.raises(BadInput, match="bij de post zelf"):
        add_wijziging(hilversum.actor(LidRol.REDACTEUR), change)


def _boeking(post: str, jaar: int = 2025) -> Boeking:
    return Boeking(post=post, jaar=jaar, soort=BoekingSoort.BESTEED, op=date(2025, 3, 3), bedrag=5)


def test_a_booking_needs_a_post_and_a_year_of_the_agenda(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.REDACTEUR)
    with pytest.raises(NotFound):
        add_boeking(actor, _boeking("weg"))
    with pytest.raises(BadInput) as wrong:
        add_boeking(actor, _boeking("P-1A1", 2031))
    assert [fout.cel for fout in wrong.value.fouten] == ["jaar"]
    assert money(hilversum).boekingen == ()


def test_a_stream_is_kept_with_its_years(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.REDACTEUR)
    stroom = Geldstroom(
        code="oab",
        naam="Uitkering OAB",
        soort=StroomSoort.SPUK_OAB,
        voorwaarden="spuk-oab",
        bedragen={2025: 100},
    )
    keep_geldstroom(actor, stroom)
    assert money(hilversum).geldstromen[-1] == stroom


def test_a_grant_is_kept_as_it_was_typed(hilversum: World) -> None:
    partij = hilversum.agenda.werkruimte_id
    code = _partij(partij)
    keep_subsidie(hilversum.actor(LidRol.REDACTEUR), _grant(ontvanger=code))
    assert money(hilversum).subsidies == (_grant(ontvanger=code),)


@pytest.mark.parametrize(
    ("changes", "veld"),
    [
        ({"vastgesteld_op": date(2026, 2, 2)}, "vastgesteld"),
        ({"vastgesteld": 5}, "vastgesteld_op"),
        ({"vastgesteld": 5, "vastgesteld_op": date(2024, 2, 2)}, "vastgesteld_op"),
        ({"teruggevorderd": 5}, "teruggevorderd"),
        (
            {"vastgesteld": 5, "vastgesteld_op": date(2026, 2, 2), "teruggevorderd": 6},
            "teruggevorderd",
        ),
        ({"tussenrapportage_op": date(2024, 2, 2)}, "tussenrapportage_op"),
        ({"jaar": 2031}, "jaar"),
        ({"beschikt": -1}, "beschikt"),
        ({"post": "weg"}, "post"),
        ({"ontvanger": "weg"}, "ontvanger"),
    ],
)
def test_a_grant_that_does_not_hold_together_is_refused_at_its_field(
    hilversum: World, changes: dict[str, object], veld: str
) -> None:
    grant = _grant(**{"ontvanger": _partij(hilversum.werkruimte.pk)} | changes)
    with pytest.raises(BadInput) as wrong:
        keep_subsidie(hilversum.actor(LidRol.REDACTEUR), grant)
    assert veld in {fout.cel for fout in wrong.value.fouten}
    assert money(hilversum).subsidies == ()


def test_what_is_filled_in_for_the_account_is_kept_per_year(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.REDACTEUR)
    kept = keep_verantwoording(actor, 2025, Invulling(plafond=100))
    again = keep_verantwoording(actor, 2025, Invulling(plafond=200), kept.versie)
    assert (again.pk, again.plafond) == (kept.pk, 200)
    with pytest.raises(Conflict):
        keep_verantwoording(actor, 2025, Invulling(plafond=300), kept.versie - 1)
    with pytest.raises(BadInput):
        keep_verantwoording(actor, 2025, Invulling(plafond=-1), again.versie)


def _partij(werkruimte: int) -> str:
    from openlea.storage.records.models import Partij

    return Partij.objects.of(werkruimte).order_by("id")[0].code


def _grant(**changes: object) -> Subsidie:
    from dataclasses import replace

    return replace(SUBSIDIE, **changes)  # type: ignore[arg-type]
