"""The addresses of working together: models, steering, tips, sharing and learning."""

from openlea.policy.rechten import Noun
from openlea.web.pages.samenwerking import agenderen, delen, leren, model, sturing, tips, voorkant
from openlea.web.route import MAKEN, WIJZIGEN, Route, recht

ZIEN = recht(Noun.SAMENWERKING)
ZEGGEN = recht(Noun.SAMENWERKING, WIJZIGEN)
DELEN, BESLISSEN = recht(Noun.DELING), recht(Noun.DELING, WIJZIGEN)

ROUTES: tuple[Route, ...] = (
    Route(path="samenwerking/", name="samenwerking", view=voorkant.samenwerking, get=ZIEN),
    Route(
        path="samenwerking/model/",
        name="samenwerking_model",
        view=model.samenwerking_model,
        get=ZEGGEN,
        post=ZEGGEN,
    ),
    Route(
        path="samenwerking/model/<int:nummer>/weg/",
        name="samenwerking_woord_weg",
        view=model.samenwerking_woord_weg,
        post=ZEGGEN,
        voorbeeld={"nummer": "1"},
    ),
    Route(
        path="samenwerking/op-de-agenda/",
        name="samenwerking_agenderen",
        view=agenderen.samenwerking_agenderen,
        post=recht(Noun.OVERLEG, WIJZIGEN),
    ),
    Route(
        path="samenwerking/sturing/",
        name="samenwerking_sturing",
        view=sturing.samenwerking_sturing,
        get=ZIEN,
        post=ZEGGEN,
    ),
    Route(path="samenwerking/tips/", name="tips", view=tips.tips, get=ZIEN),
    Route(
        path="samenwerking/tips/overnemen/",
        name="tips_overnemen",
        view=tips.tips_overnemen,
        post=recht(Noun.AGENDA, MAKEN),
    ),
    Route(
        path="samenwerking/tips/<slug:tip>/overnemen/",
        name="tip_overnemen",
        view=tips.tip_overnemen,
        post=recht(Noun.ACTIE, MAKEN),
        voorbeeld={"tip": "schoolbezoeken"},
    ),
    Route(path="samenwerking/samen/", name="samen_leren", view=leren.samen_leren, get=ZIEN),
    Route(
        path="samenwerking/delen/",
        name="delingen",
        view=delen.delingen,
        get=DELEN,
        post=recht(Noun.DELING, MAKEN),
    ),
    Route(
        path="samenwerking/delen/<int:nummer>/",
        name="deling_stap",
        view=delen.deling_stap,
        post=BESLISSEN,
        voorbeeld={"nummer": "1"},
    ),
)
