"""The addresses of the agenda as a file."""

from openlea.policy.rechten import Noun
from openlea.web.pages.bestand import views
from openlea.web.route import WIJZIGEN, Route, recht

_ZIEN, _INLEZEN = recht(Noun.BESTAND), recht(Noun.BESTAND, WIJZIGEN)

ROUTES: tuple[Route, ...] = (
    Route(path="bestand/", name="bestand", view=views.bestand, get=_ZIEN, post=_INLEZEN),
    Route(
        path="bestand/agenda.<str:formaat>",
        name="agenda_uit",
        view=views.agenda_uit,
        get=_ZIEN,
        voorbeeld={"formaat": "json"},
    ),
    Route(path="bestand/sjabloon.xlsx", name="sjabloon", view=views.sjabloon, get=_ZIEN),
    Route(path="bestand/inlezen/", name="bestand_inlezen", view=views.inlezen, get=_INLEZEN),
    Route(
        path="bestand/inlezen/herstel/", name="bestand_herstel", view=views.herstel, post=_INLEZEN
    ),
    Route(
        path="bestand/inlezen/vastleggen/",
        name="bestand_vastleggen",
        view=views.vastleggen,
        post=_INLEZEN,
    ),
    Route(path="bestand/inlezen/weg/", name="bestand_weg", view=views.weg, post=_INLEZEN),
)
