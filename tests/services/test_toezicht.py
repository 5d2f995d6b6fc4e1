"""The questions of the oversight are answered from proof, and by the municipality alone."""

from datetime import date

import pytest

from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.core.verplichting import BewijsSoort, BewijsStaat, TaakStaat
from openlea.core.zelfbeoordeling import Antwoord
from openlea.policy.rechten import LidRol
from openlea.policy.toezicht import VindingSoort, VraagStaat
from openlea.services.answer_toezicht import Toezichtinvulling, answer_toezicht
from openlea.services.describe_toezicht import Vraagbeeld, describe_toezicht
from openlea.storage.records.models import (
    Bewijs,
    Partij,
    Plan,
    Plichtkoppeling,
    Streefwaarde,
    Verplichting,
)
from tests.services.toetswereld import BESTUUR, partner
from tests.world import World

TODAY = date(2026, 11, 22)
JA = Toezichtinvulling(keuze=Antwoord.JA)


def question(world: World, vraag: str, jaar: int = 2026) -> Vraagbeeld:
    beeld = describe_toezicht(world.actor(LidRol.AGENDABEHEERDER), jaar, TODAY)
    return next(one for one in beeld.vragen if one.vraag.id == vraag)


def proven(world: World, plicht: str, *, staat: TaakStaat = TaakStaat.BEWEZEN) -> None:
    """Keep an obligation of 2026 with accepted proof."""
    taak, _ = Verplichting.objects.update_or_create(
        werkruimte=world.werkruimte,
        plicht=plicht,
        termijn="proef",
        jaar=2026,
        partij=Partij.objects.get(werkruimte=world.werkruimte, code="gemeente"),
        defaults={"titel": plicht, "uiterlijk": date(2026, 12, 31), "staat": staat},
    )
    Bewijs.objects.create(
        werkruimte=world.werkruimte,
        verplichting=taak,
        soort=BewijsSoort.DOCUMENT,
        titel="Besluit",
        gedateerd_op=date(2026, 2, 3),
        staat=BewijsStaat.AANVAARD,
    )


def test_accepted_proof_answers_a_question_and_says_from_what(hilversum: World) -> None:
    proven(hilversum, "VVE-02")
    one = question(hilversum, "doelgroep")
    assert one.oordeel.staat is VraagStaat.BEKEND
    assert [(bron.titel, bron.op) for bron in one.oordeel.bronnen] == [
        ("Besluit", date(2026, 2, 3))
    ]
    assert question(hilversum, "doelgroep", 2025).oordeel.staat is VraagStaat.OPEN


def test_an_obligation_that_is_proven_in_part_answers_nothing(hilversum: World) -> None:
    proven(hilversum, "LEA-01", staat=TaakStaat.BEZIG)
    assert question(hilversum, "overleg-lea").oordeel.staat is VraagStaat.OPEN


def test_all_four_agreements_are_needed_for_the_consultation(hilversum: World) -> None:
    for plicht in ("VVE-02", "VVE-03", "VVE-04"):
        proven(hilversum, plicht)
    assert question(hilversum, "overleg-vve").oordeel.staat is VraagStaat.OPEN
    proven(hilversum, "VVE-05")
    assert question(hilversum, "overleg-vve").oordeel.staat is VraagStaat.BEKEND


def test_a_measured_target_is_shown_with_its_number_and_answers_nothing(hilversum: World) -> None:
    target = Streefwaarde.objects.get(agenda=hilversum.agenda, code="1B3-bereik")
    assert target.actie is not None
    Plichtkoppeling.objects.create(
        werkruimte=hilversum.werkruimte, plicht="VVE-03", actie=target.actie, streefwaarde=target
    )
    target.jaren.filter(jaar=2026).update(werkelijk=86, peildatum=date(2026, 10, 1))
    one = question(hilversum, "toeleiding")
    (told,) = [each for each in one.oordeel.meer if each.soort is VindingSoort.STREEFWAARDE]
    assert told.titel.endswith(": 86 %")
    assert told.op == date(2026, 10, 1)
    assert one.oordeel.staat is VraagStaat.OPEN


