"""A start fills a werkruimte for any gemeente of the country, once, and invents nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.db.utils import IntegrityError
from pytest_django import Settings

from openlea.core.catalogue import SHIPPED
from openlea.core.errors import Conflict, NotFound
from openlea.core.partij import PartijSoort
from openlea.core.plaatsen import read_gemeenten
from openlea.core.place import Place, PlaceKey, PlaceKind
from openlea.policy.rechten import LidRol
from openlea.services.find_gemeente import find_gemeente
from openlea.services.start import stappen
from openlea.services.start.opzet import Beheerder, Opzet, Stap
from openlea.services.start.ruimte import slug_of
from openlea.services.start_werkruimte import Gestart, start_werkruimte
from openlea.storage.records.models import (
    Actie,
    Agenda,
    Lidmaatschap,
    Logregel,
    Partij,
    Persoon,
    Werkruimte,
)
from openlea.storage.warehouse.warehouse import open_warehouse

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cijfers")]
HILVERSUM = PlaceKey(PlaceKind.GEMEENTE, "GM0402")
AMSTERDAM = PlaceKey(PlaceKind.GEMEENTE, "GM0363")
RIDDERKERK = PlaceKey(PlaceKind.GEMEENTE, "GM0597")
WIE = Beheerder(email="wie@voorbeeld.example")


@pytest.fixture(autouse=True)
def _nobody_started(cijfers: Path) -> None:
    """Leave the gemeente of the demo free."""
    Werkruimte.objects.filter(plaats=str(HILVERSUM)).update(plaats="", slug="demo")


def gemeenten() -> list[Place]:
    return [place for place in read_gemeenten([SHIPPED]) if place.valid_to is None]


def as_duo_writes() -> Iterator[tuple[str, str]]:
    """Yield code and name of every gemeente as DUO's table of pupils has them."""
    rows = open_warehouse().scan("duo_leerlingen_po").select("gemeente", "gemeentenaam").unique()
    yield from rows.sort("gemeente").collect().rows()


def partijen(made: Gestart) -> list[Partij]:
    return list(Partij.objects.filter(werkruimte__slug=made.slug))


@pytest.mark.skipif(
    connection.vendor == "postgresql", reason="what is read of a gemeente is the same on both"
)
def test_every_gemeente_starts_in_one_run_and_shows_figures() -> None:
    made = [start_werkruimte(place.key, beheerder=WIE) for place in gemeenten()]
    assert len(made) == 342
    assert len({one.slug for one in made}) == 342
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.slug) for one in made)
    assert all(one.nieuw and one.cijfers >= 30 for one in made)
    assert min(one.partijen[PartijSoort.GEMEENTE] for one in made) >= 1
    # Vlieland, Schiermonnikoog and Rozendaal have one or two schools; none has none.
    assert all(one.partijen[PartijSoort.SCHOOL] >= 1 for one in made)
    assert all(one.partijen[PartijSoort.SCHOOLBESTUUR] >= 1 for one in made)
    assert sum(one.scholen_po for one in made) == 7_123


def test_every_name_is_understood_as_duo_writes_it_in_capitals_with_the_word_and_as_a_code() -> (
    None
):
    written = list(as_duo_writes())
    assert len(written) == 342
    for code, naam in written:
        for text in (naam, naam.upper(), f"gemeente {naam}", f"GEMEENTE {naam}".upper(), code):
            assert find_gemeente(text).code == code, text
        assert find_gemeente(code.removeprefix("GM")).code == code
        assert find_gemeente(code.removeprefix("GM").lstrip("0")).code == code


def test_hilversum_has_the_schools_and_pupils_that_were_counted_by_hand() -> None:
    made = start_werkruimte(HILVERSUM, beheerder=WIE)
    assert (made.scholen_po, made.scholen_bo) == (38, 27)
    assert (made.leerlingen, made.afgeschermd) == (8_978, 38)
    # Each hidden cell is one to four pupils.
    assert (made.leerlingen_laag, made.leerlingen_hoog) == (8_978 + 38, 8_978 + 4 * 38)
    assert made.cijfers >= 60
    assert made.slug == "hilversum"
    found = partijen(made)
    swv = {one.plaats for one in found if one.soort == PartijSoort.SWV}
    assert swv == {"swv:PO2709", "swv:VO2710"}
    near = {one.naam for one in found if one.soort == PartijSoort.GEMEENTE}
    assert near == {
        "Gemeente Hilversum", "Gemeente Blaricum", "Gemeente Eemnes", "Gemeente Gooise Meren",
        "Gemeente Huizen", "Gemeente Laren", "Gemeente Wijdemeren",
    }  # fmt: skip
    assert "Schoolbestuur 41388" in {one.naam for one in found}
    assert len([one for one in found if one.soort == PartijSoort.SCHOOL]) == 51


