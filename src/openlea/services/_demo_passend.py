"""Passend onderwijs of the demo: made-up decisions of two schooljaren, and profiles as an example.

The schools are real; what their profiles say is invented, and says so.
"""

from datetime import date

from openlea.core.bron import Bestand
from openlea.core.place import PlaceKey
from openlea.core.telling import Telsoort
from openlea.policy.rechten import Actor, LidRol
from openlea.policy.schooljaar import school_year_of
from openlea.services.count_registraties import count_registraties
from openlea.services.keep_aanlevering import keep_aanlevering
from openlea.services.load_sources import load_sources
from openlea.services.offer_aanlevering import offer_aanlevering
from openlea.services.passend.tellen import REGISTRATIE
from openlea.services.synth.gemeentebeeld import gemeentebeeld
from openlea.services.synth.swv import make_schooljaar
from openlea.storage.records.models import Telling, Werkruimte
from openlea.storage.warehouse.passend_tabellen import GELD, VERWIJZERS

GELDKOPPEN = (
    "Jaar;SWV;Eigen vermogen (euro);Totale baten (euro);Organisatielasten (euro);Verdeelsleutel;"
    "Verdeelsleutel staat op;Bron"
)
JEUGDKOPPEN = "Periode;Gemeente;Verwijzer;Jeugdigen"


def fill_passend(werkruimte: Werkruimte, today: date) -> bool:
    """Fill it, unless something was counted already; returns whether it did."""
    if Telling.objects.of(werkruimte.pk, Telsoort.PASSEND).exists():
        return False
    analist = Actor(werkruimte=werkruimte.pk, rol=LidRol.ANALIST)
    beeld = gemeentebeeld(PlaceKey.parse(werkruimte.plaats), werkruimte.naam)
    this = int(school_year_of(today)[:4])
    _tables(werkruimte.slug, beeld.code, this)
    for jaar in (this - 2, this - 1):
        periode = f"{jaar}-{jaar + 1}"
        file = Bestand(naam="swv.csv", inhoud=make_schooljaar(beeld, 1, None, jaar))
        new = offer_aanlevering(analist, REGISTRATIE, file, periode)
        keep_aanlevering(analist, new.pk, vervangt=None)
        count_registraties(analist, Telsoort.PASSEND, periode, rekenen=False)
    return True


def _tables(slug: str, gemeente: str, jaar: int) -> None:
    money = [
        f"{jaar - 1};PO2604;412000;8000000;960000;Per leerling (verzonnen);;Verzonnen voor de demo",
        f"{jaar};PO2604;265000;8200000;902000;Per leerling (verzonnen);;Verzonnen voor de demo",
    ]
    jeugd = [
        f"{jaar}-H1;{gemeente};{who};{many}"
        for who, many in (
            ("huisarts", "420"), ("gi", "96"), ("gemeente", "310"), ("medisch specialist", "38"),
            ("anders", "<5"), ("uniek", "741"))
    ]  # fmt: skip
    _load(GELD, GELDKOPPEN, money, slug)
    _load(VERWIJZERS, JEUGDKOPPEN, jeugd, slug)


def _load(bron: str, heads: str, rows: list[str], slug: str) -> None:
    body = "\r\n".join([heads, *rows, ""]).encode()
    load_sources(bestanden=[Bestand(naam=f"{bron}.csv", inhoud=body)], bron=bron, laag=slug)
