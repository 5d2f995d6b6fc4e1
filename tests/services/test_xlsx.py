"""An agenda goes to Excel and comes back the same; what people type in Excel is understood."""

import io
import time
import zipfile
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import Cell

from openlea.core.agenda import Actie, Agenda, Ambitie, Betrokkene, Rol, Speerpunt
from openlea.core.begroting import Geldstroom, Post
from openlea.core.errors import BadInput
from openlea.policy.agenda_controle import check_agenda
from openlea.policy.agenda_rijen import OUDER, lay_out
from openlea.services.read_xlsx import read_xlsx
from openlea.services.write_xlsx import write_xlsx
from openlea.services.write_xlsx_template import write_xlsx_template
from openlea.services.xlsx.bladen import AGENDA as AGENDABLAD
from openlea.services.xlsx.bladen import BLADEN
from openlea.services.xlsx.kolom import Soort
from openlea.services.xlsx.tekst import decode, encode
from tests.services.xlsx_schade import good, saved
from tests.services.xlsx_voorbeeld import AGENDA, geldige_agendas

SLOW = list(HealthCheck)


@settings(max_examples=30, deadline=None, suppress_health_check=SLOW)
@given(geldige_agendas())
def test_any_agenda_comes_back_the_same(agenda: Agenda) -> None:
    assert read_xlsx(write_xlsx(agenda)) == agenda


def test_the_same_agenda_gives_the_same_bytes_so_that_a_difference_means_something() -> None:
    assert write_xlsx(AGENDA) == good()
    assert b"dcterms" not in zipfile.ZipFile(io.BytesIO(good())).read("docProps/core.xml")[300:]


_HARD = st.text(
    st.sampled_from("_x0078ABF5 \n\r\t=+-@'\x00\x1f\ud800\u00a0\u2028\ufffe"), max_size=12
)


@settings(max_examples=500)
@given(_HARD)
def test_every_character_survives_a_cell(text: str) -> None:
    written = encode(text)
    assert decode(written) == text
    assert written == written.strip()
    # openpyxl takes this word out of every text that Excel wrote.
    assert "x005F_" not in written


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("http://example.nl","klik")',
        "+31 35",
        "-1",
        "@som",
        "#N/A",
        "'x",
        "  ruim  ",
        "a\r\nb",
        "_x000D_",
        "Voorbeeld: 1A1",
        "1E5",
        "1-2",
        "007",
        "WAAR",
    ],
)
def test_text_that_excel_would_change_or_run_stays_text(text: str) -> None:
    agenda = replace(AGENDA, titel=text, werkgroepen=(text, "Werkgroep taal"))
    content = write_xlsx(agenda)
    assert read_xlsx(content) == agenda
    cell = openpyxl.load_workbook(io.BytesIO(content))["Werkgroepen"]["A2"]
    assert cell.data_type == "s"
    assert cell.number_format == "@"
    assert bool(cell.quotePrefix) == text.startswith(("=", "+", "-", "@", "'"))


def test_an_empty_template_only_misses_a_title_and_its_examples_are_not_read() -> None:
    template = write_xlsx_template(2025, 2028)
    with pytest.raises(BadInput) as found:
        read_xlsx(template)
    assert [(f.blad, f.cel) for f in found.value.fouten] == [("Agenda", "B2")]
    book = openpyxl.load_workbook(io.BytesIO(template))
    book["Agenda"]["B2"] = "Nieuw"
    assert read_xlsx(saved(book)) == Agenda(titel="Nieuw", van=2025, tot=2028)


def test_the_examples_of_the_template_are_themselves_a_good_agenda() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx_template(2025, 2028)))
    book["Agenda"]["B2"] = "Voorbeeld"
    for blad in BLADEN:
        cell = book[blad.naam]["A2"]
        assert isinstance(cell, Cell)
        assert str(cell.value).startswith("Voorbeeld: ")
        cell.value = str(cell.value).removeprefix("Voorbeeld: ")
    agenda = read_xlsx(saved(book))
    assert all(len(rijen) == 1 for rijen in lay_out(agenda).values())


def test_every_field_of_an_agenda_has_a_column_so_that_nothing_is_lost() -> None:
    inside = {"speerpunten", "acties", "betrokkenen", "verwijzingen", "voortgang", "jaren"}
    roots = {"partijen", "werkgroepen", "ambities", "streefwaarden", "begroting", "netwerk"}
    for blad in (AGENDABLAD, *BLADEN):
        if is_dataclass(blad.waarde):
            named = {kolom.veld for kolom in blad.kolommen} - {OUDER}
            needed = {f.name for f in fields(blad.waarde)} - inside - roots - {"bedragen"}
            assert named == needed, blad.naam


