"""Made-up cases look like a real export, and nobody is in them."""

import csv
import io
from collections import Counter
from datetime import date

from openlea.services.synth.gemeentebeeld import Gemeentebeeld, Synthschool
from openlea.services.synth.leerplicht import HEADS, make, make_schooljaar

BEELD = Gemeentebeeld(
    code="GM0402",
    naam="Hilversum",
    scholen=(
        Synthschool(vestiging="01AB00", naam="De Een", pc4="1211", soort="bo", leerlingen=200),
        Synthschool(vestiging="02CD00", naam="De Twee", pc4="1212", soort="vo", leerlingen=0),
    ),
    pc4s=(("1211", 3), ("1212", 1)),
    per_leeftijd=dict.fromkeys(range(24), 100),
)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode()), delimiter=";"))


def test_the_same_seed_gives_the_same_bytes_and_another_gives_others() -> None:
    assert make(BEELD, 1, 50) == make(BEELD, 1, 50)
    assert make(BEELD, 1, 50) != make(BEELD, 2, 50)


def test_there_are_as_many_as_were_asked_or_fifteen_hundred() -> None:
    assert len(rows(make(BEELD, 1, 7))) == 7
    found = rows(make(BEELD, 1, None))
    assert len(found) == 1500
    assert set(found[0]) == set(HEADS)


def test_numbers_pass_the_elfproef_and_are_kept_for_tests() -> None:
    for one in rows(make(BEELD, 3, 200)):
        digits = [int(letter) for letter in one["BSN"]]
        weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
        assert sum(d * w for d, w in zip(digits, weights, strict=True)) % 11 == 0
        assert one["BSN"].startswith("99")


def test_absence_begins_on_a_weekday_of_its_schooljaar_and_who_is_not_enrolled_has_no_school() -> (
    None
):
    found = rows(make_schooljaar(BEELD, 1, 600, 2024))
    for one in found:
        day, month, year = map(int, one["Begindatum"].split("-"))
        begin = date(year, month, day)
        assert date(2024, 8, 1) <= begin <= date(2025, 7, 31)
        if not one["Soort verzuim"].startswith("vrijstelling_5"):
            assert begin.isoweekday() <= 5
        if one["Soort verzuim"] == "absoluut":
            assert one["BRIN school"] == ""
    kinds = Counter(one["Soort verzuim"] for one in found)
    assert kinds["relatief_16uur"] > kinds["overig"] > kinds["luxe"] > kinds["absoluut"] > 0
