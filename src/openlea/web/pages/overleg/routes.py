"""The addresses of consultations: series, meetings and what is prepared for them."""

from openlea.policy.rechten import Noun
from openlea.web.pages.overleg import views
from openlea.web.route import Route, recht

ROUTES: tuple[Route, ...] = (
    Route(path="overleg/", name="overleg", view=views.overleg, get=recht(Noun.OVERLEG)),
)
