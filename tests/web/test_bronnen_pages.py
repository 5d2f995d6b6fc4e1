"""The pages of sources say what is loaded and how old, and take a file in step by step."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from openlea.policy.rechten import LidRol
from openlea.services.laden import beheer as beheer_van_lagen
from openlea.services.load_sources import load_sources
from openlea.storage.records.models import Inlezing, Kolomkoppeling
from openlea.storage.warehouse.warehouse import Warehouse
from tests.services.laden_bron import BRON, file_of, make_catalogue
from tests.web.inlees_wereld import KOPPEN, TEKORT, csv_of, own_table
from tests.world import World


@pytest.fixture
def beheer(hilversum: World) -> Client:
    return hilversum.client(LidRol.AGENDABEHEERDER)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, settings: Any) -> None:
    """Keep what a test loads out of the folders of the others."""
    settings.WAREHOUSE, settings.FIGURES = tmp_path / "warehouse", tmp_path / "figures"


def page(world: World, client: Client, path: str = "") -> str:
    answer = client.get(world.url(f"cijfers/bronnen/{path}"))
    assert answer.status_code == 200
    return answer.content.decode()


def send(world: World, client: Client, inhoud: bytes, naam: str = "tekort.csv") -> Any:
    file = SimpleUploadedFile(naam, inhoud)
    return client.post(
        world.url(f"cijfers/bronnen/{TEKORT}/inlezen/"), {"bestand": file}, follow=True
    )


def newest() -> Inlezing:
    return Inlezing.objects.order_by("-pk")[0]


def post(world: World, client: Client, stap: str, **fields: object) -> Any:
    one = newest()
    sent = {"versie": one.versie, **fields}
    return client.post(world.url(f"cijfers/bronnen/inlezing/{one.pk}/{stap}/"), sent, follow=True)


def test_every_source_says_what_is_loaded_how_old_and_by_whom(
    hilversum: World, beheer: Client
) -> None:
    text = page(hilversum, beheer)
    for words in ("Leerlingen po per vestiging en leeftijd", "DUO, CC0", "163.829", "Meegeleverd"):
        assert words in text
    assert "Nog niet ingelezen" in text


def test_the_list_is_filtered_by_state_and_exported_as_it_is_seen(
    hilversum: World, beheer: Client
) -> None:
    text = page(hilversum, beheer, "?staat=ontbreekt&uitgever=DUO")
    assert "Schooladviezen per vestiging" in text
    assert "163.829" not in text
    file = page(hilversum, beheer, "?staat=ontbreekt&uitgever=DUO&csv=bronnen")
    assert "duo_ckan_adviezen;" in file
    assert "duo_leerlingen_po;" not in file


def test_what_partners_know_is_not_there_for_who_reads_what_is_public(hilversum: World) -> None:
    lezer = hilversum.client(LidRol.LEZER)
    assert "Personeelstekort" not in page(hilversum, lezer)
    assert lezer.get(hilversum.url(f"cijfers/bronnen/{TEKORT}/")).status_code == 404
    assert lezer.get(hilversum.url("cijfers/bronnen/bestaat_niet/")).status_code == 404


def test_the_card_of_a_source_says_where_it_came_from_and_what_is_made_of_it(
    hilversum: World, beheer: Client
) -> None:
    text = page(hilversum, beheer, "duo_leerlingen_po/")
    for words in ("sha256", "7.123 rijen gelezen", "CC0", "Leerlingen basisonderwijs", "Let op"):
        assert words in text
    assert re.search(r"<td[^>]*>1 tot 4</td>", page(hilversum, beheer, "duo_referentieniveaus/"))


def test_rejected_rows_stand_with_place_and_reason_and_never_with_the_value(
    hilversum: World, beheer: Client
) -> None:
    assert "Afgekeurde rijen" in page(hilversum, beheer, "geo_postcodes/")
    file = page(hilversum, beheer, "geo_postcodes/?csv=afgekeurd").splitlines()
    assert file[0].endswith("Bestand;Regel;Kolom;Reden")
    assert len(file) == 2


@pytest.fixture
def held(hilversum: World, tmp_path: Path, settings: Any) -> Warehouse:
    """Return a warehouse where half a file waits to be looked at."""
    settings.BUNDLE = tmp_path / "bundel"
    settings.CATALOGUE = str(make_catalogue(tmp_path / "eigen"))
    house = Warehouse(tmp_path / "warehouse", tmp_path / "bundel")
    load_sources(bestanden=[file_of(60)])
    load_sources(bestanden=[file_of(30)])
    return house


def test_a_held_load_is_explained_and_one_of_many_werkruimten_may_not_decide(
    hilversum: World, beheer: Client, held: Warehouse
) -> None:
    text = page(hilversum, beheer, f"{BRON}/")
    assert "50% minder rijen" in text
    assert "opdrachtregel" in text
    assert "Neem toch over" not in text
    key = re.findall(r'name="sleutel" value="(\w+)"', text)
    assert key == []


def test_who_is_alone_takes_a_held_load_over_or_throws_it_away(
    hilversum: World, beheer: Client, held: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beheer_van_lagen, "is_alone", lambda: True)
    key = re.findall(r'name="sleutel" value="(\w+)"', page(hilversum, beheer, f"{BRON}/"))[0]
    url = hilversum.url(f"cijfers/bronnen/{BRON}/oordeel/")
    answer = beheer.post(url, {"sleutel": key, "oordeel": "vrij"}, follow=True)
    assert "Ingelezen als versie 2" in answer.content.decode()
    assert held.scan(BRON).collect().height == 30
    again = beheer.post(url, {"sleutel": key, "oordeel": "weg"}, follow=True)
    assert "wacht niet meer" in again.content.decode()


def test_a_file_with_other_heads_goes_in_whole_after_its_rows_are_mended(
    hilversum: World, beheer: Client
) -> None:
    answer = send(hilversum, beheer, csv_of(("41388", "po", "12,5"), ("onbekend", "po", "3")))
    assert "1 rij past nog niet" in answer.content.decode()
    one = newest()
    cel = {"cel-3-bestuur": "41389", "was-3-bestuur": "onbekend"}
    answer = post(hilversum, beheer, "rijen", **cel)
    assert "1 cel verbeterd" in answer.content.decode()
    assert "Klopt dit?" in answer.content.decode()
    assert own_table(hilversum) is None
    answer = post(hilversum, beheer, "klaar")
    assert "versie 1 van jullie eigen tabel" in answer.content.decode()
    found = own_table(hilversum)
    assert found is not None
    assert sorted(found["bestuur"]) == ["41388", "41389"]
    one.refresh_from_db()
    assert one.is_klaar
    assert "Eigen bestand" in page(hilversum, beheer, f"{TEKORT}/")


def test_rows_are_left_out_by_reason_and_taken_back(hilversum: World, beheer: Client) -> None:
    send(hilversum, beheer, csv_of(("41388", "po", "1"), *[("x", "po", "1")] * 3))
    reden = "bestuur|geen nummer van een schoolbestuur (vijf cijfers, van DUO)."
    text = page(hilversum, beheer, f"inlezing/{newest().pk}/rijen/")
    assert "<strong>3</strong> rijen, Bestuur" in text
    answer = post(hilversum, beheer, "rijen", alle=reden)
    assert "3 rijen weggelaten" in answer.content.decode()
    answer = post(hilversum, beheer, "rijen", terug="3")
    assert "1 rij past nog niet" in answer.content.decode()


def test_of_two_cells_that_do_not_go_together_either_can_be_mended(
    hilversum: World, beheer: Client
) -> None:
    send(hilversum, beheer, csv_of(("41388", "po", "2")).replace(b";2;0", b";2;3"))
    text = page(hilversum, beheer, f"inlezing/{newest().pk}/rijen/")
    assert "meer onvervuld dan formatie" in text
    assert "0 van 1 rij zijn goed" in text
    for veld in ("fte_formatie", "fte_onvervuld"):
        assert f'name="cel-2-{veld}"' in text
    mended = {"cel-2-fte_formatie": "20", "was-2-fte_formatie": "2"}
    assert "Klopt dit?" in post(hilversum, beheer, "rijen", **mended).content.decode()


def test_the_thousandth_row_with_a_fault_can_be_mended(hilversum: World, beheer: Client) -> None:
    rows = [("x", "po", str(place)) for place in range(1000)]
    send(hilversum, beheer, csv_of(*rows))
    text = page(hilversum, beheer, f"inlezing/{newest().pk}/rijen/?pagina=40")
    assert "Rij 1.001" in text
    assert "40 van 40" in text


def test_the_columns_are_asked_once_and_remembered(hilversum: World, beheer: Client) -> None:
    odd = b"Wanneer;Wie;Waar;Wat;Hoeveel;Leeg\n1-10-2026;41388;po;leraar;3;1\n"
    answer = send(hilversum, beheer, odd)
    assert "Welke kolom is wat?" in answer.content.decode()
    answer = post(hilversum, beheer, "kolommen", **{"kop-bestuur": "Wie"})
    assert answer.status_code == 422
    assert "Kies een kolom, of vul een vaste waarde in." in answer.content.decode()
    names = ("peildatum", "bestuur", "sector", "functie", "fte_formatie", "fte_onvervuld")
    heads = ("Wanneer", "Wie", "Waar", "Wat", "Hoeveel", "Leeg")
    chosen = {f"kop-{name}": head for name, head in zip(names, heads, strict=True)}
    answer = post(hilversum, beheer, "kolommen", **chosen)
    assert "Alle rijen passen" in answer.content.decode()
    assert Kolomkoppeling.objects.filter(soort=f"bron {TEKORT}").count() == 1
    answer = send(hilversum, beheer, odd.replace(b"leraar", b"schoolleider"))
    assert "Klopt dit?" in answer.content.decode()


def test_a_column_that_is_not_in_the_file_is_filled_once_for_all_rows(
    hilversum: World, beheer: Client
) -> None:
    send(hilversum, beheer, csv_of(("41388", "po", "1"), koppen=KOPPEN[1:]))
    chosen = {f"kop-{veld}": one["kop"] for veld, one in newest().kolommen.items()}
    answer = post(hilversum, beheer, "kolommen", **chosen, **{"vast-peildatum": "1-10-2026"})
    assert "Alle rijen passen" in answer.content.decode()
    assert "1 oktober 2026" in page(hilversum, beheer, f"inlezing/{newest().pk}/klaar/").replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_a_workbook_with_a_title_above_its_heads_is_understood(
    hilversum: World, beheer: Client
) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (["Tekort 2026"], [], list(KOPPEN), ["2026-10-01", 41388, "po", "leraar", 12.5, 1]):
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    send(hilversum, beheer, out.getvalue(), "tekort.xlsx")
    assert newest().koprij == 3
    answer = post(hilversum, beheer, "blad", blad="0", koprij="99")
    assert answer.status_code == 422
    assert "Deze rij is er niet" in answer.content.decode()


def test_a_file_that_is_no_table_is_refused_with_a_reason_and_nothing_is_kept(
    hilversum: World, beheer: Client
) -> None:
    before = Inlezing.objects.count()
    for inhoud, words in (
        (b"%PDF-1.7 stuk", "een pdf"),
        (b"<html><body>fout</body></html>", "webpagina"),
        (b"\xd0\xcf\x11\xe0 oud", "oud werkboek"),
        (b"PK\x03\x04 stuk", "beschadigd"),
    ):
        answer = send(hilversum, beheer, inhoud)
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert Inlezing.objects.count() == before


def test_two_people_do_not_overwrite_each_other_and_nothing_typed_is_lost(
    hilversum: World, beheer: Client
) -> None:
    send(hilversum, beheer, csv_of(("x", "po", "1"), ("41388", "po", "2")))
    one = newest()
    post(hilversum, beheer, "rijen", **{"cel-2-bestuur": "nog fout", "was-2-bestuur": "x"})
    late = beheer.post(
        hilversum.url(f"cijfers/bronnen/inlezing/{one.pk}/rijen/"),
        {"versie": one.versie, "cel-2-bestuur": "41390", "was-2-bestuur": "x"},
    ).content.decode()
    assert "Iemand anders heeft dit bestand intussen" in late
    assert 'value="41390"' in late
    assert 'name="was-2-bestuur" value="nog fout"' in late


def test_an_unfinished_file_waits_on_the_list_and_can_be_thrown_away(
    hilversum: World, beheer: Client
) -> None:
    send(hilversum, beheer, csv_of(("x", "po", "1")), "later.csv")
    one = newest()
    assert "Ga verder met later.csv" in page(hilversum, beheer)
    assert "Ga verder" not in page(hilversum, hilversum.client(LidRol.WETHOUDER))
    answer = beheer.post(hilversum.url(f"cijfers/bronnen/inlezing/{one.pk}/weg/"), follow=True)
    assert "Er is niets ingelezen" in answer.content.decode()
    assert beheer.get(hilversum.url(f"cijfers/bronnen/inlezing/{one.pk}/")).status_code == 404


def test_a_file_of_one_werkruimte_is_not_there_in_another(hilversum: World, beheer: Client) -> None:
    send(hilversum, beheer, csv_of(("x", "po", "1")))
    one = newest()
    Inlezing.objects.filter(pk=one.pk).update(
        werkruimte_id=World(hilversum.werkruimte).werkruimte.pk + 1
    )
    assert beheer.get(hilversum.url(f"cijfers/bronnen/inlezing/{one.pk}/rijen/")).status_code == 404
