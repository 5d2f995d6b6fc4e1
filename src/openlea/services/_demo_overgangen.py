"""The transitions of the demo: made-up moves of two schooljaren between real schools."""

from datetime import date
from types import ModuleType

from openlea.core.bron import Bestand
from openlea.core.place import PlaceKey
from openlea.core.telling import Telsoort
from openlea.policy.rechten import Actor, LidRol
from openlea.policy.schooljaar import school_year_of, year_before
from openlea.services.count_registraties import count_registraties
from openlea.services.keep_aanlevering import keep_aanlevering
from openlea.services.offer_aanlevering import offer_aanlevering
from openlea.services.synth import overdracht, uitstroom
from openlea.services.synth.gemeentebeeld import Gemeentebeeld, gemeentebeeld
from openlea.storage.records.models import Telling, Werkruimte

MOVES, LEAVERS = 2600, 260
MAKERS: tuple[tuple[str, ModuleType, int], ...] = (
    ("uitstroom", uitstroom, LEAVERS),
    ("overdracht", overdracht, MOVES),
)


def fill_overgangen(werkruimte: Werkruimte, today: date) -> bool:
    """Fill two closed schooljaren, unless something was counted; returns whether it did."""
    if Telling.objects.of(werkruimte.pk, Telsoort.OVERGANGEN).exists():
        return False
    actor = Actor(werkruimte=werkruimte.pk, rol=LidRol.ANALIST)
    beeld = gemeentebeeld(PlaceKey.parse(werkruimte.plaats), werkruimte.naam)
    closed = year_before(school_year_of(today))
    for schooljaar in (year_before(closed), closed):
        for registratie, maker, rows in MAKERS:
            _deliver(actor, registratie, schooljaar, _made(maker, beeld, rows, schooljaar))
        count_registraties(actor, Telsoort.OVERGANGEN, schooljaar, rekenen=False)
    return True


def _made(maker: ModuleType, beeld: Gemeentebeeld, rows: int, schooljaar: str) -> bytes:
    made: bytes = maker.make_schooljaar(beeld, 1, rows, int(schooljaar[:4]))
    return made


def _deliver(actor: Actor, registratie: str, schooljaar: str, inhoud: bytes) -> None:
    file = Bestand(naam="verzonnen.csv", inhoud=inhoud)
    new = offer_aanlevering(actor, registratie, file, schooljaar)
    keep_aanlevering(actor, new.pk, vervangt=None)
