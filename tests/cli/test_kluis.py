"""The vault is cleaned by a command that a machine can run at night and hear about."""

import json
from pathlib import Path

import pytest
from django.utils import timezone

from openlea.cli import kluis as command
from openlea.policy.rechten import LidRol
from openlea.services._demo_registratie import fill_registratie
from openlea.storage.records.models import Aanlevering
from tests.world import World


@pytest.fixture
def awake(hilversum: World, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(command, "start", lambda _: None)
    # Those of the demo may be forgotten for good by what was tried before in this very run.
    Aanlevering.objects.all().delete()
    fill_registratie(hilversum.actor(LidRol.ANALIST), timezone.localdate())
    return hilversum


def test_a_whole_vault_ends_well(awake: World, capsys: pytest.CaptureFixture[str]) -> None:
    command.kluis(json=True)
    assert json.loads(capsys.readouterr().out)["onleesbaar"] == []


def test_a_delivery_that_does_not_open_is_named_and_ends_with_one(
    awake: World, tmp_path: Path, capsys: pytest.CaptureFixture[str], settings: object
) -> None:
    [one] = Aanlevering.objects.counted()
    settings.SLEUTELS = tmp_path  # type: ignore[attr-defined]
    with pytest.raises(SystemExit, match="1"):
        command.kluis()
    assert f"Aanlevering {one.pk} gaat niet open" in capsys.readouterr().out
