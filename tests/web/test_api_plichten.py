"""What the law asks is for everybody, also for programs: of the day that was asked, or refused."""

import pytest
from django.test import Client
from pytest_django import Settings

ROOT = "/api/v1/plichten"


@pytest.fixture(autouse=True)
def unhurried(settings: Settings) -> None:
    """Ask as often as a test likes."""
    settings.API_TEMPO = 0


@pytest.mark.parametrize(
    ("op", "article"),
    [("2021-06-01", "167a"), ("2023-06-01", "161"), ("2026-11-22", "161")],
)
def test_a_duty_has_the_article_of_the_day(client: Client, op: str, article: str) -> None:
    told = client.get(f"{ROOT}/LEA-01", {"op": op}).json()
    assert told["grondslag"]["artikel"] == article
    assert told["aanhaling"] == f"WPO, artikel {article}, eerste lid"
    assert f"g={op}" in told["grondslag"]["link"]
    assert len(told["versies"]) > 1


def test_a_duty_that_did_not_hold_yet_names_the_day_to_ask_instead(client: Client) -> None:
    answer = client.get(f"{ROOT}/LEA-01", {"op": "1990-01-01"})
    assert answer.status_code == 404
    assert "De dichtstbijzijnde dag waar" in answer.json()["detail"]


def test_a_duty_that_held_before_what_was_read_is_not_said_to_be_void_then(client: Client) -> None:
    told = client.get(f"{ROOT}/LEA-01", {"op": "2016-01-01"}).json()["detail"]
    assert "gold al vóór 2017-08-01" in told
    assert "geldt niet" not in told


def test_the_list_narrows_to_who_must_do_it(client: Client) -> None:
    every = client.get(ROOT, {"aantal": "1000"}).json()
    some = client.get(ROOT, {"aantal": "1000", "houder": "swv"}).json()
    assert 0 < len(some) < len(every)
    assert all("Samenwerkingsverband" in one["houder"] for one in some)


@pytest.mark.parametrize(
    ("vraag", "why"),
    [
        ({"op": "gisteren"}, "Dit is geen dag"),
        ({"houder": "burgemeester"}, "Kies uit"),
        ({"holder": "college"}, "Dit bestaat hier niet"),
    ],
)
def test_a_question_that_can_not_be_is_told_what_is_wrong(
    client: Client, vraag: dict[str, str], why: str
) -> None:
    answer = client.get(ROOT, vraag)
    assert answer.status_code == 400
    assert why in answer.json()["fouten"][0]["reden"]
