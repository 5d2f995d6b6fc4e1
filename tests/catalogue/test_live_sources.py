"""The sources that come live: what must be refused, because nobody saw their real file yet."""

import json
from dataclasses import replace

import pytest

from openlea.catalogue.reading.achterstand import days_in, thresholds_in
from openlea.catalogue.reading.voorbeeld import workbook
from openlea.core.bron import Bestand, SourceChanged
from openlea.core.errors import BadFile
from tests.catalogue.published import only, source, text_file

SCHOLEN, GEMEENTEN = "cbs_achterstandsscores_scholen", "cbs_achterstandsscores_gemeenten"
HEAD = "Vestigingsnummer;Aantal leerlingen;Achterstandsscore"
KOP = "Gemeentecode;Gemeentenaam;Achterstandsscore met drempel"
CKAN_HEAD = "INSTELLINGSCODE,VESTIGINGSCODE,TYPE_PO,PEILJAAR,AANTAL_LEERLINGEN"


def scholen(naam: str, **bladen: str) -> Bestand:
    """Return a workbook with tables of schools, each under a line of text."""
    return workbook(naam, {blad.replace("_", " "): text for blad, text in bladen.items()})


def test_a_workbook_with_one_sheet_has_only_scores_with_the_threshold() -> None:
    file = scholen("scores_pro_2024.xlsx", Tabel_1=f"Pro\n{HEAD}\n00AB00;40;12.5")
    rijen = source(SCHOLEN).parse([file]).rijen
    assert rijen.select("uitgave", "drempel", "score").rows() == [("pro 2024", "met", 12.5)]


def test_a_sheet_without_pupils_has_scores_of_an_unknown_number() -> None:
    file = scholen("po-2025.xlsx", Tabel_2="Po\nVestigingsnummer;Achterstandsscore\n00AB00;3.5")
    (row,) = source(SCHOLEN).parse([file]).rijen.to_dicts()
    assert (row["leerlingen_laag"], row["leerlingen_hoog"], row["drempel"]) == (
        None,
        None,
        "zonder",
    )


def test_parts_of_a_primary_school_are_not_taken_for_the_whole() -> None:
    head = f"{HEAD};Achterstandsscore onderbouw;Aantal leerlingen bovenbouw"
    file = scholen("po-2024.xlsx", Tabel_1=f"Po\n{head}\n00AB00;100;50.5;20.5;60")
    (row,) = source(SCHOLEN).parse([file]).rijen.to_dicts()
    assert (row["leerlingen_laag"], row["score"]) == (100, 50.5)


def test_the_year_and_the_kind_may_stand_above_the_table() -> None:
    title = "Achterstandsscores basisonderwijs 2025"
    file = scholen("download.xlsx", Tabel_1=f"{title}\n{HEAD}\n00AB00;100;50.5")
    assert source(SCHOLEN).parse([file]).rijen["uitgave"].to_list() == ["po 2025"]


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (scholen("scores.xlsx", Tabel_1=f"x\n{HEAD}\n00AB00;1;2.5"), "van welk jaar"),
        (scholen("po_2024_2025.xlsx", Tabel_1=f"x\n{HEAD}\n00AB00;1;2.5"), "van welk jaar"),
        (
            scholen("po_2024.xlsx", Tabel_1=f"Scores zonder drempel\n{HEAD}\n00AB00;1;2.5"),
            "erboven staat anders",
        ),
        (
            scholen("po_2024.xlsx", Tabel_1=f"x\n{HEAD};Achterstandsscore oud\n00AB00;1;2.5;3.5"),
            "niet duidelijk welke kolom",
        ),
    ],
)
def test_scores_of_schools_that_leave_a_doubt_are_refused(file: Bestand, reason: str) -> None:
    with pytest.raises(BadFile, match=reason):
        source(SCHOLEN).parse([file])


@pytest.mark.parametrize("id_", [SCHOLEN, GEMEENTEN])
def test_a_workbook_without_a_table_of_scores_says_which_column_lacks(id_: str) -> None:
    file = workbook("po_2024.xlsx", {"Tabel 1": "Titel\nSchool;Cijfer\nA;1.5"})
    with pytest.raises(SourceChanged) as refused:
        source(id_).parse([file])
    assert refused.value.mend.endswith(f"{id_}.py")


def gemeenten(naam: str, *lines: str, blad: str = "Tabel 1") -> Bestand:
    """Return a workbook with one sheet of scores of gemeenten."""
    return workbook(naam, {blad: "\n".join(lines)})


@pytest.mark.parametrize(
    ("file", "uitgave", "drempel"),
    [
        (
            gemeenten("scores_definitief.xlsx", "Peil 1-2-2022", KOP, "GM0402;Hilversum;10.5"),
            "2022-02-01 definitief",
            "met",
        ),
        (
            gemeenten(
                "scores.xlsx",
                "Voorlopige scores",
                "Gemeentecode;Achterstandsscore 1 februari 2023",
                "402;10.5",
                blad="Zonder drempel",
            ),
            "2023-02-01 voorlopig",
            "zonder",
        ),
    ],
)
def test_what_a_column_does_not_say_itself_may_stand_above_it(
    file: Bestand, uitgave: str, drempel: str
) -> None:
    (row,) = source(GEMEENTEN).parse([file]).rijen.to_dicts()
    assert (row["uitgave"], row["drempel"], row["gemeente"]) == (uitgave, drempel, "GM0402")


