"""The address of who does what."""

from openlea.policy.rechten import Noun
from openlea.web.pages.matrix.views import matrix
from openlea.web.route import WIJZIGEN, Route, recht

ROUTES: tuple[Route, ...] = (
    Route(
        path="agenda/wie-doet-wat/",
        name="matrix",
        view=matrix,
        get=recht(Noun.AGENDA),
        post=recht(Noun.ACTIE, WIJZIGEN),
    ),
)
