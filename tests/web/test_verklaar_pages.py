"""A number explains itself, an indicator has a card, and nothing says more than the source."""

import csv
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse

from openlea.core.place import PlaceKey
from openlea.policy.rechten import LidRol
from openlea.services.verklaring.som import sum_in_words
from openlea.storage.figures.store import open_figures
from openlea.storage.records.models import Indicator
from openlea.web.pages.verklaar.zicht import read_shelf
from tests.world import World

HILVERSUM = PlaceKey.parse("gemeente:GM0402")
SBO = "verklaar/deelname_sbo_scholen/gemeente/GM0402"


def get(world: World, path: str, rol: LidRol = LidRol.AGENDABEHEERDER) -> HttpResponse:
    return world.client(rol).get(world.url(f"cijfers/{path}"))


def text(answer: HttpResponse) -> str:
    """Return the words of the page, as they're read."""
    main = answer.content.decode().split("<main", 1)[1].split("</main", 1)[0]
    bare = re.sub(r"<script.*?</script>|<svg.*?</svg>|<[^>]+>", " ", main, flags=re.DOTALL)
    return re.sub(r"\s+", " ", bare.replace("&#x27;", "'").replace("\xa0", " "))


def test_the_page_says_number_sum_way_caveats_example_and_footnote(
    hilversum: World, cijfers: Path
) -> None:
    answer = get(hilversum, f"{SBO}/2024-10-01/")
    page = text(answer)
    (figure,) = open_figures().of_place(HILVERSUM, ["deelname_sbo_scholen"])
    assert figure.bereik is not None
    lowest = f"{figure.bereik.laag:.2f}".replace(".", ",")
    assert f"{lowest} tot" in page
    for part in (
        "Zo is het berekend", "Ten minste: 100 ×", "1 Bestand", "2 Tabel", "3 Selectie", "4 Getal",
        "duo_leerlingen_po", "Rijen gebruikt", "Afgekeurd", "definitief", "Let op",
        "Reken het na", "1 tot en met 4 van de 91", "naast 10 vergelijkbare gemeenten", "Nederland",
    ):  # fmt: skip
        assert part in page, part
    note = answer.context["voetnoot"]
    assert f"{lowest} tot" in note
    assert "sha256" in note
    assert note.endswith("/cijfers/verklaar/deelname_sbo_scholen/gemeente/GM0402/2024-10-01/")


def test_the_file_is_named_by_its_whole_sha256(hilversum: World, cijfers: Path) -> None:
    answer = get(hilversum, f"{SBO}/nieuwste/")
    (schakel,) = answer.context["keten"].schakels
    assert len(schakel.herkomst.lading.sha256) == 64
    assert schakel.herkomst.lading.sha256 in answer.content.decode()


@pytest.mark.parametrize("place", ["gemeente:GM0402", "gemeente:GM0363", "school:19CY00", "rmc:20"])
def test_who_does_the_sum_over_gets_the_number(cijfers: Path, place: str) -> None:
    """Every sum on the page is an equation; its left side must come to what the store holds."""
    shelf, done = read_shelf().indicators, 0
    for figure in open_figures().of_place(PlaceKey.parse(place)):
        card = shelf[figure.indicator].card
        if figure.bereik is None:
            continue
        ends = [figure.bereik.laag, figure.bereik.hoog]
        sums = [said for said in sum_in_words(card, figure) if "=" in said]
        for said, end in zip(sums, ends, strict=False):
            left = said.split("=")[0].split(": ", 1)[1]
            plain = left.replace(".", "").replace(",", ".").replace("×", "*").replace(":", "/")
            assert re.fullmatch(r"[\d.*/+() ]+", plain), said
            assert eval(plain) == pytest.approx(end, abs=0.005), said  # noqa: S307 - digits only
            done += 1
    assert done > 5


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("verklaar/inwoners/school/19CY00/nieuwste/", "Niet van toepassing"),
        ("verklaar/inwoners/provincie/PV27/nieuwste/", "Niet van toepassing"),
        ("verklaar/slagingspercentage_vo/school/19CY00/nieuwste/", "voortgezet onderwijs"),
        ("verklaar/deelname_sbo_scholen/gemeente/GM0358/nieuwste/", "Nul."),
    ],
)
def test_a_number_that_is_not_there_says_why(
    hilversum: World, cijfers: Path, path: str, why: str
) -> None:
    answer = get(hilversum, path)
    assert answer.status_code == 200
    assert why in text(answer)


def test_a_gemeente_without_a_file_of_postcodes_hears_so(hilversum: World, cijfers: Path) -> None:
    store = open_figures()
    lacking = [
        plaats.key.code
        for plaats in store.places(HILVERSUM.kind)
        if store.of_place(plaats.key, ["leerlingen_bo"])
        and not store.of_place(plaats.key, ["leerlingen_van_elders"])
    ]
    assert 1 <= len(lacking) <= 5
    page = text(get(hilversum, f"verklaar/leerlingen_van_elders/gemeente/{lacking[0]}/nieuwste/"))
    assert "postcodebestand" in page
    assert "Niet bekend" in page


