"""Passend onderwijs of the demo: made-up decisions of two schooljaren, and profiles as an example.

The schools are real; what their profiles say is invented, and says so.
"""

from datetime import date
from random import Random

from django.conf import settings

from openlea.catalogue.ondersteuningkast import open_basis
from openlea.core.bron import Bestand
from openlea.core.catalogue import find_roots
from openlea.core.ondersteuning import Antwoord, Ondersteuningsvorm
from openlea.core.place import PlaceKey
from openlea.core.telling import Telsoort
from openlea.policy.profielinhoud import Profielextra, Profielinhoud
from openlea.policy.rechten import Actor, LidRol
from openlea.policy.schooljaar import school_year_of
from openlea.services.aanmelden.scholen import schools_here
from openlea.services.count_registraties import count_registraties
from openlea.services.decide_ondersteuningsprofiel import decide_ondersteuningsprofiel
from openlea.services.keep_aanlevering import keep_aanlevering
from openlea.services.keep_ondersteuningsprofiel import Profielopzet, keep_ondersteuningsprofiel
from openlea.services.load_sources import load_sources
from openlea.services.offer_aanlevering import offer_aanlevering
from openlea.services.passend.tellen import REGISTRATIE
from openlea.services.synth.gemeentebeeld import gemeentebeeld
from openlea.services.synth.swv import make_schooljaar
from openlea.storage.records.models import Telling, Werkruimte
from openlea.storage.warehouse.passend_tabellen import GELD, VERWIJZERS

SCHOLEN = 8
KLAS, GROEP, BUITEN = Ondersteuningsvorm
AANBOD = (
    (("dyslexie", KLAS, None, 12), ("gedrag", KLAS, None, 6), ("hoogbegaafd", GROEP, 14, 14)),
    (("ass", GROEP, 10, 10), ("gedrag", GROEP, 10, 10), ("lvb", KLAS, None, 8)),
    (("lichamelijk", KLAS, None, 4), ("medisch", BUITEN, None, 3), ("tos", BUITEN, None, 4)),
    (("hoogbegaafd", GROEP, 16, 16), ("dyslexie", KLAS, None, 10)),
    (("nt2", GROEP, 15, 15), ("tos", BUITEN, None, 6), ("lvb", KLAS, None, 10)),
    (("ass", KLAS, None, 5), ("dyslexie", KLAS, None, 15)),
    (("zml", GROEP, 12, 24), ("lvb", GROEP, 14, 28), ("emb", GROEP, 8, 8)),
    (("slechtziend", BUITEN, None, 2), ("slechthorend", BUITEN, None, 4), ("nt2", KLAS, None, 6)),
)  # fmt: skip
EIGEN = "Dit profiel is een voorbeeld en komt niet van de school."
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
    _profiles(Actor(werkruimte=werkruimte.pk, rol=LidRol.AGENDABEHEERDER), today)
    _tables(werkruimte.slug, beeld.code, this)
    for jaar in (this - 2, this - 1):
        periode = f"{jaar}-{jaar + 1}"
        file = Bestand(naam="swv.csv", inhoud=make_schooljaar(beeld, 1, None, jaar))
        new = offer_aanlevering(analist, REGISTRATIE, file, periode)
        keep_aanlevering(analist, new.pk, vervangt=None)
        count_registraties(analist, Telsoort.PASSEND, periode)
    return True


def _profiles(actor: Actor, today: date) -> None:
    scholen = sorted(schools_here(actor.werkruimte).scholen.values(), key=lambda one: one.code)
    random = Random("profielen")  # noqa: S311 - invented, no secret
    chosen = [one for one in scholen if one.in_register and one.pc4][
        :: max(1, len(scholen) // SCHOLEN)
    ]
    stellingen = list(open_basis(find_roots(settings.CATALOGUE)))
    for one, offers in zip(chosen, AANBOD, strict=False):
        inhoud = Profielinhoud(
            basis={
                naam: random.choice((Antwoord.JA, Antwoord.JA, Antwoord.DEELS))
                for naam in stellingen
            },
            extra=tuple(
                Profielextra(soort=soort, vorm=vorm, groepsgrootte=size, plekken=many)
                for soort, vorm, size, many in offers
            ),
            deskundigen=("ib", random.choice(("orthopedagoog", "logopedist", "gedrag"))),
            gebouw=tuple(random.sample(("drempelvrij", "lift", "toilet", "rustruimte"), 2)),
            eigen=EIGEN,
            is_voorbeeld=True,
        )
        jaar = school_year_of(today)
        opzet = Profielopzet(school=one.code, schooljaar=jaar, inhoud=inhoud)
        kept = keep_ondersteuningsprofiel(actor, opzet)
        decide_ondersteuningsprofiel(actor, one.code, jaar, kept.versie)


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
