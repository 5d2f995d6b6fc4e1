"""Points and shares are shown as published; money only where somebody named it, to who may see."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from openlea.catalogue.reading.voorbeeld import workbook
from openlea.core.bron import Bestand
from openlea.core.partij import PartijSoort
from openlea.policy.rechten import LidRol
from openlea.services.load_sources import load_sources
from openlea.storage.records.models import Geldstroom, Partij, Stroombedrag, Verzoek, Werkruimte
from tests.web.cijfer_blad import text
from tests.world import World

PAGE = "kansen/achterstanden/"
WILGE, CENTRUM, GROEN = "04YZ00", "05WH00", "04OS00"
"""Two schools of board 40676 and one of 35218, in the register of DUO."""
SCHOLEN = """
Achterstandsscores {} drempel
Voorbeeld
2024
Vestigingsnummer;Aantal leerlingen;Achterstandsscore

04YZ00;412;82.00
05WH00;318;{}
04OS00;200;18.00
Bron: CBS
"""
GEMEENTEN = """
Achterstandsscores van gemeenten op 1 februari 2023
Gemeentecode;Gemeentenaam;Achterstandsscore met drempel;Achterstandsscore zonder drempel
GM0402;Hilversum;{}.00;300.00
0417;Laren;55.00;80.00
"""
BESTEDING = """Jaar;Bestuur;Waaraan;Bedrag (euro);Bron
2026;40676;taalklas;1640;jaarverslag, bladzijde 12
2026;35218;scholing;360;jaarverslag, bladzijde 3
"""


@pytest.fixture
def bronnen(settings: Settings, tmp_path: Path) -> None:
    """Load invented scores of schools and of gemeenten, and what one board said."""
    settings.WAREHOUSE, settings.FIGURES = tmp_path / "warehouse", tmp_path / "figures"
    scholen = workbook(
        "achterstandsscores_po_2024.xlsx",
        {"Tabel 1": SCHOLEN.format("met", "0"), "Tabel 2": SCHOLEN.format("zonder", "7.00")},
    )
    load_sources(bestanden=[scholen], bron="cbs_achterstandsscores_scholen")
    # In one load: a later edition with another status waits until somebody looked at it.
    gemeenten = [
        workbook(
            f"achterstandsscores_gemeenten_{status}.xlsx", {"Tabel 1": GEMEENTEN.format(score)}
        )
        for status, score in (("voorlopig", 145), ("definitief", 150))
    ]
    load_sources(bestanden=gemeenten, bron="cbs_achterstandsscores_gemeenten")
    said = Bestand(naam="besteding.csv", inhoud=BESTEDING.encode())
    load_sources(bestanden=[said], bron="partner_oab_besteding", laag="hilversum")


def read(world: World, vraag: str = "?jaar=2026", rol: LidRol = LidRol.AGENDABEHEERDER) -> Any:
    return world.client(rol).get(world.url(PAGE) + vraag)


def board(answer: Any, code: str) -> Any:
    found = answer.context["ach"].besturen
    return next(one for one in found if one.naam.endswith(code))


def test_the_points_of_a_board_are_those_of_its_schools(hilversum: World, bronnen: None) -> None:
    answer = read(hilversum)
    one = board(answer, "40676")
    assert (one.punten.met, one.punten.deel, one.punten.bekend) == (82, 82, 2)
    assert "van 2 scholen" in text(answer), "the other schools of this board have no score here"
    assert "82,00" in text(answer)


def test_what_a_board_said_is_divided_and_stands_with_its_source(
    hilversum: World, bronnen: None
) -> None:
    answer = read(hilversum)
    assert board(answer, "40676").cents == 164_000
    assert board(answer, "40676").per_punt is None, "two of its seven schools have a score"
    assert board(answer, "35218").per_punt == 20
    assert "jaarverslag, bladzijde 12" in text(answer)
    assert "Van 2 van de" in text(answer)
    assert board(read(hilversum, "?jaar=2025"), "40676").cents is None, "another year is another"


@pytest.mark.parametrize("rol", [LidRol.PUBLIEK, LidRol.LEZER])
def test_what_boards_told_stays_among_partners(
    hilversum: World, bronnen: None, rol: LidRol
) -> None:
    answer = read(hilversum, rol=rol)
    body = answer.content.decode()
    assert "jaarverslag" not in body
    assert "1.640" not in body
    assert "Niet openbaar" in body
    for naam in ("geld", "besturen"):
        file = read(hilversum, f"?jaar=2026&csv={naam}", rol).content.decode()
        assert "1640" not in file


def test_a_partner_sees_it(hilversum: World, bronnen: None) -> None:
    assert "jaarverslag, bladzijde 12" in text(read(hilversum, rol=LidRol.PARTNER))


def test_two_official_scores_of_one_day_are_both_shown(hilversum: World, bronnen: None) -> None:
    answer = read(hilversum)
    shown = text(answer)
    assert "Twee officiële cijfers spreken elkaar tegen" in shown
    assert "145,00" in shown
    assert "150,00" in shown
    assert "72,50" in shown, "145 of 200 points"


def test_no_amount_per_point_is_named_that_nobody_gave(hilversum: World) -> None:
    shown = text(read(hilversum))
    assert "Wat het Rijk per punt betaalt, staat hier niet" in shown
    assert "Niet nagelezen" in shown
    assert "noemt geen aparte stroom" in shown
    assert "2.324.815" in shown, "the stream of the state that the agenda does name"
    assert "nog niet ingelezen" in shown


def test_the_share_of_the_gemeente_is_what_its_agenda_names(
    hilversum: World, bronnen: None
) -> None:
    stroom = Geldstroom.objects.create(
        werkruimte=hilversum.werkruimte, agenda=hilversum.agenda, code="oab", naam="SPUK OAB",
        soort="spuk_oab", volgorde=9,
    )  # fmt: skip
    Stroombedrag.objects.create(
        werkruimte=hilversum.werkruimte, geldstroom=stroom, jaar=2026, bedrag=300_000_00
    )
    answer = read(hilversum)
    assert answer.context["ach"].spuk == 300_000_00
    shown = text(answer)
    assert "300.000" in shown
    assert "Geen post van de begroting zegt dat hij hieruit wordt betaald" in shown


def test_who_was_asked_is_for_who_sees_every_ask(hilversum: World) -> None:
    partij, _ = Partij.objects.get_or_create(
        werkruimte=hilversum.werkruimte, plaats="bestuur:40676",
        defaults={"code": "bestuur-40676", "naam": "B", "soort": PartijSoort.SCHOOLBESTUUR},
    )  # fmt: skip
    Verzoek.objects.create(
        werkruimte=hilversum.werkruimte, soort="cijfers", onderwerp_soort="bron",
        onderwerp_code="partner_oab_besteding", aan=hilversum.lid(LidRol.PARTNER),
        partij_code=partij.code, vraag="?", voor=date(2026, 12, 1), trap_op=date(2026, 11, 2),
        sleutel="x",
    )  # fmt: skip
    assert "Gevraagd op 2 november 2026" in text(read(hilversum))
    for rol in (LidRol.PARTNER, LidRol.LEZER, LidRol.PUBLIEK):
        assert "Gevraagd op" not in text(read(hilversum, rol=rol))


def test_the_table_goes_out_as_a_file(hilversum: World, bronnen: None) -> None:
    answer = read(hilversum, "?jaar=2026&csv=besturen")
    assert answer["Content-Type"].startswith("text/csv")
    rows = answer.content.decode().splitlines()
    assert "40676" in rows[1]
    assert "82" in rows[1]


def test_asking_tells_who_was_asked_and_who_cannot_be(hilversum: World) -> None:
    Partij.objects.get_or_create(
        werkruimte=hilversum.werkruimte, code="BES1",
        defaults={"naam": "Voorbeeldbestuur", "soort": PartijSoort.SCHOOLBESTUUR},
    )  # fmt: skip
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    done = client.post(hilversum.url(f"{PAGE}vragen/"), follow=True)
    assert "Voorbeeldbestuur" in done.content.decode()
    assert hilversum.client(LidRol.PARTNER).post(hilversum.url(f"{PAGE}vragen/")).status_code == 403


@pytest.mark.parametrize("vraag", ["?jaar=x", "?jaar=9999", "?jaar=", "?csv=bestaat-niet"])
def test_a_question_that_makes_no_sense_is_answered(hilversum: World, vraag: str) -> None:
    assert read(hilversum, vraag).status_code == 200


def test_a_werkruimte_without_a_gemeente_says_what_comes_here(hilversum: World) -> None:
    Werkruimte.objects.filter(pk=hilversum.werkruimte.pk).update(plaats="")
    assert "Hier komen de schoolbesturen" in text(read(hilversum))


def test_the_page_says_of_when_its_numbers_are(hilversum: World, cijfers: Path) -> None:
    shown = text(read(hilversum))
    assert "leerlingen in het basisonderwijs, 2024-10-01" in shown
