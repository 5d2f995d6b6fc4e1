"""A program that watches hears how the site is; who may not know why, hears only whether."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families
from pytest_django import Settings

from openlea.core.teken import LOGBOEK_HEEL, LOGBOEK_STUK, MAIL_WEG, WERKER
from openlea.policy.gezondheid import (
    Oordeel,
    judge_backup,
    judge_klok,
    judge_logboek,
    judge_schijf,
    judge_werker,
)
from openlea.policy.rechten import LidRol
from openlea.services.describe_health import describe_health
from openlea.services.gezondheid import database, diensten
from openlea.services.log_event import log_event
from openlea.services.note_teken import note_teken
from openlea.storage.records.models import Teken
from tests.world import World

GB = 1024**3
NOW = timezone.now()


def _judged(naam: str) -> Oordeel:
    return next(one.oordeel for one in describe_health().controles if one.naam == naam)


@pytest.mark.django_db
def test_living_asks_no_database(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        answer = Client().get("/gezond/levend")
    assert answer.json() == {"status": "levend"}
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_ready_tells_why_only_to_who_is_near(settings: Settings) -> None:
    settings.METRICS_SLEUTEL = "een-lange-sleutel"
    near = Client().get("/gezond/klaar").json()
    assert {one["naam"] for one in near["controles"]} == {
        "database",
        "migraties",
        "kluis",
        "schijf",
    }
    settings.HTTPS = True
    settings.SECURE_SSL_REDIRECT = False
    far = Client().get("/gezond/klaar")
    assert far.json() == {"status": "klaar"}
    keyed = Client().get("/gezond/klaar", headers={"authorization": "Bearer een-lange-sleutel"})
    assert "controles" in keyed.json()


@pytest.mark.django_db
@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded", "x-real-ip"])
def test_who_comes_by_a_proxy_is_not_on_this_machine(header: str) -> None:
    assert Client().get("/metrics", headers={header: "127.0.0.1"}).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("given", ["", "Bearer ", "Bearer fout", "Basic een-lange-sleutel"])
def test_without_the_key_the_counts_are_not_there(settings: Settings, given: str) -> None:
    settings.METRICS_SLEUTEL = "een-lange-sleutel"
    client = Client(REMOTE_ADDR="10.0.0.9")
    assert client.get("/metrics", headers={"authorization": given}).status_code == 404


@pytest.mark.django_db
def test_no_key_set_means_that_no_key_opens(settings: Settings) -> None:
    settings.METRICS_SLEUTEL = ""
    client = Client(REMOTE_ADDR="10.0.0.9")
    assert client.get("/metrics", headers={"authorization": "Bearer "}).status_code == 404


def test_the_counts_are_told_without_persons_or_werkruimten(hilversum: World) -> None:
    hilversum.client(LidRol.AGENDABEHEERDER).get(hilversum.url("agenda/"))
    note_teken(MAIL_WEG, 3)
    text = Client().get("/metrics").content.decode()
    found = {one.name: one for one in text_string_to_metric_families(text)}
    asked = [
        one for one in found["openlea_requests"].samples if one.labels.get("route") == "agenda"
    ]
    assert asked[0].value >= 1
    assert found["openlea_mails_sent"].samples[0].value == 3
    for name in ("openlea_work", "openlea_log_unsealed", "openlea_disk_free_bytes"):
        assert name in found
    assert "openlea_request_seconds" in found
    assert "hilversum" not in text
    assert "@" not in text


@pytest.mark.django_db
def test_a_database_that_is_gone_means_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import OperationalError

    from openlea.services import describe_health as module

    def gone() -> None:
        raise OperationalError("weg")

    monkeypatch.setattr(module, "CORE", (("database", "Database", gone),))
    answer = Client().get("/gezond/klaar")
    assert answer.status_code == 503
    assert answer.json()["controles"][0]["oordeel"] == "fout"


@pytest.mark.django_db
def test_tables_of_an_older_version_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert database.check_migrations().oordeel is Oordeel.GOED
    recorder = MigrationRecorder(connection)
    newest = recorder.migration_qs.filter(app="records").order_by("name").last()
    assert newest is not None
    recorder.record_unapplied("records", newest.name)
    found = database.check_migrations()
    assert (found.oordeel, found.nodig) == (Oordeel.FOUT, True)
    assert "openlea bijwerken" in found.doe


@pytest.mark.django_db
def test_a_worker_that_fell_silent_is_told() -> None:
    assert _judged("werker") is Oordeel.FOUT
    note_teken(WERKER)
    assert _judged("werker") is Oordeel.GOED
    Teken.objects.filter(naam=WERKER).update(op=timezone.now() - timedelta(minutes=5))
    assert _judged("werker") is Oordeel.FOUT


@pytest.mark.django_db
def test_the_last_word_about_the_log_counts() -> None:
    assert _judged("logboek") is Oordeel.LET_OP
    note_teken(LOGBOEK_STUK)
    assert _judged("logboek") is Oordeel.FOUT
    note_teken(LOGBOEK_HEEL)
    assert _judged("logboek") is Oordeel.GOED


@pytest.mark.django_db
def test_a_backup_is_found_in_the_log() -> None:
    assert _judged("backup") is Oordeel.LET_OP
    log_event(diensten.BACKUP, "x.openlea")
    assert _judged("backup") is Oordeel.GOED


@pytest.mark.django_db
def test_a_check_that_breaks_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "openlea.services.describe_health.EVERY",
        (("stuk", "Stuk", lambda: 1 / 0), ("klok", "Klok", database.check_clock)),
    )
    first, second = describe_health().controles
    assert (first.oordeel, second.oordeel) == (Oordeel.FOUT, Oordeel.GOED)


def test_limits_of_the_judgements() -> None:
    assert judge_schijf(50 * GB, 100 * GB).oordeel is Oordeel.GOED
    assert judge_schijf(9 * GB, 100 * GB).oordeel is Oordeel.LET_OP
    assert judge_schijf(2 * GB, 100 * GB).oordeel is Oordeel.FOUT
    assert judge_schijf(0, 0).oordeel is Oordeel.FOUT
    assert judge_werker(None, NOW, nodig=False).oordeel is Oordeel.GOED
    assert judge_backup(NOW - timedelta(days=3), NOW).oordeel is Oordeel.LET_OP
    assert judge_backup(NOW - timedelta(days=9), NOW).oordeel is Oordeel.FOUT
    assert judge_logboek(NOW - timedelta(days=9), NOW, klopt=True).oordeel is Oordeel.LET_OP
    assert judge_klok(timedelta(seconds=-9)).oordeel is Oordeel.LET_OP


def test_the_disk_is_told_in_dutch_numbers() -> None:
    assert judge_schijf(38 * GB + GB // 2, 252 * GB).zin == "38,5 GB vrij van 252,0 GB (15%)."
