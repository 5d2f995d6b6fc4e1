"""The transport contract of the demo: invented rides and complaints, and said to be so."""

from datetime import date

from openlea.core.bron import Bestand
from openlea.core.place import PlaceKey
from openlea.policy.schooljaar import school_year_of
from openlea.services.load_sources import load_sources
from openlea.storage.records.models import Werkruimte
from openlea.storage.warehouse.vervoercontract import TABEL

KOPPEN = (
    "Schooljaar;Gemeente;Perceel;Vorm;Ritten;Op tijd (%);Klachten;Kosten (euro);"
    "Vervoer naar BSO;Bron"
)
NIET_ECHT = "Verzonnen voor de demo (voorbeeld)"
JAREN = (
    (3, ("taxi;aanbesteed;39800;94,1;51;842000;nee", "bus;inbesteed;8700;;6;115000;ja")),
    (2, ("taxi;aanbesteed;40600;92,8;70;871000;nee", "bus;inbesteed;8900;;5;117500;ja")),
    (1, ("taxi;aanbesteed;41000;93,5;62;890000;nee", "bus;inbesteed;9000;96;4;120000;ja")),
)
"""So many years ago, and what each lot did then."""


def fill_vervoer(werkruimte: Werkruimte, today: date) -> None:
    """Lay three school years of the contract in the own tables of a gemeente."""
    code = PlaceKey.parse(werkruimte.plaats).code
    this = int(school_year_of(today)[:4])
    rows = [f"{_year(this - ago)};{code};{lot};{NIET_ECHT}" for ago, lots in JAREN for lot in lots]
    body = "\r\n".join([KOPPEN, *rows, ""]).encode()
    load_sources(
        bestanden=[Bestand(naam=f"{TABEL}.csv", inhoud=body)], bron=TABEL, laag=werkruimte.slug
    )


def _year(start: int) -> str:
    return f"{start}/{(start + 1) % 100:02d}"
