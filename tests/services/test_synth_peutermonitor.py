"""Made-up peuters: the same seed gives the same bytes, and the door lets every row in."""

from datetime import date

from openlea.core.bron import Bestand
from openlea.policy.pseudonimiseren import treat_header
from openlea.services.kluis.deur import open_bladen
from openlea.services.kluis.plek import registratie_of
from openlea.services.synth.gemeentebeeld import Gemeentebeeld, Synthschool
from openlea.services.synth.peutermonitor import HEADS, make, make_on

BEELD = Gemeentebeeld(
    code="GM0402",
    naam="Hilversum",
    scholen=(
        Synthschool(vestiging="05WH00", naam="Een", pc4="1211", soort="bo", leerlingen=200),
        Synthschool(vestiging="04YZ00", naam="Twee", pc4="1223", soort="bo", leerlingen=300),
    ),
    pc4s=(("1211", 100), ("1215", 50), ("1223", 200)),
    per_leeftijd=dict.fromkeys(range(24), 1150),
)


def cells(aantal: int | None = 400) -> list[dict[str, str]]:
    head, *lines = make(BEELD, 1, aantal).decode().splitlines()
    return [dict(zip(head.split(";"), line.split(";"), strict=True)) for line in lines]


def test_the_same_seed_gives_the_same_bytes_and_another_does_not() -> None:
    assert make(BEELD, 1, 100) == make(BEELD, 1, 100)
    assert make(BEELD, 1, 100) != make(BEELD, 2, 100)
    assert make_on(BEELD, 1, 50, date(2025, 10, 1)) != make(BEELD, 1, 50)


def test_there_are_about_two_thousand_in_a_gemeente_like_hilversum() -> None:
    assert 1_900 < len(cells(None)) < 2_100


def test_every_head_is_known_to_the_registration_and_no_person_comes_twice() -> None:
    registratie = registratie_of("doelgroepkinderen")
    file = Bestand(naam="x.csv", inhoud=make(BEELD, 1, 20))
    [blad] = open_bladen(file)
    kop = treat_header(blad.koppen, registratie)
    assert [one.kop for one in kop.kolommen if one.veld is None] == []
    every = [one["BSN"] for one in cells()]
    assert len(set(every)) == len(every)
    assert HEADS.split(";") == list(cells(1)[0])


def test_nobody_starts_before_the_indication_or_goes_to_school_before_four() -> None:
    for one in cells():
        born = int(one["Geboortedatum"][-4:])
        if one["Status"] != "geplaatst":
            assert one["Startdatum"] == one["Uren dit jaar"] == ""
        if one["Warme overdracht"]:
            assert born <= 2022
        if one["VVE-indicatie"] == "nee":
            assert one["Reden indicatie"] == one["Datum indicatie"] == ""


def test_where_more_have_an_indication_differs_between_postcodes() -> None:
    rows = cells(1500)

    def share(pc4: str) -> float:
        own = [one for one in rows if one["Postcode"].startswith(pc4)]
        return sum(one["VVE-indicatie"] == "ja" for one in own) / len(own)

    assert share("1223") > 2 * share("1211")