@pytest.mark.parametrize(
    ("file", "what"),
    [
        (gemeenten("voorlopig.xlsx", "Titel", KOP, "GM0402;H;1.5"), "peildatum"),
        (
            gemeenten("voorlopig.xlsx", "1-2-2022 en 1-2-2023", KOP, "GM0402;H;1.5"),
            "peildatum",
        ),
        (gemeenten("scores.xlsx", "1-2-2022", KOP, "GM0402;H;1.5"), "status"),
        (
            gemeenten("voorlopig.xlsx", "1-2-2022", "Gemeentecode;Achterstandsscore", "GM0402;1.5"),
            "drempel",
        ),
        (
            gemeenten("voorlopig_definitief.xlsx", "1-2-2022", KOP, "GM0402;H;1.5"),
            "status",
        ),
    ],
)
def test_scores_of_gemeenten_that_leave_a_doubt_are_refused(file: Bestand, what: str) -> None:
    with pytest.raises(BadFile, match=f"niet duidelijk wat haar {what} is"):
        source(GEMEENTEN).parse([file])


def test_a_day_is_only_a_day_when_the_calendar_has_it() -> None:
    assert days_in("peil 1 Februari 2023, 31-2-2023 en 01-10-2022") == {"2023-02-01", "2022-10-01"}
    assert thresholds_in("Met drempel of zonder een drempel") == {"met", "zonder"}


def test_a_code_of_ckan_is_the_same_vestiging_as_in_the_yearly_files() -> None:
    file = text_file("a.csv", CKAN_HEAD, "04OS,0,BO,2025,12", "04os,1,bo,2025,-1")
    rijen = source("duo_ckan_leerlingen_po").parse([file]).rijen
    assert rijen["vestiging"].to_list() == ["04OS00", "04OS01"]
    assert only(rijen, vestiging="04OS01")["aantal_hoog"].to_list() == [4]


def test_the_dump_of_ckan_with_its_technical_column_reads_as_the_file() -> None:
    plain = text_file("a.csv", CKAN_HEAD, "04OS,00,BO,2025,12")
    dump = text_file("a.csv", f"_id,{CKAN_HEAD}", "1,04OS,00,BO,2025,12")
    parse = source("duo_ckan_leerlingen_po").parse
    assert parse([plain]).rijen.equals(parse([dump]).rijen)


def test_youth_care_of_a_new_table_asks_for_its_year() -> None:
    sample = source("cbs_jeugdhulp").sample.bestand
    newer = replace(sample, inhoud=sample.inhoud.replace(b"85984NED", b"99999NED"))
    with pytest.raises(BadFile, match="het jaar niet bekend"):
        source("cbs_jeugdhulp").parse([newer])


def test_youth_care_without_its_measures_is_a_change_of_the_source() -> None:
    sample = source("cbs_jeugdhulp").sample.bestand
    other = replace(sample, inhoud=sample.inhoud.replace(b"Jongeren met jeugdzorg", b"Iets"))
    with pytest.raises(SourceChanged):
        source("cbs_jeugdhulp").parse([other])


def test_youth_care_is_not_read_of_neighbourhoods() -> None:
    sample = source("cbs_jeugdhulp").sample.bestand
    page = json.loads(sample.inhoud)
    page["value"].append(
        {"Measure": "M1", "ValueAttribute": "None", "Value": 5, "WijkenEnBuurten": "BU04020000"}
    )
    got = source("cbs_jeugdhulp").parse([replace(sample, inhoud=json.dumps(page).encode())])
    assert set(got.rijen["gemeente_toen"]) == {"GM0402", "GM0406"}
    assert got.afgekeurd.height == 2


def test_early_school_leaving_that_cbs_does_not_give_is_unknown_and_not_nought() -> None:
    head = (
        "ID;Geslacht;Regiokenmerken;Perioden;Leerlingen_1;VoortijdigSchoolverlaters_2;"
        "Niet_3;VoortijdigSchoolverlatersPercentage_4"
    )
    file = text_file("84780NED.csv", head, "0;T001038;GM0402    ;2023SJ00;    5000;.;.;.")
    (row,) = source("cbs_vsv").parse([file]).rijen.to_dicts()
    assert (row["leerlingen_laag"], row["vsv_laag"], row["aandeel"]) == (5000, None, None)


def test_a_register_of_childcare_without_a_day_in_its_name_asks_for_one() -> None:
    sample = source("lrk_opvang").sample.bestand
    with pytest.raises(BadFile, match="Zet de dag in de naam"):
        source("lrk_opvang").parse([replace(sample, naam="export_opendata_lrk.csv")])


def test_a_register_in_the_letters_of_windows_is_read_as_well() -> None:
    sample = source("lrk_opvang").sample.bestand
    text = sample.inhoud.decode("utf-8-sig").replace("Bso Voorbeeld", "Bso ’t Café")
    got = source("lrk_opvang").parse([replace(sample, inhoud=text.encode("cp1252"))])
    assert "Bso ’t Café" in got.rijen["naam"].to_list()
