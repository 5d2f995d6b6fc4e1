"""Any table can be filled from any file: the columns may stand in any order, under any name."""

import random
from datetime import timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from openlea.catalogue.shelf import SourceFile
from openlea.core.bron import Bestand
from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.policy.rechten import LidRol
from openlea.services.commit_inlezing import commit_inlezing
from openlea.services.drop_inlezing import drop_inlezing
from openlea.services.find_inlezing import find_inlezing
from openlea.services.kolommen import kluis
from openlea.services.kolommen.keuren import judge
from openlea.services.kolommen.koppeling import Bronkolom, guess
from openlea.services.kolommen.tabel import table_of
from openlea.services.kolommen.velden import HOOG, LAAG, Veldsoort, fields_of
from openlea.services.kolommen.vellen import guess_head, read_vellen
from openlea.services.laden.plank import sources
from openlea.services.map_columns import map_columns
from openlea.services.repair_rows import repair_rows
from openlea.services.start_inlezing import start_inlezing
from openlea.storage.records.models import Inlezing
from openlea.storage.warehouse.warehouse import open_warehouse
from tests.web.inlees_wereld import TEKORT, csv_of, own_table
from tests.world import World

SHIPPED = sorted(open_warehouse().tables())
FEW = 300


def typed_back(source: SourceFile, rows: pl.DataFrame) -> dict[str, list[str]]:
    """Return a table as a person would type it: a count as one cell, hidden ones as '<5'."""
    found = {}
    for veld in fields_of(source):
        if veld.soort is Veldsoort.AANTAL:
            ends = zip(rows[veld.naam + LAAG], rows[veld.naam + HOOG], strict=True)
            found[veld.naam] = [_count(low, high) for low, high in ends]
        else:
            found[veld.naam] = ["" if one is None else str(one) for one in rows[veld.naam]]
    return found


def _count(low: int | None, high: int | None) -> str:
    if low is None:
        return ""
    return str(low) if low == high else "<5"


def sheet_of(columns: dict[str, list[str]]) -> bytes:
    return pl.DataFrame(columns).write_csv(separator=";").encode()


@pytest.mark.parametrize("bron", SHIPPED)
def test_any_order_and_any_names_of_columns_give_the_same_rows(bron: str) -> None:
    source, chance = sources()[bron], random.Random(bron)  # noqa: S311
    rows = open_warehouse().scan(bron).head(FEW).collect()
    rows = rows.filter(pl.struct(source.bron.editie, *source.bron.sleutel).is_first_distinct())
    columns = list(typed_back(source, rows).items())
    chance.shuffle(columns)
    named = {f"kop {place}": cells for place, (_, cells) in enumerate(columns)}
    koppeling = {veld: Bronkolom(kop=f"kop {place}") for place, (veld, _) in enumerate(columns)}
    (vel,) = read_vellen(Bestand(naam="x.csv", inhoud=sheet_of(named)))
    keuring = judge(source, table_of(vel, 1), koppeling)
    assert keuring.fouten == ()
    assert keuring.goed.equals(rows.select(keuring.goed.columns))


@pytest.mark.parametrize("bron", SHIPPED)
def test_columns_with_the_names_of_the_table_are_guessed_in_any_order(bron: str) -> None:
    source, chance = sources()[bron], random.Random(bron)  # noqa: S311
    rows = open_warehouse().scan(bron).head(FEW).collect()
    columns = list(typed_back(source, rows).items())
    chance.shuffle(columns)
    (vel,) = read_vellen(Bestand(naam="x.csv", inhoud=sheet_of(dict(columns))))
    found = guess(fields_of(source), table_of(vel, guess_head(vel)))
    assert {veld: one.kop for veld, one in found.items()} == {veld: veld for veld, _ in columns}


@given(st.binary(max_size=400))
@settings(max_examples=150)
def test_any_bytes_are_rows_or_a_refusal_in_words(inhoud: bytes) -> None:
    source = sources()[TEKORT]
    try:
        vellen = read_vellen(Bestand(naam="wat.bin", inhoud=inhoud))
    except BadInput:
        return
    for vel in vellen:
        tabel = table_of(vel, guess_head(vel))
        keuring = judge(source, tabel, guess(fields_of(source), tabel))
        wrong = {fout.regel for fout in keuring.fouten}
        assert keuring.goed.height + len(wrong) == keuring.rijen_in


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), min_size=6, max_size=6)
)
@settings(max_examples=150)
def test_whatever_is_typed_in_a_row_it_is_good_or_has_a_fault(cells: list[str]) -> None:
    source = sources()[TEKORT]
    velden = [veld.naam for veld in fields_of(source)]
    (vel,) = read_vellen(Bestand(naam="x.csv", inhoud=csv_of(("41388", "po", "1"))))
    tabel = table_of(vel, 1)
    herstel = {2: dict(zip(velden, cells, strict=True))}
    keuring = judge(source, tabel, guess(fields_of(source), tabel), herstel)
    assert (keuring.goed.height == 1) is not bool(keuring.fouten)


