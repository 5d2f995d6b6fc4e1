"""The addresses of who spends what on onderwijsachterstanden."""

from openlea.policy.rechten import Noun
from openlea.web.pages.achterstanden import views
from openlea.web.route import MAKEN, Route, recht

ROUTES: tuple[Route, ...] = (
    Route(
        path="kansen/achterstanden/",
        name="achterstanden",
        view=views.achterstanden,
        get=recht(Noun.GELD),
    ),
    Route(
        path="kansen/achterstanden/vragen/",
        name="achterstanden_vragen",
        view=views.vragen,
        post=recht(Noun.VERZOEK, MAKEN),
    ),
)
