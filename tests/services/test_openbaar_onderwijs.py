"""Public schools: who may keep what, and how a process goes from step to step."""

from dataclasses import replace
from datetime import date

import pytest

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.core.partij import PartijSoort
from openlea.core.traject import Bestuursvorm
from openlea.policy.rechten import Actor, LidRol
from openlea.policy.traject import Stapstaat
from openlea.policy.zitting import Zetel
from openlea.services.close_traject import close_traject
from openlea.services.describe_openbaar import Bestuursbeeld, describe_openbaar
from openlea.services.keep_document import Stuk
from openlea.services.keep_openbaar_bestuur import keep_openbaar_bestuur
from openlea.services.keep_zitting import keep_zitting
from openlea.services.start_traject import Trajectopzet, start_traject
from openlea.services.take_stap import Stapmelding, take_stap
from openlea.storage.records.document_plek import document_seen
from openlea.storage.records.models import OpenbaarBestuur, Partij, Traject, Zittingstermijn
from tests.world import World

TODAY = date(2026, 11, 22)
ZETEL = Zetel(naam="Voorzitter", benoemd_op=date(2024, 1, 1), tot=date(2027, 12, 31))


@pytest.fixture
def beheer(hilversum: World) -> Actor:
    return hilversum.actor(LidRol.AGENDABEHEERDER)


@pytest.fixture
def bestuur(hilversum: World, beheer: Actor) -> str:
    every = Partij.objects.of(hilversum.werkruimte.pk).filter(soort=PartijSoort.SCHOOLBESTUUR)
    code = every.order_by("id")[0].code
    keep_openbaar_bestuur(beheer, code, Bestuursvorm.ZONDER_RVT)
    return str(code)


@pytest.fixture
def traject(beheer: Actor, bestuur: str) -> Traject:
    return start_traject(
        beheer,
        Trajectopzet(
            soort="jaar_zonder_rvt",
            titel="Begroting 2026",
            partij=bestuur,
            begonnen_op=date(2025, 11, 1),
        ),
    )


def look(actor: Actor) -> Bestuursbeeld:
    (beeld,) = describe_openbaar(actor, TODAY)
    return beeld


def test_the_form_of_a_board_is_kept_once_and_decides_what_there_is_to_do(
    beheer: Actor, bestuur: str
) -> None:
    assert "jaar_zonder_rvt" in {one.id for one in look(beheer).kaarten}
    keep_openbaar_bestuur(beheer, bestuur, Bestuursvorm.MET_RVT)
    assert OpenbaarBestuur.objects.count() == 1
    assert "jaar_zonder_rvt" not in {one.id for one in look(beheer).kaarten}
    assert {one.id for one in look(beheer).wet} == {"OPB-03", "OPB-04", "OPB-05"}


def test_only_a_schoolbestuur_governs_schools(beheer: Actor) -> None:
    with pytest.raises(BadInput):
        keep_openbaar_bestuur(beheer, "gemeente", Bestuursvorm.MET_RVT)


@pytest.mark.parametrize("rol", [LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK, LidRol.PARTNER])
def test_others_keep_nothing_of_this_board(
    hilversum: World, bestuur: str, traject: Traject, rol: LidRol
) -> None:
    actor = hilversum.actor(rol)
    with pytest.raises(NotAllowed):
        keep_openbaar_bestuur(actor, bestuur, Bestuursvorm.MET_RVT)
    with pytest.raises(NotAllowed):
        keep_zitting(actor, bestuur, ZETEL)
    with pytest.raises((NotAllowed, NotFound)):
        take_stap(actor, traject.pk, Stapmelding(stap="begroting", gedaan_op=TODAY), TODAY)
    with pytest.raises((NotAllowed, NotFound)):
        close_traject(actor, traject.pk, TODAY)


def test_a_seat_is_kept_and_counted(beheer: Actor, bestuur: str) -> None:
    keep_zitting(beheer, bestuur, ZETEL)
    assert "voordracht van ouders" in look(beheer).samenstelling.fout
    for number in range(2):
        keep_zitting(beheer, bestuur, replace(ZETEL, naam=f"Lid {number}"))
    keep_zitting(beheer, bestuur, replace(ZETEL, naam="Ouders", voordracht_ouders=True))
    assert (look(beheer).samenstelling.zetels, look(beheer).samenstelling.fout) == (
        4,
        "Er ontbreekt 1 zetel op voordracht van ouders: ten minste een derde deel.",
    )


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"tot": date(2023, 1, 1)}, "tot"), ({"termijn": 3}, "termijn")],
)
def test_a_seat_that_can_not_be_is_refused(
    beheer: Actor, bestuur: str, wrong: dict[str, object], field: str
) -> None:
    with pytest.raises(BadInput) as refused:
        keep_zitting(beheer, bestuur, replace(ZETEL, **wrong))  # type: ignore[arg-type]
    assert refused.value.fouten[0].cel == field
    assert not Zittingstermijn.objects.exists()


