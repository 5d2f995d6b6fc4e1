"""No damaged file breaks the loader or what was good, and a change of meaning doesn't pass."""

import os
import random
from collections import Counter
from pathlib import Path

import pytest

from openlea.core.bron import Bestand
from openlea.services.laden.inname import Plek, take_in
from openlea.services.laden.uitslag import Uitslag
from openlea.storage.warehouse.warehouse import Warehouse
from tests.services.laden_betekenis import CHANGES, double, take_apart
from tests.services.laden_schade import DAMAGES
from tests.services.laden_werkbank import (
    MOMENT,
    STUMBLED,
    Werkbank,
    offer,
    same_rows,
    workbenches,
)

LANG = os.environ.get("OPENLEA_LANG") == "1"
"""Whether to take the long way, that a change of the loader deserves."""
FILES = 10_000 if LANG else 2_500
MEANINGS = 1_000 if LANG else 400
SEED = 20241001
# What is slow to read is damaged less often: small files of every source get their turn.
TURNS = {
    "geo_postcodes": 12,
    "regio_swv_postcodes": 12,
    "cbs_bevolking_leeftijd": 6,
    "duo_zittenblijvers_vo": 4,
}


def damaged(chance: random.Random, bench: Werkbank) -> Bestand:
    """Return the good file with one to three kinds of damage."""
    content = bench.file.inhoud
    for damage in chance.choices(DAMAGES, k=chance.choice((1, 1, 1, 2, 3))):
        content = damage(chance, content) if content else content
    return Bestand(naam=bench.file.naam, inhoud=content)


def test_damaged_files_never_break_the_loader() -> None:
    chance = random.Random(SEED)  # noqa: S311  # damage, not secrets
    benches = workbenches()
    weights = [TURNS.get(bench.source.id, 1) for bench in benches]
    ends: Counter[str] = Counter()
    stumbled = []
    for _ in range(FILES):
        bench = chance.choices(benches, weights)[0]
        proef = bench.tried(damaged(chance, bench))
        ends[proef.einde] += 1
        if any(STUMBLED in reden for reden in proef.redenen):
            stumbled.append((bench.source.id, proef.redenen))
    assert sum(ends.values()) == FILES
    assert stumbled == [], "a reader refuses by saying what is wrong, not by falling over"
    assert all(ends[einde] > FILES / 100 for einde in ("geweigerd", "vastgehouden", "goed"))


def test_after_a_damaged_file_the_last_good_version_or_a_whole_new_one_stands(
    tmp_path: Path,
) -> None:
    chance = random.Random(SEED + 1)  # noqa: S311
    for bench in workbenches():
        plek = Plek(Warehouse(tmp_path / "warehouse", tmp_path / "bundel"), bench.source)
        assert take_in(plek, [bench.file], MOMENT).uitslag is Uitslag.NIEUW
        for _ in range(12):
            file = damaged(chance, bench)
            before = plek.warehouse.version(bench.source.id).versie
            outcome = take_in(plek, [file], MOMENT)
            rows = plek.warehouse.scan(bench.source.id).collect()
            first = plek.warehouse.scan(bench.source.id, 1).collect()
            assert same_rows(first, bench.good.rijen), "every earlier version stays"
            if outcome.uitslag is Uitslag.NIEUW:
                new = offer(bench.source, file).rijen
                edities = new[bench.source.bron.editie].unique()
                editie = rows[bench.source.bron.editie]
                assert same_rows(rows.filter(editie.is_in(edities.implode())), new)
            else:
                assert plek.warehouse.version(bench.source.id).versie == before


def test_of_the_changes_of_meaning_at_least_99_percent_is_stopped() -> None:
    chance = random.Random(SEED + 2)  # noqa: S311
    benches = [bench for bench in workbenches() if b";" in bench.file.inhoud]
    passed: list[tuple[str, str]] = []
    seen = 0
    while seen < MEANINGS:
        bench, change = chance.choice(benches), chance.choice(CHANGES)
        vel = take_apart(bench.file)
        change(chance, vel)
        proef = bench.tried(vel.file())
        if change is not double and not bench.changed(proef):
            continue  # it says the same as before, as when nobody was hidden in this file
        seen += 1
        if proef.einde == "goed":
            passed.append((bench.source.id, change.__name__))
    assert len(passed) <= MEANINGS // 100, Counter(passed).most_common()


@pytest.mark.parametrize("bench", workbenches(), ids=lambda bench: bench.source.id)
def test_the_good_file_itself_passes(bench: Werkbank) -> None:
    assert bench.tried(bench.file).einde == "goed"
    assert bench.tried(take_apart(bench.file).file()).einde == "goed"
