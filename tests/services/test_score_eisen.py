"""A party scores its own rows, a part at a time; nobody's words are lost and nobody else sees."""

from dataclasses import replace

import pytest

from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.core.zelfbeoordeling import Score
from openlea.policy.rechten import LidRol
from openlea.services.describe_eisen import describe_eisen
from openlea.services.describe_eisen_partij import describe_eisen_partij
from openlea.services.score_eisen import WAAROM_NVT, Beoordeling, score_eisen
from openlea.storage.records.document_plek import document_seen
from openlea.storage.records.models import Eisscore
from tests.services.toetswereld import ANDER, BESTUUR, SWV, partner, score
from tests.world import World

ONE = Beoordeling(rij="PVE-01", score=Score.DEELS, toelichting="Op vier van de zes scholen.")


def test_a_board_scores_its_own_rows_and_reads_them_back(hilversum: World) -> None:
    board = partner(hilversum, BESTUUR)
    assert score_eisen(board, BESTUUR, 2026, [ONE]) == ("PVE-01",)
    beeld = describe_eisen_partij(board, BESTUUR, 2026)
    assert (beeld.geheel.deels, beeld.geheel.totaal) == (1, 33)
    kept = beeld.delen[0].regels[0].record
    assert kept is not None
    assert kept.door_id == board.persoon


def test_a_board_neither_sees_nor_changes_another_board(hilversum: World) -> None:
    score(hilversum.actor(LidRol.AGENDABEHEERDER), ANDER, PVE_01=Score.NIET)
    board = partner(hilversum, BESTUUR)
    assert [rij.code for rij in describe_eisen(board, 2026).rijen] == [BESTUUR]
    with pytest.raises(NotFound):
        describe_eisen_partij(board, ANDER, 2026)
    with pytest.raises(NotFound):
        score_eisen(board, ANDER, 2026, [ONE])


def test_a_samenwerkingsverband_sees_every_board_and_changes_only_itself(hilversum: World) -> None:
    swv = partner(hilversum, SWV)
    assert {BESTUUR, ANDER, SWV} <= {rij.code for rij in describe_eisen(swv, 2026).rijen}
    assert score(swv, SWV, PVE_03=Score.GEHEEL) == ("PVE-03",)
    with pytest.raises(NotAllowed):
        score_eisen(swv, BESTUUR, 2026, [ONE])


@pytest.mark.parametrize("rol", [LidRol.LEZER, LidRol.PUBLIEK])
def test_outside_nobody_sees_a_score(hilversum: World, rol: LidRol) -> None:
    score(partner(hilversum, BESTUUR), BESTUUR, PVE_01=Score.NIET)
    assert describe_eisen(hilversum.actor(rol), 2026).rijen == ()


def test_the_wethouder_reads_all_and_changes_nothing(hilversum: World) -> None:
    wethouder = hilversum.actor(LidRol.WETHOUDER)
    rijen = describe_eisen(wethouder, 2026).rijen
    assert rijen
    assert not any(rij.mag_wijzigen for rij in rijen)
    with pytest.raises(NotAllowed):
        score_eisen(wethouder, BESTUUR, 2026, [ONE])


def test_what_was_left_as_it_stood_is_not_written_again(hilversum: World) -> None:
    board = partner(hilversum, BESTUUR)
    score_eisen(board, BESTUUR, 2026, [ONE])
    same = replace(ONE, versie=1)
    assert score_eisen(board, BESTUUR, 2026, [same]) == ()
    assert Eisscore.objects.get(rij="PVE-01").versie == 1


