"""The addresses of the plan of the year."""

from openlea.policy.rechten import Noun
from openlea.web.pages.jaarplan import views
from openlea.web.route import WIJZIGEN, Route, recht

ROUTES: tuple[Route, ...] = (
    Route(
        path="overleg/jaarplan/",
        name="overleg_jaarplan",
        view=views.jaarplan,
        get=recht(Noun.OVERLEG),
        post=recht(Noun.OVERLEG, WIJZIGEN),
    ),
)
