"""What is written about a meeting: everybody can read it, it does nothing, none reads too much."""

import io
import subprocess
import time
import zipfile
from pathlib import Path

import docx
import openpyxl
import page
import pytest
from defusedxml.ElementTree import fromstring

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import Actor, LidRol
from openlea.services.describe_dossier import describe_dossier
from openlea.services.describe_partijlijst import describe_partijlijst
from openlea.services.describe_verslag import describe_verslag
from openlea.services.papier.besluitenlijst import compose_besluitenlijst
from openlea.services.papier.blokken import Alinea, Links, Regel, Stuk, Tabel
from openlea.services.papier.dossier import compose_dossier
from openlea.services.papier.partijlijst import compose_partijlijst
from openlea.services.papier.verslag import compose_verslag
from openlea.services.write_stuk import write_stuk
from openlea.storage.records.models import Vergadering
from tests.conftest import tool_path
from tests.services.sjabloon_proef import letterhead
from tests.services.stukken_wereld import LONG, NASTY, TODAY, decide, note, twelve_items
from tests.world import World

SECONDS = 5
SHOWN = "<b>a</b> & {{ titel }} {% x %}  =1+1 \U0001f600 #panic() $x$"


@pytest.fixture
def meeting(hilversum: World) -> Vergadering:
    """Return a meeting of twelve items in which people wrote all kinds of things."""
    made = twelve_items(hilversum)
    punten = list(made.punten.order_by("volgorde"))
    note(hilversum, punten[0], NASTY)
    note(hilversum, punten[1], LONG)
    decide(hilversum, punten[1], "Voor iedereen", Zichtbaarheid.PUBLIEK)
    decide(hilversum, punten[2], "Onder ons", Zichtbaarheid.PARTNERS)
    decide(hilversum, punten[11], "Geheim besluit", Zichtbaarheid.INTERN)
    return made


def keeper(world: World) -> Actor:
    return world.actor(LidRol.AGENDABEHEERDER)


def stukken(world: World, meeting: Vergadering) -> dict[str, Stuk]:
    actor, name = keeper(world), world.werkruimte.naam
    verslag = describe_verslag(actor, meeting.pk, TODAY)
    return {
        "dossier": compose_dossier(describe_dossier(actor, meeting.pk, TODAY), name, TODAY),
        "verslag": compose_verslag(verslag, name, TODAY),
        "besluiten": compose_besluitenlijst(verslag, name, TODAY, openbaar=False),
        "partijen": compose_partijlijst(
            describe_partijlijst(actor, meeting.pk, TODAY), name, TODAY
        ),
    }


def complaints(content: bytes, tmp_path: Path) -> list[str]:
    """Return what the checker of PDF/UA-1 has against a document."""
    file = tmp_path / "stuk.pdf"
    file.write_bytes(content)
    report = page.validate_pdf(str(file), profile=page.ValidationProfile.PDF_UA_1)
    return [] if report.is_compliant else [str(one) for one in report.failures]


