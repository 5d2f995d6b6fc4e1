"""The address of the first page of what lies ahead."""

from openlea.policy.rechten import Noun
from openlea.web.pages.vooruit import views
from openlea.web.route import Route, recht

ROUTES: tuple[Route, ...] = (
    Route(path="vooruit/", name="vooruit", view=views.vooruit, get=recht(Noun.CIJFER)),
)
