"""A round of questions that tests walk through: open, with the link of every group."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from openlea.policy.rechten import LidRol
from openlea.services.answer_raadpleging import answer_raadpleging
from openlea.services.close_raadpleging import close_raadpleging
from openlea.services.keep_raadpleging import Groepopzet, Raadplegingopzet, keep_raadpleging
from openlea.services.make_raadpleeglink import make_raadpleeglink
from openlea.services.open_raadpleging import open_raadpleging
from openlea.storage.records.models import Raadpleging
from tests.world import World


def prepared(world: World, lijst: str = "quickscan", *groepen: str) -> Raadpleging:
    """Return a concept."""
    today = timezone.localdate()
    opzet = Raadplegingopzet(
        vragenlijst=lijst,
        titel="Proefvragen",
        opent_op=today,
        sluit_op=today + timedelta(days=14),
        groepen=[Groepopzet(naam=naam) for naam in groepen or ("Scholen", "Opvang")],
    )
    return keep_raadpleging(world.actor(LidRol.AGENDABEHEERDER), opzet)


def opened(
    world: World, lijst: str = "quickscan", *groepen: str
) -> tuple[Raadpleging, dict[str, str]]:
    """Return an open round and the address of each group, without its site."""
    actor = world.actor(LidRol.AGENDABEHEERDER)
    ronde = open_raadpleging(actor, prepared(world, lijst, *groepen).pk)
    links = {
        groep.naam: "/r/" + make_raadpleeglink(actor, ronde.pk, groep.pk).partition("/r/")[2]
        for groep in ronde.groepen.all()
    }
    return ronde, links


def closed(world: World, numbers: dict[str, int], waarden: dict[str, Any]) -> Raadpleging:
    """Return a closed round in which so many of each group gave the same answers."""
    ronde, links = opened(world, "quickscan", *numbers)
    for naam, number in numbers.items():
        for _ in range(number):
            answer_raadpleging(links[naam].split("/")[2], waarden)
    return close_raadpleging(world.actor(LidRol.AGENDABEHEERDER), ronde.pk)