def test_a_board_without_a_name_in_the_sources_gets_its_number_and_no_invented_name() -> None:
    made = start_werkruimte(HILVERSUM)
    boards = [one for one in partijen(made) if one.soort == PartijSoort.SCHOOLBESTUUR]
    assert all(one.naam == f"Schoolbestuur {one.plaats.partition(':')[2]}" for one in boards)


def test_a_second_start_finds_it_there_and_adds_nothing() -> None:
    first = start_werkruimte(HILVERSUM, beheerder=WIE)
    before = Partij.objects.count(), Partij.history.count(), Lidmaatschap.objects.count()
    second = start_werkruimte(HILVERSUM, beheerder=WIE)
    after = Partij.objects.count(), Partij.history.count(), Lidmaatschap.objects.count()
    assert before == after
    assert (first.nieuw, second.nieuw) == (True, False)
    assert (second.slug, second.toegevoegd, second.inlog) == (first.slug, 0, WIE.email)
    assert second.partijen == first.partijen
    assert Werkruimte.objects.filter(plaats=str(HILVERSUM)).count() == 1


def test_a_second_start_completes_what_is_missing_and_leaves_what_people_changed() -> None:
    made = start_werkruimte(HILVERSUM, beheerder=WIE)
    found = partijen(made)
    gone = next(one for one in found if one.soort == PartijSoort.SCHOOL)
    renamed = next(one for one in found if one.plaats == "bestuur:41388")
    Partij.objects.filter(pk=gone.pk).delete()
    Partij.objects.filter(pk=renamed.pk).update(naam="Ons bestuur", code="ons-bestuur")
    assert start_werkruimte(HILVERSUM).toegevoegd == 1
    now = {one.plaats: one.naam for one in partijen(made)}
    assert now[gone.plaats] == gone.naam
    assert now["bestuur:41388"] == "Ons bestuur"


def test_who_asks_keeps_the_agenda_and_a_start_by_another_adds_no_second_beheerder() -> None:
    made = start_werkruimte(HILVERSUM, beheerder=Beheerder(email=WIE.email, wachtwoord="x" * 12))
    lid = Lidmaatschap.objects.get(werkruimte__slug=made.slug)
    assert (lid.rol, lid.persoon.email) == (LidRol.AGENDABEHEERDER, WIE.email)
    assert lid.partij is not None
    assert lid.partij.naam == "Gemeente Hilversum"
    assert lid.persoon.check_password("x" * 12)
    other = start_werkruimte(HILVERSUM, beheerder=Beheerder(email="ander@voorbeeld.example"))
    assert other.inlog == ""
    assert not Persoon.objects.with_email("ander@voorbeeld.example").exists()


def test_a_start_is_in_the_log_and_every_partij_has_its_history() -> None:
    made = start_werkruimte(HILVERSUM)
    assert Logregel.objects.filter(werk="werkruimte gestart", onderwerp=made.slug).count() == 1
    told = Partij.history.filter(werkruimte__slug=made.slug, history_type="+")
    assert told.count() == sum(made.partijen.values())


def test_what_goes_wrong_halfway_leaves_no_half_werkruimte(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_opzet: Opzet) -> dict[str, int]:
        raise IntegrityError

    steps = (*stappen.STAPPEN, Stap("stuk", "Stuk gaan", broken))
    monkeypatch.setattr("openlea.services.start_werkruimte.STAPPEN", steps)
    with pytest.raises(Conflict, match="Hilversum"):
        start_werkruimte(HILVERSUM, beheerder=WIE)
    assert not Werkruimte.objects.filter(plaats=str(HILVERSUM)).exists()
    assert not Persoon.objects.with_email(WIE.email).exists()


