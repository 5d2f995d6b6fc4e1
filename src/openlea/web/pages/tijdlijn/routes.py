"""The address of the timeline."""

from openlea.policy.rechten import Noun
from openlea.web.pages.tijdlijn.views import tijdlijn
from openlea.web.route import Route, recht

ROUTES: tuple[Route, ...] = (
    Route(path="agenda/tijdlijn/", name="tijdlijn", view=tijdlijn, get=recht(Noun.AGENDA)),
)
