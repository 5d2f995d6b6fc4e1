"""Who delivers rows about persons sees first what stays, decides, and can let them be forgotten."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from openlea.policy.afzendersleutel import key_of_text
from openlea.policy.cijfertekst import periode_tekst
from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Aanlevering
from tests.services.registratie_wereld import NAAM, REGISTRATIE, bsn, peildatum, register, row
from tests.world import World

if TYPE_CHECKING:
    from pytest_django import Settings

PERIODE = peildatum(0)


@pytest.fixture(autouse=True)
def vault(hilversum: World, tmp_path: Path, settings: "Settings") -> Path:
    Aanlevering.objects.all().delete()
    settings.VAULT, settings.SLEUTELS = tmp_path / "vault", tmp_path / "sleutels"
    return tmp_path


def deliver(world: World, client: Client, *rows: list[str], **anders: str) -> Any:
    file = register(rows)
    sent = {"periode": PERIODE, "bestand": SimpleUploadedFile("a.csv", file.inhoud)} | anders
    url = world.url(f"registraties/aanleveren/{REGISTRATIE}/")
    return client.post(url, sent, follow=True)


def text(answer: Any) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def test_from_an_empty_list_to_a_delivery_that_counts(hilversum: World) -> None:
    client = hilversum.client(LidRol.ANALIST)
    assert "Lever de eerste periode aan" in text(client.get(hilversum.url("registraties/")))
    looked = text(deliver(hilversum, client, *(row(n) for n in range(6)), row(7, bsn="1")))
    assert "1 rij klopt nog niet" in looked
    assert "Regel 8" in looked, "the line in the file of the sender"
    new = Aanlevering.objects.get()
    early = client.post(hilversum.url(f"registraties/aanlevering/{new.pk}/bewaren/"), follow=True)
    assert "Verbeter eerst elke rij" in text(early), "nothing vanishes because nobody looked"
    herstel = hilversum.url(f"registraties/aanlevering/{new.pk}/herstel/")
    looked = text(client.post(herstel, {"alles_weg": "ja"}, follow=True))
    assert "Klopt dit?" in looked
    assert "Wat er wegvalt" in looked
    assert "<td>8</td>" in looked
    kept = client.post(hilversum.url(f"registraties/aanlevering/{new.pk}/bewaren/"), follow=True)
    assert "telt mee" in text(kept)
    listed = text(client.get(hilversum.url("registraties/")))
    assert " ".join(periode_tekst(PERIODE).split()) in listed
    assert "Rijen: 6" in listed


def test_replacing_is_said_before_and_done_only_after_yes(hilversum: World) -> None:
    client = hilversum.client(LidRol.ANALIST)
    deliver(hilversum, client, row(1))
    first = Aanlevering.objects.get()
    client.post(hilversum.url(f"registraties/aanlevering/{first.pk}/bewaren/"))
    looked = text(deliver(hilversum, client, row(2)))
    assert "Dit vervangt een eerdere aanlevering" in looked
    second = Aanlevering.objects.exclude(pk=first.pk).get()
    without = client.post(
        hilversum.url(f"registraties/aanlevering/{second.pk}/bewaren/"), follow=True
    )
    assert "intussen" in text(without)
    client.post(
        hilversum.url(f"registraties/aanlevering/{second.pk}/bewaren/"), {"vervangt": first.pk}
    )
    assert [one.pk for one in Aanlevering.objects.counted()] == [second.pk]


def test_rows_whose_key_is_gone_are_not_called_kept(hilversum: World, vault: Path) -> None:
    client = hilversum.client(LidRol.ANALIST)
    deliver(hilversum, client, row(1))
    one = Aanlevering.objects.get()
    page = hilversum.url(f"registraties/aanlevering/{one.pk}/")
    assert "niet te lezen" not in text(client.get(page))
    (vault / "sleutels" / "kluis" / f"{one.kluis}.sleutel").unlink()
    assert "Deze rijen zijn hier niet te lezen" in text(client.get(page))


def test_what_is_thrown_away_is_gone(hilversum: World) -> None:
    client = hilversum.client(LidRol.ANALIST)
    deliver(hilversum, client, row(1))
    new = Aanlevering.objects.get()
    answer = client.post(hilversum.url(f"registraties/aanlevering/{new.pk}/weg/"), follow=True)
    assert "Er is niets bewaard" in text(answer)
    assert not Aanlevering.objects.kept().exists()


def test_erasing_asks_why_and_says_what_it_means(hilversum: World) -> None:
    client = hilversum.client(LidRol.ANALIST)
    deliver(hilversum, client, row(1))
    new = Aanlevering.objects.get()
    client.post(hilversum.url(f"registraties/aanlevering/{new.pk}/bewaren/"))
    url = hilversum.url(f"registraties/aanlevering/{new.pk}/wissen/")
    assert "ook niet uit een back-up" in text(client.get(url))
    refused = client.post(url, {"reden": ""})
    assert refused.status_code == 422
    assert "Zeg waarom" in text(refused)
    assert "gewist" in text(client.post(url, {"reden": "Verzoek"}, follow=True))
    page = text(client.get(hilversum.url(f"registraties/aanlevering/{new.pk}/")))
    assert "Gewist: " in page
    assert "Verzoek" in page


def test_a_wrong_period_and_a_wrong_file_are_said_at_their_own_field(hilversum: World) -> None:
    client = hilversum.client(LidRol.ANALIST)
    answer = deliver(hilversum, client, row(1), periode="oktober")
    assert answer.status_code == 422
    assert "Schrijf de periode als peildatum" in text(answer)
    answer = deliver(hilversum, client, row(1, bsn=NAAM))
    assert answer.status_code == 422
    assert "Regel 2, bsn" in text(answer)
    assert NAAM not in text(answer)


def test_a_sender_is_not_asked_for_whom_and_sees_no_erasing(hilversum: World) -> None:
    client = hilversum.client(LidRol.SWV_DIRECTEUR)
    url = hilversum.url(f"registraties/aanleveren/{REGISTRATIE}/")
    assert "Van wie komt het" not in text(client.get(url))
    deliver(hilversum, client, row(1))
    new = Aanlevering.objects.get()
    assert new.partij_id == hilversum.lid(LidRol.SWV_DIRECTEUR).partij_id
    kept = client.post(hilversum.url(f"registraties/aanlevering/{new.pk}/bewaren/"), follow=True)
    assert "Wis deze rijen" not in text(kept)
    wissen = client.get(hilversum.url(f"registraties/aanlevering/{new.pk}/wissen/"))
    assert wissen.status_code == 403


def test_the_number_of_another_senders_delivery_is_not_found(hilversum: World) -> None:
    deliver(hilversum, hilversum.client(LidRol.ANALIST), row(1))
    theirs = Aanlevering.objects.get()
    client = hilversum.client(LidRol.SWV_DIRECTEUR)
    for path, ask in (("", client.get), ("bewaren/", client.post), ("weg/", client.post)):
        answer = ask(hilversum.url(f"registraties/aanlevering/{theirs.pk}/{path}"))
        assert answer.status_code == 404


def test_the_key_of_senders_is_a_file_that_is_the_same_twice(hilversum: World) -> None:
    client = hilversum.client(LidRol.ANALIST)
    one, other = (client.post(hilversum.url("registraties/sleutel/")) for _ in range(2))
    assert "attachment" in one["Content-Disposition"]
    assert one["Cache-Control"] == "no-store"
    assert len(key_of_text(one.content.decode())) == 32
    assert one.content == other.content


def test_the_page_for_the_desk_is_saved_and_never_run_here(hilversum: World) -> None:
    client = hilversum.client(LidRol.SWV_DIRECTEUR)
    answer = client.get(hilversum.url("registraties/pseudonimiseer.html"))
    assert answer["Content-Disposition"].startswith("attachment")
    assert b"connect-src 'none'" in answer.content


def test_no_page_holds_a_number_of_a_person_or_a_pseudonym(hilversum: World) -> None:
    client = hilversum.client(LidRol.ANALIST)
    looked = text(deliver(hilversum, client, *(row(n) for n in range(6))))
    listed = text(client.get(hilversum.url("registraties/")))
    assert "p1-" not in looked + listed
    assert bsn(0) not in looked + listed
