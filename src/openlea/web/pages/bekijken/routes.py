"""The addresses of looking as somebody else, and of who may do what."""

from openlea.policy.rechten import Noun
from openlea.web.pages.bekijken.views import bekijk_als
from openlea.web.pages.bekijken.werken import werk_als
from openlea.web.pages.bekijken.wiemag import wie_mag_wat
from openlea.web.route import Route, recht

ROUTES: tuple[Route, ...] = (
    # Who looks as somebody else may change nothing, so a right to change would lock the way back;
    # and looking as 'publiek' reaches little more than the agenda. Therefore POST asks the one
    # right that every role keeps. It changes no record, only the own session; whether one may
    # look as another is asked of the own role, in the view.
    Route(
        path="bekijk-als/",
        name="bekijk_als",
        view=bekijk_als,
        get=recht(Noun.AGENDA),
        post=recht(Noun.AGENDA),
    ),
    # Which role one works in is one's own choice between what was given; the verb asks whose it is.
    Route(
        path="werk-als/",
        name="werk_als",
        view=werk_als,
        get=recht(Noun.AGENDA),
        post=recht(Noun.AGENDA),
    ),
    Route(path="wie-mag-wat/", name="wie_mag_wat", view=wie_mag_wat, get=recht(Noun.AGENDA)),
)
