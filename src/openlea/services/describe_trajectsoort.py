"""Describe one kind of process of public schools, with its days if it began on a day."""

from datetime import date

from django.conf import settings

from openlea.catalogue.kaartenkast import open_trajecten
from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotFound
from openlea.core.traject import Trajectkaart
from openlea.policy.traject import Trajectstand, stand_of_traject


def describe_trajectsoort(soort: str, begonnen_op: date) -> tuple[Trajectkaart, Trajectstand]:
    """Return a kind of process by its id, and by when each step would be due.

    NotFound when the shelf has no such kind.
    """
    roots = find_roots(settings.CATALOGUE)
    kaart = open_trajecten(roots).get(soort)
    if kaart is None:
        raise NotFound("Dit proces is er niet.")
    plichten = open_plichten(roots).plichten
    return kaart, stand_of_traject(kaart, plichten, begonnen_op, {}, begonnen_op)
