"""Rows about persons come in without who they are, count when looked at, and go for good."""

import shutil
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, LidRol, Noun, Verb
from openlea.services.describe_aanleveringen import describe_aanleveringen
from openlea.services.drop_aanlevering import drop_aanlevering
from openlea.services.erase_aanlevering import erase_aanlevering
from openlea.services.find_aanlevering import find_aanlevering
from openlea.services.keep_aanlevering import keep_aanlevering
from openlea.services.mend_vault import mend_vault
from openlea.services.offer_aanlevering import offer_aanlevering
from openlea.services.read_aanlevering import read_aanlevering
from openlea.storage.records.models import Aanlevering, Bewaarstop, Logregel, Partij, Werkruimte
from openlea.storage.vault import kluis, sleutelbos
from tests.services.registratie_wereld import REGISTRATIE, Zender, bsn, peildatum, register, row
from tests.world import World

if TYPE_CHECKING:
    from pytest_django import Settings

NOW = timedelta(0)


@pytest.fixture(autouse=True)
def vault(hilversum: World, tmp_path: Path, settings: "Settings") -> Path:
    """Begin with an empty vault and no deliveries."""
    Aanlevering.objects.all().delete()
    settings.VAULT, settings.SLEUTELS = tmp_path / "vault", tmp_path / "sleutels"
    return tmp_path


@pytest.fixture
def analist(hilversum: World) -> Zender:
    return Zender(hilversum.actor(LidRol.ANALIST))


@pytest.fixture
def directeur(hilversum: World) -> Zender:
    found = hilversum.actor(LidRol.SWV_DIRECTEUR)
    assert found.partij, "the demo gives this role a partij"
    return Zender(found)


def pseudonyms(actor: Actor, one: Aanlevering) -> list[str]:
    rows = read_aanlevering(actor, one.pk, "proef")
    return rows["pseudoniem"].to_list()


def test_of_a_row_only_what_is_declared_stays_and_coarser(analist: Zender) -> None:
    one = analist.keep(register([row(n) for n in range(6)]))
    rows = read_aanlevering(analist.actor, one.pk, "tellen")
    assert rows.height == one.rijen == 6
    assert {"pseudoniem", "geboortemaand", "pc4", "locatie", "indicatie_op"} <= set(rows.columns)
    assert {"naam", "toelichting", "bsn"} & set(rows.columns) == set()
    first = rows.row(0, named=True)
    assert (first["geboortemaand"], first["pc4"]) == ("2022-03", "1211")
    assert bsn(0) not in first["pseudoniem"]


def test_the_same_child_in_two_deliveries_has_one_pseudonym(analist: Zender) -> None:
    one = analist.keep(register([row(n) for n in range(4)]), peildatum(1))
    other = analist.keep(register([row(n) for n in (3, 1, 8)]), peildatum(0))
    first, second = pseudonyms(analist.actor, one), pseudonyms(analist.actor, other)
    assert [second[0], second[1]] == [first[3], first[1]]
    assert second[2] not in first


def test_across_werkruimten_nothing_links(analist: Zender) -> None:
    other = Werkruimte.objects.exclude(pk=analist.actor.werkruimte)[0]
    there = Zender(Actor(werkruimte=other.pk, rol=LidRol.ANALIST))
    file = register([row(n) for n in range(6)])
    here, elsewhere = analist.keep(file), there.keep(file)
    assert not set(pseudonyms(analist.actor, here)) & set(pseudonyms(there.actor, elsewhere))
    with pytest.raises(NotFound):
        read_aanlevering(there.actor, here.pk, "proef")


def test_a_rejected_row_is_told_by_line_and_column_and_never_by_its_value(analist: Zender) -> None:
    wrong = row(1, bsn="123456789")
    one = analist.offer(register([row(0), wrong, row(2, geboortedatum="31-02-2022"), row(3)]))
    assert (one.rijen, one.afgekeurde_rijen) == (2, 2)
    assert [fault["regel"] for fault in one.afgekeurd] == [3, 4]
    assert "123456789" not in str(one.afgekeurd)
    assert "31-02-2022" not in str(one.afgekeurd)


def test_a_delivery_counts_only_after_somebody_said_so(analist: Zender) -> None:
    new = analist.offer(register([row(n) for n in range(6)]))
    with pytest.raises(Conflict, match="nog niet bevestigd"):
        read_aanlevering(analist.actor, new.pk, "proef")
    assert Aanlevering.objects.counted().count() == 0
    keep_aanlevering(analist.actor, new.pk, vervangt=None)
    with pytest.raises(Conflict, match="telt al mee"):
        keep_aanlevering(analist.actor, new.pk, vervangt=None)


