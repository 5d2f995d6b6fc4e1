"""The demo's leerplicht: two schooljaren of made-up cases through the real door, and one report."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from openlea.core.bron import Bestand
from openlea.core.errors import NotFound
from openlea.core.place import PlaceKey
from openlea.core.telling import Telsoort
from openlea.policy.rechten import Actor, LidRol
from openlea.policy.schooljaar import school_year_of, year_before
from openlea.services.aanmelden.scholen import schools_here
from openlea.services.count_registraties import count_registraties
from openlea.services.keep_aanlevering import keep_aanlevering
from openlea.services.keep_leerplichtverslag import keep_leerplichtverslag
from openlea.services.laden.inname import commit
from openlea.services.laden.lezen import Herkomst, announce, read_offer
from openlea.services.laden.plank import plek_of
from openlea.services.offer_aanlevering import offer_aanlevering
from openlea.services.synth.gemeentebeeld import Gemeentebeeld, gemeentebeeld
from openlea.services.synth.leerplicht import make_schooljaar
from openlea.services.synth.persoon import draw_bsn, draw_naam
from openlea.storage.records.models import Telling, Werkruimte

ZAKEN, JONGEREN, SCHOLEN = 1500, 190, 9
TEKSTEN = {
    "beleid": (
        "Verzonnen voorbeeldtekst. Het college wil dat elk kind naar school gaat. Eerst helpen, "
        "daarna pas handhaven: de leerplichtambtenaar belt binnen een week na een melding."
    ),
    "verzuim": (
        "Verzonnen voorbeeldtekst. Scholen melden vaker en eerder. Dat is afgesproken, en is "
        "daarom niet alleen een teken van meer verzuim."
    ),
}
STANDEN = (("in traject", 11), ("geen traject", 4), ("uitgestroomd", 6), ("onbekend", 1))
UITSTROOM = ("school", "school", "werk", "werk", "school en werk", "uitkering", "anders")


def fill_leerplicht(here: Werkruimte, today: date) -> bool:
    """Deliver two closed schooljaren, count them, and begin the report of the last one.

    Returns whether anything was filled: not twice, and not without the public list of schools.
    """
    if Telling.objects.of(here.pk, Telsoort.LEERPLICHT).exists():
        return False
    analist = Actor(werkruimte=here.pk, rol=LidRol.ANALIST)
    beheer = Actor(werkruimte=here.pk, rol=LidRol.AGENDABEHEERDER)
    try:
        beeld = gemeentebeeld(PlaceKey.parse(here.plaats), here.naam)
    except NotFound:
        return False
    last = year_before(school_year_of(today))
    for years in (year_before(last), last):
        _deliver(analist, "leerplicht", make_schooljaar(beeld, 1, ZAKEN, int(years[:4])), years)
    _deliver(analist, "doorstroompunt", _jongeren(last), last)
    _tables(here, beeld, last)
    for years in (year_before(last), last):
        count_registraties(analist, Telsoort.LEERPLICHT, years, rekenen=False)
    keep_leerplichtverslag(beheer, last, TEKSTEN)
    return True


def _deliver(actor: Actor, registratie: str, content: bytes, periode: str) -> None:
    file = Bestand(naam=f"{registratie}.csv", inhoud=content)
    new = offer_aanlevering(actor, registratie, file, periode)
    keep_aanlevering(actor, new.pk, vervangt=None)


def _jongeren(schooljaar: str) -> bytes:
    """Return made-up young people without startkwalificatie."""
    random = Random(schooljaar)  # noqa: S311 - made up on purpose, the same every time
    taken = set[str]()
    rows = []
    for _ in range(JONGEREN):
        born = date(int(schooljaar[:4]) - random.randrange(18, 26), 1 + random.randrange(12), 15)
        stand = random.choices(
            [name for name, _ in STANDEN], weights=[weight for _, weight in STANDEN]
        )[0]
        gone = random.choice(UITSTROOM) if stand == "uitgestroomd" else ""
        cells = (draw_bsn(random, taken), draw_naam(random), f"{born:%d-%m-%Y}", stand, gone, "nee")
        rows.append(cells)
    return _csv(
        ("BSN", "Naam jongere", "Geboortedatum", "Status", "Uitstroom", "Startkwalificatie"), rows
    )


def _tables(here: Werkruimte, beeld: Gemeentebeeld, last: str) -> None:
    """Lay in the tables that only gemeente and boards know; every number is made up."""
    slug = here.slug
    for bron, content in (*_files(beeld, last), _preventie(here, last)):
        plek = plek_of(bron, slug)
        file = Bestand(naam=f"{bron}.csv", inhoud=content)
        commit(
            plek, read_offer(plek.source, announce(plek.source, slug, [file], Herkomst()), [file])
        )


def _files(beeld: Gemeentebeeld, last: str) -> Iterator[tuple[str, bytes]]:
    own = beeld.code
    yield (
        "partner_verzuim_leerplichtigen",
        _csv(
            ("Schooljaar", "Gemeente", "Groep", "Aantal", "Bron"),
            [
                (years, own, groep, aantal, "verzonnen voor de demo")
                for years, low, high in ((year_before(last), 13420, 1890), (last, 13510, 1910))
                for groep, aantal in (("leerplichtig", low), ("kwalificatieplichtig", high))
            ],
        ),
    )
    yield (
        "partner_verzuim_startkwalificatie",
        _csv(
            ("Schooljaar", "Gemeente", "Leeftijd van", "Leeftijd tot en met", "Jongeren",
             "Met startkwalificatie", "Bron"),
            [(last, own, 18, 24, 6800, 5560, "verzonnen voor de demo")],
        ),
    )  # fmt: skip
    jaar = last[5:]
    yield (
        "partner_verzuim_streefcijfers",
        _csv(
            ("Jaar", "Streefcijfer", "Eenheid", "Streefwaarde", "Uitkomst", "Toelichting", "Bron"),
            [
                (jaar, "nieuwe voortijdig schoolverlaters", "%", "1,8", "", "", "demo"),
                (jaar, "jongeren terug naar school of werk", "jongeren", 120, 97, "", "demo"),
            ],
        ),
    )


def _preventie(here: Werkruimte, last: str) -> tuple[str, bytes]:
    random = Random(f"preventie-{last}")  # noqa: S311 - made up on purpose, the same every time
    heads = ("Schooljaar", "Bestuur", "School", "Leerlingen", "Geoorloofd (%)", "Ongeoorloofd (%)",
             "Aanpak")  # fmt: skip
    rows = [
        (years, one.bestuurscode, one.code, 200, f"{random.uniform(2.5, 5):.1f}",
         f"{random.uniform(0.3, 1.6):.1f}", "bellen op de eerste dag (verzonnen)")
        for one in list(schools_here(here.pk).scholen.values())[:SCHOLEN]
        if one.bestuurscode
        for years in (year_before(last), last)
    ]  # fmt: skip
    return "partner_verzuim_preventie", _csv(heads, rows)


def _csv(heads: tuple[str, ...], rows: Sequence[tuple[object, ...]]) -> bytes:
    text = io.StringIO()
    out = csv.writer(text, delimiter=";", lineterminator="\r\n")
    out.writerow(heads)
    out.writerows(rows)
    return text.getvalue().encode()
