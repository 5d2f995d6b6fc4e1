"""Counting over deliveries: protected numbers are kept, rows are opened once and logged."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest
from django.utils import timezone

from openlea.core.errors import NotAllowed, NotFound
from openlea.core.onthulling import Bereik
from openlea.core.telling import Gebied, Telsoort, Telstaat
from openlea.policy.rechten import LidRol
from openlea.policy.telscherm import screened
from openlea.services.ask_count import ask_count
from openlea.services.count_registraties import count_registraties
from openlea.services.erase_aanlevering import erase_aanlevering
from openlea.services.find_tellingen import INGETROKKEN, find_tellingen
from openlea.services.tellen import perioden, tellers
from openlea.services.tellen.teller import AFZENDER, Teller, Telopdracht
from openlea.storage.records.models import Aanlevering, Logregel, Telling
from openlea.storage.warehouse.warehouse import open_warehouse
from tests.services.registratie_wereld import REGISTRATIE, Zender, bsn, peildatum, register, row
from tests.world import World

if TYPE_CHECKING:
    from pytest_django import Settings

STANDEN = ("geplaatst", "wachtlijst")


def tel(opdracht: Telopdracht) -> Telstaat:
    """Count the children of a delivery by postcode and state."""
    rows = opdracht.of(REGISTRATIE, "pc4", "stand").group_by("pc4", "stand").len()
    counts = {(pc4 or "?", stand or "?"): n for pc4, stand, n in rows.iter_rows()}
    areas, states = sorted({g for g, _ in counts}), sorted({m for _, m in counts})
    return Telstaat(
        soort=Telsoort.VOORSCHOOL,
        periode=opdracht.periode,
        peildatum=opdracht.periode,
        methode="proef",
        rijen=screened(counts, areas, states, gebied=Gebied.PC4, totaal="kinderen"),
    )


@pytest.fixture(autouse=True)
def counting(
    hilversum: World, tmp_path: Path, settings: "Settings", monkeypatch: pytest.MonkeyPatch
) -> None:
    """Begin without deliveries, with one count that only this test knows."""
    Aanlevering.objects.all().delete()
    Telling.objects.all().delete()
    settings.VAULT, settings.SLEUTELS = tmp_path / "vault", tmp_path / "sleutels"
    one = Teller(soort=Telsoort.VOORSCHOOL, hoofd=(REGISTRATIE,), erbij=(), tel=tel)
    for module in (tellers, perioden):
        monkeypatch.setattr(module, "TELLERS", {one.soort: one})
    monkeypatch.setattr("openlea.services.count_registraties.TELLERS", {one.soort: one})


@pytest.fixture
def analist(hilversum: World) -> Zender:
    return Zender(hilversum.actor(LidRol.ANALIST))


def test_what_was_counted_is_kept_without_a_row(analist: Zender) -> None:
    one = analist.keep(register([row(n) for n in range(12)]), peildatum(0))
    kept = count_registraties(analist.actor, Telsoort.VOORSCHOOL, one.periode)
    assert kept.staat().bereik("kinderen") == Bereik(12, 12)
    assert kept.aanleveringen == [one.pk]
    assert not [n for n in range(12) if bsn(n) in str(kept.rijen)]
    assert "p1-" not in str(kept.rijen)


def test_counting_again_changes_the_same_record(analist: Zender) -> None:
    one = analist.keep(register([row(n) for n in range(12)]), peildatum(0))
    first = count_registraties(analist.actor, Telsoort.VOORSCHOOL, one.periode)
    again = count_registraties(analist.actor, Telsoort.VOORSCHOOL, one.periode)
    assert (again.pk, Telling.objects.count()) == (first.pk, 1)


def test_the_numbers_lie_among_the_tables_of_the_werkruimte_alone(analist: Zender) -> None:
    one = analist.keep(register([row(n) for n in range(12)]), peildatum(0))
    count_registraties(analist.actor, Telsoort.VOORSCHOOL, one.periode)
    table = open_warehouse().scan("registratie_tellingen", laag="hilversum").collect()
    whole = table.filter(pl.col("gebied") == "geheel", pl.col("maat") == "kinderen")
    assert whole.select("code", "laag", "hoog").row(0) == ("GM0402", 12, 12)


def test_the_look_into_the_rows_stands_in_the_log(analist: Zender) -> None:
    one = analist.keep(register([row(n) for n in range(12)]), peildatum(0))
    count_registraties(analist.actor, Telsoort.VOORSCHOOL, one.periode)
    lines = Logregel.objects.filter(werk="registraties geteld")
    assert lines.get().onderwerp == f"voorschool {one.periode}"


def test_a_delivery_that_counts_is_counted_in_the_background(
    analist: Zender, settings: "Settings"
) -> None:
    settings.WERK = settings.METEEN  # type: ignore[attr-defined]
    one = analist.keep(register([row(n) for n in range(12)]), peildatum(0))
    work = ask_count(analist.actor, one)
    assert work is not None
    assert work.uitkomst["zin"].startswith("De cijfers")
    assert find_tellingen(analist.actor, Telsoort.VOORSCHOOL).staat is not None


def test_senders_are_counted_together(analist: Zender, hilversum: World) -> None:
    directeur = Zender(hilversum.actor(LidRol.SWV_DIRECTEUR))
    day = peildatum(0)
    analist.keep(register([row(n) for n in range(12)]), day)
    directeur.keep(register([row(n) for n in range(20, 27)]), day)
    kept = count_registraties(directeur.actor, Telsoort.VOORSCHOOL, day)
    assert kept.staat().bereik("kinderen") == Bereik(19, 19)


def test_who_delivers_nothing_counts_nothing(hilversum: World, analist: Zender) -> None:
    one = analist.keep(register([row(n) for n in range(12)]), peildatum(0))
    for rol in (LidRol.AGENDABEHEERDER, LidRol.PARTNER, LidRol.WETHOUDER):
        with pytest.raises(NotAllowed):
            count_registraties(hilversum.actor(rol), Telsoort.VOORSCHOOL, one.periode)
    with pytest.raises(NotFound):
        count_registraties(analist.actor, Telsoort.VOORSCHOOL, "2001-01-01")


def test_figures_are_for_who_works_along_and_not_for_the_public(
    hilversum: World, analist: Zender
) -> None:
    one = analist.keep(register([row(n) for n in range(12)]), peildatum(0))
    count_registraties(analist.actor, Telsoort.VOORSCHOOL, one.periode)
    assert find_tellingen(hilversum.actor(LidRol.PARTNER), Telsoort.VOORSCHOOL).staat
    for rol in (LidRol.LEZER, LidRol.PUBLIEK, LidRol.AUDITOR):
        with pytest.raises(NotAllowed):
            find_tellingen(hilversum.actor(rol), Telsoort.VOORSCHOOL)


def test_figures_of_what_was_taken_back_say_so(analist: Zender) -> None:
    one = analist.keep(register([row(n) for n in range(12)]), peildatum(0))
    count_registraties(analist.actor, Telsoort.VOORSCHOOL, one.periode)
    before = find_tellingen(analist.actor, Telsoort.VOORSCHOOL).staat
    erase_aanlevering(analist.actor, one.pk, "verkeerd bestand")
    after = find_tellingen(analist.actor, Telsoort.VOORSCHOOL).staat
    assert before is not None
    assert after is not None
    assert INGETROKKEN not in before.let_op
    assert INGETROKKEN in after.let_op


def test_figures_stay_when_rows_go_at_the_end_of_their_term(analist: Zender) -> None:
    one = analist.keep(register([row(n) for n in range(12)]), peildatum(0))
    count_registraties(analist.actor, Telsoort.VOORSCHOOL, one.periode)
    yesterday = timezone.localdate() - timedelta(days=1)
    Aanlevering.objects.filter(pk=one.pk).update(bewaren_tot=yesterday, gewist_op=timezone.now())
    found = find_tellingen(analist.actor, Telsoort.VOORSCHOOL).staat
    assert found is not None
    assert INGETROKKEN not in found.let_op
    assert AFZENDER not in str(found.rijen)
