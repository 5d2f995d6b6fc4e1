"""Makes up the cases of a leerplichtadministratie over one schooljaar: no real child in it."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from openlea.services.synth.gemeentebeeld import Gemeentebeeld
from openlea.services.synth.persoon import draw_adres, draw_bsn, draw_naam, draw_postcode

JAAR = 2025
"""The schooljaar that is made unless another is asked: 2025-2026."""
MEEST = 1500
"""Cases of a gemeente of the size of Hilversum."""
HEADS = (
    "BSN", "Naam leerling", "Adres", "Geboortedatum", "Postcode", "Soort verzuim", "Melddatum",
    "Begindatum", "Eerste actie op", "Einddatum", "Reden", "BRIN school", "Onderwijssoort",
    "Leerjaar", "Maatregel", "Teruggekeerd", "Datum terugkeer", "Lesweek 1", "Lesweek 2",
    "Lesweek 3", "Lesweek 4", "Opmerking",
)  # fmt: skip
SOORTEN: Mapping[str, int] = {
    "relatief_16uur": 440, "overig": 250, "luxe": 170, "langdurig_relatief": 26, "absoluut": 14,
    "geoorloofd": 22, "vrijstelling_5a": 40, "vrijstelling_5b": 7, "vrijstelling_5c": 21,
    "vrijstelling_11g": 10,
}  # fmt: skip
VAKANTIES = ((10, 18, 26), (12, 20, 31), (1, 1, 4), (2, 21, 28), (4, 25, 30), (5, 1, 10))
"""About when schools are closed: month, first and last day. Not the days of one year or region."""
REDENEN: Mapping[str, tuple[str, ...]] = {
    "luxe": ("vakantie",),
    "absoluut": ("verhuizing", "wachtlijst", "onbekend", "thuissituatie"),
    "langdurig_relatief": ("thuissituatie", "schoolsituatie", "gedrag", "wachtlijst"),
    "geoorloofd": ("ziekte",),
    "vrijstelling_5a": ("ziekte", "anders"),
}
ANDERS = ("schoolsituatie", "thuissituatie", "gedrag", "ziekte", "anders", "onbekend")
JONG, OUD = ("bo", "sbo"), ("vo", "pro")
LONG_CASES = ("absoluut", "langdurig_relatief", "geoorloofd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzonnen:
    """A child that nobody is, and the school where it is enrolled."""

    cellen: tuple[str, ...]
    school: str
    onderwijs: str
    leerjaar: int
    komt_op_school: bool = True


def make(beeld: Gemeentebeeld, seed: int, aantal: int | None) -> bytes:
    """Return the cases as a leerplichtadministratie would export them (csv, utf-8, ';')."""
    return make_schooljaar(beeld, seed, aantal, JAAR)


def make_schooljaar(beeld: Gemeentebeeld, seed: int, aantal: int | None, jaar: int) -> bytes:
    """Return the cases of the schooljaar that began in `jaar`."""
    random = Random(f"{seed}-{jaar}")  # noqa: S311 - made up on purpose, the same every time
    text = io.StringIO()
    out = csv.writer(text, delimiter=";", lineterminator="\r\n")
    out.writerow(HEADS)
    taken = set[str]()
    known: list[Verzonnen] = []
    kinds, weights = list(SOORTEN), list(SOORTEN.values())
    for soort in random.choices(kinds, weights=weights, k=aantal or MEEST):
        again = known and soort in {"relatief_16uur", "overig"} and random.random() < 0.2  # noqa: PLR2004
        child = random.choice(known) if again else _child(random, beeld, jaar, soort, taken)
        known.append(child)
        out.writerow((*child.cellen, *_case(random, soort, child, jaar)))
    return text.getvalue().encode()


def _child(
    random: Random, beeld: Gemeentebeeld, jaar: int, soort: str, taken: set[str]
) -> Verzonnen:
    young = random.random() < (0.75 if soort in {"luxe", "vrijstelling_11g"} else 0.15)
    age = random.randrange(5, 12) if young else random.randrange(12, 18)
    kinds = _kinds(beeld, young=young)
    school = beeld.draw_school(random, *kinds)
    born = date(jaar - age, 1, 1) + timedelta(days=random.randrange(365))
    pc4 = beeld.draw_pc4(random)
    bsn = draw_bsn(random, taken)
    cells = (bsn, draw_naam(random), draw_adres(random), _day(born), draw_postcode(random, pc4))
    return Verzonnen(
        cellen=cells,
        school=school.vestiging,
        onderwijs=school.soort,
        leerjaar=age - 3 if young else min(6, age - 11),
        komt_op_school=not (soort == "absoluut" or soort.startswith("vrijstelling_5")),
    )


def _kinds(beeld: Gemeentebeeld, *, young: bool) -> tuple[str, ...]:
    """Return the kinds of schools to draw from: of any age when there are none of this one."""
    for kinds in (JONG, OUD) if young else (OUD, JONG):
        if beeld.of(*kinds):
            return kinds
    return tuple({one.soort for one in beeld.scholen})


def _case(random: Random, soort: str, child: Verzonnen, jaar: int) -> tuple[str, ...]:
    begin, end = _span(random, soort, jaar)
    reported = begin + timedelta(days=random.randrange(10))
    action = reported + timedelta(days=random.choice((1, 2, 3, 4, 6, 8, 11, 15, 22)))
    acted = soort.startswith("vrijstelling") or random.random() < 0.94  # noqa: PLR2004 - a few wait
    back = end is not None and soort in LONG_CASES
    hours = _hours(random) if soort == "relatief_16uur" else ("",) * 4
    return (
        soort,
        _day(reported),
        _day(begin),
        _day(action) if acted else "",
        _day(end) if end else "",
        random.choice(REDENEN.get(soort, ANDERS)),
        child.school if child.komt_op_school else "",
        child.onderwijs if child.komt_op_school else "",
        str(child.leerjaar),
        _sanction(random, soort),
        ("ja" if back else "nee") if soort in LONG_CASES else "",
        _day(end) if back and end else "",
        *hours,
        "verzonnen rij",
    )


def _span(random: Random, soort: str, jaar: int) -> tuple[date, date | None]:
    """Return the first and last day of a case; an open one has no last day."""
    if soort.startswith("vrijstelling_5"):
        begin = date(jaar, 8, 1) if random.random() < 0.8 else _lesdag(random, jaar)  # noqa: PLR2004
        return begin, date(jaar + 1, 7, 31)
    begin = _lesdag(random, jaar)
    if soort in LONG_CASES:
        days = random.choice((20, 35, 45, 60, 75, 110, 150, 200))
        end = begin + timedelta(days=days)
        return begin, end if end <= date(jaar + 1, 7, 1) else None
    return begin, begin + timedelta(days=random.randrange(1, 25))


def _lesdag(random: Random, jaar: int) -> date:
    """Return a day on which schools are open, from September until the middle of July."""
    while True:
        day = date(jaar, 9, 1) + timedelta(days=random.randrange(313))
        shut = any(day.month == m and first <= day.day <= last for m, first, last in VAKANTIES)
        if day.isoweekday() <= 5 and not shut:  # noqa: PLR2004 - Friday
            return day


def _hours(random: Random) -> tuple[str, ...]:
    """Return the hours of four lesweken; now and then a school reports too early, or tells none."""
    if random.random() < 0.2:  # noqa: PLR2004 - one of five leaves them out
        return ("",) * 4
    return tuple(str(random.randrange(2, 11)) for _ in range(4))


def _sanction(random: Random, soort: str) -> str:
    if soort == "luxe":
        return random.choices(("proces_verbaal", "waarschuwing", "geen"), weights=(4, 3, 3))[0]
    if soort == "relatief_16uur":
        return random.choices(("halt", "waarschuwing", "geen"), weights=(1, 2, 7))[0]
    return "geen"


def _day(day: date) -> str:
    return f"{day:%d-%m-%Y}"
