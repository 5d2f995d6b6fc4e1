"""The addresses of the voorschool."""

from openlea.policy.rechten import Noun
from openlea.web.pages.voorschool import afrekenen, afspraken, bladen, overzicht
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

BEGIN = "0-23/voorschool/"
ZIEN, NIEUW = recht(Noun.VOORSCHOOL), recht(Noun.VOORSCHOOL, MAKEN)
WIJZIG = recht(Noun.VOORSCHOOL, WIJZIGEN)
_LEZEN = (
    ("", "voorschool", overzicht.voorschool),
    ("waar/", "voorschool_gebieden", overzicht.gebieden),
    ("uren/", "voorschool_uren", bladen.uren),
    ("groepen/", "voorschool_groepen", bladen.groepen),
    ("overdracht/", "voorschool_overdracht", bladen.overdracht),
    ("komende-jaren/", "voorschool_behoefte", bladen.behoefte),
    ("toezicht/", "voorschool_toezicht", bladen.toezicht),
    ("doelgroep/", "voorschool_definitie", afspraken.definitie),
    ("afrekening/", "voorschool_afrekening", afrekenen.afrekening),
)

ROUTES: tuple[Route, ...] = (
    *(Route(path=BEGIN + pad, name=naam, view=view, get=ZIEN) for pad, naam, view in _LEZEN),
    Route(
        path=f"{BEGIN}doelgroep/nieuw/",
        name="voorschool_definitie_nieuw",
        view=afspraken.definitie_nieuw,
        get=NIEUW,
        post=NIEUW,
    ),
    Route(
        path=f"{BEGIN}tarief/nieuw/",
        name="voorschool_tarief_nieuw",
        view=afspraken.tarief_nieuw,
        get=NIEUW,
        post=NIEUW,
    ),
    Route(
        path=f"{BEGIN}afrekening/rekenen/",
        name="voorschool_rekenen",
        view=afrekenen.rekenen,
        post=recht(Noun.REGISTRATIE),
    ),
    Route(
        path=f"{BEGIN}afrekening/<int:nummer>/",
        name="voorschool_vaststellen",
        view=afrekenen.vaststellen,
        get=WIJZIG,
        post=WIJZIG,
        voorbeeld={"nummer": "1"},
    ),
)
