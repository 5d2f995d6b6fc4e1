"""Makes up who moved between schools in a schooljaar: no real child in it."""

import csv
import io
from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from openlea.policy.advies import ADVIEZEN
from openlea.services.synth.gemeentebeeld import Gemeentebeeld
from openlea.services.synth.persoon import draw_adres, draw_bsn, draw_naam, draw_postcode

JAAR = 2025
"""The schooljaar that is made unless another is asked: 2025-2026."""
MEEST = 8000
"""Every pupil whom schools of a gemeente like Hilversum tell of over a few years of moving."""
HEADS = (
    "BSN", "Naam leerling", "Adres", "Geboortedatum", "Postcode", "Overgang", "School van",
    "School naar", "Aangekomen", "Warme overdracht", "Reden", "Voorlopig advies", "Toetsadvies",
    "Definitief advies", "Gemotiveerd", "VVE", "Opleiding ouders", "Opmerking",
)  # fmt: skip
OVERGANGEN: Mapping[str, tuple[int, int]] = {
    "voorschool_po": (22, 4), "po_vo": (55, 12), "nieuwkomers": (5, 9), "vo_mbo": (18, 16),
}  # fmt: skip
"""How many of a hundred, and at about which age."""
REDENEN = ("ouders_willen_niet", "geen_tijd", "school_onbekend", "niet_nodig", "anders")
SCHOOLS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "voorschool_po": (("bo",), ("bo",)), "po_vo": (("bo", "sbo"), ("vo", "pro")),
    "nieuwkomers": (("bo", "vo"), ("bo", "vo")), "vo_mbo": (("vo", "pro"), ()),
}  # fmt: skip
ADVICE_WEIGHTS = (2, 9, 4, 8, 3, 15, 12, 17, 12, 18)


def make(beeld: Gemeentebeeld, seed: int, aantal: int | None) -> bytes:
    """Return the moves as schools would hand them in together (csv, utf-8, ';')."""
    return make_schooljaar(beeld, seed, aantal, JAAR)


def make_schooljaar(beeld: Gemeentebeeld, seed: int, aantal: int | None, jaar: int) -> bytes:
    """Return the moves of the schooljaar that began in `jaar`."""
    random = Random(f"{seed}-overdracht-{jaar}")  # noqa: S311 - made up on purpose, always the same
    text = io.StringIO()
    out = csv.writer(text, delimiter=";", lineterminator="\r\n")
    out.writerow(HEADS)
    taken = set[str]()
    weights = [weight for weight, _ in OVERGANGEN.values()]
    for overgang in random.choices(list(OVERGANGEN), weights=weights, k=aantal or MEEST):
        out.writerow(_row(random, beeld, overgang, jaar, taken))
    return text.getvalue().encode()


def _row(
    random: Random, beeld: Gemeentebeeld, overgang: str, jaar: int, taken: set[str]
) -> tuple[str, ...]:
    age = OVERGANGEN[overgang][1]
    born = date(jaar - age, 1, 1) + timedelta(days=random.randrange(365))
    left, went = SCHOOLS[overgang]
    schooling = random.choices(("laag", "midden", "hoog", ""), weights=(18, 40, 37, 5))[0]
    arrived = random.choices(("ja", "nee", "onbekend"), weights=(88, 7, 5))[0]
    return (
        draw_bsn(random, taken),
        draw_naam(random),
        draw_adres(random),
        f"{born:%d-%m-%Y}",
        draw_postcode(random, beeld.draw_pc4(random)),
        overgang,
        _school(random, beeld, left),
        _school(random, beeld, went) if arrived == "ja" else "",
        arrived,
        *_handover(random),
        *(_advice(random, schooling) if overgang == "po_vo" else ("",) * 4),
        random.choices(("ja", "nee", "onbekend"), weights=(20, 72, 8))[0],
        schooling,
        random.choice(("", "", "", "belt nog met ouders")),
    )


def _school(random: Random, beeld: Gemeentebeeld, soorten: tuple[str, ...]) -> str:
    return beeld.draw_school(random, *soorten).vestiging if beeld.of(*soorten) else ""


def _handover(random: Random) -> tuple[str, str]:
    told = random.choices(("ja", "nee", "onbekend"), weights=(76, 15, 9))[0]
    return told, random.choice(REDENEN) if told == "nee" else ""


def _advice(random: Random, schooling: str) -> tuple[str, str, str, str]:
    """Return first advice, test, final advice and whether not raising it was motivated."""
    first = random.choices(range(len(ADVIEZEN)), weights=ADVICE_WEIGHTS)[0]
    more = random.random() < (0.38 if schooling == "laag" else 0.27)
    test = min(first + 1, len(ADVIEZEN) - 1) if more else max(first - random.randrange(2), 0)
    raised = test > first and random.random() < (0.72 if schooling == "laag" else 0.82)
    said = "" if test <= first or raised else random.choices(("ja", "nee"), weights=(85, 15))[0]
    final = ADVIEZEN[test if raised else first]
    known = random.random() < 0.97  # noqa: PLR2004 - a few made no test
    return ADVIEZEN[first], ADVIEZEN[test] if known else "", final, said
