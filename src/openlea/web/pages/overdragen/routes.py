"""The addresses of handing over."""

from openlea.policy.rechten import Noun
from openlea.web.pages.overdragen.views import overdragen, overdragen_terug
from openlea.web.route import WIJZIGEN, Route, recht

_RECHT = recht(Noun.AGENDA, WIJZIGEN)

ROUTES: tuple[Route, ...] = (
    Route(path="agenda/overdragen/", name="overdragen", view=overdragen, get=_RECHT, post=_RECHT),
    Route(
        path="agenda/overdragen/terug/",
        name="overdragen_terug",
        view=overdragen_terug,
        post=_RECHT,
    ),
)
