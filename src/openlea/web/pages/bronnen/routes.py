"""The addresses of sources: the list, one source, and what is done with it."""

from openlea.policy.rechten import Noun
from openlea.web.pages.bronnen import bron, controle, views
from openlea.web.route import WIJZIGEN, Route, recht

LEERLINGEN = {"bron": "duo_leerlingen_po"}

ROUTES: tuple[Route, ...] = (
    Route(path="cijfers/bronnen/", name="bronnen", view=views.bronnen, get=recht(Noun.BRON)),
    Route(
        path="cijfers/bronnen/controle/leerlingen/",
        name="bron_vergelijking",
        view=controle.vergelijking,
        get=recht(Noun.BRON),
    ),
    Route(
        path="cijfers/bronnen/<str:bron>/",
        name="bron",
        view=bron.bron,
        get=recht(Noun.BRON),
        voorbeeld=LEERLINGEN,
    ),
    Route(
        path="cijfers/bronnen/<str:bron>/laden/",
        name="bron_laden",
        view=bron.laden,
        post=recht(Noun.BRON, WIJZIGEN),
        voorbeeld=LEERLINGEN,
    ),
    Route(
        path="cijfers/bronnen/<str:bron>/oordeel/",
        name="bron_oordeel",
        view=bron.oordeel,
        post=recht(Noun.BRON, WIJZIGEN),
        voorbeeld=LEERLINGEN,
    ),
)
