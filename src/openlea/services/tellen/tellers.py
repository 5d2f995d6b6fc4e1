"""Every count over registrations; a new one adds its line."""

from collections.abc import Mapping

from openlea.core.telling import Telsoort
from openlea.services.leerplicht.tellen import TELLER as LEERPLICHT
from openlea.services.overgangen.tellen import TELLER as OVERGANGEN
from openlea.services.passend.tellen import TELLER as PASSEND
from openlea.services.tellen.teller import Teller
from openlea.services.voorschool.tellen import TELLER as VOORSCHOOL

TELLERS: Mapping[Telsoort, Teller] = {
    one.soort: one for one in (VOORSCHOOL, LEERPLICHT, PASSEND, OVERGANGEN)
}
