"""The addresses of the grid."""

from openlea.policy.rechten import Noun
from openlea.web.pages.rooster.views import rooster, rooster_terug
from openlea.web.route import WIJZIGEN, Route, recht

ROUTES: tuple[Route, ...] = (
    Route(
        path="agenda/rooster/",
        name="rooster",
        view=rooster,
        get=recht(Noun.ACTIE, WIJZIGEN),
        post=recht(Noun.ACTIE, WIJZIGEN),
    ),
    Route(
        path="agenda/rooster/terug/",
        name="rooster_terug",
        view=rooster_terug,
        post=recht(Noun.ACTIE, WIJZIGEN),
    ),
)