@pytest.mark.parametrize(
    ("van", "tot", "vastgesteld", "staat"),
    [
        (date(2024, 1, 1), date(2027, 12, 31), date(2023, 12, 1), VraagStaat.BEKEND),
        (date(2026, 9, 1), None, date(2026, 8, 1), VraagStaat.BEKEND),
        (date(2024, 1, 1), date(2027, 12, 31), None, VraagStaat.OPEN),
        (date(2020, 1, 1), date(2025, 12, 31), date(2019, 12, 1), VraagStaat.OPEN),
        (date(2027, 1, 1), None, date(2026, 8, 1), VraagStaat.OPEN),
    ],
)
def test_a_decided_plan_of_that_year_answers_its_question(
    hilversum: World, van: date, tot: date | None, vastgesteld: date | None, staat: VraagStaat
) -> None:
    Plan.objects.create(
        werkruimte=hilversum.werkruimte,
        soort="oab_beleid",
        titel="OAB-beleid",
        houder=Partij.objects.get(werkruimte=hilversum.werkruimte, code="gemeente"),
        van=van,
        tot=tot,
        vastgesteld_op=vastgesteld,
    )
    assert question(hilversum, "oab-beleid").oordeel.staat is staat


def test_the_law_is_that_of_the_year_asked(hilversum: World) -> None:
    assert question(hilversum, "doelgroep", 2021).citaten[0].tekst.startswith("WPO, artikel 167")
    assert question(hilversum, "doelgroep", 2026).citaten[0].tekst.startswith("WPO, artikel 160")


def test_law_that_nobody_verified_is_marked_at_the_question(hilversum: World) -> None:
    (unsure,) = question(hilversum, "jaarverantwoording").citaten
    assert not unsure.stand.is_sure
    assert question(hilversum, "doelgroep").citaten[0].stand.is_sure


def test_an_answer_is_kept_with_who_gave_it(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    answer_toezicht(beheer, "bereik", 2026, JA)
    one = question(hilversum, "bereik")
    assert one.oordeel.staat is VraagStaat.BEANTWOORD
    assert one.keuze is Antwoord.JA
    assert one.antwoord is not None
    assert one.antwoord.door_id == beheer.persoon


@pytest.mark.parametrize("keuze", [Antwoord.DEELS, Antwoord.NEE, Antwoord.NVT])
def test_anything_but_yes_needs_a_word(hilversum: World, keuze: Antwoord) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    with pytest.raises(BadInput) as refused:
        answer_toezicht(beheer, "bereik", 2026, Toezichtinvulling(keuze=keuze))
    assert [fout.cel for fout in refused.value.fouten] == ["toelichting"]


def test_the_second_of_two_people_hears_that_somebody_was_first(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    answer_toezicht(beheer, "bereik", 2026, JA)
    with pytest.raises(Conflict):
        answer_toezicht(beheer, "bereik", 2026, JA)
    assert answer_toezicht(beheer, "bereik", 2026, JA, versie=1).versie == 2


def test_a_question_that_is_not_there_takes_no_answer(hilversum: World) -> None:
    with pytest.raises(NotFound):
        answer_toezicht(hilversum.actor(LidRol.AGENDABEHEERDER), "status", 2026, JA)


def test_a_partner_of_the_municipality_answers_and_a_board_does_not(hilversum: World) -> None:
    assert answer_toezicht(partner(hilversum, "gemeente"), "bereik", 2026, JA).keuze == "ja"
    board = partner(hilversum, BESTUUR)
    with pytest.raises(NotAllowed):
        answer_toezicht(board, "bereik", 2026, JA)
    with pytest.raises(NotAllowed):
        describe_toezicht(board, 2026, TODAY)
