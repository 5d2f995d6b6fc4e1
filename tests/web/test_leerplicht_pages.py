"""The walk of leerplicht: from rows at the door to a settled report, and nothing small shown."""

import io
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from django.utils import timezone
from docx import Document as Word

from openlea.core.agenda import Zichtbaarheid
from openlea.core.bron import Bestand
from openlea.core.errors import BadInput, Conflict, NotAllowed
from openlea.core.telling import Telsoort
from openlea.policy.leerplichtverslag import missing_parts
from openlea.policy.rechten import Actor, LidRol
from openlea.policy.schooljaar import school_year_of, year_before
from openlea.services.count_registraties import count_registraties
from openlea.services.describe_leerplichtverslag import describe_leerplichtverslag
from openlea.services.keep_aanlevering import keep_aanlevering
from openlea.services.keep_leerplichtverslag import keep_leerplichtverslag
from openlea.services.leerplicht.als_json import thuiszitters_as_plain
from openlea.services.offer_aanlevering import offer_aanlevering
from openlea.services.papier.leerplichtverslag import compose_leerplichtverslag, compose_opgave
from openlea.services.settle_leerplichtverslag import settle_leerplichtverslag
from openlea.services.write_stuk import write_stuk
from openlea.storage.records.models import Aanlevering, Document, Sjabloon, Telling, Verslag
from openlea.storage.records.verslag import VerslagSoort, VerslagStaat
from tests.world import World

if TYPE_CHECKING:
    from pytest_django import Settings

BEHEER, ANALIST = LidRol.AGENDABEHEERDER, LidRol.ANALIST
SOORT = VerslagSoort.LEERPLICHT
TEXTS = {naam: f"Over {naam}." for naam in ("beleid", "verzuim", "vrijstellingen", "resultaten")}
HEADS = "Dossiernummer;Naam leerling;Soort;Begindatum;Melddatum;Eerste actie;BRIN school;Maatregel"


@pytest.fixture(autouse=True)
def empty(
    hilversum: World, tmp_path: Path, settings: "Settings", monkeypatch: pytest.MonkeyPatch
) -> None:
    """Begin without deliveries; what is counted isn't laid among the tables."""
    Aanlevering.objects.all().delete()
    Telling.objects.all().delete()
    Verslag.objects.all().delete()
    settings.VAULT, settings.SLEUTELS = tmp_path / "vault", tmp_path / "sleutels"
    Sjabloon.objects.all().delete()
    settings.MEDIA_ROOT = tmp_path / "media"
    feed = "openlea.services.count_registraties.feed_tables"
    monkeypatch.setattr(feed, lambda *_given: False)


def last_year() -> str:
    return year_before(school_year_of(timezone.localdate()))


def rows(jaar: str) -> bytes:
    """Absoluut 9, langdurig relatief 21, of which 11 over three months; 5a 18; 3 of a school."""
    long, short = f"05-01-{jaar[5:]}", f"20-06-{jaar[5:]}"
    early = f"01-09-{jaar[:4]}"
    lines = [HEADS]
    lines += [f"a{n};Geheim A;absoluut;{long if n < 5 else short};;;;" for n in range(9)]
    lines += [f"r{n};Geheim R;langdurig_relatief;{long if n < 6 else short};;;;" for n in range(21)]
    lines += [f"v{n};Geheim V;vrijstelling_5a;{early};;;;geen" for n in range(18)]
    lines += [f"b{n};Geheim B;vrijstelling_5b;{early};;;;geen" for n in range(2)]
    for school, many in (("16VK00", 12), ("03XF00", 3), ("06QJ00", 20)):
        lines += [
            f"m{school}{n};Geheim M;relatief_16uur;{early};{early};{early};{school};geen"
            for n in range(many)
        ]
    return "\r\n".join(lines).encode()


