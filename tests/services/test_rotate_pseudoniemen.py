"""All pseudonyms become others at once, and what belonged together still does."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from openlea.core.errors import Conflict, NotAllowed, NotFound
from openlea.policy.rechten import LidRol
from openlea.services.ask_rotation import WISSEL, ask_rotation
from openlea.services.mend_vault import mend_vault
from openlea.services.read_aanlevering import read_aanlevering
from openlea.services.rotate_pseudoniemen import rotate_pseudoniemen
from openlea.services.werk.voortgang import Stopped, Voortgang
from openlea.storage.records.models import Aanlevering, Werk
from openlea.storage.vault import kluis, sleutelbos
from tests.services.registratie_wereld import Zender, peildatum, register, row
from tests.world import World

if TYPE_CHECKING:
    from pytest_django import Settings


@pytest.fixture(autouse=True)
def vault(hilversum: World, tmp_path: Path, settings: "Settings") -> Path:
    Aanlevering.objects.all().delete()
    settings.VAULT, settings.SLEUTELS = tmp_path / "vault", tmp_path / "sleutels"
    return tmp_path


@pytest.fixture
def analist(hilversum: World) -> Zender:
    return Zender(hilversum.actor(LidRol.ANALIST))


def progress(zender: Zender) -> Voortgang:
    werk = Werk(werkruimte_id=zender.actor.werkruimte, soort=WISSEL, naam="proef")
    return Voortgang(werk, zender.actor, every=0)


def pseudonyms(zender: Zender, number: int) -> list[str]:
    rows = read_aanlevering(zender.actor, number, "proef")
    return rows["pseudoniem"].to_list()


@pytest.fixture
def two(analist: Zender) -> tuple[int, int]:
    one = analist.keep(register([row(n) for n in range(4)]), peildatum(1))
    other = analist.keep(register([row(n) for n in (3, 2, 9)]), peildatum(0))
    return one.pk, other.pk


def test_every_pseudonym_changes_and_the_same_child_stays_the_same(
    analist: Zender, two: tuple[int, int]
) -> None:
    before = {value for number in two for value in pseudonyms(analist, number)}
    told = rotate_pseudoniemen(progress(analist), naar=2)
    first, second = (pseudonyms(analist, number) for number in two)
    assert not before & {*first, *second}
    assert (second[0], second[1]) == (first[3], first[2])
    assert second[2] not in first
    assert told["zin"].startswith("2 aanleveringen zijn opnieuw geschreven")


def test_what_comes_later_links_to_what_was_changed(analist: Zender, two: tuple[int, int]) -> None:
    rotate_pseudoniemen(progress(analist), naar=2)
    later = analist.keep(register([row(0)]), peildatum(2))
    assert pseudonyms(analist, later.pk) == pseudonyms(analist, two[0])[:1]


def test_halfway_deliveries_link_and_asked_again_it_goes_on(
    analist: Zender, two: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    work = progress(analist)
    steps = iter([None, Stopped])

    def step(*_: object) -> None:
        if stop := next(steps):
            raise stop

    monkeypatch.setattr(work, "step", step)
    with pytest.raises(Stopped):
        rotate_pseudoniemen(work, naar=2)
    done = set(Aanlevering.objects.values_list("sleutels", flat=True))
    assert done == {1, 2}, "one was written anew, one was not"
    first, second = (pseudonyms(analist, number) for number in two)
    assert second[0] == first[3]
    rotate_pseudoniemen(progress(analist), naar=2)
    assert set(Aanlevering.objects.values_list("sleutels", flat=True)) == {2}
    assert [pseudonyms(analist, number) for number in two] == [first, second]
    assert not sleutelbos.has_key("pseudoniem/hilversum/3"), "the same work makes no second key"


def test_the_old_file_and_its_key_are_gone(analist: Zender, two: tuple[int, int]) -> None:
    old = set(Aanlevering.objects.values_list("kluis", flat=True))
    rotate_pseudoniemen(progress(analist), naar=2)
    assert not old & {one.nummer for one in kluis.found_files()}
    assert mend_vault().onleesbaar == ()


def test_one_that_can_not_be_opened_stops_no_other(analist: Zender, two: tuple[int, int]) -> None:
    lost = Aanlevering.objects.get(pk=two[0])
    sleutelbos.destroy_key(f"kluis/{lost.kluis}")
    told = rotate_pseudoniemen(progress(analist), naar=2)
    assert "1 aanlevering is opnieuw geschreven" in told["zin"]
    assert "1 overgeslagen" in told["zin"]
    assert pseudonyms(analist, two[1])
    with pytest.raises(NotFound):
        pseudonyms(analist, two[0])


def test_a_change_in_between_is_never_overwritten(
    analist: Zender, two: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = kluis.write

    def write_late(*args: object) -> object:
        Aanlevering.objects.filter(pk=two[0]).update(versie=99)
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(kluis, "write", write_late)
    rotate_pseudoniemen(progress(analist), naar=2)
    monkeypatch.undo()
    assert Aanlevering.objects.get(pk=two[0]).sleutels == 1
    assert pseudonyms(analist, two[0])[3] == pseudonyms(analist, two[1])[0]
    assert len(kluis.found_files()) == 4, "two files with two keys, no more"


def test_only_who_keeps_registrations_asks_it_and_it_is_asked_once(
    hilversum: World, analist: Zender, two: tuple[int, int]
) -> None:
    with pytest.raises(NotAllowed):
        ask_rotation(hilversum.actor(LidRol.SWV_DIRECTEUR))
    with pytest.raises(NotAllowed):
        rotate_pseudoniemen(progress(Zender(hilversum.actor(LidRol.SWV_DIRECTEUR))), naar=2)
    asked = ask_rotation(analist.actor)
    assert asked.argumenten == {"naar": 2}
    assert ask_rotation(analist.actor).pk == asked.pk


def test_with_lost_keys_nothing_is_changed(analist: Zender, two: tuple[int, int]) -> None:
    sleutelbos.destroy_key("pseudoniem/hilversum/1")
    with pytest.raises(Conflict, match="sleutels"):
        rotate_pseudoniemen(progress(analist), naar=2)
    assert not sleutelbos.has_key("pseudoniem/hilversum/2")
