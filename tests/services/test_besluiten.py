"""A decision says what every partij thought, and a dispute goes the way of the law."""

from datetime import date, timedelta

import pytest

from openlea.core.agenda import Zichtbaarheid
from openlea.core.besluit import GeschilStap, Standpunt
from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.core.overleg import Aanwezigheid, Mandaat
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.rechten import LidRol
from openlea.services.change_besluit import change_besluit
from openlea.services.close_vergadering import close_vergadering
from openlea.services.note_aanwezigheid import note_aanwezigheid
from openlea.services.record_besluit import Besluitopzet, record_besluit
from openlea.services.set_verslag import set_verslag
from openlea.services.take_geschilstap import Geschilmelding, take_geschilstap
from openlea.storage.records.models import Besluit, Partij, Standpuntregel, Vergadering
from tests.services.vergader_wereld import COMING, begun, first_item, keeper
from tests.world import World

EENS, TEGEN = Standpunt.EENS, Standpunt.NIET_EENS
TEKST = "We meten het tekort elk kwartaal."


def record(world: World, **more: object) -> Besluit:
    meeting = begun(world)
    opzet = Besluitopzet(**{"tekst": TEKST, "rest": EENS} | more)
    return record_besluit(keeper(world), first_item(meeting).pk, opzet)


def positions(besluit: Besluit) -> dict[str, str]:
    return dict(besluit.standpunten.values_list("partij__code", "standpunt"))


def test_a_decision_gets_the_next_number_of_its_day(hilversum: World) -> None:
    first = record(hilversum)
    second = record_besluit(
        keeper(hilversum), first.punt_id, Besluitopzet(tekst="Nog een besluit.", rest=EENS)
    )
    dag = first.op.isoformat()
    assert (first.nummer, second.nummer) == (f"{dag}/1", f"{dag}/2")
    assert first.op == first.punt.vergadering.op


def test_the_same_decision_sent_twice_is_one_decision(hilversum: World) -> None:
    assert record(hilversum).pk == record(hilversum).pk


def test_every_partij_at_the_table_has_a_position(hilversum: World) -> None:
    besluit = record(hilversum, standpunten={"kinderopvang": Standpunt.VOORBEHOUD})
    said = positions(besluit)
    assert said["kinderopvang"] == "voorbehoud"
    assert set(said.values()) == {"eens", "voorbehoud"}
    assert besluit.uitkomst == OverlegUitkomst.OVEREENSTEMMING


def test_who_may_decide_must_be_heard_and_is_named_when_not(hilversum: World) -> None:
    with pytest.raises(BadInput, match="Gemeente"):
        record(hilversum, rest=None, standpunten={"kinderopvang": EENS})
    assert not Besluit.objects.filter(tekst=TEKST).exists()


def test_one_partij_that_may_decide_and_disagrees_means_no_agreement(hilversum: World) -> None:
    assert record(hilversum, standpunten={"kinderopvang": TEGEN}).uitkomst == OverlegUitkomst.GEEN
    with pytest.raises(BadInput):
        record_besluit(
            keeper(hilversum),
            first_item(Vergadering.objects.get(pk=COMING)).pk,
            Besluitopzet(
                tekst="Toch samen.",
                rest=EENS,
                standpunten={"kinderopvang": TEGEN},
                uitkomst=OverlegUitkomst.OVEREENSTEMMING,
            ),
        )


def test_who_has_no_mandate_stops_nothing(hilversum: World) -> None:
    meeting = begun(hilversum)
    meeting.deelnemers.filter(partij__code="kinderopvang").update(mandaat=Mandaat.ZONDER)
    besluit = record(hilversum, standpunten={"kinderopvang": TEGEN})
    assert besluit.uitkomst == OverlegUitkomst.OVEREENSTEMMING
    assert positions(besluit)["kinderopvang"] == "niet_eens"


def test_who_is_away_is_absent_without_being_asked(hilversum: World) -> None:
    meeting = begun(hilversum)
    away = meeting.deelnemers.get(partij__code="kinderopvang")
    note_aanwezigheid(keeper(hilversum), COMING, {away.pk: Aanwezigheid.AFGEMELD})
    punt = first_item(meeting).pk
    besluit = record_besluit(keeper(hilversum), punt, Besluitopzet(tekst=TEKST, rest=EENS))
    assert positions(besluit)["kinderopvang"] == "afwezig"


def test_a_partij_that_does_not_sit_there_can_not_speak(hilversum: World) -> None:
    stranger = Partij.objects.of(hilversum.werkruimte.pk).exclude(deelnemers__vergadering=COMING)[0]
    with pytest.raises(BadInput):
        record(hilversum, standpunten={stranger.code: EENS})


@pytest.mark.parametrize("tekst", ["", "  ", "x" * 4001])
def test_a_decision_without_words_is_none(hilversum: World, tekst: str) -> None:
    with pytest.raises(BadInput):
        record(hilversum, tekst=tekst)


def test_a_decision_is_seen_by_no_more_people_than_its_item(hilversum: World) -> None:
    punt = first_item(begun(hilversum))
    punt.zichtbaarheid = Zichtbaarheid.INTERN
    punt.save()
    assert record(hilversum, zichtbaarheid=Zichtbaarheid.PUBLIEK).zichtbaarheid == "intern"


