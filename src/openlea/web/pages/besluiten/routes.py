"""The addresses of decisions."""

from openlea.policy.rechten import Noun
from openlea.web.pages.besluiten import lijst, views
from openlea.web.route import WIJZIGEN, Route, recht

EEN = {"nummer": "1"}

ROUTES: tuple[Route, ...] = (
    Route(
        path="overleg/besluiten/", name="besluiten", view=lijst.besluiten, get=recht(Noun.BESLUIT)
    ),
    Route(
        path="overleg/besluiten/<int:nummer>/",
        name="besluit",
        view=views.besluit,
        get=recht(Noun.BESLUIT),
        voorbeeld=EEN,
    ),
    Route(
        path="overleg/besluiten/<int:nummer>/wijzigen/",
        name="besluit_wijzigen",
        view=views.besluit_wijzigen,
        get=recht(Noun.BESLUIT, WIJZIGEN),
        post=recht(Noun.BESLUIT, WIJZIGEN),
        voorbeeld=EEN,
    ),
    Route(
        path="overleg/besluiten/<int:nummer>/geschil/",
        name="besluit_geschil",
        view=views.besluit_geschil,
        post=recht(Noun.BESLUIT, WIJZIGEN),
        voorbeeld=EEN,
    ),
)
