"""Makes up TLV's and arrangements of a schooljaar: no real child in it, the schools are real.

How often each kind occurs is invented.
"""

import csv
import io
from datetime import date, timedelta
from random import Random

from openlea.services.synth.gemeentebeeld import Gemeentebeeld
from openlea.services.synth.persoon import draw_adres, draw_bsn, draw_naam, draw_postcode

JAAR = 2025
"""The schooljaar that is made unless another is asked: 2025-2026."""
MEEST = 700
HEADS = (
    "BSN", "Naam leerling", "Adres", "Geboortedatum", "Postcode", "Soort besluit",
    "Ondersteuningsbehoefte", "Nieuw of verlenging", "Ingangsdatum", "Geldig tot en met",
    "Schoolsoort herkomst", "Schoolsoort bestemming", "BRIN school", "OPP actueel",
    "Hoorrecht vastgelegd", "Aanmelddatum", "Besluitdatum", "Termijn verlengd", "Opmerking",
)  # fmt: skip
SOORTEN = {"tlv_sbo": 110, "tlv_so_cat1": 90, "tlv_so_cat2": 14, "tlv_so_cat3": 16, "tlv_vso": 70,
           "arrangement": 400}  # fmt: skip
LICHT = {"gedrag": 30, "dyslexie": 12, "lvb": 22, "ass": 18, "hoogbegaafd": 14, "tos": 9,
         "nt2": 8, "lichamelijk": 5, "medisch": 6, "slechthorend": 3, "slechtziend": 2}  # fmt: skip
ZWAAR = {"zml": 30, "gedrag": 22, "ass": 20, "lichamelijk": 6, "medisch": 4, "emb": 9,
         "residentieel": 9}  # fmt: skip
SCHOOL = {"tlv_sbo": ("sbo", "bo"), "tlv_vso": ("vso", "vo"), "arrangement": ("bo",)}
HER, ENDS, LATE, EXTENDED = 0.32, 0.18, 0.06, 0.24


def make(beeld: Gemeentebeeld, seed: int, aantal: int | None) -> bytes:
    """Return the decisions as a samenwerkingsverband would export them (csv, utf-8, ';')."""
    return make_schooljaar(beeld, seed, aantal, JAAR)


def make_schooljaar(beeld: Gemeentebeeld, seed: int, aantal: int | None, jaar: int) -> bytes:
    """Return the decisions that held in the schooljaar that began in `jaar`."""
    random = Random(f"swv-{seed}-{jaar}")  # noqa: S311 - made up on purpose, the same every time
    text = io.StringIO()
    out = csv.writer(text, delimiter=";", lineterminator="\r\n")
    out.writerow(HEADS)
    taken = set[str]()
    kinds = random.choices(list(SOORTEN), weights=list(SOORTEN.values()), k=aantal or MEEST)
    for soort in kinds:
        out.writerow(
            (*_child(random, beeld, soort, jaar, taken), *_row(random, beeld, soort, jaar))
        )
    return text.getvalue().encode()


def _child(
    random: Random, beeld: Gemeentebeeld, soort: str, jaar: int, taken: set[str]
) -> tuple[str, ...]:
    age = random.randrange(12, 18) if soort == "tlv_vso" else random.randrange(4, 12)
    born = date(jaar - age, 1, 1) + timedelta(days=random.randrange(365))
    postcode = draw_postcode(random, beeld.draw_pc4(random))
    bsn = draw_bsn(random, taken)
    return bsn, draw_naam(random), draw_adres(random), _day(born), postcode


def _row(random: Random, beeld: Gemeentebeeld, soort: str, jaar: int) -> tuple[str, ...]:
    again = random.random() < HER
    decided, asked, longer = _days(random, jaar)
    begin = max(decided, date(jaar, 8, 1)) if random.random() < 0.8 else decided  # noqa: PLR2004
    years = random.choice((1, 1, 2, 3)) if soort != "arrangement" else 1
    end = date(begin.year + years + (begin.month > 7), 7, 31)  # noqa: PLR2004 - a year ends in July
    stops = random.random() < ENDS
    last = min(end, begin + timedelta(days=random.randrange(60, 240))) if stops else end
    light = soort == "arrangement"
    needs = LICHT if light else ZWAAR
    return (
        soort,
        random.choices(list(needs), weights=list(needs.values()))[0],
        "herindicatie" if again else "nieuw",
        _day(begin),
        _day(last),
        _from(random, soort, again=again),
        random.choice(("regulier", "regulier", "sbo", "so", "onbekend")) if stops else "",
        _school(random, beeld, soort),
        random.choices(("ja", "nee", ""), weights=(82, 13, 5))[0],
        random.choices(("ja", "nee", ""), weights=(55, 30, 15))[0],
        _day(asked) if random.random() > 0.04 else "",  # noqa: PLR2004 - a few are not known
        _day(decided),
        "ja" if longer else "nee",
        "verzonnen rij",
    )


def _days(random: Random, jaar: int) -> tuple[date, date, bool]:
    """Return the day of the decision, that of the aanmelding, and whether the term was longer."""
    decided = date(jaar, 8, 20) + timedelta(days=random.randrange(-180, 320))
    late, longer = random.random() < LATE, random.random() < EXTENDED
    took = random.randrange(71, 110) if late else random.randrange(8, 43)
    if longer and not late:
        took = random.randrange(43, 71)
    return decided, decided - timedelta(days=took), longer


def _from(random: Random, soort: str, *, again: bool) -> str:
    if again and soort != "arrangement":
        return {"tlv_sbo": "sbo", "tlv_vso": "vso"}.get(soort, "so")
    usual = ("regulier", "regulier", "regulier", "voorschool", "sbo", "thuis", "onbekend")
    return random.choice(usual) if soort != "arrangement" else "regulier"


def _school(random: Random, beeld: Gemeentebeeld, soort: str) -> str:
    for kinds in (SCHOOL.get(soort, ("so",)), ("bo",)):
        if beeld.of(*kinds):
            return beeld.draw_school(random, *kinds).vestiging
    return ""


def _day(day: date) -> str:
    return f"{day:%d-%m-%Y}"