def test_two_people_at_one_row_lose_nothing(hilversum: World) -> None:
    board, beheer = partner(hilversum, BESTUUR), hilversum.actor(LidRol.AGENDABEHEERDER)
    score_eisen(board, BESTUUR, 2026, [ONE])
    score_eisen(beheer, BESTUUR, 2026, [replace(ONE, score=Score.GEHEEL, versie=1)])
    other = Beoordeling(rij="PVE-02", score=Score.GEHEEL)
    late = replace(ONE, score=Score.NIET, versie=1)
    with pytest.raises(Conflict):
        score_eisen(board, BESTUUR, 2026, [other, late])
    assert {one.rij: one.score for one in Eisscore.objects.all()} == {"PVE-01": "geheel"}


def test_a_row_that_somebody_else_changed_and_i_did_not_is_no_conflict(hilversum: World) -> None:
    board, beheer = partner(hilversum, BESTUUR), hilversum.actor(LidRol.AGENDABEHEERDER)
    score_eisen(board, BESTUUR, 2026, [ONE])
    changed = replace(ONE, score=Score.GEHEEL, versie=1)
    score_eisen(beheer, BESTUUR, 2026, [changed])
    other = Beoordeling(rij="PVE-02", score=Score.GEHEEL)
    assert score_eisen(board, BESTUUR, 2026, [changed, other]) == ("PVE-02",)


def test_not_applicable_needs_a_reason(hilversum: World) -> None:
    board = partner(hilversum, BESTUUR)
    with pytest.raises(BadInput) as refused:
        score_eisen(board, BESTUUR, 2026, [Beoordeling(rij="PVE-01", score=Score.NVT)])
    assert [(fout.blad, fout.cel, fout.reden) for fout in refused.value.fouten] == [
        ("PVE-01", "toelichting", WAAROM_NVT)
    ]


def test_a_row_of_the_samenwerkingsverband_is_not_asked_of_a_board(hilversum: World) -> None:
    with pytest.raises(BadInput, match="PVE-03"):
        score(partner(hilversum, BESTUUR), BESTUUR, PVE_03=Score.GEHEEL)


def test_a_score_can_be_taken_back(hilversum: World) -> None:
    board = partner(hilversum, BESTUUR)
    score_eisen(board, BESTUUR, 2026, [ONE])
    score_eisen(board, BESTUUR, 2026, [Beoordeling(rij="PVE-01", score=None, versie=1)])
    assert not Eisscore.objects.exists()
    assert Eisscore.history.filter(history_type="-").count() == 1


def test_proof_opens_for_who_sees_the_score(hilversum: World) -> None:
    board = partner(hilversum, BESTUUR)
    score_eisen(board, BESTUUR, 2026, [replace(ONE, inhoud=b"Wat wij afspraken.")])
    document = Eisscore.objects.get(rij="PVE-01").document
    assert document is not None
    assert document_seen(document.pk, board) == document
    assert document_seen(document.pk, partner(hilversum, SWV)) == document
    assert document_seen(document.pk, partner(hilversum, ANDER)) is None
    assert document_seen(document.pk, hilversum.actor(LidRol.PUBLIEK)) is None


def test_wrong_proof_names_its_row_and_keeps_nothing(hilversum: World) -> None:
    wrong = replace(ONE, adres="javascript:alert(1)")
    with pytest.raises(BadInput) as refused:
        score_eisen(partner(hilversum, BESTUUR), BESTUUR, 2026, [wrong])
    assert refused.value.fouten[0].blad == "PVE-01"
    assert not Eisscore.objects.exists()


def test_change_is_told_since_the_last_year_that_was_scored(hilversum: World) -> None:
    board = partner(hilversum, BESTUUR)
    score(board, BESTUUR, 2024, PVE_01=Score.NIET, PVE_02=Score.GEHEEL)
    score(board, BESTUUR, 2026, PVE_01=Score.GEHEEL, PVE_02=Score.DEELS)
    (rij,) = describe_eisen(board, 2026).rijen
    assert rij.verandering is not None
    assert (rij.verandering.sinds, rij.verandering.beter, rij.verandering.minder) == (2024, 1, 1)
    (before,) = describe_eisen(board, 2024).rijen
    assert before.verandering is None
