"""The addresses of the pages about school buildings."""

from collections.abc import Callable

from django.http import HttpResponse

from openlea.policy.rechten import Noun, Recht
from openlea.web.pages.huisvesting import overzicht, wijzigen
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

BEGIN = "vooruit/huisvesting/"
ZIEN, NIEUW = recht(Noun.HUISVESTING), recht(Noun.HUISVESTING, MAKEN)
WIJZIG = recht(Noun.HUISVESTING, WIJZIGEN)
EEN, JAAR = {"nummer": "1"}, {"jaar": "2027"}
_SCHRIJVEN: tuple[tuple[str, str, Callable[..., HttpResponse], Recht, dict[str, str]], ...] = (
    ("gebouw/nieuw/", "huisvesting_gebouw_nieuw", wijzigen.gebouw_nieuw, NIEUW, {}),
    ("gebouw/<int:nummer>/wijzigen/", "huisvesting_gebouw_wijzigen",
     wijzigen.gebouw_wijzigen, WIJZIG, EEN),
    ("gebouw/<int:nummer>/gebruiker/", "huisvesting_gebruik_nieuw",
     wijzigen.gebruik_nieuw, NIEUW, EEN),
    ("gebruiker/<int:nummer>/", "huisvesting_gebruik_wijzigen",
     wijzigen.gebruik_wijzigen, WIJZIG, EEN),
    ("ronde/<int:jaar>/aanvraag/", "huisvesting_aanvraag_nieuw",
     wijzigen.aanvraag_nieuw, NIEUW, JAAR),
    ("aanvraag/<int:nummer>/", "huisvesting_aanvraag_wijzigen",
     wijzigen.aanvraag_wijzigen, WIJZIG, EEN),
    ("project/nieuw/", "huisvesting_project_nieuw", wijzigen.project_nieuw, NIEUW, {}),
    ("project/<int:nummer>/", "huisvesting_project_wijzigen",
     wijzigen.project_wijzigen, WIJZIG, EEN),
)  # fmt: skip
_WEG = (
    ("gebouw", wijzigen.gebouw_weg),
    ("gebruiker", wijzigen.gebruik_weg),
    ("aanvraag", wijzigen.aanvraag_weg),
    ("project", wijzigen.project_weg),
)

ROUTES: tuple[Route, ...] = (
    Route(path=BEGIN, name="huisvesting", view=overzicht.huisvesting, get=ZIEN),
    Route(
        path=f"{BEGIN}gebouw/<int:nummer>/",
        name="huisvesting_gebouw",
        view=overzicht.gebouw,
        get=ZIEN,
        voorbeeld=EEN,
    ),
    Route(
        path=f"{BEGIN}ronde/<int:jaar>/",
        name="huisvesting_ronde",
        view=overzicht.ronde,
        get=ZIEN,
        voorbeeld=JAAR,
    ),
    Route(path=f"{BEGIN}ihp/", name="huisvesting_ihp", view=overzicht.ihp, get=ZIEN),
    *(
        Route(path=BEGIN + pad, name=naam, view=view, get=mag, post=mag, voorbeeld=een)
        for pad, naam, view, mag, een in _SCHRIJVEN
    ),
    *(
        Route(
            path=f"{BEGIN}{naam}/<int:nummer>/weg/",
            name=f"huisvesting_{naam}_weg",
            view=view,
            post=WIJZIG,
            voorbeeld=EEN,
        )
        for naam, view in _WEG
    ),
)
