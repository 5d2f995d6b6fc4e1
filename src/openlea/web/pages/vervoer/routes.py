"""The address of the page on how far pupils travel."""

from openlea.policy.rechten import Noun
from openlea.web.pages.vervoer.views import vervoer
from openlea.web.route import Route, recht

ROUTES: tuple[Route, ...] = (
    Route(path="vervoer/", name="vervoer", view=vervoer, get=recht(Noun.CIJFER)),
)