def test_the_sheets_are_pleasant_to_work_in() -> None:
    book = openpyxl.load_workbook(io.BytesIO(good()))
    assert book.sheetnames == ["Leesmij", "Agenda", *(blad.naam for blad in BLADEN)]
    for blad in BLADEN:
        sheet = book[blad.naam]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref
        for kolom, cell in zip(blad.kolommen, sheet[1], strict=False):
            assert cell.comment
            assert kolom.uitleg in cell.comment.text
        lists = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
        closed = [kolom for kolom in blad.kolommen if kolom.soort is Soort.KEUZE]
        assert sum(str(formula).startswith('"') for formula in lists.values()) == len(closed)
        # Excel takes a list of at most 255 characters, parted by commas.
        assert all(len(str(formula)) <= 257 for formula in lists.values())
        labels = [label for k in closed if k.keuze for _, label in k.keuze.choices()]
        assert not any("," in label or '"' in label for label in labels)
    assert book["Acties"]["I2"].number_format == "dd-mm-yyyy"
    assert "€" in book["Begroting"]["K2"].number_format


def test_the_explanation_names_every_column() -> None:
    words = {
        cell.value for row in openpyxl.load_workbook(io.BytesIO(good()))["Leesmij"] for cell in row
    }
    for blad in (AGENDABLAD, *BLADEN):
        assert {blad.naam, blad.uitleg, *(kolom.kop for kolom in blad.kolommen)} <= words


def test_a_text_that_does_not_fit_in_a_cell_is_refused_and_never_cut_off() -> None:
    agenda = replace(AGENDA, visie="a" * 32_768)
    with pytest.raises(BadInput) as found:
        write_xlsx(agenda)
    assert [(f.blad, f.cel) for f in found.value.fouten] == [("Agenda", "B5")]


def test_an_amount_in_a_year_outside_the_agenda_is_written_and_then_refused_by_its_cell() -> None:
    post = Post(code="P1", bij="", omschrijving="x", bedragen={2024: 5})
    agenda = replace(
        Agenda(titel="x", van=2025, tot=2026),
        begroting=replace(
            AGENDA.begroting, posten=(post,), wijzigingen=(), boekingen=(), subsidies=()
        ),
    )
    with pytest.raises(BadInput) as found:
        read_xlsx(write_xlsx(agenda))
    assert ("Begroting", "K2") in [(f.blad, f.cel) for f in found.value.fouten]


def test_numbers_and_days_that_excel_can_not_hold_come_back_from_their_text() -> None:
    streefwaarde = replace(AGENDA.streefwaarden[0], nulmeting=Decimal("12345678901234.654321"))
    agenda = replace(AGENDA, streefwaarden=(streefwaarde,))
    assert check_agenda(agenda) == ()
    assert read_xlsx(write_xlsx(agenda)) == agenda
    early = replace(AGENDA, besluit_op=date(1899, 12, 31))
    with pytest.raises(BadInput, match="1899"):
        read_xlsx(write_xlsx(early))


def test_an_agenda_of_420_acties_is_read_within_seconds() -> None:
    acties = [
        Actie(
            code=f"1A{n}",
            naam="Een actie",
            omschrijving="Tekst " * 30,
            betrokkenen=tuple(
                Betrokkene(partij=p, rol=Rol.UITVOERDER) for p in ("gemeente", "bestuur")
            ),
        )
        for n in range(1, 421)
    ]
    speerpunt = Speerpunt(code="1A", naam="x", acties=tuple(acties))
    stroom = Geldstroom(code="G1", naam="x", soort=AGENDA.begroting.geldstromen[0].soort)
    agenda = Agenda(
        titel="Groot",
        van=2025,
        tot=2028,
        partijen=AGENDA.partijen,
        ambities=(Ambitie(code="1", naam="x", speerpunten=(speerpunt,)),),
        begroting=replace(
            AGENDA.begroting,
            geldstromen=(stroom,),
            posten=tuple(
                Post(code=f"P{n}", bij=f"1A{n}", omschrijving="x", bedragen={2025: n})
                for n in range(1, 421)
            ),
            subsidies=(),
        ),
    )
    content = write_xlsx(agenda)
    begin = time.perf_counter()
    assert read_xlsx(content) == agenda
    assert time.perf_counter() - begin < 10