def test_a_decision_changes_until_the_minutes_stand(hilversum: World) -> None:
    besluit, actor = record(hilversum), keeper(hilversum)
    new = Besluitopzet(tekst="Elk halfjaar.", rest=EENS, standpunten={"kinderopvang": TEGEN})
    changed = change_besluit(actor, besluit.pk, new, 1)
    assert (changed.tekst, changed.uitkomst) == ("Elk halfjaar.", OverlegUitkomst.GEEN)
    assert positions(changed)["kinderopvang"] == "niet_eens"
    with pytest.raises(Conflict):
        change_besluit(actor, besluit.pk, new, 1)
    close_vergadering(actor, COMING, doorschuiven=True)
    set_verslag(actor, COMING, besluit.op)
    with pytest.raises(BadInput):
        change_besluit(actor, besluit.pk, new, 2)
    assert {one.tekst for one in changed.history.all()} == {TEKST, "Elk halfjaar."}


@pytest.mark.parametrize("rol", [LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK])
def test_only_who_leads_or_keeps_it_records_a_decision(hilversum: World, rol: LidRol) -> None:
    besluit = record(hilversum)
    actor, opzet = hilversum.actor(rol), Besluitopzet(tekst="Van mij.", rest=EENS)
    with pytest.raises((NotAllowed, NotFound)):
        record_besluit(actor, besluit.punt_id, opzet)
    with pytest.raises((NotAllowed, NotFound)):
        change_besluit(actor, besluit.pk, opzet, 1)
    step = Geschilmelding(stap=GeschilStap.NIEUW_OVERLEG, op=besluit.op)
    with pytest.raises((NotAllowed, NotFound)):
        take_geschilstap(actor, besluit.pk, step, besluit.op)


def disputed(world: World) -> Besluit:
    return record(world, standpunten={"kinderopvang": TEGEN}, uitkomst=OverlegUitkomst.GESCHIL)


def take(world: World, besluit: Besluit, stap: GeschilStap, after: int = 0, **more: object) -> date:
    op = besluit.op + timedelta(days=after)
    step = Geschilmelding(stap=stap, op=op, **more)
    take_geschilstap(keeper(world), besluit.pk, step, besluit.op + timedelta(days=400))
    return op


def test_a_dispute_takes_the_steps_of_the_law_one_by_one(hilversum: World) -> None:
    besluit = disputed(hilversum)
    with pytest.raises(BadInput):
        take(hilversum, besluit, GeschilStap.COMMISSIE)
    take(hilversum, besluit, GeschilStap.NIEUW_OVERLEG, 10)
    with pytest.raises(BadInput):
        take(hilversum, besluit, GeschilStap.COMMISSIE, 9)
    asked = take(hilversum, besluit, GeschilStap.COMMISSIE, 20)
    due = besluit.geschilregels.get(stap=GeschilStap.COMMISSIE).voor
    assert timedelta(days=28) <= due - asked <= timedelta(days=33)
    take(hilversum, besluit, GeschilStap.ADVIES, 40)
    take(hilversum, besluit, GeschilStap.BINDEND, 50)
    with pytest.raises(BadInput):
        take(hilversum, besluit, GeschilStap.OPGELOST, 60)


def test_an_extension_adds_who_did_not_sign_and_puts_no_opinion_in_its_mouth(
    hilversum: World,
) -> None:
    besluit = disputed(hilversum)
    take(hilversum, besluit, GeschilStap.NIEUW_OVERLEG, 10)
    outside = Partij.objects.of(hilversum.werkruimte.pk).exclude(deelnemers__vergadering=COMING)[0]
    with pytest.raises(BadInput):
        take(hilversum, besluit, GeschilStap.UITGEBREID, 20)
    with pytest.raises(BadInput):
        take(hilversum, besluit, GeschilStap.UITGEBREID, 20, partijen=("bestaat-niet",))
    partijen = (outside.code, "kinderopvang")
    take(hilversum, besluit, GeschilStap.UITGEBREID, 20, partijen=partijen)
    lines = Standpuntregel.objects.filter(besluit=besluit, toelichting__startswith="Uitgebreid")
    assert {one.partij.code for one in lines} == set(partijen)
    assert positions(besluit)[outside.code] == "afwezig"
    assert positions(besluit)["kinderopvang"] == "niet_eens"


def test_no_dispute_about_what_all_agree_to_and_no_step_in_the_future(hilversum: World) -> None:
    agreed = record(hilversum)
    with pytest.raises(BadInput):
        take(hilversum, agreed, GeschilStap.NIEUW_OVERLEG)
    besluit = record(hilversum, tekst="Een ander.", standpunten={"kinderopvang": TEGEN})
    late = Geschilmelding(stap=GeschilStap.NIEUW_OVERLEG, op=besluit.op + timedelta(days=2))
    with pytest.raises(BadInput):
        take_geschilstap(keeper(hilversum), besluit.pk, late, besluit.op)
    take(hilversum, besluit, GeschilStap.NIEUW_OVERLEG, 1)
    besluit.refresh_from_db()
    assert besluit.uitkomst == OverlegUitkomst.GESCHIL
