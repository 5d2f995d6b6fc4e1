"""A second file moves, renames, swaps and drops things that other things point to."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openlea.core.agenda import (
    Actie,
    Agenda,
    Ambitie,
    Betrokkene,
    Jaarwaarde,
    Rol,
    Speerpunt,
    Streefwaarde,
)
from openlea.core.begroting import Begroting, Post
from openlea.core.netwerk import Indicator, Netwerk
from openlea.policy.rechten import Actor, LidRol
from openlea.services.import_agenda import import_agenda
from openlea.services.inlezen.reconcile import Wat
from openlea.storage.records import models as records
from tests.services.inlees_voorbeeld import (
    empty_room,
    stored,
    with_acties,
    with_speerpunten,
    without_1a1,
    without_story,
)
from tests.services.xlsx_voorbeeld import AGENDA
from tests.world import World


@pytest.fixture
def beheer(db: None) -> Actor:
    """Return the agendabeheerder of a werkruimte that holds the small example."""
    actor = empty_room()
    import_agenda(actor, AGENDA)
    return actor


def taken_in(actor: Actor, agenda: Agenda) -> Agenda:
    """Return what is stored once this file was taken in."""
    import_agenda(actor, agenda, verwijder=True)
    return stored(actor, agenda.titel)


def changed(**fields: Any) -> Agenda:
    """Return the example with other fields."""
    return replace(AGENDA, **fields)


def test_two_agendas_live_in_one_werkruimte_without_touching_each_other(beheer: Actor) -> None:
    partij = AGENDA.partijen[:1]
    other = Agenda(titel="De volgende", van=2028, tot=2030, partijen=partij, werkgroepen=("Nieuw",))
    assert taken_in(beheer, other) == replace(other, partijen=AGENDA.partijen)
    assert stored(beheer, AGENDA.titel) == AGENDA
    assert import_agenda(beheer, AGENDA).veranderingen == ()
    assert stored(beheer, "De volgende") == replace(other, partijen=AGENDA.partijen)


def test_the_whole_agenda_of_hilversum_can_make_place_for_another(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    # A partij that sits at a table or has an agreement stays; here only the agenda counts.
    for kept in (records.Afspraak, records.Raadpleging, records.Besluit, records.Overlegreeks):
        kept.objects.all().delete()
    other = changed(titel=hilversum.agenda.titel)
    now = taken_in(actor, other)
    assert without_story(replace(now, partijen=())) == without_story(replace(other, partijen=()))
    known = {one.code: one for one in now.partijen}
    assert all(known[one.code] == one for one in AGENDA.partijen)
    with_members = set(
        records.Lidmaatschap.objects.of(actor.werkruimte)
        .exclude(partij=None)
        .values_list("partij__code", flat=True)
    )
    assert set(known) == with_members | {one.code for one in AGENDA.partijen}


def test_a_partij_that_nothing_points_to_goes_with_the_file(beheer: Actor) -> None:
    smaller = replace(
        without_1a1(AGENDA), partijen=AGENDA.partijen[:1], ondertekenaars=("gemeente",)
    )
    assert taken_in(beheer, smaller) == smaller


def test_a_partij_with_members_stays_though_the_file_forgot_it(beheer: Actor) -> None:
    bestuur = records.Partij.objects.get(werkruimte_id=beheer.werkruimte, code="bestuur")
    records.Lidmaatschap.objects.create(
        werkruimte_id=beheer.werkruimte,
        persoon=records.Persoon.objects.get(pk=beheer.persoon),
        partij=bestuur,
        rol=LidRol.PARTNER,
        van=date(2025, 1, 1),
    )
    smaller = replace(without_1a1(AGENDA), partijen=AGENDA.partijen[:1], ondertekenaars=())
    assert taken_in(beheer, smaller).partijen == AGENDA.partijen


def test_who_signed_is_kept_in_the_order_of_the_file(beheer: Actor) -> None:
    turned = changed(ondertekenaars=AGENDA.ondertekenaars[::-1])
    told = import_agenda(beheer, turned)
    assert [(one.soort, one.velden) for one in told.veranderingen] == [
        ("Agenda", ("ondertekenaars",))
    ]
    assert stored(beheer, AGENDA.titel) == turned
    agenda = records.Agenda.objects.get(werkruimte_id=beheer.werkruimte)
    newest = agenda.history.first()
    assert newest.history_user_id == beheer.persoon
    assert newest.ondertekenaars.count() == 2


def test_a_werkgroep_that_goes_leaves_its_actions_behind_with_one_change(beheer: Actor) -> None:
    other = with_acties(
        changed(werkgroepen=("Werkgroep zorg",)),
        {"1A1": replace(AGENDA.acties[0], werkgroep="")},
    )
    told = import_agenda(beheer, other)
    assert {(one.wat, one.soort, one.code) for one in told.veranderingen} >= {
        (Wat.VERDWIJNT, "Werkgroepen", "Werkgroep taal"),
        (Wat.GEWIJZIGD, "Acties", "1A1"),
    }
    assert stored(beheer, AGENDA.titel) == other


def test_an_indicator_goes_with_its_target_and_another_takes_the_target_over(
    beheer: Actor,
) -> None:
    target = Streefwaarde(
        code="S9", bij="I1", maat="Deelname", jaren=(Jaarwaarde(jaar=2025, doel=Decimal(9)),)
    )
    measured = changed(streefwaarden=(target,))
    assert taken_in(beheer, measured) == measured
    new = replace(AGENDA.netwerk, indicatoren=(Indicator(code="I2", naam="Bereik"),))
    moved = changed(streefwaarden=(replace(target, bij="I2"),), netwerk=new)
    assert taken_in(beheer, moved) == moved
    bare = changed(streefwaarden=(), netwerk=replace(new, indicatoren=()))
    assert taken_in(beheer, bare) == bare


def test_a_speerpunt_moves_to_another_ambitie_with_all_that_hangs_on_it(beheer: Actor) -> None:
    first = AGENDA.ambities[0]
    moved = changed(
        ambities=(
            Ambitie(code="2", naam="Een passende plek", speerpunten=first.speerpunten[:1]),
            replace(first, speerpunten=first.speerpunten[1:]),
        )
    )
    assert taken_in(beheer, moved) == moved


def test_the_ambitie_above_may_go_when_its_speerpunten_went_elsewhere(beheer: Actor) -> None:
    first = AGENDA.ambities[0]
    moved = changed(ambities=(Ambitie(code="9", naam="Nieuw", speerpunten=first.speerpunten),))
    assert taken_in(beheer, moved) == moved


def test_two_actions_that_swap_their_codes_swap_everything_but_the_story(beheer: Actor) -> None:
    one, other = AGENDA.acties
    speerpunten = {s.code: s for s in AGENDA.speerpunten}
    swapped = with_speerpunten(
        AGENDA,
        {
            "1A": replace(speerpunten["1A"], acties=(replace(one, code="1E1", voortgang=()),)),
            "1E": replace(speerpunten["1E"], acties=(replace(other, code="1A1"),)),
        },
    )
    now = taken_in(beheer, swapped)
    assert without_story(now) == without_story(swapped)
    assert {a.code: a.voortgang for a in now.acties} == {"1A1": one.voortgang, "1E1": ()}


def test_another_order_is_kept_and_is_no_loss(beheer: Actor) -> None:
    first = AGENDA.ambities[0]
    turned = changed(
        werkgroepen=AGENDA.werkgroepen[::-1],
        ambities=(replace(first, speerpunten=first.speerpunten[::-1]),),
    )
    told = import_agenda(beheer, turned)
    assert {one.wat for one in told.veranderingen} == {Wat.GEWIJZIGD}
    assert {veld for one in told.veranderingen for veld in one.velden} == {"volgorde"}
    assert stored(beheer, AGENDA.titel) == turned


def test_a_code_may_become_the_code_of_another_kind_of_thing(db: None) -> None:
    actor = empty_room()
    actie, speerpunt = Actie(code="A", naam="x"), Speerpunt(code="S", naam="x")
    post = Post(code="P", bij="A", omschrijving="x")
    target = Streefwaarde(code="T", bij="A", maat="x")
    before = Agenda(
        titel="x",
        van=2025,
        tot=2026,
        ambities=(Ambitie(code="1", naam="x", speerpunten=(replace(speerpunt, acties=(actie,)),)),),
        begroting=Begroting(posten=(post,)),
        streefwaarden=(target,),
    )
    assert taken_in(actor, before) == before
    level_up = replace(
        before,
        ambities=(Ambitie(code="1", naam="x", speerpunten=(replace(speerpunt, code="A"),)),),
    )
    assert taken_in(actor, level_up) == level_up
    indicator = replace(
        before,
        ambities=(),
        begroting=Begroting(),
        netwerk=Netwerk(indicatoren=(Indicator(code="A", naam="x"),)),
    )
    assert taken_in(actor, indicator) == indicator
    assert taken_in(actor, before) == before


def test_a_header_row_and_its_parts_may_change_places(beheer: Actor) -> None:
    head, part = AGENDA.begroting.posten
    turned = replace(AGENDA.begroting, posten=(replace(part, kop=""), replace(head, kop=part.code)))
    assert taken_in(beheer, changed(begroting=turned)) == changed(begroting=turned)


def test_a_partij_changes_its_role_without_being_taken_out_first(beheer: Actor) -> None:
    actie = AGENDA.acties[0]
    roles = (
        Betrokkene(partij="bestuur", rol=Rol.TREKKER),
        Betrokkene(partij="gemeente", rol=Rol.BETROKKEN),
    )
    other = with_acties(AGENDA, {"1A1": replace(actie, betrokkenen=roles)})
    told = import_agenda(beheer, other)
    assert {one.wat for one in told.veranderingen} == {Wat.GEWIJZIGD}
    assert stored(beheer, AGENDA.titel) == other


def history_rows(werkruimte: int) -> Iterator[Any]:
    """Yield every row of history of a werkruimte, of every noun."""
    for model in apps.get_app_config("records").get_models():
        fields = {field.name for field in model._meta.fields}
        if {"history_user", "werkruimte"} <= fields:
            yield from model._default_manager.filter(werkruimte_id=werkruimte)


def test_each_change_is_in_the_history_under_the_name_of_who_did_it(beheer: Actor) -> None:
    import_agenda(beheer, without_1a1(AGENDA), verwijder=True)
    rows = list(history_rows(beheer.werkruimte))
    assert {row.history_user_id for row in rows} == {beheer.persoon}
    gone = {type(row).__name__ for row in rows if row.history_type == "-"}
    # What hangs on a removed action goes with it, and is known to have gone.
    assert gone >= {"HistoricalActie", "HistoricalBetrokkenheid", "HistoricalVoortgang"}


def test_what_was_made_and_what_went_is_told_once_for_each_thing(beheer: Actor) -> None:
    told = [(one.soort, one.code) for one in import_agenda(empty_room("b"), AGENDA).veranderingen]
    assert len(told) == len(set(told))


@pytest.mark.parametrize("formerly", [0, 42])
def test_ten_times_as_many_actions_take_hardly_more_queries(db: None, formerly: int) -> None:
    few, many = _queries(42, formerly), _queries(420, formerly)
    # A statement of SQLite holds only so many values, so a few rows at a time go in.
    assert many - few < (420 - 42) / 3, f"{few} queries for 42 actions, {many} for 420"


def _queries(amount: int, formerly: int) -> int:
    actor = empty_room(f"groot-{amount}-{formerly}")
    if formerly:
        import_agenda(actor, _big(amount, "Eerst"))
    with CaptureQueriesContext(connection) as asked:
        import_agenda(actor, _big(amount, "Daarna"))
    return len(asked)


def _big(amount: int, naam: str) -> Agenda:
    acties = tuple(
        Actie(
            code=f"1A{n}",
            naam=f"{naam} {n}",
            betrokkenen=(Betrokkene(partij="gemeente", rol=Rol.TREKKER, toelichting=naam),),
            voortgang=AGENDA.acties[0].voortgang,
        )
        for n in range(amount)
    )
    posten = tuple(
        Post(code=f"P{n}", bij=f"1A{n}", omschrijving=naam, bedragen={2025: n})
        for n in range(amount)
    )
    speerpunt = Speerpunt(code="1A", naam="x", acties=acties)
    return Agenda(
        titel="Groot",
        van=2025,
        tot=2027,
        partijen=AGENDA.partijen[:1],
        ambities=(Ambitie(code="1", naam="x", speerpunten=(speerpunt,)),),
        begroting=Begroting(posten=posten),
    )
