"""The money of the agenda of Hilversum is that of its chapter 8, row by row and to the euro."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from openlea.core.agenda import Agenda
from openlea.core.begroting import StroomSoort, Verschil
from openlea.policy.begroting import per_ambitie, per_speerpunt, uitgaven_per_jaar
from openlea.policy.dekking import DekkingStaat, dekking_per_actie
from openlea.policy.middelen import balans_per_jaar
from openlea.services.read_bundled_agenda import read_bundled_agenda

SEED = Path(__file__).parents[2] / "../shared/seeds/hilversumse-educatieve-agenda-2024-2027.txt"
needs_text = pytest.mark.skipif(not SEED.exists(), reason="the text of the HEA is not here")

ROWS = """
1A1 90000 90000 90000 90000 gelijk
1A2 40000 40000 40000 40000 uitbreiding
1A3 250000 250000 250000 250000 vermindering
1A4 25000 25000 25000 25000 nieuw
1A5 0 0 0 0 niet_vermeld
1B1 1692500 1682500 1682500 1682500 gelijk
1B1 1500000 1500000 1500000 1500000 gelijk
1B1 110000 110000 110000 110000 gelijk
1B1 10000 0 0 0 gelijk
1B1 65000 65000 65000 65000 gelijk
1B1 7500 7500 7500 7500 gelijk
1B2 100000 100000 100000 100000 nieuw
1B3 20000 20000 20000 20000 gelijk
1B5 300000 300000 300000 300000 gelijk
1B7 30000 30000 30000 30000 gelijk
1B8 5000 5000 5000 5000 gelijk
1C3 25000 25000 25000 25000 nieuw
1C4 260000 260000 260000 260000 uitbreiding
1D1 100000 100000 100000 100000 nieuw
1E1 45000 45000 45000 45000 uitbreiding
1E2 150000 150000 150000 150000 nieuw
1E3 25000 25000 25000 25000 nieuw
1E5 15000 15000 15000 15000 gelijk
1E7 0 0 0 0 niet_vermeld
1E8 20000 20000 0 0 gelijk
2A2 50000 50000 50000 50000 gelijk
2B1 50000 50000 50000 50000 nieuw
2C1 0 0 0 0 niet_vermeld
2C6 0 0 0 0 niet_vermeld
2C6 0 0 0 0 niet_vermeld
2C7 90000 90000 90000 90000 gelijk
2C8 0 0 0 0 niet_vermeld
2C2 25000 25000 25000 25000 uitbreiding
2C9 20000 20000 20000 20000 nieuw
2C4 0 0 0 0 niet_vermeld
- 90000 90000 90000 90000 niet_vermeld
- 50000 50000 50000 50000 niet_vermeld
"""


@cache
def _hea() -> Agenda:
    return read_bundled_agenda("hilversum-2024-2027")


def _flat(text: str) -> str:
    return " ".join(text.replace("�", "").split())


@cache
def _text() -> str:
    return _flat(SEED.read_text(encoding="utf-8"))


def _cents(*euros: int) -> dict[int, int]:
    return {jaar: bedrag * 100 for jaar, bedrag in zip(_hea().jaren, euros, strict=False)}


def _chapter_8() -> str:
    text = _text()
    return text[text.index("8. FINANCIËN") : text.index("OPENBAAR ONDERWIJS - Grondwet")]


def test_every_row_of_chapter_8_has_its_printed_amounts_and_word() -> None:
    rows = [
        (
            post.bij or "-",
            *(str(cents // 100) for cents in post.bedragen.values()),
            post.verschil.value,
        )
        for post in _hea().begroting.posten
    ]
    assert rows == [tuple(line.split()) for line in ROWS.split("\n") if line]


def test_the_words_against_the_previous_period_are_as_many_as_printed() -> None:
    words = Counter(post.verschil for post in _hea().begroting.posten)
    assert words == {
        Verschil.GELIJK: 15,
        Verschil.NIEUW: 8,
        Verschil.UITBREIDING: 4,
        Verschil.VERMINDERING: 1,
        Verschil.NIET_VERMELD: 9,
    }


def test_the_five_rows_under_peuteropvang_are_its_sum_and_so_are_not_counted_again() -> None:
    posten = _hea().begroting.posten
    [header] = [post for post in posten if post.omschrijving == "Peuteropvang en VVE"]
    parts = [post for post in posten if post.kop == header.code]
    assert len(parts) == 5
    assert header.bedragen == {
        jaar: sum(part.bedragen[jaar] for part in parts) for jaar in _hea().jaren
    }


def test_every_printed_subtotal_total_and_saldo_comes_out_to_the_euro() -> None:
    agenda = _hea()
    ambities = per_ambitie(agenda.begroting, agenda.ambities, agenda.jaren)
    balansen = balans_per_jaar(agenda.begroting, agenda.jaren)
    assert ambities["1"] == _cents(3192500, 3182500, 3162500, 3162500)
    assert ambities["2"] == _cents(235000, 235000, 235000, 235000)
    assert ambities["overig"] == _cents(140000, 140000, 140000, 140000)
    assert uitgaven_per_jaar(agenda.begroting, agenda.jaren) == _cents(
        3567500, 3557500, 3537500, 3537500
    )
    assert {b.jaar: b.middelen for b in balansen} == _cents(4783815, 4355130, 3916445, 3497760)
    assert {b.jaar: b.saldo for b in balansen} == _cents(1216315, 797630, 378945, -39740)
    assert [b.structureel_tekort // 100 for b in balansen] == [448685, 438685, 418685, 418685]


def test_the_totals_per_speerpunt_are_those_computed_by_hand() -> None:
    agenda = _hea()
    totals = per_speerpunt(agenda.begroting, agenda.ambities, agenda.jaren)
    first = {code: bedragen[2024] // 100 for code, bedragen in totals.items()}
    expected = {"1A": 405000, "1B": 2147500, "1C": 285000, "1D": 100000, "1E": 255000}
    expected |= {"2A": 50000, "2B": 50000, "2C": 135000}
    assert {code: first[code] for code in expected} == expected


def test_the_four_funding_rows_are_as_printed_and_blank_is_not_nought() -> None:
    stromen = {stroom.soort: stroom.bedragen for stroom in _hea().begroting.geldstromen}
    assert stromen == {
        StroomSoort.GEMEENTELIJK: _cents(794000, 794000, 794000, 794000),
        StroomSoort.RIJK: _cents(2324815, 2324815, 2324815, 2324815),
        StroomSoort.RESTANT: _cents(1300000, 1216315, 797630, 378945),
        StroomSoort.NPO: _cents(365000, 20000),
    }


def test_the_printed_restant_is_the_saldo_of_the_year_before() -> None:
    [restant] = [s for s in _hea().begroting.geldstromen if s.soort is StroomSoort.RESTANT]
    balansen = balans_per_jaar(_hea().begroting, _hea().jaren)
    assert [b.saldo for b in balansen][:-1] == list(restant.bedragen.values())[1:]


def test_23_acties_have_money_6_only_rows_of_nought_and_13_no_row() -> None:
    dekking = dekking_per_actie(_hea().begroting, _hea().acties, _hea().jaren)
    assert Counter(d.staat for d in dekking.values()) == {
        DekkingStaat.GEDEKT: 23,
        DekkingStaat.NUL_ELDERS: 6,
        DekkingStaat.GEEN_RIJ: 13,
    }


def test_a_row_of_nought_names_who_pays_it_and_no_other_row_does() -> None:
    for post in _hea().begroting.posten:
        assert bool(post.elders_gedekt_door) is (not any(post.bedragen.values())), post.code


def test_no_post_is_tied_to_a_stream_because_the_text_does_not_say_which() -> None:
    assert {post.geldstroom for post in _hea().begroting.posten} == {""}


@needs_text
def test_every_row_of_money_stands_in_chapter_8_with_its_amounts() -> None:
    chapter = _chapter_8()
    for row in _hea().begroting.posten:
        amounts = " ".join(_euro(cents) for cents in row.bedragen.values())
        assert re.search(re.escape(row.omschrijving) + r" +" + re.escape(amounts), chapter), (
            row.code
        )
    for stroom in _hea().begroting.geldstromen:
        amounts = " ".join(_euro(cents) for cents in stroom.bedragen.values())
        assert f"{stroom.naam} {amounts}" in chapter


@needs_text
def test_who_pays_a_row_of_nought_is_worded_as_in_the_text() -> None:
    payers = {post.elders_gedekt_door for post in _hea().begroting.posten} - {""}
    joined = _chapter_8().replace("Jeugd beleid", "Jeugdbeleid")
    assert len(payers) == 4
    assert [payer for payer in payers if f"Dekking vanuit {payer}" not in joined] == []


def _euro(cents: int) -> str:
    return "€ " + f"{cents // 100:,}".replace(",", ".")
