"""Proof of a task: anybody of the partij proposes, a person accepts, all can be undone."""

from datetime import date

import pytest

from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.core.partij import PartijSoort
from openlea.core.verplichting import BewijsSoort, BewijsStaat, TaakStaat
from openlea.policy.rechten import LidRol
from openlea.services import add_bewijs as adding
from openlea.services.add_bewijs import add_bewijs
from openlea.services.change_taak import Taakwijziging, change_taak
from openlea.services.describe_taak import describe_taak
from openlea.services.judge_bewijs import judge_bewijs
from openlea.services.taken.dekking import hold_taak
from openlea.storage.records.models import Bewijs, Document, Verplichting
from tests.services.taken_wereld import LATE, TODAY, proof, school_board, task, task_of
from tests.world import World

BEHEER = LidRol.AGENDABEHEERDER


def add(world: World, one: Verplichting, **changed: object) -> Bewijs:
    """Hand in proof as the agendabeheerder."""
    return add_bewijs(world.actor(BEHEER), one.pk, proof(**changed), TODAY)


def judge(world: World, bewijs: Bewijs, staat: BewijsStaat, reden: str = "") -> Bewijs:
    """Judge proof as the agendabeheerder."""
    bewijs.refresh_from_db()
    return judge_bewijs(world.actor(BEHEER), bewijs.pk, staat, versie=bewijs.versie, reden=reden)


def test_proof_waits_until_a_person_accepts_it_with_name_and_date(hilversum: World) -> None:
    one = task(hilversum, "LPL-04")
    bewijs = add(hilversum, one)
    one.refresh_from_db()
    assert (one.staat, one.bewezen_op) == (TaakStaat.VOORGESTELD, None)
    judged = judge(hilversum, bewijs, BewijsStaat.AANVAARD)
    one.refresh_from_db()
    assert (one.staat, one.bewezen_op) == (TaakStaat.BEWEZEN, date(2026, 9, 22))
    assert judged.beoordeeld_door_id == hilversum.lid(BEHEER).persoon_id
    assert judged.beoordeeld_op is not None


def test_proof_dated_on_the_day_itself_is_late_when_the_law_says_before_it(
    hilversum: World,
) -> None:
    one = task(hilversum, "LPL-04")
    add(hilversum, one, gedateerd_op=LATE, aanvaard=True)
    shown = describe_taak(hilversum.actor(BEHEER), one.pk, TODAY)
    assert shown.taak.te_laat_bewezen
    assert shown.taak.staat_label == "Te laat bewezen"
    assert shown.bewijzen[0].is_laat


def test_proof_of_one_topic_leaves_the_others_open(hilversum: World) -> None:
    one = task(hilversum, "LEA-01")
    topics = ["segregatie", "integratie", "achterstanden", "toelating", "verdeling"]
    for number, topic in enumerate(topics):
        add(hilversum, one, titel=f"Verslag {number}", onderwerpen=(topic,), aanvaard=True)
        one.refresh_from_db()
        expected = TaakStaat.BEWEZEN if topic == topics[-1] else TaakStaat.BEZIG
        assert one.staat == expected, topic
    shown = describe_taak(hilversum.actor(BEHEER), one.pk, TODAY)
    assert [part.staat for part in shown.onderdelen] == [BewijsStaat.AANVAARD] * 5


def test_taking_back_an_acceptance_makes_the_task_wait_again(hilversum: World) -> None:
    one = task(hilversum, "LPL-04")
    bewijs = add(hilversum, one, aanvaard=True)
    judge(hilversum, bewijs, BewijsStaat.VOORGESTELD)
    one.refresh_from_db()
    assert (one.staat, one.bewezen_op) == (TaakStaat.VOORGESTELD, None)
    bewijs.refresh_from_db()
    assert (bewijs.beoordeeld_door, bewijs.beoordeeld_op) == (None, None)


def test_rejected_proof_leaves_the_task_as_a_person_said_it_was(hilversum: World) -> None:
    one = task(hilversum, "LPL-04")
    actor = hilversum.actor(BEHEER)
    change_taak(actor, one.pk, Taakwijziging(staat=TaakStaat.BEZIG), versie=one.versie)
    bewijs = add(hilversum, one)
    judge(hilversum, bewijs, BewijsStaat.AFGEWEZEN, reden="Dit is het verslag van vorig jaar")
    one.refresh_from_db()
    assert one.staat == TaakStaat.BEZIG


def test_who_rejects_what_a_person_proposed_says_why(hilversum: World) -> None:
    bewijs = add(hilversum, task(hilversum, "LPL-04"))
    with pytest.raises(BadInput) as refused:
        judge(hilversum, bewijs, BewijsStaat.AFGEWEZEN)
    assert refused.value.fouten[0].cel == "reden"


def test_two_who_judge_at_once_do_not_overwrite_each_other(hilversum: World) -> None:
    bewijs = add(hilversum, task(hilversum, "LPL-04"))
    seen = bewijs.versie
    actor = hilversum.actor(BEHEER)
    judge_bewijs(actor, bewijs.pk, BewijsStaat.AANVAARD, versie=seen)
    with pytest.raises(Conflict):
        judge_bewijs(actor, bewijs.pk, BewijsStaat.AFGEWEZEN, versie=seen, reden="Nee")
    bewijs.refresh_from_db()
    assert bewijs.staat == BewijsStaat.AANVAARD


