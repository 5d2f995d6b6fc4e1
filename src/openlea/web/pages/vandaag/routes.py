"""The addresses of the day's start."""

from openlea.policy.rechten import Noun
from openlea.web.pages.vandaag.views import vandaag
from openlea.web.route import Route, recht

ROUTES = (Route(path="", name="vandaag", view=vandaag, get=recht(Noun.VANDAAG)),)
