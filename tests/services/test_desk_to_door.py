"""What a desk made unrecognisable links to what came as it was: the door goes on from there."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from openlea.core.bron import Bestand
from openlea.policy.afzendersleutel import key_of_text
from openlea.policy.rechten import LidRol
from openlea.services.kluis.plek import registratie_of
from openlea.services.make_afzendersleutel import make_afzendersleutel
from openlea.services.pseudonimiseer_file import pseudonimiseer_file
from openlea.services.read_aanlevering import read_aanlevering
from openlea.storage.records.models import Aanlevering
from tests.services.registratie_wereld import HEADS, REGISTRATIE, Zender, peildatum, register, row
from tests.world import World

if TYPE_CHECKING:
    from pytest_django import Settings


@pytest.fixture(autouse=True)
def vault(hilversum: World, tmp_path: Path, settings: "Settings") -> Path:
    Aanlevering.objects.all().delete()
    settings.VAULT, settings.SLEUTELS = tmp_path / "vault", tmp_path / "sleutels"
    return tmp_path


def at_desk(bestand: Bestand, sleutel: str, folder: Path, code: str) -> Bestand:
    """Return the file as the command makes it, without the server."""
    received, made = folder / "lijst.csv", folder / "klaar.csv"
    received.write_bytes(bestand.inhoud)
    key = key_of_text(sleutel)
    pseudonimiseer_file(received, made, key, registratie_of(REGISTRATIE), afzender=code)
    return Bestand(naam="klaar.csv", inhoud=made.read_bytes())


@pytest.mark.parametrize("own", [False, True], ids=["bsn", "own number"])
def test_a_child_sent_by_a_desk_and_as_it_was_is_one_child(
    hilversum: World, tmp_path: Path, *, own: bool
) -> None:
    zender = Zender(hilversum.actor(LidRol.ANALIST))
    rows = [row(n, bsn=f"peuter-{n}") if own else row(n) for n in range(6)]
    file = register(rows, ("Kindnummer", *HEADS[1:]) if own else HEADS)
    treated = at_desk(file, make_afzendersleutel(zender.actor), tmp_path, "hilversum")
    raw, desk = zender.keep(file, peildatum(1)), zender.keep(treated, peildatum(0))
    one, other = (read_aanlevering(zender.actor, made.pk, "proef") for made in (raw, desk))
    assert one.equals(other.select(one.columns))
    sent = set(treated.inhoud.decode().replace("\r\n", ";").replace("\n", ";").split(";"))
    assert any(cell.startswith("p1-") for cell in sent)
    assert not set(other["pseudoniem"]) & sent, "the desk knows the first link of the chain alone"
