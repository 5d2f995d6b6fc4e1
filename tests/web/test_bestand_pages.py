"""Files out and in: one takes along what one may see, and sees first what a file would change."""

import io
import json
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from openlea.core.agenda import Actie
from openlea.policy.rechten import LidRol
from openlea.services.export_agenda import export_agenda
from openlea.services.herstel import kluis
from openlea.services.read_json import read_json
from openlea.services.read_xlsx import read_xlsx
from openlea.services.record_voortgang import Melding, record_voortgang
from openlea.services.write_json import write_json
from openlea.services.write_xlsx import write_xlsx
from openlea.storage.records.as_values import agenda_values, everything
from tests.world import World


@pytest.fixture(autouse=True)
def _nothing_waits() -> None:
    """Begin each test without the files of another one."""
    for file in waiting_files():
        file.unlink()


def exported(world: World) -> bytes:
    return export_agenda(world.actor(LidRol.AGENDABEHEERDER), "xlsx")


def spoiled(content: bytes, **cells: Any) -> bytes:
    """Return a workbook with other values in some cells of the sheet Acties."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for cel, value in cells.items():
        book["Acties"][cel] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def column(content: bytes, kop: str) -> str:
    """Return the letter of the column of Acties whose header begins like this."""
    [heads] = openpyxl.load_workbook(io.BytesIO(content))["Acties"].iter_rows(max_row=1)
    return next(cell.coordinate[:-1] for cell in heads if str(cell.value).startswith(kop))


def send(client: Client, world: World, content: bytes, naam: str = "agenda.xlsx") -> Any:
    file = SimpleUploadedFile(naam, content)
    return client.post(world.url("bestand/"), {"bestand": file}, follow=True)


def waiting_files() -> list[Path]:
    return list((Path(settings.DATA) / "inlezen").glob("*"))


@pytest.mark.parametrize("formaat", ["xlsx", "json", "docx", "pdf"])
def test_the_agenda_goes_out_in_every_form(hilversum: World, formaat: str) -> None:
    answer = hilversum.client(LidRol.AGENDABEHEERDER).get(
        hilversum.url(f"bestand/agenda.{formaat}")
    )
    assert answer.status_code == 200
    assert f".{formaat}" in answer["Content-Disposition"]
    assert len(answer.content) > 10_000


def test_a_form_that_does_not_exist_is_not_there(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    assert client.get(hilversum.url("bestand/agenda.exe")).status_code == 404


@pytest.mark.parametrize("formaat", ["xlsx", "json", "docx", "pdf"])
def test_what_is_internal_does_not_go_out_to_others(hilversum: World, formaat: str) -> None:
    hilversum.agenda.acties.filter(code="1A1").update(
        zichtbaarheid="intern", naam="Geheimzinnige zaak"
    )
    for rol, seen in ((LidRol.AGENDABEHEERDER, 42), (LidRol.PARTNER, 41), (LidRol.LEZER, 41)):
        content = export_agenda(hilversum.actor(rol), formaat)
        if formaat == "json":
            assert len(read_json(content).acties) == seen
        if formaat == "xlsx":
            assert len(read_xlsx(content).acties) == seen


def test_the_template_is_a_workbook_that_only_lacks_content(hilversum: World) -> None:
    answer = hilversum.client(LidRol.LEZER).get(hilversum.url("bestand/sjabloon.xlsx"))
    assert "Acties" in openpyxl.load_workbook(io.BytesIO(answer.content)).sheetnames


@pytest.mark.parametrize("naam", ["agenda.xlsx", "agenda.json"])
def test_what_went_out_changes_nothing_when_it_comes_in(hilversum: World, naam: str) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    agenda = agenda_values(hilversum.agenda, everything(hilversum.werkruimte.pk))
    content = write_xlsx(agenda) if naam.endswith("xlsx") else write_json(agenda).encode()
    assert "Er verandert niets" in send(client, hilversum, content, naam).content.decode()


def test_a_file_is_seen_first_and_taken_in_after_that(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    agenda = agenda_values(hilversum.agenda, everything(hilversum.werkruimte.pk))
    first = agenda.ambities[0].speerpunten[0]
    extra = Actie(code="1A9", naam="Een nieuwe actie")
    punten = (replace(first, acties=(*first.acties, extra)), *agenda.ambities[0].speerpunten[1:])
    new = replace(
        agenda, ambities=(replace(agenda.ambities[0], speerpunten=punten), *agenda.ambities[1:])
    )
    shown = send(client, hilversum, write_xlsx(new))
    assert "1A9" in shown.content.decode()
    assert not hilversum.agenda.acties.filter(code="1A9").exists()
    client.post(hilversum.url("bestand/inlezen/vastleggen/"))
    assert hilversum.agenda.acties.filter(code="1A9").exists()
    assert waiting_files() == []


def test_a_wrong_cell_is_repaired_on_the_page_without_sending_the_file_again(
    hilversum: World,
) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    good = exported(hilversum)
    van, naam = column(good, "Begint"), column(good, "Naam")
    bad = spoiled(good, **{f"{van}2": "31-02-2025", f"{naam}3": None})
    shown = send(client, hilversum, bad)
    fouten = {one.plek.cel: one for one in shown.context["nakijk"].fouten}
    assert fouten[f"{van}2"].waarde == "31-02-2025"
    assert fouten[f"{naam}3"].waarde == ""
    fields: dict[str, Any] = {"plek": ["1", "2"]}
    for n, (cel, text) in enumerate([(f"{van}2", "28-02-2025"), (f"{naam}3", "Hersteld")], 1):
        fields |= {f"blad-{n}": "Acties", f"cel-{n}": cel, f"waarde-{n}": text, f"was-{n}": "x"}
    again = client.post(hilversum.url("bestand/inlezen/herstel/"), fields, follow=True)
    assert again.context["nakijk"].fouten == ()
    client.post(hilversum.url("bestand/inlezen/vastleggen/"))
    assert str(hilversum.agenda.acties.get(code="1A1").van) == "2025-02-28"
    assert hilversum.agenda.acties.get(code="1A2").naam == "Hersteld"


def test_a_wrong_value_in_json_is_repaired_by_its_path(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    tree = json.loads(export_agenda(hilversum.actor(LidRol.AGENDABEHEERDER), "json"))
    tree["ambities"][0]["speerpunten"][0]["acties"][0]["schaal"] = "heelal"
    shown = send(client, hilversum, json.dumps(tree).encode(), "agenda.json")
    [fout] = shown.context["nakijk"].fouten
    assert (fout.plek.cel, fout.waarde) == ("ambities[0].speerpunten[0].acties[0].schaal", "heelal")
    fields = {"plek": "1", "blad-1": fout.plek.blad, "cel-1": fout.plek.cel}
    fields |= {"waarde-1": "regionaal", "was-1": "heelal"}
    client.post(hilversum.url("bestand/inlezen/herstel/"), fields)
    client.post(hilversum.url("bestand/inlezen/vastleggen/"))
    assert hilversum.agenda.acties.get(code="1A1").schaal == "regionaal"


def test_a_story_only_goes_when_that_is_said(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    told = Melding(staat="op_schema", gedaan="Begonnen")  # type: ignore[arg-type]
    record_voortgang(hilversum.actor(LidRol.AGENDABEHEERDER), "1A5", told)
    agenda = agenda_values(hilversum.agenda, everything(hilversum.werkruimte.pk))
    first = agenda.ambities[0].speerpunten[0]
    punten = (replace(first, acties=first.acties[:4]), *agenda.ambities[0].speerpunten[1:])
    posten = tuple(one for one in agenda.begroting.posten if one.bij != "1A5")
    less = replace(
        agenda,
        ambities=(replace(agenda.ambities[0], speerpunten=punten), *agenda.ambities[1:]),
        begroting=replace(agenda.begroting, posten=posten),
        streefwaarden=tuple(one for one in agenda.streefwaarden if one.bij != "1A5"),
    )
    shown = send(client, hilversum, write_xlsx(less))
    assert "Ja, verwijder deze acties" in shown.content.decode()
    client.post(hilversum.url("bestand/inlezen/vastleggen/"))
    assert hilversum.agenda.acties.filter(code="1A5").exists()
    client.post(hilversum.url("bestand/inlezen/vastleggen/"), {"verwijder": "ja"})
    assert not hilversum.agenda.acties.filter(code="1A5").exists()


@pytest.mark.parametrize(
    ("naam", "content", "said"),
    [
        ("agenda.pdf", b"%PDF-1.7", "eindigt op .xlsx of .json"),
        ("agenda.xlsx", b"\x00" * 20_000_001, "groter dan 20 MB"),
    ],
)
def test_a_file_that_can_be_nothing_is_refused_at_the_door(
    hilversum: World, naam: str, content: bytes, said: str
) -> None:
    answer = send(hilversum.client(LidRol.AGENDABEHEERDER), hilversum, content, naam)
    assert said in answer.content.decode()
    assert waiting_files() == []


@pytest.mark.parametrize("content", [b"", b"junk", b"PK\x03\x04 kapot"])
def test_a_broken_workbook_says_why_and_nothing_can_be_typed(
    hilversum: World, content: bytes
) -> None:
    shown = send(hilversum.client(LidRol.AGENDABEHEERDER), hilversum, content)
    assert shown.context["nakijk"].fouten
    assert not shown.context["nakijk"].is_te_herstellen


def test_a_waiting_file_belongs_to_one_person_and_one_werkruimte(hilversum: World) -> None:
    mine = hilversum.client(LidRol.AGENDABEHEERDER)
    send(mine, hilversum, exported(hilversum))
    other = hilversum.client(LidRol.AGENDABEHEERDER)
    assert other.get(hilversum.url("bestand/inlezen/")).status_code == 302
    assert mine.get(hilversum.url("bestand/inlezen/")).status_code == 200
    mine.post(hilversum.url("bestand/inlezen/weg/"))
    assert waiting_files() == []


def test_after_a_day_a_waiting_file_is_gone(
    hilversum: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    send(client, hilversum, exported(hilversum))
    later = time.time() + kluis.LANGSTE_WACHT + 1
    monkeypatch.setattr("openlea.services.herstel.kluis.time", SimpleNamespace(time=lambda: later))
    answer = client.get(hilversum.url("bestand/inlezen/"), follow=True)
    assert "wacht hoogstens een dag" in answer.content.decode()
    kluis.drop(kluis.put(b"iets"))
    assert waiting_files() == []


@pytest.mark.parametrize("name", ["../geheim.sleutel", "", "a" * 65, "..", "x/y" * 10])
def test_a_name_that_was_not_given_out_opens_nothing(db: None, name: str) -> None:
    assert kluis.take(name) is None
    kluis.drop(name)


@pytest.mark.parametrize("rol", [LidRol.REDACTEUR, LidRol.PARTNER, LidRol.LEZER])
def test_only_the_agendabeheerder_takes_a_file_in(hilversum: World, rol: LidRol) -> None:
    client = hilversum.client(rol)
    assert "Kies een bestand" not in client.get(hilversum.url("bestand/")).content.decode()
    assert send(client, hilversum, b"{}", "a.json").status_code == 403
