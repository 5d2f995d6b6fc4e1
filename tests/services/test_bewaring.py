"""Retention removes exactly what it announced, and says afterwards what that was."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from openlea.core.errors import BadInput, Conflict, NotAllowed
from openlea.policy.bewaring import fingerprint
from openlea.policy.rechten import LidRol
from openlea.services.describe_bewaring import Bewaarregel, describe_bewaring
from openlea.services.end_bewaarstop import end_bewaarstop
from openlea.services.keep_bewaarstop import keep_bewaarstop
from openlea.services.keep_bewaartermijn import keep_bewaartermijn
from openlea.services.remove_expired import remove_expired
from openlea.services.seal_log import seal_log
from openlea.services.verify_log import verify_log
from openlea.storage.records.models import (
    Bewaartermijn,
    Document,
    Gastlink,
    Lidmaatschap,
    Logketen,
    Logregel,
    Persoon,
    Verwijderbewijs,
    Werk,
)
from tests.world import World

TODAY = date(2026, 11, 22)
AGO = TODAY - timedelta(days=900)


def line(world: World, soort: str, on: date = TODAY) -> Bewaarregel:
    return next(one for one in describe_bewaring(on, world.werkruimte) if one.soort == soort)


def document(world: World, until: date | None, content: bytes = b"een stuk") -> Document:
    name = default_storage.save(f"{world.werkruimte.pk}/{content!r}.txt", ContentFile(content))
    return Document.objects.create(
        werkruimte=world.werkruimte, titel="Stuk", bestand=name, bewaren_tot=until
    )


def old_work(world: World, days: int) -> Werk:
    moment = timezone.now() - timedelta(days=days)
    one = Werk.objects.create(
        werkruimte=world.werkruimte,
        soort="proef",
        naam="Werk",
        sleutel=f"oud{days}",
        staat="klaar",
        rol=LidRol.ANALIST,
    )
    Werk.objects.filter(pk=one.pk).update(klaar_op=moment)
    return one


def test_what_was_announced_goes_and_nothing_else(hilversum: World) -> None:
    old, young = old_work(hilversum, 900), old_work(hilversum, 10)
    announced = describe_bewaring(timezone.localdate(), hilversum.werkruimte)
    weg = next(one for one in announced if one.soort == "werk").opruiming.weg
    assert old.pk in weg
    before = set(Werk.objects.values_list("pk", flat=True))
    remove_expired(announced, timezone.localdate())
    assert before - set(Werk.objects.values_list("pk", flat=True)) == set(weg)
    assert Werk.objects.filter(pk=young.pk).exists()


def test_a_second_time_there_is_nothing_left(hilversum: World) -> None:
    old_work(hilversum, 900)
    today = timezone.localdate()
    remove_expired(describe_bewaring(today), today)
    assert remove_expired(describe_bewaring(today), today) == ()


def test_the_proof_says_how_many_and_which_and_not_what(hilversum: World) -> None:
    one = document(hilversum, AGO)
    (proof,) = remove_expired([line(hilversum, "document")], TODAY)
    assert (proof.soort, proof.aantal, proof.nummers) == ("document", 1, [one.pk])
    assert proof.vingerafdruk == fingerprint([one.pk])
    assert "Stuk" not in str(Verwijderbewijs.objects.filter(pk=proof.pk).values())


def test_a_document_goes_with_its_file_and_its_history(
    hilversum: World, django_capture_on_commit_callbacks: type
) -> None:
    one = document(hilversum, AGO, b"weg ermee")
    name = one.bestand.name
    with django_capture_on_commit_callbacks(execute=True):
        remove_expired([line(hilversum, "document")], TODAY)
    assert not default_storage.exists(name)
    assert not Document.history.filter(id=one.pk).exists()


def test_a_file_that_another_document_needs_stays(
    hilversum: World, django_capture_on_commit_callbacks: type
) -> None:
    one = document(hilversum, AGO, b"gedeeld")
    Document.objects.create(
        werkruimte=hilversum.werkruimte, titel="Ander", bestand=one.bestand.name
    )
    with django_capture_on_commit_callbacks(execute=True):
        remove_expired([line(hilversum, "document")], TODAY)
    assert default_storage.exists(one.bestand.name)


@pytest.mark.parametrize("of_one", [True, False])
def test_what_is_held_stays_until_the_hold_ends(hilversum: World, *, of_one: bool) -> None:
    one = document(hilversum, AGO)
    keeper = hilversum.actor(LidRol.AGENDABEHEERDER)
    nummer = one.pk if of_one else None
    stop = keep_bewaarstop(keeper, "document", nummer, "Bezwaar loopt", van=AGO)
    assert line(hilversum, "document").opruiming.vastgehouden == (one.pk,)
    assert remove_expired([line(hilversum, "document")], TODAY) == ()
    end_bewaarstop(keeper, stop.pk, TODAY)
    assert line(hilversum, "document", TODAY + timedelta(days=1)).opruiming.weg == (one.pk,)


def test_a_hold_that_came_after_the_announcement_stops_it(hilversum: World) -> None:
    document(hilversum, AGO)
    announced = line(hilversum, "document")
    keeper = hilversum.actor(LidRol.AGENDABEHEERDER)
    keep_bewaarstop(keeper, "document", None, "Woo-verzoek", van=AGO)
    with pytest.raises(Conflict):
        remove_expired([announced], TODAY)
    assert Document.objects.filter(bewaren_tot=AGO).exists()


def test_only_who_keeps_the_agenda_sets_a_hold_and_says_why(hilversum: World) -> None:
    for rol in (LidRol.AUDITOR, LidRol.PARTNER, LidRol.WETHOUDER):
        with pytest.raises(NotAllowed):
            keep_bewaarstop(hilversum.actor(rol), "document", None, "Reden", van=TODAY)
    with pytest.raises(BadInput):
        keep_bewaarstop(hilversum.actor(LidRol.AGENDABEHEERDER), "document", None, " ", van=TODAY)


def test_an_own_term_counts_with_its_reason_and_can_be_given_up(hilversum: World) -> None:
    one = old_work(hilversum, 100)
    keeper, today = hilversum.actor(LidRol.AGENDABEHEERDER), timezone.localdate()
    assert one.pk not in line(hilversum, "werk", today).opruiming.weg
    keep_bewaartermijn(keeper, "werk", 2, "Zo afgesproken met de FG")
    assert one.pk in line(hilversum, "werk", today).opruiming.weg
    keep_bewaartermijn(keeper, "werk", None)
    assert one.pk not in line(hilversum, "werk", today).opruiming.weg
    with pytest.raises(BadInput):
        keep_bewaartermijn(keeper, "document", 3, "Reden")


def test_the_log_loses_only_its_beginning_and_still_holds(
    hilversum: World, settings: pytest.FixtureRequest, tmp_path: Path
) -> None:
    settings.SLEUTELS = tmp_path / "sleutels"
    Logregel.objects.all().delete()
    Logketen.objects.all().delete()
    keten = hilversum.werkruimte.slug
    for number in range(6):
        Logregel.objects.create(
            keten=keten, werkruimte=hilversum.werkruimte, werk="proef", onderwerp=str(number)
        )
    old = list(Logregel.objects.order_by("pk").values_list("pk", flat=True))[:3]
    Logregel.objects.filter(pk__in=old).update(moment=timezone.now() - timedelta(days=3000))
    seal_log()
    today = timezone.localdate()
    (proof,) = remove_expired([line(hilversum, "logregel", today)], today)
    seal_log()
    assert proof.nummers == [1, 2, 3]
    assert verify_log(keten).fouten == ()


def test_who_left_long_ago_is_a_number_and_can_not_come_in(hilversum: World) -> None:
    one = Persoon.objects.create(email="oud@voorbeeld.example", naam="Iemand van vroeger")
    Lidmaatschap.objects.create(
        werkruimte=hilversum.werkruimte, persoon=one, rol=LidRol.LEZER, van=AGO, tot=AGO
    )
    remove_expired([one for one in describe_bewaring(TODAY, None) if one.soort == "account"], TODAY)
    one.refresh_from_db()
    assert not one.is_active
    assert "vroeger" not in one.naam
    assert "voorbeeld" not in one.email


def test_who_still_takes_part_somewhere_keeps_the_account(hilversum: World) -> None:
    ids = {lid.persoon_id for lid in Lidmaatschap.objects.of(hilversum.werkruimte.pk)}
    accounts = next(one for one in describe_bewaring(TODAY, None) if one.soort == "account")
    assert not ids & set(accounts.opruiming.weg)


def test_a_link_of_a_guest_goes_three_months_after_it_ended(hilversum: World) -> None:
    found = line(hilversum, "gastlink", date(2100, 1, 1)).opruiming.weg
    assert set(found) == set(
        Gastlink.objects.filter(werkruimte=hilversum.werkruimte).values_list("pk", flat=True)
    )


def test_mails_in_a_folder_go_after_a_month(hilversum: World) -> None:  # fills the database
    folder = Path(settings.EMAIL_FILE_PATH)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "oud.log").write_text("mail")
    later = timezone.localdate() + timedelta(days=60)
    lines = [one for one in describe_bewaring(later, None) if one.soort == "mail"]
    remove_expired(lines, later)
    assert not (folder / "oud.log").exists()


def test_nobody_makes_the_log_shorter_than_a_year(hilversum: World) -> None:
    with pytest.raises(BadInput):
        keep_bewaartermijn(hilversum.actor(LidRol.AGENDABEHEERDER), "logregel", 1, "Kort")
    Bewaartermijn.objects.create(
        werkruimte=hilversum.werkruimte, soort="logregel", maanden=0, waarom="buiten om"
    )
    assert line(hilversum, "logregel").maanden == 12
