"""The addresses of keys for other programs."""

from openlea.policy.rechten import Noun
from openlea.web.pages.sleutels import views
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

ROUTES: tuple[Route, ...] = (
    Route(path="sleutels/", name="sleutels", view=views.sleutels, get=recht(Noun.SLEUTEL)),
    Route(
        path="sleutels/maken/",
        name="sleutel_maken",
        view=views.maken,
        get=recht(Noun.SLEUTEL, MAKEN),
        post=recht(Noun.SLEUTEL, MAKEN),
    ),
    Route(
        path="sleutels/<int:nummer>/intrekken/",
        name="sleutel_intrekken",
        view=views.intrekken,
        post=recht(Noun.SLEUTEL, WIJZIGEN),
        voorbeeld={"nummer": "1"},
    ),
)
