"""The addresses of legal tasks and of the law behind them."""

from openlea.policy.rechten import Noun
from openlea.web.pages.taken import plicht, taak, uit, views, wet
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

ZIEN_TAAK = recht(Noun.TAAK)
TAAK = {"nummer": "1"}

ROUTES: tuple[Route, ...] = (
    Route(path="taken/", name="taken", view=views.taken, get=ZIEN_TAAK),
    Route(
        path="taken/taken.<str:formaat>",
        name="taken_uit",
        view=uit.uit,
        get=ZIEN_TAAK,
        voorbeeld={"formaat": "csv"},
    ),
    Route(
        path="taken/maken/",
        name="taken_maken",
        view=views.maken,
        post=recht(Noun.TAAK, MAKEN),
    ),
    Route(path="taken/wet/", name="wet", view=wet.wet, get=ZIEN_TAAK),
    Route(
        path="taken/wet/<str:naam>/",
        name="plicht",
        view=plicht.plicht,
        get=ZIEN_TAAK,
        voorbeeld={"naam": "LPL-04"},
    ),
    Route(
        path="taken/<int:nummer>/",
        name="taak",
        view=taak.taak,
        get=ZIEN_TAAK,
        voorbeeld=TAAK,
    ),
    Route(
        path="taken/<int:nummer>/bewijs/",
        name="taak_bewijs",
        view=taak.bewijs_toevoegen,
        get=ZIEN_TAAK,
        post=recht(Noun.TAAK, MAKEN),
        voorbeeld=TAAK,
    ),
    Route(
        path="taken/<int:nummer>/staat/",
        name="taak_staat",
        view=taak.staat,
        post=recht(Noun.TAAK, WIJZIGEN),
        voorbeeld=TAAK,
    ),
    Route(
        path="taken/<int:nummer>/bewijs/<int:bewijs>/",
        name="taak_oordeel",
        view=taak.oordeel,
        post=recht(Noun.TAAK, WIJZIGEN),
        voorbeeld={**TAAK, "bewijs": "1"},
    ),
)
