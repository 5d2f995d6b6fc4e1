"""The address of the first page of 0-23 jaar."""

from openlea.policy.rechten import Noun
from openlea.web.pages.loopbaan import views
from openlea.web.route import Route, recht

ROUTES: tuple[Route, ...] = (
    Route(path="0-23/", name="loopbaan", view=views.loopbaan, get=recht(Noun.CIJFER)),
)
