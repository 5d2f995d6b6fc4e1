"""The addresses of what parents and young people read when a child sits at home."""

from openlea.policy.rechten import Noun
from openlea.web.pages.thuiszitten.views import thuiszitten, thuiszitten_brief
from openlea.web.route import Route, recht

ROUTES: tuple[Route, ...] = (
    Route(
        path="mijn-kind-zit-thuis/", name="thuiszitten", view=thuiszitten, get=recht(Noun.AGENDA)
    ),
    Route(
        path="mijn-kind-zit-thuis/zorgplicht.docx",
        name="thuiszitten_brief",
        view=thuiszitten_brief,
        get=recht(Noun.AGENDA),
    ),
)
