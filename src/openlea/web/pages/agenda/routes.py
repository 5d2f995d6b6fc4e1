"""The addresses of the agenda."""

from openlea.policy.rechten import Noun
from openlea.web.pages.agenda.views import boom
from openlea.web.route import Route, recht

ROUTES = (Route(path="agenda/", name="agenda", view=boom, get=recht(Noun.AGENDA)),)