@pytest.mark.parametrize(
    "path",
    [
        "verklaar/bestaat_niet/gemeente/GM0402/nieuwste/",
        "verklaar/inwoners/gemeente/GM9999/nieuwste/",
        "verklaar/inwoners/gemeente/GM0402/1850/",
        "verklaar/inwoners/planeet/GM0402/nieuwste/",
        "indicator/bestaat_niet/",
    ],
)
def test_what_is_not_there_is_not_found(hilversum: World, cijfers: Path, path: str) -> None:
    assert get(hilversum, path).status_code == 404


def test_a_break_is_marked_in_the_line_over_the_years(hilversum: World, cijfers: Path) -> None:
    answer = get(hilversum, "verklaar/schoolweging/gemeente/GM0402/2023-24/")
    assert "anders geteld" in answer.content.decode()
    assert "Het CBS heeft het model herijkt" in text(answer)
    file = get(hilversum, "verklaar/schoolweging/gemeente/GM0402/2023-24/?csv=verloop")
    assert file["Content-Type"].startswith("text/csv")


def test_where_the_agenda_names_the_indicator_is_told(hilversum: World, cijfers: Path) -> None:
    assert "Waar de agenda het gebruikt" not in text(get(hilversum, f"{SBO}/nieuwste/"))
    Indicator.objects.filter(agenda=hilversum.agenda, code="DIN1").update(
        catalogus="deelname_sbo_scholen"
    )
    page = text(get(hilversum, f"{SBO}/nieuwste/"))
    assert "Waar de agenda het gebruikt" in page


def test_the_card_lists_every_gemeente_by_name_and_as_a_file(
    hilversum: World, cijfers: Path
) -> None:
    answer = get(hilversum, "indicator/deelname_sbo_scholen/")
    rows = answer.context["tabel"].rijen
    assert len(rows) == 342
    names = [row.naam.lower().lstrip("'") for row in rows]
    assert names.index("aa en hunze") == 0
    assert names[-1] == "zwolle"
    file = get(hilversum, "indicator/deelname_sbo_scholen/?csv=plaatsen")
    lines = list(csv.reader(StringIO(file.content.decode().lstrip("\ufeff")), delimiter=";"))
    assert len(lines) == 343
    found = {line[1]: line for line in lines}
    assert "," in found["GM0402"][3]


def test_looking_up_a_place_narrows_the_table(hilversum: World, cijfers: Path) -> None:
    table = get(hilversum, "indicator/deelname_sbo_scholen/?q=hilversum").context["tabel"]
    assert [row.naam for row in table.rijen] == ["Hilversum"]
    schools = get(hilversum, "indicator/lezen_1f/?niveau=school").context["tabel"]
    assert schools.is_ingekort
    assert 10 < len(schools.rijen) < 60


def test_the_card_warns_before_anything_may_be_compared(hilversum: World, cijfers: Path) -> None:
    page = text(get(hilversum, "indicator/schoolweging/"))
    assert page.index("vergelijk ze niet") < page.index("Elke plaats, op naam")
    assert "Breuk vanaf schooljaar 2023/24" in page


def test_the_list_is_narrowed_by_words_field_and_level(hilversum: World, cijfers: Path) -> None:
    def found(question: str) -> list[Any]:
        velden = get(hilversum, f"indicatoren/?{question}").context["velden"]
        return [regel.entry.id for _, regels in velden for regel in regels]

    assert "schoolweging" in found("q=weging")
    assert set(found("veld=vervoer")) < set(found(""))
    assert "inwoners" not in found("niveau=school")


def test_every_letter_of_the_matrix_has_its_reason(hilversum: World, cijfers: Path) -> None:
    answer = get(hilversum, "indicatoren/matrix/")
    letters = {letter for letter, _ in answer.context["redenen"]}
    cells = [cel for _, rows in answer.context["velden"] for _, cellen in rows for cel in cellen]
    assert len(cells) == 8 * answer.context["aantal"]
    assert all(cel.vak.cijfers or cel.letter in letters for cel in cells)


@pytest.mark.parametrize("rol", [LidRol.LEZER, LidRol.PUBLIEK])
def test_what_partners_told_is_not_for_everybody(
    hilversum: World, cijfers: Path, rol: LidRol
) -> None:
    assert get(hilversum, "indicator/personeelstekort/", rol).status_code == 404
    assert "Personeelstekort" not in text(get(hilversum, "indicatoren/", rol))
    assert get(hilversum, f"{SBO}/nieuwste/", rol).status_code == 200
    assert get(hilversum, "indicator/personeelstekort/", LidRol.PARTNER).status_code == 200


def test_before_anything_was_computed_the_page_says_what_comes(hilversum: World) -> None:
    answer = get(hilversum, f"{SBO}/nieuwste/")
    assert answer.status_code == 200
    assert get(hilversum, "indicator/deelname_sbo_scholen/").status_code == 200
    assert get(hilversum, "indicatoren/matrix/").status_code == 200


def test_a_page_takes_few_queries_and_reads(
    hilversum: World, cijfers: Path, django_assert_max_num_queries: Any
) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    with django_assert_max_num_queries(11):
        client.get(hilversum.url(f"cijfers/{SBO}/nieuwste/"))
    with django_assert_max_num_queries(11):
        client.get(hilversum.url("cijfers/indicatoren/matrix/"))
