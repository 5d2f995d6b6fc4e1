"""The address of the segregation of schools in a gemeente."""

from openlea.policy.rechten import Noun
from openlea.web.pages.cijfers.routes import HILVERSUM
from openlea.web.pages.segregatie.views import segregatie
from openlea.web.route import Route, recht

ROUTES: tuple[Route, ...] = (
    Route(
        path="cijfers/<plaatssoort:soort>/<str:code>/segregatie/",
        name="segregatie",
        view=segregatie,
        get=recht(Noun.CIJFER),
        voorbeeld=HILVERSUM,
    ),
)
