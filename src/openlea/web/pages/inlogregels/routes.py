"""The addresses of rules for signing in."""

from openlea.policy.rechten import Noun
from openlea.web.pages.inlogregels import views
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

ROUTES: tuple[Route, ...] = (
    Route(
        path="inlogregels/", name="inlogregels", view=views.inlogregels, get=recht(Noun.INLOGREGEL)
    ),
    Route(
        path="inlogregels/maken/",
        name="inlogregel_maken",
        view=views.maken,
        get=recht(Noun.INLOGREGEL, MAKEN),
        post=recht(Noun.INLOGREGEL, MAKEN),
    ),
    Route(
        path="inlogregels/<int:nummer>/weghalen/",
        name="inlogregel_weghalen",
        view=views.weghalen,
        post=recht(Noun.INLOGREGEL, WIJZIGEN),
        voorbeeld={"nummer": "1"},
    ),
)
