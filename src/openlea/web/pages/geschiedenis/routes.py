"""The addresses of the history.

It asks the right to read comments: what changed between partners is for who works in the agenda,
not for a visitor.
"""

from openlea.policy.rechten import Noun
from openlea.web.pages.geschiedenis.views import geschiedenis
from openlea.web.route import Route, recht

ROUTES: tuple[Route, ...] = (
    Route(
        path="agenda/geschiedenis/",
        name="geschiedenis",
        view=geschiedenis,
        get=recht(Noun.OPMERKING),
    ),
)
