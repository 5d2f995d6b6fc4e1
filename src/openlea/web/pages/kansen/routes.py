"""The addresses of the first page of gelijke kansen."""

from openlea.policy.rechten import Noun
from openlea.web.pages.kansen import views
from openlea.web.route import Route, recht

ROUTES: tuple[Route, ...] = (
    Route(path="kansen/", name="kansen", view=views.kansen, get=recht(Noun.CIJFER)),
)
