"""The addresses of what is kept, how long, and what was removed."""

from openlea.policy.rechten import Noun
from openlea.web.pages.bewaren import stops, views
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

ROUTES: tuple[Route, ...] = (
    Route(path="bewaren/", name="bewaren", view=views.bewaren, get=recht(Noun.BEWARING)),
    Route(
        path="bewaren/verwijderen/",
        name="bewaren_verwijderen",
        view=views.verwijderen,
        get=recht(Noun.BEWARING, WIJZIGEN),
        post=recht(Noun.BEWARING, WIJZIGEN),
    ),
    Route(
        path="bewaren/stop/",
        name="bewaarstop",
        view=stops.zetten,
        get=recht(Noun.BEWARING, MAKEN),
        post=recht(Noun.BEWARING, MAKEN),
    ),
    Route(
        path="bewaren/stop/<int:nummer>/opheffen/",
        name="bewaarstop_opheffen",
        view=stops.opheffen,
        post=recht(Noun.BEWARING, WIJZIGEN),
        voorbeeld={"nummer": "1"},
    ),
    Route(
        path="bewaren/termijn/<slug:soort>/",
        name="bewaartermijn",
        view=stops.termijn,
        get=recht(Noun.BEWARING, WIJZIGEN),
        post=recht(Noun.BEWARING, WIJZIGEN),
        voorbeeld={"soort": "werk"},
    ),
)
