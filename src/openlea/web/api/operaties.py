"""Every operation of the interface on one screen."""

from openlea.web.api.aanmeldbeleid import OPERATIES as AANMELDBELEID
from openlea.web.api.bronnen import OPERATIES as BRONNEN
from openlea.web.api.cijfers import OPERATIES as CIJFERS
from openlea.web.api.gemeenten import OPERATIES as GEMEENTEN
from openlea.web.api.gezondheid import OPERATIES as GEZONDHEID
from openlea.web.api.indicatoren import OPERATIES as INDICATOREN
from openlea.web.api.operatie import Operatie
from openlea.web.api.plaatsen import OPERATIES as PLAATSEN
from openlea.web.api.plichten import OPERATIES as PLICHTEN
from openlea.web.api.vergelijk import OPERATIES as VERGELIJK
from openlea.web.api.werkruimten import OPERATIES as WERKRUIMTEN

OPERATIES: tuple[Operatie, ...] = (
    *GEMEENTEN,
    *PLAATSEN,
    *INDICATOREN,
    *CIJFERS,
    *VERGELIJK,
    *BRONNEN,
    *PLICHTEN,
    *WERKRUIMTEN,
    *AANMELDBELEID,
    *GEZONDHEID,
)
