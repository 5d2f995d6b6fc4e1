"""The steps of a start, in order. Adding one is one line here and a verb of its own."""

from openlea.services.start.cijfers import BEZIG, check_profile, make_figures
from openlea.services.start.kalender import make_calendar
from openlea.services.start.opzet import Stap
from openlea.services.start.partijen import make_partijen
from openlea.services.start.ruimte import make_room

STAPPEN: tuple[Stap, ...] = (
    Stap("cijfers", BEZIG, make_figures, los=True),
    Stap("werkruimte", "Werkruimte openen", make_room),
    Stap("partijen", "Scholen, besturen en buurgemeenten opzoeken", make_partijen),
    Stap("kalender", "Wettelijke kalender klaarzetten", make_calendar),
    Stap("profiel", "Profiel nakijken", check_profile),
)