@pytest.mark.parametrize(
    ("changed", "veld"),
    [
        ({"gedateerd_op": None}, "gedateerd_op"),
        ({"gedateerd_op": date(2026, 11, 23)}, "gedateerd_op"),
        ({"titel": "  "}, "titel"),
        ({"stuk": None}, "bestand"),
        ({"onderwerpen": ("bestaat niet",)}, "onderwerpen"),
        ({"soort": BewijsSoort.PLAN, "stuk": None}, "naar"),
        ({"soort": BewijsSoort.ACTIE, "stuk": None, "naar": "geen-actie"}, "naar"),
        ({"soort": BewijsSoort.CIJFER, "stuk": None, "naar": "geen_cijfer"}, "naar"),
    ],
)
def test_proof_that_cannot_be_is_refused_by_field_and_nothing_is_kept(
    hilversum: World, changed: dict[str, object], veld: str
) -> None:
    one = task(hilversum, "LPL-04")
    with pytest.raises(BadInput) as refused:
        add(hilversum, one, **changed)
    assert refused.value.fouten[0].cel == veld
    assert not one.bewijzen.exists()
    assert not Document.objects.filter(titel="Leerplichtverslag").exists()


def test_proof_from_before_the_year_does_not_prove_the_year(hilversum: World) -> None:
    with pytest.raises(BadInput) as refused:
        add(hilversum, task(hilversum, "LEA-01"), gedateerd_op=date(2025, 12, 31))
    assert "1 januari 2026" in refused.value.fouten[0].reden


def test_the_same_action_is_no_proof_twice(hilversum: World) -> None:
    one = task(hilversum, "LPL-04")
    same = {"soort": BewijsSoort.ACTIE, "stuk": None, "naar": "1E1"}
    add(hilversum, one, **same)
    with pytest.raises(BadInput):
        add(hilversum, one, **same)
    assert one.bewijzen.count() == 1


def test_a_partner_proves_the_tasks_of_its_own_partij_alone(hilversum: World) -> None:
    lid = hilversum.lid(LidRol.PARTNER)
    board = school_board(hilversum)
    lid.partij = board
    lid.save()
    theirs, own = task(hilversum, "LEA-05"), task_of(board, "PO-07")
    actor = hilversum.actor(LidRol.PARTNER)
    assert add_bewijs(actor, own.pk, proof(aanvaard=True), TODAY).staat == BewijsStaat.AANVAARD
    with pytest.raises(NotAllowed):
        add_bewijs(actor, theirs.pk, proof(), TODAY)


def test_not_for_us_needs_a_reason_and_can_be_undone(hilversum: World) -> None:
    one, actor = task(hilversum, "LPL-04"), hilversum.actor(BEHEER)
    nvt = TaakStaat.NIET_VAN_TOEPASSING
    with pytest.raises(BadInput):
        change_taak(actor, one.pk, Taakwijziging(staat=nvt), versie=one.versie)
    said = change_taak(
        actor, one.pk, Taakwijziging(staat=nvt, reden="De regio doet dit"), versie=one.versie
    )
    assert (said.staat, said.reden) == (nvt, "De regio doet dit")
    back = change_taak(actor, one.pk, Taakwijziging(staat=TaakStaat.OPEN), versie=said.versie)
    assert (back.staat, back.reden) == (TaakStaat.OPEN, "")


@pytest.mark.parametrize("staat", [TaakStaat.BEWEZEN, TaakStaat.VOORGESTELD, TaakStaat.TE_LAAT])
def test_nobody_says_by_hand_that_a_task_is_proven(hilversum: World, staat: TaakStaat) -> None:
    one = task(hilversum, "LPL-04")
    with pytest.raises(BadInput):
        change_taak(hilversum.actor(BEHEER), one.pk, Taakwijziging(staat=staat), versie=one.versie)


def test_an_outsider_reads_accepted_proof_and_no_name_note_or_proposal(hilversum: World) -> None:
    one, actor = task(hilversum, "LPL-04"), hilversum.actor(BEHEER)
    change_taak(actor, one.pk, Taakwijziging(notitie="Intern praatje"), versie=one.versie)
    add(hilversum, one, aanvaard=True, toelichting="Tussen ons")
    add(hilversum, one, titel="Nog een voorstel")
    shown = describe_taak(hilversum.actor(LidRol.PUBLIEK), one.pk, TODAY)
    assert [each.titel for each in shown.bewijzen] == ["Leerplichtverslag 2025-2026"]
    assert shown.bewezen_door is not None
    assert shown.bewezen_door[0] == one.partij.naam
    said = repr(shown)
    assert hilversum.lid(BEHEER).persoon.naam not in said
    assert "Intern praatje" not in said
    assert "Tussen ons" not in said


def test_a_task_of_another_partij_is_not_there_for_an_outsider(hilversum: World) -> None:
    school_board(hilversum)
    one = task(hilversum, "PO-07", PartijSoort.SCHOOLBESTUUR)
    with pytest.raises(NotFound):
        describe_taak(hilversum.actor(LidRol.PUBLIEK), one.pk, TODAY)


def test_proof_of_two_who_hand_in_at_one_moment_is_kept_of_both(
    hilversum: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = task(hilversum, "LPL-04")
    waiting = [lambda: add(hilversum, one, titel="Van de ander")]

    def held(taak: Verplichting) -> None:
        if waiting:
            waiting.pop()()
        hold_taak(taak)

    monkeypatch.setattr(adding, "hold_taak", held)
    add(hilversum, one, titel="Van mij")
    assert {each.titel for each in one.bewijzen.all()} == {"Van de ander", "Van mij"}
