"""Kinds of help are a file; a municipality's own goes before ours, and local rules are its own."""

from pathlib import Path

import pytest

from openlea.catalogue.rondomkast import open_rondom, wrong_rondom
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput
from openlea.policy.invoerdeel import read_invoer
from openlea.policy.rondom import Behoefte, read_rondom

SOORT = """
[[soort]]
id = "smw"
naam = "Ons eigen werk"
wat = "Een zin."
betaler = "Wij"
voor = ["armoede"]
uren = true
bron = "Besluit"
"""
REGELING = """
[[regeling]]
id = "kindpakket"
naam = "Kindpakket"
wat = "Een pas."
beslist = "Het inkomen."
bron = "Beleidsregel"
"""
LOKAAL = REGELING + 'wie_mag = "Tot 130 procent"\nwie_doet = "Het loket"\n'
OURS = find_roots()[0]


def own(folder: Path, text: str) -> tuple[Path, Path]:
    (folder / "rondom").mkdir()
    (folder / "rondom" / "eigen.toml").write_text(text, encoding="utf-8")
    return (OURS, folder)


def faults(text: str) -> str:
    with pytest.raises(BadInput) as refused:
        read_rondom(read_invoer(text.encode(), "proef.toml"))
    return " ".join(f"{one.cel} {one.reden}" for one in refused.value.fouten)


def test_every_kind_says_what_it_is_who_pays_what_for_and_where_that_stands() -> None:
    found = open_rondom((OURS,))
    assert {"oza", "oja", "smw", "jeugdarts", "schoolmaaltijd"} <= set(found.soorten)
    for one in found.soorten.values():
        assert all((one.naam, one.betaler, one.voor, one.bron))
        assert one.wat.endswith(".")
    assert {need for one in found.soorten.values() for need in one.voor} == set(Behoefte)


def test_what_nobody_read_again_says_so() -> None:
    found = open_rondom((OURS,))
    for one in (*found.soorten.values(), *found.regelingen):
        assert one.nagelezen or "Niet nagelezen" in one.bron
    assert "Niet nagelezen" in found.uren_bron


def test_who_may_is_local_and_ours_leaves_it_open() -> None:
    found = open_rondom((OURS,), "GM0402")
    assert {"kindpakket", "schoolkosten", "jef"} <= {one.id for one in found.regelingen}
    assert all(not one.wie_mag and not one.wie_doet for one in found.regelingen)


def test_an_own_file_goes_before_ours_and_only_in_its_gemeente(tmp_path: Path) -> None:
    roots = own(tmp_path, f'uren_per_fte = 40\nuren_bron = "Cao"\n{SOORT}{LOKAAL}gemeente="GM0402"')
    here, there = open_rondom(roots, "GM0402"), open_rondom(roots, "GM0363")
    assert here.soorten["smw"].naam == "Ons eigen werk"
    assert here.uren_per_fte == 40
    assert "oza" in here.soorten
    assert [one.wie_doet for one in here.regelingen if one.id == "kindpakket"] == ["Het loket"]
    assert all(not one.wie_mag for one in there.regelingen)
    assert len(there.regelingen) == len(here.regelingen)


def test_a_wrong_own_file_is_named_and_costs_only_itself(tmp_path: Path) -> None:
    roots = own(tmp_path, SOORT.replace("armoede", "geluk"))
    assert open_rondom(roots).soorten["smw"].naam == "Schoolmaatschappelijk werk"
    assert "noem waarvoor" in " ".join(wrong_rondom(roots).values())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SOORT.replace("naam =", "nam ="), "Bedoel je 'naam'?"),
        (SOORT.replace('betaler = "Wij"\n', ""), "hier hoort een tekst"),
        (SOORT.replace('["armoede"]', "[]"), "noem waarvoor"),
        (SOORT + SOORT, "staat er twee keer"),
        (REGELING + REGELING, "staat er twee keer"),
        (LOKAAL, "zeg voor welke gemeente"),
        ("uren_per_fte = 400\n", "tussen 1 en 60"),
        ("uren_per_fte = 36\n", "uren_bron"),
    ],
)
def test_what_is_wrong_is_named(text: str, said: str) -> None:
    assert said in faults(text)