def test_more_unfilled_than_there_is_does_not_pass_by_the_back_door() -> None:
    source = sources()[TEKORT]
    (vel,) = read_vellen(Bestand(naam="x.csv", inhoud=csv_of(("41388", "po", "1"))))
    tabel = table_of(vel, 1)
    keuring = judge(source, tabel, guess(fields_of(source), tabel), {2: {"fte_onvervuld": "9"}})
    assert [fout.reden for fout in keuring.fouten] == [
        "past niet in de tabel (meer onvervuld dan formatie)."
    ]


@pytest.fixture
def begun(hilversum: World, tmp_path: Path, settings: Any) -> Inlezing:
    settings.WAREHOUSE, settings.DATA = tmp_path / "warehouse", tmp_path
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    return start_inlezing(beheer, TEKORT, Bestand(naam="t.csv", inhoud=ROWS))


ROWS = csv_of(("41388", "po", "12,5"), ("fout", "po", "1"))


def test_while_a_row_has_a_fault_nothing_is_taken_in(hilversum: World, begun: Inlezing) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    with pytest.raises(BadInput, match="1 rijen hebben nog een fout"):
        commit_inlezing(beheer, begun.pk, begun.versie)
    assert own_table(hilversum) is None
    left = repair_rows(beheer, begun.pk, begun.versie, weg=[3])
    done = commit_inlezing(beheer, left.pk, left.versie)
    assert done.uitkomst == {
        "uitslag": "nieuw",
        "versie": 1,
        "rijen": 1,
        "afgekeurd": 1,
        "edities": ["2026-10-01"],
    }
    with pytest.raises(NotFound):
        kluis.take(done)
    with pytest.raises(NotFound):
        commit_inlezing(beheer, left.pk, done.versie)


def test_the_same_file_again_makes_no_second_version(hilversum: World, begun: Inlezing) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    outcomes = []
    for _ in range(2):
        one = start_inlezing(beheer, TEKORT, Bestand(naam="t.csv", inhoud=ROWS))
        one = repair_rows(beheer, one.pk, one.versie, herstel={3: {"bestuur": "41389"}})
        done = commit_inlezing(beheer, one.pk, one.versie)
        outcomes.append((done.uitkomst or {})["uitslag"])
    assert outcomes == ["nieuw", "gelijk"]


def test_what_looks_odd_beside_the_last_time_asks_for_a_yes(
    hilversum: World, begun: Inlezing
) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    many = csv_of(*[("41388", "po", str(place)) for place in range(60)])
    for inhoud, toch in ((many, False), (many.rsplit(b"\n", 40)[0], True)):
        one = start_inlezing(beheer, TEKORT, Bestand(naam="t.csv", inhoud=inhoud))
        if toch:
            with pytest.raises(BadInput, match="minder rijen"):
                commit_inlezing(beheer, one.pk, one.versie)
        commit_inlezing(beheer, one.pk, one.versie, toch=toch)
    house, slug = open_warehouse(), hilversum.werkruimte.slug
    assert house.version(TEKORT, laag=slug).vrijgegeven.startswith("Agendabeheerder")


def test_who_may_not_change_sources_reads_nothing_in(hilversum: World, begun: Inlezing) -> None:
    wethouder = hilversum.actor(LidRol.WETHOUDER)
    with pytest.raises(NotAllowed):
        start_inlezing(wethouder, TEKORT, Bestand(naam="t.csv", inhoud=ROWS))
    for verb in (find_inlezing, drop_inlezing):
        with pytest.raises(NotAllowed):
            verb(wethouder, begun.pk)


def test_who_looked_at_an_older_state_overwrites_nothing(hilversum: World, begun: Inlezing) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    repair_rows(beheer, begun.pk, begun.versie, weg=[3])
    with pytest.raises(Conflict):
        repair_rows(beheer, begun.pk, begun.versie, herstel={3: {"bestuur": "41389"}})
    with pytest.raises(Conflict):
        map_columns(beheer, begun.pk, begun.versie, {})
    assert Inlezing.objects.get(pk=begun.pk).herstel == {}


def test_what_nobody_finishes_is_thrown_away_after_fourteen_days(
    hilversum: World, begun: Inlezing
) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    long_ago = timezone.now() - timedelta(days=14, minutes=1)
    Inlezing.objects.filter(pk=begun.pk).update(begonnen_op=long_ago)
    kept = start_inlezing(beheer, TEKORT, Bestand(naam="nieuw.csv", inhoud=ROWS + b"\n"))
    assert not Inlezing.objects.filter(pk=begun.pk).exists()
    with pytest.raises(NotFound):
        kluis.take(begun)
    assert kluis.take(kept).inhoud == ROWS + b"\n"


def test_a_file_as_its_publisher_makes_it_needs_no_columns_to_be_chosen(
    hilversum: World, begun: Inlezing
) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    sample = sources()["duo_zittenblijvers_vo"].sample.bestand
    one = start_inlezing(beheer, "duo_zittenblijvers_vo", sample)
    assert one.vorm == "uitgever"
    done = commit_inlezing(beheer, one.pk, one.versie, toch=True)
    assert done.is_klaar
    house = open_warehouse()
    assert house.current("duo_zittenblijvers_vo", hilversum.werkruimte.slug).laag == "hilversum"  # type: ignore[union-attr]
    assert house.current("duo_zittenblijvers_vo").laag == "landelijk"  # type: ignore[union-attr]
