"""A quickscan in the demo, open and without a single answer: an outcome is not made up."""

from datetime import date, timedelta

from openlea.policy.rechten import Actor
from openlea.services.keep_raadpleging import Groepopzet, Raadplegingopzet, keep_raadpleging
from openlea.services.open_raadpleging import open_raadpleging
from openlea.storage.records.models import Partij, Raadpleging

OPEN_FOR = timedelta(weeks=8)
GROEPEN = 3
"""Parties beside the municipality that are asked."""


def fill_raadpleging(actor: Actor, today: date) -> Raadpleging:
    """Return the quickscan of this year, open to the municipality and three parties."""
    partijen = list(Partij.objects.of(actor.werkruimte).order_by("id"))
    partijen.sort(key=lambda one: one.soort != "gemeente")
    opzet = Raadplegingopzet(
        vragenlijst="quickscan",
        titel=f"Quickscan samenwerking {today.year}",
        toelichting="Hoe gaat het samenwerken aan de educatieve agenda, en wat kan beter?",
        opent_op=today,
        sluit_op=today + OPEN_FOR,
        groepen=[Groepopzet(naam=one.naam, partij=one.code) for one in partijen[: GROEPEN + 1]],
    )
    return open_raadpleging(actor, keep_raadpleging(actor, opzet).pk)
