"""Which child it was, what it wished and where it lives lies nowhere in clear text."""

import json
import logging
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.apps import apps

from openlea.core.errors import BadInput
from openlea.policy.rechten import LidRol
from openlea.services.fasten_ronde import fasten_ronde
from openlea.services.kluis.plek import vak_of
from openlea.services.offer_aanmeldingen import offer_aanmeldingen
from openlea.services.plaats import aanmelddeur
from openlea.services.plaats.dagtekst import enter_dagtekst
from openlea.services.plaats.uitvoeren import carry_out
from openlea.services.read_uitkomsten import read_uitkomsten
from openlea.storage.records.models import Aanlevering, Plaatsingsronde
from openlea.storage.vault import kluis
from tests.services.plaats.rondewereld import (
    NAAM,
    STRAAT,
    TEKST,
    ZAAD,
    children,
    file,
    filled,
    numbers,
    opened,
    silent,
)
from tests.world import World

if TYPE_CHECKING:
    from pytest_django import Settings

DROPPED = (NAAM, TEKST, STRAAT)
"""What is in the file and may be kept nowhere, not even sealed."""
KEPT = ("plaatsing", "aanlevering", "logregel", "werk")
WISHES = ("A|B", '"A","B"', '["A", "B"]')
PC4 = re.compile(r"(?<![\w.+/-])1211(?![0-9a-f_])")
"""Where children live: four digits of their own, not four of a fingerprint or a clock."""


@pytest.fixture
def house(hilversum: World, tmp_path: Path, settings: "Settings") -> Path:
    """Put all that is written in one folder, the temporary files too."""
    Plaatsingsronde.objects.all().delete()
    Aanlevering.objects.all().delete()
    settings.DATA = tmp_path / "data"
    settings.VAULT, settings.SLEUTELS = tmp_path / "data/vault", tmp_path / "sleutels"
    settings.MEDIA_ROOT = tmp_path / "data/documenten"
    return tmp_path


def everything_kept() -> str:
    """Return the database as text: all but public pieces, places of schools, and the agenda."""
    every = [
        {key: value for key, value in row.items() if key not in {"plekken", "inhoud"}}
        for model in apps.get_models()
        if any(part in str(model._meta.model_name) for part in KEPT)
        for row in model._default_manager.values()
    ]
    return json.dumps(every, default=str, ensure_ascii=False)


def test_no_child_lies_anywhere_in_clear_text(
    hilversum: World, house: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(house))
    caplog.set_level(logging.DEBUG)
    plaatser = hilversum.actor(LidRol.PLAATSER)
    nummer = filled(plaatser)
    kept = everything_kept()
    assert not PC4.search(kept)
    for planted in (*DROPPED, *numbers(), *WISHES):
        assert planted not in kept, "before the promise the database knows no child at all"
    fasten_ronde(plaatser, nummer)
    enter_dagtekst(plaatser, nummer, ZAAD)
    ronde = carry_out(plaatser, nummer, silent)
    kept = everything_kept()
    assert not PC4.search(kept + caplog.text)
    for planted in (*DROPPED, *numbers(), *WISHES):
        assert planted not in kept
        assert planted not in caplog.text
    for written in house.rglob("*"):
        if written.is_file():
            content = written.read_bytes()
            for planted in (*DROPPED, *numbers()):
                assert planted.encode() not in content, written
    geheim = ronde.geheim
    assert geheim
    assert "zout" not in geheim
    pieces = "".join(stuk.inhoud for stuk in ronde.stukken.all())
    rows = read_uitkomsten(plaatser, nummer, "test")
    assert all(key not in pieces for key in rows["sleutel"])


def test_not_even_who_opens_the_vault_finds_a_name(hilversum: World, house: Path) -> None:
    plaatser = hilversum.actor(LidRol.PLAATSER)
    nummer = filled(plaatser)
    ronde = Plaatsingsronde.objects.get(pk=nummer)
    assert ronde.aanmeldingen is not None
    opened_rows = kluis.read(vak_of(ronde.aanmeldingen)).write_csv()
    assert numbers()[0] in opened_rows
    assert not any(planted in opened_rows for planted in DROPPED)
    assert not any(planted in json.dumps(ronde.aanmeldingen.vervallen) for planted in DROPPED)


@pytest.mark.parametrize(
    ("good", "wrong"),
    [
        ("geheim-nummer-003", "123456782"),
        ("geheim-nummer-003", "0612345678"),
        ("geheim-nummer-003", NAAM),
        ("geheim-nummer-003;Zwaluwnest;1211ZQ", f"geheim-nummer-003;Zwaluwnest;{TEKST}"),
        (";A;B;", f";{NAAM};B;"),
    ],
)
def test_with_one_fault_nothing_is_kept_and_no_value_is_told(
    hilversum: World, house: Path, good: str, wrong: str
) -> None:
    plaatser = hilversum.actor(LidRol.PLAATSER)
    nummer = opened(plaatser)
    text = children().replace(good, wrong, 1)
    assert text != children()
    with pytest.raises(BadInput) as refused:
        offer_aanmeldingen(plaatser, nummer, file(text))
    told = str(refused.value)
    assert "regel" in told
    for planted in ("123456782", "0612345678", NAAM, TEKST, *numbers()):
        assert planted not in told
    assert not Aanlevering.objects.exists()
    assert not list(house.rglob("*.kluis"))


def test_free_text_does_not_come_in_as_an_advice(hilversum: World, house: Path) -> None:
    plaatser = hilversum.actor(LidRol.PLAATSER)
    nummer = opened(plaatser)
    text = "nummer;wens1;schooladvies\nkind-1;A;vwo\nkind-2;A;Ooievaar zegt iets\n"
    with pytest.raises(BadInput, match="kolom advies") as refused:
        offer_aanmeldingen(plaatser, nummer, file(text))
    assert "Ooievaar" not in str(refused.value)


def test_a_fault_of_the_program_at_the_door_tells_no_value(
    hilversum: World, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(*_: object) -> None:
        raise ValueError(f"could not read {NAAM}")

    plaatser = hilversum.actor(LidRol.PLAATSER)
    nummer = opened(plaatser)
    monkeypatch.setattr(aanmelddeur, "read_kinderen", trip)
    with pytest.raises(BadInput) as refused:
        offer_aanmeldingen(plaatser, nummer, file(children()))
    assert NAAM not in str(refused.value)
    assert refused.value.__cause__ is None


def test_the_search_itself_finds_what_is_planted() -> None:
    assert all(one in children() for one in (*DROPPED, *numbers())), "else nothing is proved"
    for written in (children(), '["1211"]', '{"pc4": "1211"}', "kind; 1211 AB", "pc4=1211"):
        assert PC4.search(written), written
    for chance in ("ab1211c4", "10:20:30.121134", "gAAA/1211kQ", "211211"):
        assert not PC4.search(chance), "a fingerprint or a clock is no postcode"
