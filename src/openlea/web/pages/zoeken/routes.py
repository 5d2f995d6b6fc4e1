"""The address of the search over everything."""

from openlea.policy.rechten import Noun
from openlea.web.pages.zoeken.views import zoeken
from openlea.web.route import Route, recht

ROUTES: tuple[Route, ...] = (
    Route(path="zoeken/", name="zoeken", view=zoeken, get=recht(Noun.AGENDA)),
)
