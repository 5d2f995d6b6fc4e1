"""Which duties of the law a transition is about."""

from django.conf import settings

from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import find_roots
from openlea.core.overgang import Overgangkaart
from openlea.core.plicht import Plicht


def duties_of(kaart: Overgangkaart) -> list[Plicht]:
    """Return the duties that a transition names, those that are on the shelf."""
    plichten = open_plichten(find_roots(settings.CATALOGUE)).plichten
    return [plichten[one] for one in kaart.plichten if one in plichten]
