"""Forms of tasks and plans, filled in by somebody careless or by somebody of another partij."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.core.partij import PartijSoort
from openlea.core.verplichting import BewijsSoort, BewijsStaat, TaakStaat
from openlea.policy.rechten import LidRol
from openlea.services.make_kalenderadres import make_kalenderadres
from openlea.services.make_taken import make_taken
from openlea.storage.records.models import (
    Bewijs,
    Document,
    Kalenderadres,
    Lidmaatschap,
    Partij,
    Plan,
    Plichtkoppeling,
    Verplichting,
    Werkruimte,
    Zittingstermijn,
)
from tests.services.taken_wereld import school_board
from tests.world import World

BEHEER = LidRol.AGENDABEHEERDER
TODAY = timezone.localdate()
FAR = ("9999-12-31", "9998-12-31", "0001-01-01", "x")
YEARLY = ("taken/", "taken/toezicht/", "taken/lea-toets/", "taken/programma-van-eisen/")


@pytest.fixture
def taken(hilversum: World) -> World:
    make_taken(hilversum.actor(BEHEER), TODAY.year)
    return hilversum


@pytest.fixture
def elders(hilversum: World) -> World:
    """Return another werkruimte, with the same person as its agendabeheerder."""
    room = Werkruimte.objects.create(slug="elders", naam="Elders")
    here = Partij.objects.create(
        werkruimte=room, code="gemeente", naam="Gemeente", soort=PartijSoort.GEMEENTE
    )
    Lidmaatschap.objects.create(
        werkruimte=room,
        persoon=hilversum.lid(BEHEER).persoon,
        partij=here,
        rol=str(BEHEER),
        van=TODAY,
    )
    return World(room)


@pytest.fixture
def task(taken: World) -> Verplichting:
    return Verplichting.objects.get(plicht="LPL-04", jaar=TODAY.year, partij__code="gemeente")


def found_document(world: World, task: Verplichting) -> Bewijs:
    """Return a document that the system proposed: nobody knows its day."""
    document = Document.objects.create(
        werkruimte=world.werkruimte,
        titel="Leerplichtverslag",
        adres="https://voorbeeld.example/",
        zichtbaarheid=Zichtbaarheid.PARTNERS,
    )
    return Bewijs.objects.create(
        werkruimte=world.werkruimte,
        verplichting=task,
        soort=BewijsSoort.DOCUMENT,
        titel="Leerplichtverslag",
        document=document,
        verwijzing=f"document:{document.pk}",
    )


def judge(client: Client, world: World, one: Bewijs, **said: object) -> Any:
    url = world.url(f"taken/{one.verplichting_id}/bewijs/{one.pk}/")
    return client.post(url, {"versie": one.versie, **said}, follow=True)


def test_a_document_that_was_found_is_accepted_with_its_day(
    taken: World, task: Verplichting
) -> None:
    one, client = found_document(taken, task), taken.client(BEHEER)
    assert 'name="gedateerd_op"' in client.get(taken.url(f"taken/{task.pk}/")).content.decode()
    judge(client, taken, one, staat="aanvaard", gedateerd_op=TODAY.isoformat())
    one.refresh_from_db()
    assert (one.staat, one.gedateerd_op) == (BewijsStaat.AANVAARD, TODAY)


@pytest.mark.parametrize("day", ["", "31-02-2026", "morgen", "9999-12-31", "0001-01-01"])
def test_a_day_that_cannot_be_is_told_and_nothing_is_accepted(
    taken: World, task: Verplichting, day: str
) -> None:
    one = found_document(taken, task)
    answer = judge(taken.client(BEHEER), taken, one, staat="aanvaard", gedateerd_op=day)
    one.refresh_from_db()
    assert one.staat == BewijsStaat.VOORGESTELD
    assert answer.status_code == 200
    assert "dag" in answer.content.decode() or "datum" in answer.content.decode()


@pytest.mark.parametrize("day", ["31-02-2026", "9999-12-31", "0001-01-01", "x" * 5000, ""])
def test_proof_of_a_day_that_cannot_be_is_refused_at_its_field(
    taken: World, task: Verplichting, day: str
) -> None:
    said = {"titel": "Verslag", "soort": "besluit", "zichtbaarheid": "partners"}
    url = taken.url(f"taken/{task.pk}/bewijs/")
    answer = taken.client(BEHEER).post(url, {**said, "gedateerd_op": day})
    assert answer.status_code == 200
    assert not Bewijs.objects.filter(verplichting=task).exists()


def test_a_file_of_a_kind_that_is_not_taken_keeps_what_was_typed(
    taken: World, task: Verplichting
) -> None:
    said = {
        "titel": "Verslag van de raad",
        "soort": "document",
        "gedateerd_op": TODAY.isoformat(),
        "zichtbaarheid": "partners",
        "bestand": SimpleUploadedFile("x.pdf", b"MZ\x90\x00\x03virus"),
    }
    answer = taken.client(BEHEER).post(taken.url(f"taken/{task.pk}/bewijs/"), said)
    assert "Verslag van de raad" in answer.content.decode()
    assert not Bewijs.objects.filter(verplichting=task).exists()


def test_a_note_of_ten_thousand_signs_is_refused_and_not_lost(
    taken: World, task: Verplichting
) -> None:
    said = {"staat": "bezig", "notitie": "woord " * 1700, "versie": task.versie}
    answer = taken.client(BEHEER).post(taken.url(f"taken/{task.pk}/staat/"), said)
    assert "woord woord" in answer.content.decode()
    task.refresh_from_db()
    assert task.notitie == ""


def test_two_who_write_at_once_see_both_texts(taken: World, task: Verplichting) -> None:
    client, url = taken.client(BEHEER), taken.url(f"taken/{task.pk}/staat/")
    client.post(url, {"staat": "bezig", "notitie": "Van de eerste", "versie": task.versie})
    answer = client.post(
        url, {"staat": "bezig", "notitie": "Van de tweede", "versie": task.versie}
    ).content.decode()
    assert "Van de eerste" in answer
    assert "Van de tweede" in answer


def test_a_task_that_lapsed_takes_nothing(taken: World, task: Verplichting) -> None:
    Verplichting.objects.filter(pk=task.pk).update(vervallen=True)
    client = taken.client(BEHEER)
    for path in ("", "bewijs/"):
        assert client.get(taken.url(f"taken/{task.pk}/{path}")).status_code == 404
    assert client.post(taken.url(f"taken/{task.pk}/staat/"), {}).status_code == 404


def attempts(world: World) -> dict[str, dict[str, object]]:
    """Return what a partner may try on things of another partij: address and what is sent."""
    place = {"werkruimte": world.werkruimte}
    other = school_board(world, "bestuur-b")
    make_taken(world.actor(BEHEER), TODAY.year)
    task = Verplichting.objects.filter(partij=other)[0]
    proof = found_document(world, task)
    proof.gedateerd_op = TODAY
    proof.save()
    plan = Plan.objects.create(**place, soort="lea", titel="P", houder=other, van=date(2026, 1, 1))
    seat = Zittingstermijn.objects.create(
        **place, partij=other, zetel="A", benoemd_op=TODAY, tot=TODAY + timedelta(days=9)
    )
    link = Plichtkoppeling.objects.create(
        **place, plicht="LEA-01", actie=world.agenda.acties.all()[0]
    )
    make_kalenderadres(world.actor(BEHEER), "Outlook", None)
    feed = Kalenderadres.objects.get()
    tries = said_of_openbaar(seat)
    tries |= said_of_plan(plan)
    return tries | {
        f"taken/{task.pk}/staat/": {"staat": "bezig", "notitie": "Gekaapt", "versie": 1},
        f"taken/{task.pk}/bewijs/": {
            "titel": "Gekaapt",
            "soort": "besluit",
            "gedateerd_op": TODAY.isoformat(),
            "zichtbaarheid": "partners",
            "aanvaard": "on",
        },
        f"taken/{task.pk}/bewijs/{proof.pk}/": {"staat": "aanvaard", "versie": proof.versie},
        "taken/programma-van-eisen/bestuur-b/1/": {"PVE-01-score": "geheel", "jaar": TODAY.year},
        f"taken/agenda/koppeling/{link.pk}/los/": {},
        f"taken/kalenders/{feed.pk}/intrekken/": {"versie": feed.versie},
        "taken/maken/": {"jaar": TODAY.year + 3},
        "taken/toezicht/doelgroep/": {"keuze": "ja", "toelichting": "Gekaapt"},
    }


def said_of_plan(plan: Plan) -> dict[str, dict[str, object]]:
    """Return what may be tried on a plan of another partij."""
    said: dict[str, object] = {
        "soort": "lea",
        "titel": "Gekaapt",
        "houder": "bestuur-b",
        "van": "2026-01-01",
        "zichtbaarheid": "partners",
        "versie": plan.versie,
    }
    return {f"taken/plannen/{plan.pk}/wijzigen/": said, "taken/plannen/nieuw/": said}


def said_of_openbaar(seat: Zittingstermijn) -> dict[str, dict[str, object]]:
    """Return what may be tried on the seats and the form of another board."""
    return {
        f"taken/openbaar-onderwijs/zetel/?partij=bestuur-b&nummer={seat.pk}": {
            "zetel": "Gekaapt",
            "benoemd_op": "2026-01-01",
            "tot": "2027-01-01",
            "termijn": 1,
            "hoogste_termijn": 2,
            "versie": seat.versie,
        },
        "taken/openbaar-onderwijs/bestuur/": {"partij": "bestuur-b", "vorm": "met_rvt"},
    }


def everything_kept() -> str:
    """Return all that a stranger might have changed, as one text."""
    models = (Verplichting, Bewijs, Plan, Zittingstermijn, Plichtkoppeling, Kalenderadres, Partij)
    return repr([list(model.objects.order_by("pk").values()) for model in models])


@pytest.mark.parametrize("rol", [LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK])
def test_nobody_changes_what_is_of_another_partij(hilversum: World, rol: LidRol) -> None:
    tries = attempts(hilversum)
    before, client = everything_kept(), hilversum.client(rol)
    for path, said in tries.items():
        answer = client.post(hilversum.url(path), said)
        assert answer.status_code < 500, path
        assert everything_kept() == before, path


def test_numbers_of_another_werkruimte_are_not_there(hilversum: World, elders: World) -> None:
    tries = attempts(hilversum)
    before, client = everything_kept(), elders.client(BEHEER)
    for path, said in tries.items():
        if not any(sign.isdigit() for sign in path):
            continue
        answer = client.post(elders.url(path), said)
        assert answer.status_code < 500, path
        assert everything_kept() == before, path


def test_what_was_accepted_stays_when_a_task_does_not_apply(
    taken: World, task: Verplichting
) -> None:
    client, url = taken.client(BEHEER), taken.url(f"taken/{task.pk}/staat/")
    one = found_document(taken, task)
    judge(client, taken, one, staat="aanvaard", gedateerd_op=TODAY.isoformat())
    task.refresh_from_db()
    client.post(url, {"staat": "niet_van_toepassing", "reden": "Toch niet", "versie": task.versie})
    task.refresh_from_db()
    client.post(url, {"staat": "open", "versie": task.versie})
    task.refresh_from_db()
    assert task.staat == TaakStaat.BEWEZEN


HOSTILE = [
    *(f"{page}?op={day}" for page in ("taken/wet/", "taken/wet/LPL-04/") for day in FAR),
    *(f"{page}?jaar={year}" for page in YEARLY for year in ("0", "9999", "-1", "9" * 30, "x")),
    "taken/wet/%00/",
    "taken/wet/?q=%00&houder=koning&aard=x",
    "taken/programma-van-eisen/%00/",
    "taken/plannen/nieuw/?soort=x&houder=%00&volgt_op=" + "9" * 30,
    "taken/openbaar-onderwijs/stap/?nummer=" + "9" * 30 + "&stap=x",
    "taken/agenda/koppelen/?plicht=%00&actie=zz",
    "taken/" + "9" * 30 + "/",
]


@pytest.mark.parametrize("path", HOSTILE)
def test_no_address_breaks_a_page_of_the_law(hilversum: World, path: str) -> None:
    for rol in (BEHEER, LidRol.PUBLIEK):
        client = hilversum.client(rol)
        client.raise_request_exception = False
        assert client.get(hilversum.url(path)).status_code < 500


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "x", "2026-02-30"])
@pytest.mark.parametrize("path", ["plichten", "plichten/LPL-04"])
def test_no_day_breaks_the_law_for_other_programs(db: None, path: str, day: str) -> None:
    client = Client(raise_request_exception=False)
    assert client.get(f"/api/v1/{path}?op={day}").status_code < 500