def converted(content: bytes, tmp_path: Path, kind: str) -> Path:
    """Return a Word file as LibreOffice saves it in another kind."""
    file = tmp_path / "stuk.docx"
    file.write_bytes(content)
    soffice = tool_path("libreoffice")
    assert soffice
    home = f"-env:UserInstallation=file://{tmp_path}/thuis"
    convert = [soffice, home, "--headless", "--convert-to", kind, "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(file)], check=True, capture_output=True, timeout=180)
    return tmp_path / f"stuk.{kind}"


def test_every_document_is_a_pdf_that_everybody_can_read_within_five_seconds(
    hilversum: World, meeting: Vergadering, cijfers: Path, tmp_path: Path
) -> None:
    for naam, stuk in stukken(hilversum, meeting).items():
        began = time.perf_counter()
        made = write_stuk(stuk, "pdf")
        assert time.perf_counter() - began < SECONDS
        assert complaints(made, tmp_path) == [], naam


@pytest.mark.needs("libreoffice")
def test_the_dossier_of_twelve_items_opens_elsewhere_with_the_styles_of_the_template(
    hilversum: World, meeting: Vergadering, cijfers: Path, tmp_path: Path
) -> None:
    began = time.perf_counter()
    made = write_stuk(stukken(hilversum, meeting)["dossier"], "docx", letterhead())
    assert time.perf_counter() - began < SECONDS
    read = converted(made, tmp_path, "fodt").read_text(encoding="utf-8")
    for text in ("Met vriendelijke groet", "12. Intern voorbereiden", "Postbus 1", "Geachte leden"):
        assert text in read
    heads = docx.Document(io.BytesIO(made)).paragraphs
    styles = {one.text: one.style.name for one in heads if one.style}
    assert styles["2. Segregatie voorkomen"] == "Heading 1"
    assert styles["Cijfers bij Segregatie voorkomen"] == "Caption"
    assert 'style:display-name="Heading 1"' in read
    assert "#c01020" in read, "the colour that the template gave its headings"
    assert "Gemeentetabel" in made_text(made)


def made_text(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.read("word/document.xml").decode()


@pytest.mark.parametrize("formaat", ["docx", "html", "xlsx", "pdf"])
def test_what_people_wrote_stands_there_as_they_wrote_it_and_does_nothing(
    hilversum: World, meeting: Vergadering, formaat: str, tmp_path: Path
) -> None:
    stuk = stukken(hilversum, meeting)["verslag"]
    made = write_stuk(stuk, formaat)
    if formaat == "pdf":
        assert complaints(made, tmp_path) == []
    elif formaat == "html":
        text = made.decode()
        assert "&lt;b&gt;a&lt;/b&gt; &amp; {{ titel }} {% x %}" in text
        assert "<b>" not in text
        assert "<script" not in text
    elif formaat == "xlsx":
        assert openpyxl.load_workbook(io.BytesIO(made)).sheetnames
    else:
        texts = [one.text for one in docx.Document(io.BytesIO(made)).paragraphs]
        assert SHOWN in texts
        assert any(len(one) > 9000 for one in texts)


def test_a_sheet_holds_text_that_never_runs_as_a_formula_and_names_that_excel_takes() -> None:
    row = Regel(("=1+1", "a" * 40_000, "+cmd"))
    tables = tuple(Tabel("Lijst: a/b [1]?" * 3, ("A", "B", "C"), (row,), 3) for _ in range(3))
    made = write_stuk(Stuk("T", "B", "O", "V", tables), "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert len(set(book.sheetnames)) == 3
    for sheet in book:
        assert sheet["A2"].data_type == "s"
        assert sheet["A2"].value == "=1+1"
        assert sheet["C2"].data_type == "s"


def test_a_document_without_a_table_is_a_sheet_of_its_lines() -> None:
    stuk = Stuk("T", "B", "O", "V", (Alinea("Een"), Links((("Twee", "https://a.example/"),))))
    sheet = openpyxl.load_workbook(io.BytesIO(write_stuk(stuk, "xlsx"))).active
    assert sheet is not None
    assert [one.value for one in sheet["A"]] == ["T", "Een", "Twee (https://a.example/)"]


def test_a_page_is_whole_and_fetches_nothing(hilversum: World, meeting: Vergadering) -> None:
    text = write_stuk(stukken(hilversum, meeting)["besluiten"], "html").decode()
    body = text[text.index("<main>") : text.index("</main>") + 7].replace("<br>", "<br/>")
    assert fromstring(body).tag == "main"
    assert "src=" not in text.replace('src="data:', "")
    assert '<html lang="nl">' in text


def test_a_kind_of_file_that_there_is_none_of_is_an_error() -> None:
    with pytest.raises(KeyError):
        write_stuk(Stuk("T", "B", "O", "V", ()), "odt")


def test_the_public_list_holds_only_what_is_for_everybody_also_when_the_keeper_makes_it(
    hilversum: World, meeting: Vergadering
) -> None:
    meeting.punten.filter(volgorde=1).update(zichtbaarheid="publiek")
    everybody = Actor(werkruimte=hilversum.werkruimte.pk)
    seen = describe_verslag(everybody, meeting.pk, TODAY)
    made = write_stuk(compose_besluitenlijst(seen, "H", TODAY, openbaar=True), "html").decode()
    assert "Voor iedereen" in made
    for secret in ("Onder ons", "Geheim besluit", "Intern voorbereiden", "Namens "):
        assert secret not in made


def test_a_partner_reads_no_internal_decision_and_no_note_of_a_meeting_of_others(
    hilversum: World, meeting: Vergadering
) -> None:
    partner = hilversum.actor(LidRol.PARTNER)
    seen = describe_verslag(partner, meeting.pk, TODAY)
    assert [one.tekst for _, one in seen.besluiten] == ["Voor iedereen", "Onder ons"]
    assert seen.leest_notities
    meeting.deelnemers.filter(partij_id=partner.partij or 0).delete()
    seen = describe_verslag(partner, meeting.pk, TODAY)
    assert not seen.leest_notities
    assert all(not punt.notities for punt in seen.punten)


def test_the_minutes_tell_who_thought_what(hilversum: World, meeting: Vergadering) -> None:
    text = write_stuk(stukken(hilversum, meeting)["verslag"], "html").decode()
    for said in ("Voorbehoud", "Eerst de begroting", "Geen overeenstemming", "Conceptverslag"):
        assert said in text


def test_every_partij_has_what_it_took_on_with_its_day(
    hilversum: World, meeting: Vergadering
) -> None:
    lijst = describe_partijlijst(keeper(hilversum), meeting.pk, TODAY)
    [library] = [one for one in lijst.delen if one.partij == "Bibliotheek"]
    [agreed] = [one for one in library.afspraken if one.hier]
    assert (agreed.wat, agreed.trekt, agreed.te_laat) == ("Iedereen meet in september", True, True)
    assert "1E2" in [one.code for one in library.acties]


def test_the_minutes_take_as_many_queries_for_twelve_items_as_for_two(
    hilversum: World, meeting: Vergadering
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as twelve:
        describe_verslag(keeper(hilversum), meeting.pk, TODAY)
    meeting.punten.exclude(volgorde__in=(1, 3)).delete()
    with CaptureQueriesContext(connection) as two:
        describe_verslag(keeper(hilversum), meeting.pk, TODAY)
    assert len(twelve) == len(two)