def test_two_who_change_a_seat_do_not_overwrite_each_other(beheer: Actor, bestuur: str) -> None:
    kept = keep_zitting(beheer, bestuur, ZETEL)
    keep_zitting(beheer, bestuur, replace(ZETEL, naam="Eerste"), kept.pk, kept.versie)
    with pytest.raises(Conflict):
        keep_zitting(beheer, bestuur, replace(ZETEL, naam="Tweede"), kept.pk, kept.versie)


def test_a_step_taken_late_says_so_and_its_proof_is_as_visible_as_the_process(
    beheer: Actor, traject: Traject, hilversum: World
) -> None:
    stuk = Stuk(
        titel="Besluit", zichtbaarheid=Zichtbaarheid.PUBLIEK, adres="https://voorbeeld.nl/besluit"
    )
    melding = Stapmelding(stap="begroting", gedaan_op=date(2026, 2, 10), stuk=stuk)
    kept = take_stap(beheer, traject.pk, melding, TODAY)
    (regel,) = look(beheer).lopend
    assert regel.stand.stappen[1].staat is Stapstaat.LAAT_GEDAAN
    assert kept.document is not None
    assert kept.document.zichtbaarheid == Zichtbaarheid.PARTNERS
    assert document_seen(kept.document.pk, hilversum.actor(LidRol.PARTNER)) is not None
    assert document_seen(kept.document.pk, hilversum.actor(LidRol.PUBLIEK)) is None


def test_a_step_can_be_taken_back_and_keeps_its_words(beheer: Actor, traject: Traject) -> None:
    take_stap(beheer, traject.pk, Stapmelding(stap="begroting", gedaan_op=TODAY), TODAY)
    back = Stapmelding(stap="begroting", gedaan_op=None, notitie="Toch niet.")
    kept = take_stap(beheer, traject.pk, back, TODAY)
    assert (kept.gedaan_op, kept.notitie, traject.stappen.count()) == (None, "Toch niet.", 1)


def test_a_step_is_not_taken_tomorrow_nor_one_that_is_not_there(
    beheer: Actor, traject: Traject
) -> None:
    tomorrow = Stapmelding(stap="begroting", gedaan_op=date(2026, 11, 23))
    with pytest.raises(BadInput):
        take_stap(beheer, traject.pk, tomorrow, TODAY)
    with pytest.raises(NotFound):
        take_stap(beheer, traject.pk, Stapmelding(stap="dansen", gedaan_op=TODAY), TODAY)


def test_a_closed_process_is_kept_and_can_be_opened_again(beheer: Actor, traject: Traject) -> None:
    close_traject(beheer, traject.pk, TODAY)
    assert (len(look(beheer).lopend), len(look(beheer).afgesloten)) == (0, 1)
    close_traject(beheer, traject.pk, None)
    assert (len(look(beheer).lopend), len(look(beheer).afgesloten)) == (1, 0)


def test_a_kind_of_process_that_is_not_on_the_shelf_can_not_begin(
    beheer: Actor, bestuur: str
) -> None:
    opzet = Trajectopzet(soort="dansen", titel="X", partij=bestuur, begonnen_op=TODAY)
    with pytest.raises(BadInput):
        start_traject(beheer, opzet)


@pytest.mark.parametrize("far", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_year_that_cannot_be_meant_begins_no_process_and_fills_no_seat(
    beheer: Actor, bestuur: str, far: date
) -> None:
    with pytest.raises(BadInput):
        start_traject(
            beheer, Trajectopzet(soort="opheffing", titel="T", partij=bestuur, begonnen_op=far)
        )
    with pytest.raises(BadInput):
        keep_zitting(beheer, bestuur, replace(ZETEL, benoemd_op=far, tot=far))
    assert not Traject.objects.exists()
    assert not Zittingstermijn.objects.exists()
