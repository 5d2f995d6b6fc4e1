"""The addresses of consultations: series, meetings and what is prepared for them."""

from openlea.policy.rechten import Noun
from openlea.web.pages.overleg import deelnemer, plannen, punt, reeks, vergadering, views
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

_ZIEN, _MAKEN = recht(Noun.OVERLEG), recht(Noun.OVERLEG, MAKEN)
_WIJZIGEN = recht(Noun.OVERLEG, WIJZIGEN)
REEKS = {"nummer": "1"}
GEWEEST, KOMT = {"nummer": "1"}, {"nummer": "2"}
PUNT = {"nummer": "3"}
"""An item of the meeting that comes in the demo."""

_REEKSEN: tuple[Route, ...] = (
    Route(path="overleg/", name="overleg", view=views.overleg, get=_ZIEN),
    Route(
        path="overleg/nieuw/",
        name="reeks_nieuw",
        view=reeks.reeks_nieuw,
        get=_MAKEN,
        post=_MAKEN,
    ),
    Route(
        path="overleg/reeks/<int:nummer>/",
        name="reeks",
        view=reeks.reeks,
        get=_ZIEN,
        voorbeeld=REEKS,
    ),
    Route(
        path="overleg/reeks/<int:nummer>/wijzigen/",
        name="reeks_wijzigen",
        view=reeks.reeks_wijzigen,
        get=_WIJZIGEN,
        post=_WIJZIGEN,
        voorbeeld=REEKS,
    ),
    Route(
        path="overleg/reeks/<int:nummer>/leden/nieuw/",
        name="reekslid_nieuw",
        view=reeks.reekslid_nieuw,
        get=_WIJZIGEN,
        post=_WIJZIGEN,
        voorbeeld=REEKS,
    ),
    Route(
        path="overleg/reeks/<int:nummer>/leden/<int:lid>/",
        name="reekslid_wijzigen",
        view=reeks.reekslid_wijzigen,
        get=_WIJZIGEN,
        post=_WIJZIGEN,
        voorbeeld={**REEKS, "lid": "1"},
    ),
    Route(
        path="overleg/reeks/<int:nummer>/leden/<int:lid>/einde/",
        name="reekslid_einde",
        view=reeks.reekslid_einde,
        get=_WIJZIGEN,
        post=_WIJZIGEN,
        voorbeeld={**REEKS, "lid": "1"},
    ),
    Route(
        path="overleg/reeks/<int:nummer>/wachtrij/nieuw/",
        name="wachtrij_nieuw",
        view=punt.wachtrij_nieuw,
        get=_WIJZIGEN,
        post=_WIJZIGEN,
        voorbeeld=REEKS,
    ),
    Route(
        path="overleg/reeks/<int:nummer>/plannen/",
        name="vergadering_plannen",
        view=plannen.vergadering_plannen,
        get=_WIJZIGEN,
        post=_WIJZIGEN,
        voorbeeld=REEKS,
    ),
)

_VERGADERINGEN: tuple[Route, ...] = (
    Route(
        path="overleg/<int:nummer>/",
        name="vergadering",
        view=vergadering.vergadering,
        get=_ZIEN,
        voorbeeld=KOMT,
    ),
    Route(
        path="overleg/<int:nummer>/vergadering.ics",
        name="vergadering_ics",
        view=vergadering.vergadering_ics,
        get=_ZIEN,
        voorbeeld=KOMT,
    ),
    Route(
        path="overleg/<int:nummer>/wijzigen/",
        name="vergadering_wijzigen",
        view=plannen.vergadering_wijzigen,
        get=_WIJZIGEN,
        post=_WIJZIGEN,
        voorbeeld=KOMT,
    ),
    Route(
        path="overleg/<int:nummer>/afgelasten/",
        name="vergadering_afgelasten",
        view=plannen.vergadering_afgelasten,
        get=_WIJZIGEN,
        post=_WIJZIGEN,
        voorbeeld=KOMT,
    ),
    Route(
        path="overleg/<int:nummer>/uitnodigen/",
        name="vergadering_uitnodigen",
        view=plannen.vergadering_uitnodigen,
        post=_WIJZIGEN,
        voorbeeld=KOMT,
    ),
    Route(
        path="overleg/<int:nummer>/punten/nieuw/",
        name="punt_nieuw",
        view=punt.punt_nieuw,
        get=_WIJZIGEN,
        post=_WIJZIGEN,
        voorbeeld=KOMT,
    ),
    Route(
        path="overleg/<int:nummer>/punten/erbij/",
        name="punt_op_agenda",
        view=punt.punt_op_agenda,
        post=_WIJZIGEN,
        voorbeeld=KOMT,
    ),
    Route(
        path="overleg/<int:nummer>/deelnemers/nieuw/",
        name="deelnemer_nieuw",
        view=deelnemer.deelnemer_nieuw,
        get=_WIJZIGEN,
        post=_WIJZIGEN,
        voorbeeld=KOMT,
    ),
    Route(
        path="overleg/<int:nummer>/deelnemers/<int:deelnemer>/",
        name="deelnemer_wijzigen",
        view=deelnemer.deelnemer_wijzigen,
        get=_WIJZIGEN,
        post=_WIJZIGEN,
        voorbeeld={**GEWEEST, "deelnemer": "1"},
    ),
    Route(
        path="overleg/<int:nummer>/deelnemers/<int:deelnemer>/weg/",
        name="deelnemer_weg",
        view=deelnemer.deelnemer_weg,
        post=_WIJZIGEN,
        voorbeeld={**GEWEEST, "deelnemer": "1"},
    ),
    Route(
        path="overleg/<int:nummer>/antwoord/",
        name="uitnodiging_antwoord",
        view=deelnemer.uitnodiging_antwoord,
        post=_ZIEN,
        voorbeeld=KOMT,
    ),
    Route(
        path="overleg/<int:nummer>/gastlinks/nieuw/",
        name="gastlink_nieuw",
        view=deelnemer.gastlink_nieuw,
        get=_WIJZIGEN,
        post=_WIJZIGEN,
        voorbeeld=KOMT,
    ),
    Route(
        path="overleg/<int:nummer>/gastlinks/<int:link>/intrekken/",
        name="gastlink_intrekken",
        view=deelnemer.gastlink_intrekken,
        post=_WIJZIGEN,
        voorbeeld={**KOMT, "link": "1"},
    ),
)

_PUNTEN: tuple[Route, ...] = (
    Route(
        path="overleg/punt/<int:nummer>/",
        name="punt_wijzigen",
        view=punt.punt_wijzigen,
        get=_WIJZIGEN,
        post=_WIJZIGEN,
        voorbeeld=PUNT,
    ),
    Route(
        path="overleg/punt/<int:nummer>/doen/",
        name="punt_doen",
        view=punt.punt_doen,
        post=_WIJZIGEN,
        voorbeeld=PUNT,
    ),
    Route(
        path="overleg/punt/<int:nummer>/stuk/",
        name="stuk_nieuw",
        view=punt.stuk_nieuw,
        post=_WIJZIGEN,
        voorbeeld=PUNT,
    ),
    Route(
        path="overleg/punt/<int:nummer>/stuk/<int:stuk>/weg/",
        name="stuk_weg",
        view=punt.stuk_weg,
        post=_WIJZIGEN,
        voorbeeld={**PUNT, "stuk": "1"},
    ),
)

ROUTES: tuple[Route, ...] = (*_REEKSEN, *_VERGADERINGEN, *_PUNTEN)