def test_the_same_period_replaces_only_what_the_person_was_shown(analist: Zender) -> None:
    first = analist.keep(register([row(1)]))
    second, third = analist.offer(register([row(2)])), analist.offer(register([row(3)]))
    with pytest.raises(Conflict, match="intussen"):
        keep_aanlevering(analist.actor, second.pk, vervangt=None)
    keep_aanlevering(analist.actor, second.pk, vervangt=first.pk)
    with pytest.raises(Conflict, match="intussen"):
        keep_aanlevering(analist.actor, third.pk, vervangt=first.pk)
    first.refresh_from_db()
    assert first.gewist_waarom == f"Vervangen door aanlevering {second.pk}."
    assert [one.pk for one in Aanlevering.objects.counted()] == [second.pk]


def test_another_sender_replaces_nothing(analist: Zender, directeur: Zender) -> None:
    analist.keep(register([row(1)]))
    directeur.keep(register([row(1)]))
    assert Aanlevering.objects.counted().count() == 2


def test_a_sender_delivers_for_the_own_partij_and_sees_only_that(
    analist: Zender, directeur: Zender
) -> None:
    own = directeur.actor.partij or 0
    other = Partij.objects.of(analist.actor.werkruimte).exclude(pk=own)[0]
    theirs = analist.keep(register([row(1)]), partij=other.pk)
    with pytest.raises(NotAllowed):
        directeur.offer(register([row(1)]), partij=other.pk)
    mine = directeur.keep(register([row(n) for n in range(5)]))
    assert mine.partij_id == directeur.actor.partij
    with pytest.raises(NotFound):
        find_aanlevering(directeur.actor, theirs.pk)
    seen = [one for beeld in describe_aanleveringen(directeur.actor) for one in beeld.leveringen]
    assert [one.nummer for one in seen] == [mine.pk]
    with pytest.raises(NotAllowed):
        erase_aanlevering(directeur.actor, mine.pk, "mag niet")


def test_a_partij_of_another_werkruimte_does_not_exist_here(analist: Zender) -> None:
    stranger = Partij.objects.exclude(werkruimte_id=analist.actor.werkruimte)[0]
    with pytest.raises(NotFound):
        analist.offer(register([row(1)]), partij=stranger.pk)


@pytest.mark.parametrize("rol", [LidRol.AGENDABEHEERDER, LidRol.WETHOUDER, LidRol.AUDITOR])
def test_who_keeps_the_agenda_has_no_business_here(hilversum: World, rol: LidRol) -> None:
    actor = hilversum.actor(rol)
    with pytest.raises(NotAllowed):
        describe_aanleveringen(actor)
    with pytest.raises(NotAllowed):
        offer_aanlevering(actor, REGISTRATIE, register([row(1)]), peildatum(0))
    assert not actor.may(Noun.REGISTRATIE, Verb.ZIEN)


def test_fewer_than_five_rows_are_no_number(analist: Zender) -> None:
    analist.keep(register([row(1), row(2)]))
    [beeld] = [one for one in describe_aanleveringen(analist.actor) if one.leveringen]
    assert beeld.leveringen[0].rijen == "minder dan 5"


def test_what_is_erased_stays_unreadable_with_the_old_file_back(
    analist: Zender, vault: Path
) -> None:
    one = analist.keep(register([row(n) for n in range(6)]))
    shutil.copytree(vault / "vault", vault / "backup")
    erase_aanlevering(analist.actor, one.pk, "Verzoek van de afzender")
    shutil.copytree(vault / "backup", vault / "vault", dirs_exist_ok=True)
    with pytest.raises(NotFound):
        read_aanlevering(analist.actor, one.pk, "proef")
    Aanlevering.objects.filter(pk=one.pk).update(gewist_op=None)
    with pytest.raises(NotFound, match="sleutel"):
        read_aanlevering(analist.actor, one.pk, "proef")


def test_erasing_asks_why_and_is_done_once(analist: Zender) -> None:
    one = analist.keep(register([row(1)]))
    with pytest.raises(BadInput, match="waarom"):
        erase_aanlevering(analist.actor, one.pk, "  ")
    with pytest.raises(Conflict, match="intussen"):
        erase_aanlevering(analist.actor, one.pk, "te laat gezien", versie=one.versie - 1)
    erase_aanlevering(analist.actor, one.pk, "verzoek")
    with pytest.raises(Conflict, match="al gewist"):
        erase_aanlevering(analist.actor, one.pk, "nog eens")


