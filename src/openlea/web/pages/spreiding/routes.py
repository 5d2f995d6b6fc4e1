"""The address of the balanced spread of pupils."""

from openlea.policy.rechten import Noun
from openlea.web.pages.spreiding.views import spreiding
from openlea.web.route import MAKEN, Route, recht

ROUTES: tuple[Route, ...] = (
    Route(
        path="kansen/spreiding/",
        name="spreiding",
        view=spreiding,
        get=recht(Noun.WERK),
        post=recht(Noun.WERK, MAKEN),
    ),
)
