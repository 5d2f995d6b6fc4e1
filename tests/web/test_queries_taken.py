"""A page about the law asks the database as often for a hundred partijen as for ten."""

from collections.abc import Sequence
from datetime import date
from itertools import cycle

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from openlea.core.partij import PartijSoort
from openlea.core.traject import Bestuursvorm
from openlea.core.verplichting import BewijsSoort, BewijsStaat
from openlea.policy.rechten import LidRol
from openlea.services.make_taken import make_taken
from openlea.storage.records import models as records
from openlea.web.routes import ROUTES
from tests.world import World

YEAR = timezone.localdate().year
BEGIN, END = date(YEAR, 1, 1), date(YEAR, 12, 31)
SOORTEN = (PartijSoort.SCHOOLBESTUUR, PartijSoort.SWV, PartijSoort.KINDEROPVANG, PartijSoort.GGD)
PLANNEN = ("lea", "jeugdplan", "ondersteuningsplan", "rmc_programma")
PAGES = [route for route in ROUTES if route.get and route.path.startswith("taken/")]
BEHEER = LidRol.AGENDABEHEERDER


def add_partijen(world: World, mark: str, amount: int) -> list[records.Partij]:
    """Add partijen of every kind that is asked something, with their tasks; return them."""
    added = [
        records.Partij.objects.create(
            werkruimte=world.werkruimte,
            code=f"{mark}{number}",
            naam=f"{mark} {number}",
            soort=soort,
        )
        for number, soort in zip(range(amount), cycle(SOORTEN), strict=False)
    ]
    make_taken(world.actor(BEHEER), YEAR)
    return added


def fill_tasks(world: World, partijen: Sequence[records.Partij]) -> None:
    """Give each partij a plan, and each of its tasks proof of its own that a person accepted."""
    place = {"werkruimte": world.werkruimte}
    for partij, soort in zip(partijen, cycle(PLANNEN), strict=False):
        document = records.Document.objects.create(
            **place, titel="Stuk", adres="https://voorbeeld.example/"
        )
        plan = records.Plan.objects.create(
            **place,
            soort=soort,
            titel="Plan",
            houder=partij,
            van=BEGIN,
            tot=END,
            vastgesteld_op=BEGIN,
            document=document,
        )
        for taak in partij.verplichtingen.all():
            records.Bewijs.objects.create(
                **place,
                verplichting=taak,
                soort=BewijsSoort.PLAN,
                titel="Plan",
                plan=plan,
                document=document,
                gedateerd_op=BEGIN,
                staat=BewijsStaat.AANVAARD,
                voorgesteld_door=world.lid(BEHEER).persoon,
            )


def fill_boards(world: World, partijen: Sequence[records.Partij]) -> None:
    """Give each board a form, a seat, a process with a step, and a score on its requirements."""
    place = {"werkruimte": world.werkruimte}
    boards = [one for one in partijen if one.soort == PartijSoort.SCHOOLBESTUUR]
    for partij in boards:
        records.OpenbaarBestuur.objects.create(**place, partij=partij, vorm=Bestuursvorm.ZONDER_RVT)
        records.Zittingstermijn.objects.create(
            **place, partij=partij, zetel="A", benoemd_op=BEGIN, tot=END
        )
        traject = records.Traject.objects.create(
            **place, soort="opheffing", titel="Opheffing", partij=partij, begonnen_op=BEGIN
        )
        records.Trajectstap.objects.create(
            **place, traject=traject, stap="besluit", gedaan_op=BEGIN
        )
        records.Eisscore.objects.create(
            **place, partij=partij, rij="PVE-01", jaar=YEAR, score="deels"
        )


def counts(client: Client) -> dict[str, int]:
    """Return per page how often it asks the database."""
    asked: dict[str, int] = {}
    for route in PAGES:
        kwargs = {"werkruimte": "hilversum", **route.voorbeeld}
        for query in ("", "?partij=alle"):
            address = f"{reverse(route.name, kwargs=kwargs)}{query}"
            client.get(address)
            with CaptureQueriesContext(connection) as seen:
                assert client.get(address).status_code in {200, 302, 404}, address
            asked[f"{route.name}{query}"] = len(seen)
    return asked


def test_queries_do_not_grow_with_partijen_tasks_plans_or_proof(hilversum: World) -> None:
    client = hilversum.client(BEHEER)
    few = add_partijen(hilversum, "klein", 8)
    fill_tasks(hilversum, few)
    fill_boards(hilversum, few)
    small = counts(client)
    many = add_partijen(hilversum, "groot", 80)
    fill_tasks(hilversum, many)
    fill_boards(hilversum, many)
    assert counts(client) == small