@pytest.mark.parametrize("alles", [True, False])
def test_a_legal_hold_keeps_rows_from_being_erased_or_replaced(
    analist: Zender, *, alles: bool
) -> None:
    one = analist.keep(register([row(1)]))
    Bewaarstop.objects.create(
        werkruimte_id=analist.actor.werkruimte,
        soort="aanlevering",
        nummer=None if alles else one.pk,
        reden="Onderzoek",
        van=timezone.localdate(),
    )
    with pytest.raises(Conflict, match="bewaarstop"):
        erase_aanlevering(analist.actor, one.pk, "verzoek")
    with pytest.raises(Conflict, match="bewaarstop"):
        analist.keep(register([row(2)]))
    assert pseudonyms(analist.actor, one)


def test_a_draft_can_be_thrown_away_and_goes_by_itself_after_a_day(analist: Zender) -> None:
    one, other = analist.offer(register([row(1)])), analist.offer(register([row(2)]))
    drop_aanlevering(analist.actor, one.pk)
    drop_aanlevering(analist.actor, one.pk)
    late = timezone.now() - timedelta(hours=25)
    Aanlevering.objects.filter(pk=other.pk).update(gemaakt_op=late)
    assert mend_vault().verlopen == 1
    other.refresh_from_db()
    assert other.gewist_op
    assert kluis.found_files() == []


def test_every_reading_is_in_the_log_with_what_it_was_for(analist: Zender) -> None:
    one = analist.keep(register([row(1)]))
    read_aanlevering(analist.actor, one.pk, "bereik van de doelgroep")
    said = Logregel.objects.filter(soort=Logsoort.LEZEN, noun=Noun.REGISTRATIE)
    assert [line.bijzonderheid for line in said] == ["bereik van de doelgroep"]


@pytest.mark.parametrize("lost", ["pseudoniem/hilversum/1", "afzender/hilversum"])
def test_lost_keys_stop_a_delivery_instead_of_quietly_linking_nothing(
    analist: Zender, lost: str
) -> None:
    analist.keep(register([row(1)]))
    sleutelbos.destroy_key(lost)
    with pytest.raises(Conflict, match="sleutels"):
        analist.offer(register([row(1)]), peildatum(1))
    assert not sleutelbos.has_key(lost)


def test_cleaning_removes_what_nothing_refers_to_and_leaves_what_is_new(
    analist: Zender,
) -> None:
    one = analist.keep(register([row(1)]))
    lost = analist.keep(register([row(1)]), peildatum(1))
    Aanlevering.objects.filter(pk=lost.pk).delete()
    assert mend_vault().resten == 0, "it may be a delivery that is being written now"
    assert mend_vault(grace=NOW).resten == 2
    assert pseudonyms(analist.actor, one)
    assert not sleutelbos.has_key(f"kluis/{lost.kluis}")


def test_cleaning_never_takes_a_missing_key_for_an_erased_delivery(
    analist: Zender, vault: Path, settings: "Settings"
) -> None:
    one = analist.keep(register([row(1)]))
    settings.SLEUTELS = vault / "not mounted"
    assert mend_vault(grace=NOW).onleesbaar == (one.pk,)
    settings.SLEUTELS = vault / "sleutels"
    assert pseudonyms(analist.actor, one)


def test_nothing_is_left_when_the_record_can_not_be_written(
    analist: Zender, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise Conflict("proef")

    monkeypatch.setattr("openlea.services.offer_aanlevering.keep_record", broken)
    with pytest.raises(Conflict, match="proef"):
        analist.offer(register([row(1)]))
    assert kluis.found_files() == []


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (b"", "leeg"),
        (b"%PDF-1.7", "pdf"),
        (b"kleur;3\nrood;3", "lijkt op gegevens"),
        (b"BSN;Geboortedatum;Datum indicatie\n", "geen enkele"),
    ],
)
def test_a_file_that_is_no_register_is_refused_and_leaves_nothing(
    analist: Zender, inhoud: bytes, reden: str
) -> None:
    from openlea.core.bron import Bestand

    with pytest.raises(BadInput, match=reden):
        analist.offer(Bestand(naam="lijst.csv", inhoud=inhoud))
    assert kluis.found_files() == []
    assert not Aanlevering.objects.exists()
