"""Made-up peuters of a gemeente with their indication, place, hours and handover, as a csv.

Which share has an indication, waits or is declined is invented, in the order of what municipalities
report. Locations stand in the postcodes where schools stand, under numbers that no register has.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from openlea.services.synth.gemeentebeeld import Gemeentebeeld
from openlea.services.synth.persoon import draw_adres, draw_bsn, draw_naam, draw_postcode

HEADS = (
    "BSN;Naam kind;Geboortedatum;Adres;Postcode;LRK-nummer;Groepsnummer;VVE-indicatie;"
    "Datum indicatie;Reden indicatie;Status;Startdatum;Einddatum;Dagen per week;Uren per dag;"
    "Weken per jaar;Kinderopvangtoeslag;Uren dit jaar;Warme overdracht;Reden geen overdracht;"
    "Basisschool;Resultaatafspraak;Opmerkingen"
)
PEIL = date(2026, 10, 1)
YOUNGEST, OLDEST = 24, 59
"""Ages in months: who became four in the last year is still in it, for the handover."""
PER_LOCATIE = 95
"""Peuters for each location there is."""
INDICATIE, FEWEST, SPREAD = 0.36, 0.3, 1.4
"""The mean share with an indication; in one postcode it is five times as large as in another."""
OWN_PC4, UNKNOWN, REMARK, REACHED = 0.66, 0.03, 0.1, 0.71
TOESLAG, TOESLAG_DOELGROEP = 0.7, 0.35
FOUR, NEARLY, KNOWN = 48, 42, 0.58
STANDEN = (("geplaatst", 80), ("wachtlijst", 7), ("afgewezen", 6), ("elders", 4), ("onbekend", 3))
REDENEN = (
    ("taalachterstand", 30),
    ("thuistaal", 30),
    ("opleiding ouders", 22),
    ("risico op taalachterstand", 12),
    ("gezinssituatie", 6),
)
OVERDRACHT = (("gedaan", 86), ("niet gedaan", 9), ("onbekend", 5))
WAAROM = (
    ("school niet bereikt", 35),
    ("geen toestemming", 25),
    ("verhuisd", 20),
    ("school onbekend", 12),
    ("geen tijd", 8),
)
ROOSTERS = (
    ("4", "4", "40", 82),
    ("3", "5.5", "40", 10),
    ("2", "8", "40", 5),
    ("4", "3.5", "40", 3),
)
"""Days, hours a day and weeks of a child with indication, and how usual that is."""


@dataclass(frozen=True, slots=True)
class Plek:
    """A location that nobody has: number, postcode and how many groups it has."""

    lrk: str
    pc4: str
    groepen: int


def make(beeld: Gemeentebeeld, seed: int, aantal: int | None) -> bytes:
    """Return the rows of one day; about two thousand for a gemeente like Hilversum."""
    return make_on(beeld, seed, aantal, PEIL)


def make_on(beeld: Gemeentebeeld, seed: int, aantal: int | None, peil: date) -> bytes:
    """Return the rows of a day of choice; the same seed and day give the same bytes."""
    random = Random(f"peutermonitor {beeld.code} {seed}")  # noqa: S311 - invented, no secret
    many = aantal if aantal is not None else _usual(beeld)
    plekken = locations_of(beeld, many)
    taken: set[str] = set()
    lines = [_line(beeld, random, plekken, taken, peil) for _ in range(many)]
    return "\r\n".join([HEADS, *lines, ""]).encode()


def locations_of(beeld: Gemeentebeeld, aantal: int) -> tuple[Plek, ...]:
    """Return the locations, spread over the postcodes with schools; the same for every seed."""
    random = Random(f"locaties {beeld.code}")  # noqa: S311 - as above
    spots = sorted({one.pc4 for one in beeld.of("bo", "sbo")}) or [beeld.pc4s[0][0]]
    many = max(3, aantal // PER_LOCATIE)
    return tuple(
        Plek(f"99{beeld.code[2:]}{n:06d}", spots[n % len(spots)], random.choice((3, 4, 4, 5)))
        for n in range(many)
    )


def _usual(beeld: Gemeentebeeld) -> int:
    """Return how many there would be: of three years of age, those whom a houder or JGZ names."""
    return round(sum(beeld.per_leeftijd[age] for age in (2, 3, 4)) * KNOWN)


def _line(
    beeld: Gemeentebeeld, random: Random, plekken: tuple[Plek, ...], taken: set[str], peil: date
) -> str:
    months = random.randint(YOUNGEST, OLDEST)
    born = _months_before(peil, months) + timedelta(days=random.randrange(28))
    pc4 = beeld.draw_pc4(random)
    rank = sorted(code for code, _ in beeld.pc4s).index(pc4) / max(len(beeld.pc4s) - 1, 1)
    is_target = random.random() < INDICATIE * (FEWEST + SPREAD * rank)
    stand = _pick(random, STANDEN) if is_target else "geplaatst"
    plek = _near(random, plekken, pc4)
    cells = [
        draw_bsn(random, taken),
        draw_naam(random),
        f"{born:%d-%m-%Y}",
        draw_adres(random),
        draw_postcode(random, pc4),
        plek.lrk if stand in {"geplaatst", "wachtlijst"} else "",
        str(random.randint(1, plek.groepen)) if stand == "geplaatst" else "",
        "ja" if is_target else "nee",
        *_indication(random, born, is_target=is_target),
        stand,
        *_attendance(random, born, peil, stand, is_target=is_target),
        *_leaving(beeld, random, months, stand, is_target=is_target),
        "Ouder belt terug op een verzonnen nummer" if random.random() < REMARK else "",
    ]
    return ";".join(cells)


def _indication(random: Random, born: date, *, is_target: bool) -> list[str]:
    """Return the day and the reason: most at the visit at two years, or in the half year after."""
    when = born + timedelta(days=730 + int(random.triangular(0, 190, 120)))
    return [f"{when:%d-%m-%Y}", _pick(random, REDENEN)] if is_target else ["", ""]


def _attendance(
    random: Random, born: date, peil: date, stand: str, *, is_target: bool
) -> list[str]:
    """Return first and last day, days, hours, weeks, toeslag and hours of the year."""
    if stand != "geplaatst":
        return ["", "", "", "", "", "", ""]
    begin = born + timedelta(days=round(365.25 * 2.5) + int(random.expovariate(1 / 25)))
    if not is_target:
        begin = born + timedelta(days=round(365.25 * 2.2) + random.randrange(150))
    four = date(born.year + 4, born.month, min(born.day, 28))
    days, hours, weeks = _roster(random, is_target=is_target)
    year = date(peil.year, 1, 1)
    span = (min(four, peil) - max(begin, year)).days / 7 * int(weeks) / 52
    used = max(span, 0) * float(days) * float(hours) * random.uniform(0.86, 1)
    known = random.random() > UNKNOWN
    return [
        f"{begin:%d-%m-%Y}",
        f"{four:%d-%m-%Y}" if four <= peil else "",
        days if known else "",
        hours if known else "",
        weeks if known else "",
        "ja" if random.random() < (TOESLAG_DOELGROEP if is_target else TOESLAG) else "nee",
        f"{used:.1f}",
    ]


def _roster(random: Random, *, is_target: bool) -> tuple[str, str, str]:
    if not is_target:
        return "2", "4", "40"
    days, hours, weeks, _ = random.choices(ROOSTERS, weights=[one[-1] for one in ROOSTERS])[0]
    return str(days), str(hours), str(weeks)


def _leaving(
    beeld: Gemeentebeeld, random: Random, months: int, stand: str, *, is_target: bool
) -> list[str]:
    """Return handover, why not, the school, and whether what was agreed is reached."""
    result = "behaald" if random.random() < REACHED else "niet behaald"
    if months < FOUR or stand != "geplaatst":
        return ["", "", "", result if stand == "geplaatst" and months > NEARLY else ""]
    done = _pick(random, OVERDRACHT) if is_target else ""
    why = _pick(random, WAAROM) if done == "niet gedaan" else ""
    school = beeld.draw_school(random, "bo").vestiging if why != "school onbekend" else ""
    return [done, why, school, result]


def _near(random: Random, plekken: tuple[Plek, ...], pc4: str) -> Plek:
    """Return a location: two of three times one in the own postcode, if there is."""
    own = [one for one in plekken if one.pc4 == pc4]
    some = own if own and random.random() < OWN_PC4 else plekken
    return random.choices(some, weights=[one.groepen for one in some])[0]


def _pick(random: Random, words: tuple[tuple[str, int], ...]) -> str:
    return random.choices([word for word, _ in words], weights=[w for _, w in words])[0]


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, 1)
