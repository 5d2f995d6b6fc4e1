"""The register knows every record that says something of a person, and invents nothing."""

from datetime import date

import pytest
from django.apps import apps
from django.conf import settings

from openlea.catalogue.bewaarkast import open_bewaarkaarten
from openlea.catalogue.registratiekast import open_registraties
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotFound
from openlea.policy.rechten import Noun
from openlea.services.compose_register import compose_register
from openlea.services.describe_verwerkingen import describe_verwerkingen
from openlea.services.papier.blokken import Alinea, Kop
from openlea.services.privacy.dpia import OPEN
from openlea.services.write_stuk import write_stuk

DAY = date(2026, 11, 22)
ROWS = describe_verwerkingen()


def records() -> set[str]:
    models = apps.get_app_config("records").get_models()
    return {one.__name__ for one in models if not one.__name__.startswith("Historical")}


def test_every_record_lies_in_an_entry_of_the_register() -> None:
    covered = {name for one in ROWS for name in one.records}
    assert records() - covered == set()
    assert covered - records() == set()


def test_every_noun_of_the_log_belongs_to_one_processing() -> None:
    nouns = [noun for one in ROWS if not one.id.startswith("registratie-") for noun in one.over]
    assert sorted([*nouns, "registratie"]) == sorted(str(one) for one in Noun)


def test_every_registration_is_an_entry_of_its_own_without_what_is_dropped_at_the_door() -> None:
    roots = find_roots(settings.CATALOGUE)
    ids = {f"registratie-{one}" for one in open_registraties(roots)}
    assert ids <= {one.id for one in ROWS}
    kinderen = next(one for one in ROWS if one.id == "registratie-doelgroepkinderen")
    assert not any("Naam" in gegeven for gegeven in kinderen.gegevens)


def test_a_term_in_the_register_is_the_term_that_removal_works_with() -> None:
    roots = find_roots(settings.CATALOGUE)
    log = next(one for one in ROWS if one.id == "logboek")
    assert f"{open_bewaarkaarten(roots)['logregel'].maanden} maanden" in log.bewaren
    told = {kind for one in ROWS for kind in one.bewaarsoorten}
    assert told == set(open_bewaarkaarten(roots))


def test_what_nobody_checked_is_said_and_never_left_out() -> None:
    for one in ROWS:
        assert one.onbevestigd, one.id


@pytest.mark.parametrize(
    ("wat", "formaat"), [("register", "docx"), ("register", "xlsx"), ("dpia", "docx")]
)
def test_the_documents_can_be_written(wat: str, formaat: str) -> None:
    stuk = compose_register("Hilversum", wat, DAY, als_tabel=formaat == "xlsx")
    assert write_stuk(stuk, formaat).startswith(b"PK")


def test_the_start_of_a_dpia_has_seventeen_points_that_each_ask_a_person() -> None:
    stuk = compose_register("Hilversum", "dpia", DAY)
    points = [one for one in stuk.blokken if isinstance(one, Kop) and one.niveau == 2]
    blanks = [one for one in stuk.blokken if isinstance(one, Alinea) and OPEN in one.tekst]
    assert len(points) == len(blanks) == 17
    with pytest.raises(NotFound):
        compose_register("Hilversum", "iets", DAY)
