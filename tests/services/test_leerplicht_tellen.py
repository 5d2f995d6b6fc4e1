"""The count over a schooljaar: every golden number, and nothing small in any table of it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from openlea.core.telling import Gebied, Telrij, Telstaat
from openlea.policy import verzuim as maat
from openlea.policy.verzuim import Verzuimzaak, Zaaksoort
from openlea.services.leerplicht.jongeren import JONGEREN, count_jongeren
from openlea.services.leerplicht.tellen import count_leerplicht, count_zaken
from openlea.services.tellen.teller import Telopdracht

Sleutel = tuple[str, str, str]
PERIODE, PEIL = "2025-2026", date(2026, 7, 31)


def golden() -> pl.DataFrame:
    """Absoluut 9 and langdurig relatief 21, of which 5 and 6 longer than three months; 5a 18."""
    rows = []
    for soort, many, long in (("absoluut", 9, 5), ("langdurig_relatief", 21, 6)):
        for n in range(many):
            begin = "2026-01-05" if n < long else "2026-06-01"
            rows.append({"pseudoniem": f"{soort}{n}", "soort": soort, "begin": begin})
    rows += [
        {"pseudoniem": f"v{n}", "soort": "vrijstelling_5a", "begin": "2025-08-01"}
        for n in range(18)
    ]
    return pl.DataFrame(rows)


def counted(rows: pl.DataFrame, vandaag: date = date(2026, 9, 1)) -> Telstaat:
    return count_leerplicht(
        Telopdracht(
            werkruimte=1, plaats=None, periode=PERIODE, vandaag=vandaag, rijen={"leerplicht": rows}
        )
    )


def test_golden_thirty_thuiszitters_with_priority_for_eleven_and_the_exempt_apart() -> None:
    staat = counted(golden())
    told = {
        name: staat.bereik(name)
        for name in ("absoluut", "langdurig_relatief", "thuiszitters", "langer_dan_3_maanden")
    }
    assert {name: one and one.precies for name, one in told.items()} == {
        "absoluut": 9,
        "langdurig_relatief": 21,
        "thuiszitters": 30,
        "langer_dan_3_maanden": 11,
    }
    exempt = staat.bereik("vrijstelling_5a")
    assert exempt is not None
    assert exempt.precies == 18


def test_an_open_schooljaar_says_that_it_is_open_and_counts_until_today() -> None:
    staat = counted(golden(), vandaag=date(2026, 3, 1))
    assert staat.peildatum == "2026-03-01"
    assert staat.let_op
    thuis = staat.bereik("thuiszitters")
    assert thuis is not None
    assert thuis.precies == 11
    assert not counted(golden()).let_op


def test_without_rows_of_jongeren_there_is_no_nought() -> None:
    """Missing is not nought: nobody delivered is not the same as nobody there."""
    assert counted(golden()).bereik(JONGEREN) is None


def test_who_got_a_startkwalificatie_is_no_longer_counted() -> None:
    rows = pl.DataFrame(
        [
            {"pseudoniem": f"j{n}", "geboortemaand": "2005-03", "stand": "in traject"}
            | {"startkwalificatie": "ja" if n < 6 else "nee"}
            for n in range(20)
        ]
    )
    found = {(one.maat, one.gebied, one.code): one.bereik for one in count_jongeren(rows, PEIL)}
    whole = found[(JONGEREN, Gebied.GEHEEL, "")]
    assert whole is not None
    assert whole.precies == 14


ZAAK = st.builds(
    Verzuimzaak,
    persoon=st.integers(0, 60).map(str),
    soort=st.sampled_from(list(Zaaksoort)),
    begin=st.dates(date(2025, 9, 1), date(2026, 7, 1)),
    einde=st.one_of(st.none(), st.just(date(2026, 7, 2))),
    gemeld_op=st.just(date(2026, 1, 5)),
    eerste_actie_op=st.one_of(st.none(), st.dates(date(2026, 1, 6), date(2026, 1, 30))),
    school=st.sampled_from(["01AB00", "02CD00", "03EF00", ""]),
    terug=st.booleans(),
)
PARTS = {
    maat.MELDINGEN: [str(one) for one in maat.Actietijd],
    "relatief_16uur": [maat.NORM_GEHAALD, maat.NORM_NIET, maat.UREN_ONBEKEND],
    maat.THUISZITTERS: [maat.TERUG, maat.NIET_TERUG],
}
TABLES = (
    (Gebied.SCHOOL, [str(one) for one in maat.GEMELD], maat.MELDINGEN),
    (Gebied.KLASSE, [maat.KORTER, maat.LANGER], maat.THUISZITTERS),
    (Gebied.KLASSE, [str(one) for one in maat.VRIJGESTELD], maat.VRIJSTELLINGEN),
    (Gebied.KLASSE, ["vrijstelling_11g"], "vrijstellingen_11g"),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ZAAK, max_size=70))
def test_nothing_under_five_can_be_worked_out_of_everything_that_is_told(
    zaken: list[Verzuimzaak],
) -> None:
    """Every sum that a reader knows, at once: no count of one to four has only one solution."""
    rijen = count_zaken(zaken, PERIODE, PEIL)
    for one in rijen:
        exact = one.bereik.precies if one.bereik else None
        if one.maat != maat.DAGEN and exact is not None:
            assert not 0 < exact < 5, one
    truth = {key(one): one for one in rijen}
    names = list(truth)
    sums = list(equations(rijen))
    for name in small(zaken, names):
        assert bounds(name, names, truth, sums) > 0, name


def key(one: Telrij) -> Sleutel:
    return one.maat, str(one.gebied), one.code


def equations(rijen: Sequence[Telrij]) -> Iterator[tuple[Sleutel, list[Sleutel]]]:
    """Yield (total, parts) of every sum that holds by definition."""
    for gebied, kinds, totaal in TABLES:
        codes = sorted({one.code for one in rijen if one.maat == totaal and one.gebied is gebied})
        for code in codes:
            yield (totaal, str(gebied), code), [(kind, str(gebied), code) for kind in kinds]
        for kind in [*kinds, totaal]:
            yield (kind, "geheel", ""), [(kind, str(gebied), code) for code in codes]
        yield (totaal, "geheel", ""), [(kind, "geheel", "") for kind in kinds]
    for totaal, parts in PARTS.items():
        yield (totaal, "geheel", ""), [(part, "geheel", "") for part in parts]
    for soort in ("absoluut", "langdurig_relatief"):
        yield (soort, "geheel", ""), [(maat.THUISZITTERS, "klasse", soort)]


def small(zaken: Sequence[Verzuimzaak], names: Sequence[Sleutel]) -> Iterator[Sleutel]:
    """Yield the numbers of schools by kind that are one to four: the easiest to check on."""
    for soort in maat.GEMELD:
        for school in ("01AB00", "02CD00", "03EF00", maat.ZONDER_SCHOOL):
            many = sum(
                one.soort is soort and (one.school or maat.ZONDER_SCHOOL) == school for one in zaken
            )
            if 0 < many < 5 and (str(soort), "school", school) in names:
                yield str(soort), "school", school


def bounds(
    name: Sleutel,
    names: Sequence[Sleutel],
    truth: Mapping[Sleutel, Telrij],
    sums: Sequence[tuple[Sleutel, list[Sleutel]]],
) -> float:
    """Return how far apart the lowest and the highest possible value of a number are."""
    place = {one: n for n, one in enumerate(names)}
    rows, right = [], []
    for total, parts in sums:
        if total in place and all(part in place for part in parts):
            row = np.zeros(len(names))
            row[place[total]] -= 1
            for part in parts:
                row[place[part]] += 1
            rows.append(row)
            right.append(0.0)
    limits = [
        (one.bereik.precies, one.bereik.precies)
        if one.bereik is not None and one.bereik.precies is not None
        else (0, None)
        for one in truth.values()
    ]
    aim = np.zeros(len(names))
    aim[place[name]] = 1
    low = linprog(aim, A_eq=np.array(rows), b_eq=right, bounds=limits)
    high = linprog(-aim, A_eq=np.array(rows), b_eq=right, bounds=limits)
    assert low.success
    return float("inf") if high.status == 3 else float(-high.fun - low.fun)


def test_no_school_is_told_of_exemptions_or_of_who_is_at_home() -> None:
    zaken = [
        Verzuimzaak(
            persoon=str(n),
            soort=Zaaksoort.VRIJSTELLING_5A if n % 2 else Zaaksoort.LANGDURIG_RELATIEF,
            begin=date(2025, 9, 1),
            school="01AB00",
        )
        for n in range(40)
    ]
    of_schools = {one.maat for one in count_zaken(zaken, PERIODE, PEIL) if one.gebied == "school"}
    assert of_schools == {*map(str, maat.GEMELD), maat.MELDINGEN}


@pytest.mark.parametrize("many", [9, 10])
def test_a_median_of_fewer_than_ten_is_not_told(many: int) -> None:
    zaken = [
        Verzuimzaak(
            persoon=str(n),
            soort=Zaaksoort.LUXE,
            begin=date(2026, 1, 1),
            gemeld_op=date(2026, 1, 5),
            eerste_actie_op=date(2026, 1, 8),
        )
        for n in range(many)
    ]
    (found,) = [one for one in count_zaken(zaken, PERIODE, PEIL) if one.maat == maat.DAGEN]
    assert (found.bereik is not None) is (many >= 10)
