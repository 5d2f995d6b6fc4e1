"""The voorschool of the demo: made-up peuters of two years, locations nobody has, and tariffs."""

from datetime import date
from decimal import Decimal
from random import Random

from openlea.core.bron import Bestand
from openlea.core.place import PlaceKey
from openlea.core.telling import Telsoort
from openlea.policy.rechten import Actor, LidRol
from openlea.services.count_registraties import count_registraties
from openlea.services.keep_aanlevering import keep_aanlevering
from openlea.services.keep_doelgroepdefinitie import Opzet, keep_doelgroepdefinitie
from openlea.services.keep_voorschooltarief import Tariefopzet, keep_voorschooltarief
from openlea.services.load_sources import load_sources
from openlea.services.offer_aanlevering import offer_aanlevering
from openlea.services.settle_voorschool import settle_voorschool
from openlea.services.synth.gemeentebeeld import Gemeentebeeld, gemeentebeeld
from openlea.services.synth.peutermonitor import locations_of, make_on
from openlea.services.voorschool.tellen import REGISTRATIE
from openlea.storage.records.models import Aanlevering, Telling, Werkruimte

CHILDREN = 1900
REDENEN = ("taalachterstand", "thuistaal", "opleiding ouders", "gezinssituatie")
TARIEVEN = ((True, True, "11.23", "0.35"), (True, False, "11.23", "0.35"),
            (False, False, "10.25", "1.10"))  # fmt: skip
"""With indication, with toeslag, euros an hour, of which parents pay; all of it invented."""
HOUDERS = tuple(f"Houder {letter} (voorbeeld)" for letter in "ABC")
NIET_ECHT = "Verzonnen voor de demo"


def fill_voorschool(werkruimte: Werkruimte, today: date) -> bool:
    """Fill it, unless something was counted already; returns whether it did."""
    if Telling.objects.of(werkruimte.pk, Telsoort.VOORSCHOOL).exists():
        return False
    beheer = Actor(werkruimte=werkruimte.pk, rol=LidRol.AGENDABEHEERDER)
    analist = Actor(werkruimte=werkruimte.pk, rol=LidRol.ANALIST)
    peil = date(today.year if today.month > 9 else today.year - 1, 10, 1)  # noqa: PLR2004 - October
    beeld = gemeentebeeld(PlaceKey.parse(werkruimte.plaats), werkruimte.naam)
    _agreements(beheer, peil)
    _tables(beeld, werkruimte.slug, peil)
    for years_ago in (1, 0):
        _delivery(analist, beeld, peil.replace(year=peil.year - years_ago), years_ago)
    settle_voorschool(analist, peil.year - 1)
    return True


def _agreements(actor: Actor, peil: date) -> None:
    keep_doelgroepdefinitie(
        actor,
        Opzet(
            naam="Doelgroep voorschool",
            tekst="Peuters met een indicatie van de jeugdgezondheidszorg (voorbeeld).",
            van=date(peil.year - 2, 1, 1),
            redenen=REDENEN,
            bron=NIET_ECHT,
        ),
    )
    for jaar in (peil.year - 1, peil.year):
        for indicatie, toeslag, uur, ouder in TARIEVEN:
            keep_voorschooltarief(
                actor,
                Tariefopzet(
                    jaar=jaar,
                    indicatie=indicatie,
                    toeslag=toeslag,
                    uurtarief=Decimal(uur),
                    ouderbijdrage=Decimal(ouder),
                    meeste_uren=640 if indicatie else 320,
                ),
            )


def _delivery(actor: Actor, beeld: Gemeentebeeld, peil: date, seed: int) -> None:
    many = CHILDREN + 60 * seed
    file = Bestand(naam="peuters.csv", inhoud=make_on(beeld, 1 + seed, many, peil))
    new = offer_aanlevering(actor, REGISTRATIE, file, peil.isoformat())
    earlier = Aanlevering.objects.counted().same_as(new).first()
    keep_aanlevering(actor, new.pk, vervangt=earlier.pk if earlier else None)
    count_registraties(actor, Telsoort.VOORSCHOOL, peil.isoformat(), rekenen=False)


def _tables(beeld: Gemeentebeeld, slug: str, peil: date) -> None:
    """Lay the offer, the quality and the supervision of invented locations in the own tables."""
    random = Random(f"demo {beeld.code}")  # noqa: S311 - invented, no secret
    plekken = locations_of(beeld, CHILDREN)
    offer, quality, watched = [], [], []
    for n, plek in enumerate(plekken):
        naam, houder = f"Locatie {n + 1:02d} (voorbeeld)", HOUDERS[n % len(HOUDERS)]
        places = 5 * plek.groepen + random.randint(-3, 4)
        dagen, uren = random.choice((("4", "4"), ("4", "4"), ("3", "5.5"), ("2", "8")))
        offer.append(
            f"{peil.year};{plek.lrk};{naam};{houder};{plek.pc4};{places};{plek.groepen};{dagen};"
            f"{uren};40;{places * 10 - random.choice((0, 0, 40))};{94_000 + 500 * (n % 9)}"
        )
        score = round(random.uniform(2.2, 3.8), 1)
        enough = "ja" if score >= 2.6 else "nee"  # noqa: PLR2004 - of this invented scale
        quality.append(f"{peil.year};{plek.lrk};Voorbeeldmeting;2;{score};{enough};{NIET_ECHT}")
        watched.append(_supervision(random, peil.year, plek.lrk, naam, n))
    _load("partner_voorschool_aanbod", OFFER, offer, slug)
    _load("partner_voorschool_kwaliteit", QUALITY, quality, slug)
    _load("partner_toezicht_kinderopvang", WATCHED, watched, slug)


def _supervision(random: Random, jaar: int, lrk: str, naam: str, n: int) -> str:
    """Return one row: most were inspected, a few fell short, of those some are still open."""
    month = random.randint(1, 8)
    done = f"{jaar}-{month:02d}-15" if n % 7 else ""
    short = bool(done) and n % 6 == 1
    action = ("aanwijzing", f"{jaar}-{month:02d}-28") if short else ("geen", "")
    end = f"{jaar}-{month + 1:02d}-20" if short and n % 4 == 1 else ""
    status = f"A;{jaar}-03-01" if n == 0 else ";"
    found = ("ja" if short else "nee") if done else ""
    return f"{jaar};{lrk};{naam};ja;{done};{found};{action[0]};{action[1]};{end};{status}"


OFFER = (
    "Jaar;LRK-nummer;Locatie;Houder;Postcode;Kindplaatsen VE;Groepen;Dagen per week;Uren per dag;"
    "Weken per jaar;PBM-uren gepland;Kosten van een groep (euro)"
)
QUALITY = "Jaar;LRK-nummer;Instrument;Versie;Score;Voldoende;Gemeten door"
WATCHED = (
    "Jaar;LRK-nummer;Locatie;Gepland;Onderzocht op;VE-tekortkoming;Handhaving;Begin handhaving;"
    "Eind handhaving;Status gemeente;Status sinds"
)


def _load(bron: str, heads: str, rows: list[str], slug: str) -> None:
    body = "\r\n".join([heads, *rows, ""]).encode()
    load_sources(bestanden=[Bestand(naam=f"{bron}.csv", inhoud=body)], bron=bron, laag=slug)
