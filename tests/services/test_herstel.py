"""What the door refuses waits for repair: row by row, by the rules of the door, kept whole."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from openlea.core.errors import BadInput, Conflict, NotFound
from openlea.policy.datumvorm import Datumvorm
from openlea.policy.kolomkeuze import Kolomkeuze
from openlea.policy.leveringverschil import Aanvulwijze
from openlea.policy.rechten import LidRol
from openlea.services.choose_kolommen import choose_kolommen
from openlea.services.describe_herstel import describe_herstel
from openlea.services.describe_kolommen import describe_kolommen
from openlea.services.drop_aanlevering import drop_aanlevering
from openlea.services.keep_aanlevering import keep_aanlevering
from openlea.services.kluis.plek import vak_of
from openlea.services.mend_aanlevering import mend_aanlevering
from openlea.services.mend_vault import mend_vault
from openlea.services.read_aanlevering import read_aanlevering
from openlea.storage.records.models import Aanlevering, Kolomkoppeling
from openlea.storage.vault import kluis, sleutelbos
from tests.services.registratie_wereld import Zender, bsn, peildatum, register, row
from tests.world import World

if TYPE_CHECKING:
    from pytest_django import Settings

STRANGE = (
    "Nummer kind",
    "Wie",
    "Dag van geboorte",
    "Gebied",
    "Waar",
    "Sinds",
    "Inzet",
    "Iets",
    "Z",
)
CHOICE = {
    1: Kolomkeuze(veld="bsn"),
    3: Kolomkeuze(veld="geboortemaand"),
    4: Kolomkeuze(veld="pc4"),
    5: Kolomkeuze(veld="locatie"),
    6: Kolomkeuze(veld="indicatie_op"),
}


@pytest.fixture(autouse=True)
def vault(hilversum: World, tmp_path: Path, settings: "Settings") -> Path:
    Aanlevering.objects.all().delete()
    settings.VAULT, settings.SLEUTELS = tmp_path / "vault", tmp_path / "sleutels"
    return tmp_path


@pytest.fixture
def analist(hilversum: World) -> Zender:
    return Zender(hilversum.actor(LidRol.ANALIST))


def damaged(analist: Zender) -> Aanlevering:
    rows = [
        row(0),
        row(1, bsn="123456789"),
        row(2, geboortedatum="31-02-2022", postcode="x"),
        row(3),
    ]
    return analist.offer(register(rows))


def test_a_damaged_row_waits_with_line_column_and_reason_and_is_not_counted(
    analist: Zender,
) -> None:
    one = damaged(analist)
    assert (one.wacht_op, one.rijen, one.afgekeurde_rijen) == ("herstel", 2, 2)
    first, second = describe_herstel(analist.actor, one.pk)
    assert (first.regel, [cel.titel for cel in first.cellen]) == (
        3,
        ["Burgerservicenummer van het kind"],
    )
    assert [(cel.plek, cel.moet) for cel in second.cellen] == [(1, True), (2, False)]
    with pytest.raises(Conflict, match="Verbeter eerst"):
        keep_aanlevering(analist.actor, one.pk, vervangt=None)


def test_a_mended_row_is_the_row_that_would_have_come_in_undamaged(analist: Zender) -> None:
    one = damaged(analist)
    typed = {3: {0: bsn(1)}, 4: {1: "14-03-2022", 2: "1211 zq"}}
    done = mend_aanlevering(analist.actor, one.pk, typed)
    assert (done.wacht_op, done.rijen, done.afgekeurde_rijen, done.afgekeurd) == ("", 4, 0, [])
    keep_aanlevering(analist.actor, one.pk, vervangt=None)
    whole = analist.keep(register([row(n) for n in range(4)]), peildatum(1))
    mended = read_aanlevering(analist.actor, one.pk, "proef")
    undamaged = read_aanlevering(analist.actor, whole.pk, "proef")
    assert mended.sort("pseudoniem").equals(undamaged.sort("pseudoniem"))


def test_what_is_typed_passes_the_same_door_and_what_was_good_stays(analist: Zender) -> None:
    one = damaged(analist)
    with pytest.raises(BadInput, match="elfproef") as refused:
        mend_aanlevering(analist.actor, one.pk, {3: {0: "987654321"}, 4: {1: "2022-03-14"}})
    assert "987654321" not in str(refused.value)
    assert [rij.regel for rij in describe_herstel(analist.actor, one.pk)] == [3]
    one.refresh_from_db()
    assert one.rijen == 3


def test_nothing_typed_changes_nothing_and_a_row_is_left_out_on_purpose_alone(
    analist: Zender,
) -> None:
    one = damaged(analist)
    mend_aanlevering(analist.actor, one.pk, {3: {0: ""}, 4: {1: "", 2: ""}})
    assert len(describe_herstel(analist.actor, one.pk)) == 2
    done = mend_aanlevering(analist.actor, one.pk, {4: {1: "14-03-2022"}}, weg=[3])
    assert (done.wacht_op, done.rijen, done.afgekeurde_rijen) == ("", 3, 1)
    assert [fault["regel"] for fault in done.afgekeurd if fault["rij_weg"]] == [3]


def test_a_row_with_more_cells_than_heads_can_only_be_left_out(analist: Zender) -> None:
    one = analist.offer(register([row(0), [*row(1), "Zwaluwnest"]]))
    [rij] = describe_herstel(analist.actor, one.pk)
    assert rij.heel
    assert rij.cellen == ()
    assert mend_aanlevering(analist.actor, one.pk, {}, alles_weg=True).rijen == 1


def test_unknown_heads_wait_for_a_choice_that_is_asked_once(analist: Zender) -> None:
    file = register([row(n) for n in range(6)], STRANGE)
    one = analist.offer(file)
    assert (one.wacht_op, one.rijen, one.kolommen) == ("kolommen", 0, [])
    old = vak_of(one)
    beeld = describe_kolommen(analist.actor, one.pk)
    assert [kolom.kop for kolom in beeld.kolommen] == list(STRANGE)
    done = choose_kolommen(analist.actor, one.pk, CHOICE)
    assert (done.wacht_op, done.rijen) == ("", 6)
    assert not sleutelbos.has_key(f"kluis/{old.nummer}"), "the file goes with its key"
    again = analist.offer(register([row(n) for n in range(7)], STRANGE), peildatum(1))
    assert (again.wacht_op, again.rijen, again.koppeling["hoe"]) == ("", 7, "onthouden")
    assert "Nummer kind" not in str(list(Kolomkoppeling.objects.values()))


def test_a_choice_that_can_not_be_changes_nothing(analist: Zender) -> None:
    one = analist.offer(register([row(n) for n in range(6)], STRANGE))
    with pytest.raises(BadInput, match="geen kolom zegt om wie het gaat"):
        choose_kolommen(analist.actor, one.pk, {n: k for n, k in CHOICE.items() if n != 1})
    with pytest.raises(BadInput, match="ontbreekt"):
        choose_kolommen(analist.actor, one.pk, {1: CHOICE[1]})
    one.refresh_from_db()
    assert one.wacht_op == "kolommen"
    assert kluis.is_readable(vak_of(one))


def test_words_of_a_sender_become_those_of_the_registration(analist: Zender) -> None:
    heads = ("BSN", "Geboortedatum", "Datum indicatie", "Status")
    rows = [
        [bsn(n), "2022-03-14", "2025-02-01", "Plaatsing" if n % 2 else "Op lijst"] for n in range(6)
    ]
    one = analist.offer(register(rows, heads))
    assert one.wacht_op == "kolommen", "most words of a column are unknown: these are other words"
    vraag = describe_kolommen(analist.actor, one.pk).kolommen[3]
    assert [een.woord for een in vraag.woorden] == ["Op lijst", "Plaatsing"]
    words = {"PLAATSING": "geplaatst", "OP LIJST": "wachtlijst"}
    velden = ("bsn", "geboortemaand", "indicatie_op")
    choice = {n: Kolomkeuze(veld=veld) for n, veld in enumerate(velden, 1)}
    choose_kolommen(analist.actor, one.pk, choice | {4: Kolomkeuze(veld="stand", vertaling=words)})
    keep_aanlevering(analist.actor, one.pk, vervangt=None)
    kept = read_aanlevering(analist.actor, one.pk, "proef")
    assert sorted(kept["stand"].to_list()) == ["geplaatst"] * 3 + ["wachtlijst"] * 3
    again = analist.offer(register(rows, heads), peildatum(1))
    assert again.wacht_op == ""


def test_words_that_may_be_a_person_are_asked_for_and_not_shown(analist: Zender) -> None:
    heads = ("BSN", "Geboortedatum", "Datum indicatie", "Status")
    rows = [[bsn(n), "2022-03-14", "2025-02-01", bsn(20 + n)] for n in range(6)]
    one = analist.offer(register(rows, heads))
    vraag = describe_kolommen(analist.actor, one.pk).kolommen[3]
    assert (vraag.woorden, vraag.typen) == ((), True)


def test_a_draft_of_any_kind_goes_with_its_key_when_dropped_or_late(analist: Zender) -> None:
    raw, waits = analist.offer(register([row(1)], STRANGE)), damaged(analist)
    drop_aanlevering(analist.actor, raw.pk)
    late = timezone.now() - timedelta(hours=25)
    Aanlevering.objects.filter(pk=waits.pk).update(gemaakt_op=late)
    assert mend_vault().verlopen == 1
    assert kluis.found_files() == []
    with pytest.raises((NotFound, Conflict)):
        describe_herstel(analist.actor, waits.pk)


def test_cleaning_leaves_a_draft_that_waits_alone(analist: Zender) -> None:
    raw, waits = analist.offer(register([row(1)], STRANGE)), damaged(analist)
    assert mend_vault(grace=timedelta(0)).resten == 0
    assert all(kluis.is_readable(vak_of(one)) for one in (raw, waits))


def test_the_same_file_again_is_said_to_change_nothing(analist: Zender) -> None:
    file = register([row(n) for n in range(8)])
    analist.keep(file)
    assert analist.offer(file).koppeling["verschil"]["soort"] == "hetzelfde"


def test_a_supplement_is_recognised_and_becomes_one_delivery_with_the_earlier(
    analist: Zender,
) -> None:
    first = analist.keep(register([row(n) for n in range(10)]))
    more = analist.offer(register([row(n) for n in range(9, 25)]))
    verschil = more.koppeling["verschil"]
    assert (verschil["soort"], verschil["voorstel"]) == ("aanvulling", "vult_aan")
    assert "minder dan 5" in verschil["zinnen"][0]
    wijze = Aanvulwijze.VULT_AAN
    whole = keep_aanlevering(analist.actor, more.pk, vervangt=first.pk, wijze=wijze)
    assert whole.rijen == 25, "the child in both is there once"
    assert read_aanlevering(analist.actor, whole.pk, "proef")["pseudoniem"].n_unique() == 25
    first.refresh_from_db()
    assert first.gewist_op
    assert not kluis.is_readable(vak_of(first))
    assert [one.pk for one in Aanlevering.objects.counted()] == [whole.pk]


def test_a_correction_is_recognised_and_replaces(analist: Zender) -> None:
    analist.keep(register([row(n) for n in range(20)]))
    better = [row(n, postcode="1215AA") for n in range(8)] + [row(n) for n in range(8, 20)]
    verschil = analist.offer(register(better)).koppeling["verschil"]
    assert (verschil["soort"], verschil["voorstel"]) == ("correctie", "vervangt")
    assert verschil["zinnen"][-1] == "Gewijzigde rijen van wie er al in stond: 8."


def test_days_that_are_written_otherwise_are_asked_even_when_some_are_wrong(
    analist: Zender,
) -> None:
    heads = ("BSN", "Verjaart", "Datum indicatie")
    rows = [[bsn(n), "03/14/2022" if n else "x", "2025-02-01"] for n in range(8)]
    one = analist.offer(register(rows, heads))
    beeld = describe_kolommen(analist.actor, one.pk, {1: "bsn", 2: "geboortemaand"})
    assert beeld.kolommen[1].vorm is Datumvorm.MDJ
    choice = {1: Kolomkeuze(veld="bsn")}
    choice[2] = Kolomkeuze(veld="geboortemaand", datumvorm=Datumvorm.MDJ)
    done = choose_kolommen(analist.actor, one.pk, choice)
    assert (done.rijen, done.afgekeurde_rijen) == (7, 1)