def test_a_step_that_is_registered_runs_last_with_the_werkruimte_at_hand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[tuple[str, int]] = []

    def note(opzet: Opzet) -> dict[str, int]:
        seen.append((opzet.werkruimte.slug, opzet.uitkomst["partijen"]["school"]))
        return {}

    steps = (*stappen.STAPPEN, Stap("nieuw", "Iets nieuws", note))
    monkeypatch.setattr("openlea.services.start_werkruimte.STAPPEN", steps)
    told: list[str] = []
    start_werkruimte(HILVERSUM, voortgang=lambda text, *_: told.append(text))
    assert seen == [("hilversum", 51)]
    wanted = [stap.wat for stap in steps]
    assert list(dict.fromkeys(told)) == wanted


def test_a_gemeente_that_ended_or_never_was_is_refused() -> None:
    for code in ("GM0424", "GM9999"):  # Muiden ended in 2016
        with pytest.raises(NotFound, match="geen gemeente van nu"):
            start_werkruimte(PlaceKey(PlaceKind.GEMEENTE, code))


def test_where_the_file_by_postcode_is_empty_the_rest_still_comes() -> None:
    # DUO's file of Ridderkerk holds not one byte.
    postcode = open_warehouse().scan("duo_leerlingen_po_postcode")
    without = {place.key.code for place in gemeenten()} - set(
        postcode.select("gemeente").unique().collect()["gemeente"]
    )
    assert RIDDERKERK.code in without
    assert len(without) == 3
    for code in without:
        made = start_werkruimte(PlaceKey(PlaceKind.GEMEENTE, code))
        assert made.scholen_po > 0
        assert made.leerlingen > 0
        assert made.partijen[PartijSoort.SWV] == 2


def test_the_largest_gemeente_starts_with_all_its_schools() -> None:
    made = start_werkruimte(AMSTERDAM, beheerder=WIE)
    assert made.partijen[PartijSoort.SCHOOL] > 300


def test_what_a_start_found_is_no_part_of_the_agenda_until_somebody_names_it() -> None:
    made = start_werkruimte(HILVERSUM, beheerder=WIE)
    own = Partij.objects.filter(werkruimte__slug=made.slug)
    assert [one.naam for one in own.taking_part()] == ["Gemeente Hilversum"]
    board = own.get(plaats="bestuur:41388")
    room = Werkruimte.objects.get(slug=made.slug)
    lid = Lidmaatschap.objects.get(werkruimte=room)
    Lidmaatschap.objects.filter(pk=lid.pk).update(partij=board)
    assert board in own.taking_part()
    assert board not in own.found_only()
    assert own.taking_part().count() + own.found_only().count() == own.count()


def test_two_gemeenten_of_one_name_get_two_addresses() -> None:
    bergen = [place for place in gemeenten() if place.naam.startswith("Bergen (")]
    assert len({start_werkruimte(place.key).slug for place in bergen}) == len(bergen) == 2


def test_an_address_that_is_taken_by_another_werkruimte_is_not_taken_over() -> None:
    Werkruimte.objects.create(slug="hilversum", naam="Een regio")
    assert start_werkruimte(HILVERSUM).slug == "hilversum-gm0402"


@pytest.mark.parametrize(
    ("naam", "slug"),
    [
        ("'s-Hertogenbosch", "s-hertogenbosch"),
        ("Súdwest-Fryslân", "sudwest-fryslan"),
        ("Bergen (NH.)", "bergen-nh"),
        ("Noardeast-Fryslân", "noardeast-fryslan"),
        ("Nuenen, Gerwen en Nederwetten", "nuenen-gerwen-en-nederwetten"),
    ],
)
def test_an_address_is_the_name_without_accents_and_marks(naam: str, slug: str) -> None:
    assert slug_of(naam) == slug


def test_without_any_table_there_is_still_a_werkruimte_and_nothing_is_claimed(
    tmp_path: Path, settings: Settings
) -> None:
    for name in ("BUNDLE", "WAREHOUSE", "FIGURES"):
        setattr(settings, name, tmp_path / name)
    made = start_werkruimte(HILVERSUM)
    assert made.partijen == {PartijSoort.GEMEENTE: 1}
    assert (made.cijfers, made.scholen_po, made.leerlingen_hoog) == (0, 0, 0)


def test_a_start_makes_no_agenda_and_no_actions() -> None:
    made = start_werkruimte(HILVERSUM)
    room = Werkruimte.objects.get(slug=made.slug)
    assert not Agenda.objects.filter(werkruimte=room).exists()
    assert not Actie.objects.filter(werkruimte=room).exists()
