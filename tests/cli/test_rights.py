"""Who may open what, as one table that anybody can check."""

from typing import Any

import pytest

from openlea.policy.rechten import LidRol
from tests.cli.conftest import Commands


@pytest.fixture(scope="module")
def rights(demo: Commands) -> Any:
    """Return what `rights --json` prints."""
    return demo("rights", "--json").table


def test_each_row_names_route_method_role_werkruimte_and_answer(rights: Any) -> None:
    assert rights
    for row in rights:
        assert set(row) == {"route", "methode", "rol", "werkruimte", "toegestaan"}
        assert row["werkruimte"] in {"eigen", "andere"}
        assert row["rol"] in {str(rol) for rol in LidRol}
        assert type(row["toegestaan"]) is bool


def test_every_route_has_a_row_for_every_role_in_both_werkruimten(rights: Any) -> None:
    rows = {(r["route"], r["methode"], r["rol"], r["werkruimte"]) for r in rights}
    assert len(rows) == len(rights)
    doors = {(route, methode) for route, methode, _, _ in rows}
    assert len(rows) == len(doors) * len(LidRol) * 2


def test_a_partner_changes_nothing_in_another_werkruimte(rights: Any) -> None:
    for row in rights:
        if row["werkruimte"] == "andere" and row["methode"] == "POST":
            assert row["toegestaan"] is False, row


def test_without_json_it_is_a_table_for_people(demo: Commands) -> None:
    said = demo("rights")
    assert said.code == 0
    assert "agendabeheerder" in said.out
