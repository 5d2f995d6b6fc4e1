"""Makes up who left praktijkonderwijs, vso and mbo, and where they are since."""

import csv
import io
from datetime import date, timedelta
from random import Random

from openlea.services.synth.gemeentebeeld import Gemeentebeeld
from openlea.services.synth.persoon import draw_adres, draw_bsn, draw_naam, draw_postcode

JAAR = 2025
MEEST = 600
HEADS = (
    "BSN", "Naam", "Adres", "Geboortedatum", "Postcode", "Overgang", "Leerroute", "School",
    "Bestemming", "Bestemming na 1 jaar", "Bestemming na 2 jaar", "Leerlingoverleg",
    "Doelgroepregister", "Opmerking",
)  # fmt: skip
WHERE = ("werk", "leren", "werk_en_leren", "dagbesteding", "uitkering", "niets", "onbekend")
ROUTES = {
    "pro_vso_werk": ("pro", "vso_arbeid", "vso_dagbesteding", "vso_vervolg"),
    "mbo_werk": ("entree", "mbo2", "mbo3", "mbo4"),
}
CHANCES = {"pro_vso_werk": (30, 26, 12, 11, 7, 6, 8), "mbo_werk": (46, 32, 8, 0, 3, 4, 7)}


def make(beeld: Gemeentebeeld, seed: int, aantal: int | None) -> bytes:
    """Return the leavers of one schooljaar (csv, utf-8, ';')."""
    return make_schooljaar(beeld, seed, aantal, JAAR)


def make_schooljaar(beeld: Gemeentebeeld, seed: int, aantal: int | None, jaar: int) -> bytes:
    """Return the leavers of the schooljaar that began in `jaar`."""
    random = Random(f"{seed}-uitstroom-{jaar}")  # noqa: S311 - made up on purpose, always the same
    text = io.StringIO()
    out = csv.writer(text, delimiter=";", lineterminator="\r\n")
    out.writerow(HEADS)
    taken = set[str]()
    for overgang in random.choices(list(ROUTES), weights=(25, 75), k=aantal or MEEST):
        out.writerow(_row(random, beeld, overgang, jaar, taken))
    return text.getvalue().encode()


def _row(
    random: Random, beeld: Gemeentebeeld, overgang: str, jaar: int, taken: set[str]
) -> tuple[str, ...]:
    born = date(jaar - random.randrange(17, 22), 1, 1) + timedelta(days=random.randrange(365))
    kinds = ("pro", "vso") if overgang == "pro_vso_werk" else ()
    now = random.choices(WHERE, weights=CHANCES[overgang])[0]
    return (
        draw_bsn(random, taken),
        draw_naam(random),
        draw_adres(random),
        f"{born:%d-%m-%Y}",
        draw_postcode(random, beeld.draw_pc4(random)),
        overgang,
        random.choice(ROUTES[overgang]),
        beeld.draw_school(random, *kinds).vestiging if beeld.of(*kinds) else "",
        now,
        _later(random, now, 0.12),
        _later(random, now, 0.25),
        random.choice(("ja", "nee")) if kinds else "",
        random.choice(("ja", "nee", "onbekend")) if kinds else "",
        "",
    )


def _later(random: Random, now: str, lost: float) -> str:
    """Return where somebody is later: the same, elsewhere, or lost from sight."""
    if random.random() < lost:
        return "onbekend"
    return now if random.random() < 0.8 else random.choice(WHERE[:-1])  # noqa: PLR2004 - made up