def delivered(hilversum: World) -> str:
    jaar = last_year()
    actor = Actor(werkruimte=hilversum.werkruimte.pk, rol=ANALIST)
    file = Bestand(naam="zaken.csv", inhoud=rows(jaar))
    new = offer_aanlevering(actor, "leerplicht", file, jaar)
    keep_aanlevering(actor, new.pk, vervangt=None)
    count_registraties(actor, Telsoort.LEERPLICHT, jaar)
    return jaar


def shown(hilversum: World, rol: LidRol, path: str = "", status: int = 200) -> str:
    answer = hilversum.client(rol).get(hilversum.url(f"0-23/leerplicht/{path}"))
    assert answer.status_code == status, path
    return str(answer.content.decode())


def test_empty_pages_say_what_will_stand_here_and_who_fills_it(hilversum: World) -> None:
    for path in ("", "scholen/", "schoolverlaten/", "regio/", "verslag/"):
        assert "<h1>" in shown(hilversum, BEHEER, path)
    assert "Lever zaken van leerplicht aan" in shown(hilversum, ANALIST)
    assert "Lever zaken van leerplicht aan" not in shown(hilversum, BEHEER)


def test_the_first_sentence_says_how_many_are_at_home(
    hilversum: World,
) -> None:
    jaar = delivered(hilversum)
    page = shown(hilversum, BEHEER)
    assert f"In {jaar} zaten 30 leerplichtigen thuis, van wie 11 langer dan drie maanden." in page
    assert "vrijstelling 5 onder a" in page
    assert "Geheim" not in page


def test_a_small_count_is_nowhere_to_be_found_or_worked_out(hilversum: World) -> None:
    """Two exemptions 5b beside eighteen 5a; three reports of one school beside twelve."""
    jaar = delivered(hilversum)
    staat = Telling.objects.of(hilversum.werkruimte.pk, Telsoort.LEERPLICHT)[0].staat()
    for name, area, code in (
        ("vrijstelling_5b", "geheel", ""),
        ("relatief_16uur", "school", "03XF00"),
        ("meldingen", "school", "03XF00"),
    ):
        found = [r for r in staat.rijen if (r.maat, r.gebied, r.code) == (name, area, code)]
        assert found, name
        for one in found:
            assert one.bereik is None or one.bereik.precies is None
    hidden = [
        one
        for one in staat.rijen
        if one.maat == "meldingen"
        and one.gebied == "school"
        and one.bereik is not None
        and one.bereik.precies is None
    ]
    assert len(hidden) > 1, "one hidden school would follow from the total"
    actor = hilversum.actor(BEHEER)
    beeld = describe_leerplichtverslag(actor, jaar)
    texts = [cel for one in beeld.tabellen for rij in one.rijen for cel in rij[1:]]
    for made in (
        write_stuk(compose_leerplichtverslag(beeld, date(2026, 9, 1)), "docx"),
        write_stuk(compose_opgave(beeld, date(2026, 9, 1)), "docx"),
    ):
        texts += [
            cell.text
            for table in Word(io.BytesIO(made)).tables
            for row in table.rows
            for cell in row.cells[1:]
        ]
    said = str(thuiszitters_as_plain([staat]))
    assert not {"1", "2", "3", "4"} & set(texts)
    assert not re.findall(r": [1-4][,}]", said.replace("'laag': 1, 'hoog': 4", ""))


def test_who_may_not_see_figures_of_the_werkruimte_sees_no_report_in_the_making(
    hilversum: World,
) -> None:
    jaar = delivered(hilversum)
    report = f"verslag/leerplicht/{jaar}/"
    for path in ("", "scholen/", f"opgave/{jaar}/opgave.xlsx"):
        shown(hilversum, LidRol.LEZER, path, status=403)
    shown(hilversum, LidRol.LEZER, report, status=302)
    keep_leerplichtverslag(
        hilversum.actor(BEHEER), jaar, TEXTS, zichtbaarheid=Zichtbaarheid.PUBLIEK
    )
    for path in (report, f"{report}verslag.docx"):
        shown(hilversum, LidRol.LEZER, path, status=302)
    assert "Over beleid." not in shown(hilversum, LidRol.LEZER, "verslag/")
    settle_leerplichtverslag(hilversum.actor(BEHEER), jaar, SOORT, timezone.localdate())
    assert "Over beleid." in shown(hilversum, LidRol.LEZER, f"verslag/leerplicht/{jaar}/")


