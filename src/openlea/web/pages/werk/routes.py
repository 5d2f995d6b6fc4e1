"""The addresses of work in the background."""

from openlea.policy.rechten import Noun
from openlea.web.pages.werk import views
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

EERSTE = {"nummer": "1"}
"""The first work of the demo: reading in its agenda."""

ROUTES: tuple[Route, ...] = (
    Route(path="werk/", name="werk_lijst", view=views.werk_lijst, get=recht(Noun.WERK)),
    Route(
        path="werk/<int:nummer>/",
        name="werk",
        view=views.werk,
        get=recht(Noun.WERK),
        voorbeeld=EERSTE,
    ),
    Route(
        path="werk/<int:nummer>/stoppen/",
        name="werk_stoppen",
        view=views.stoppen,
        post=recht(Noun.WERK, WIJZIGEN),
        voorbeeld=EERSTE,
    ),
    Route(
        path="werk/<int:nummer>/opnieuw/",
        name="werk_opnieuw",
        view=views.opnieuw,
        post=recht(Noun.WERK, MAKEN),
        voorbeeld=EERSTE,
    ),
)
