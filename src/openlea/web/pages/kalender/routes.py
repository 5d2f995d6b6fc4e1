"""The addresses of the pages about calendars."""

from openlea.policy.rechten import Noun
from openlea.web.pages.kalender import views
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

ROUTES: tuple[Route, ...] = (
    Route(
        path="taken/kalenders/",
        name="kalenders",
        view=views.kalenders,
        get=recht(Noun.KALENDER),
        post=recht(Noun.KALENDER, MAKEN),
    ),
    Route(
        path="taken/kalenders/<int:nummer>/intrekken/",
        name="kalender_intrekken",
        view=views.intrekken,
        post=recht(Noun.KALENDER, WIJZIGEN),
        voorbeeld={"nummer": "1"},
    ),
)