def test_a_report_is_written_settled_and_frozen(hilversum: World) -> None:
    jaar = delivered(hilversum)
    client = hilversum.client(BEHEER)
    where = hilversum.url(f"0-23/leerplicht/verslag/leerplicht/{jaar}/")
    answer = client.post(where, {"beleid": "Ons beleid.", "vaststellen": "ja"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Schrijf nog: Resultaten van het beleid." in page
    assert "Ons beleid." in page, "what was written is not lost"
    answer = client.post(where, {**TEXTS, "zichtbaarheid": "intern", "vaststellen": "ja"})
    assert answer.status_code == 302, answer.content.decode()
    record = Verslag.objects.get(werkruimte=hilversum.werkruimte, schooljaar=jaar)
    assert record.staat == VerslagStaat.VASTGESTELD
    Telling.objects.of(hilversum.werkruimte.pk, Telsoort.LEERPLICHT).delete()
    frozen = describe_leerplichtverslag(hilversum.actor(BEHEER), jaar)
    assert any("30" in rij for one in frozen.tabellen for rij in one.rijen)
    assert Document.objects.filter(titel=f"Leerplichtverslag {jaar}").exists()
    with pytest.raises(Conflict):
        keep_leerplichtverslag(hilversum.actor(BEHEER), jaar, {"beleid": "Toch anders."})


def test_a_report_about_a_schooljaar_that_is_not_over_cannot_be_settled(hilversum: World) -> None:
    jaar = school_year_of(timezone.localdate())
    keep_leerplichtverslag(hilversum.actor(BEHEER), jaar, TEXTS)
    with pytest.raises(BadInput, match="nog niet voorbij"):
        settle_leerplichtverslag(hilversum.actor(BEHEER), jaar, SOORT, timezone.localdate())
    with pytest.raises(NotAllowed):
        keep_leerplichtverslag(hilversum.actor(LidRol.PARTNER), jaar, TEXTS)


def test_the_four_parts_that_the_report_must_have() -> None:
    """Leerplichtwet article 25: beleid and results; with what belongs to it, absence and exempt."""
    lacking = [one.naam for one in missing_parts("leerplicht", {})]
    assert lacking == ["beleid", "verzuim", "vrijstellingen", "resultaten"]
    assert not missing_parts("leerplicht", TEXTS)
    assert missing_parts("leerplicht", {**TEXTS, "beleid": "  "})[0].naam == "beleid"


def test_report_and_opgave_come_out_as_files(hilversum: World) -> None:
    jaar = delivered(hilversum)
    client = hilversum.client(BEHEER)
    for formaat, begin in (("docx", b"PK"), ("pdf", b"%PDF")):
        path = f"0-23/leerplicht/verslag/leerplicht/{jaar}/verslag.{formaat}"
        answer = client.get(hilversum.url(path))
        assert answer.status_code == 200
        assert answer.content.startswith(begin)
    answer = client.get(hilversum.url(f"0-23/leerplicht/opgave/{jaar}/opgave.xlsx"))
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    cells = {str(c.value) for sheet in book for row in sheet.iter_rows() for c in row}
    assert "30" in cells


def test_an_agreement_about_prevention_begins_with_what_it_is_about(hilversum: World) -> None:
    answer = hilversum.client(BEHEER).get(
        hilversum.url("overleg/afspraken/nieuw/?wat=Bellen op dag 1")
    )
    assert "Bellen op dag 1" in answer.content.decode()
