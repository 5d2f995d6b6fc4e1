"""The addresses of the day's start."""

from openlea.policy.rechten import Noun
from openlea.web.pages.vandaag.views import herinneren, vandaag
from openlea.web.route import MAKEN, Route, recht

ROUTES = (
    Route(path="", name="vandaag", view=vandaag, get=recht(Noun.VANDAAG)),
    Route(
        path="vandaag/herinneren/",
        name="herinneren",
        view=herinneren,
        post=recht(Noun.VERZOEK, MAKEN),
    ),
)
