"""The public gets the bare copy of a document, the members what was handed in."""

import io
import zipfile

import pytest
from django.core.files.storage import default_storage
from pytest_django import Settings

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, NotFound
from openlea.policy.rechten import LidRol
from openlea.services.attach_document import Stuk, attach_document
from openlea.services.open_document import open_document
from openlea.services.stukken.gevaar import bare_name, danger_in
from openlea.storage.records.models import Document
from tests.services.test_strip_metadata import MARK, is_clean, paper, photo, with_part, word
from tests.world import World

CODE = "1E2"


def kept(world: World, zichtbaarheid: Zichtbaarheid, inhoud: bytes) -> Document:
    stuk = Stuk(titel="Plan", zichtbaarheid=zichtbaarheid, inhoud=inhoud)
    return attach_document(world.actor(LidRol.AGENDABEHEERDER), CODE, stuk)


def test_a_public_document_reaches_the_public_bare_and_a_member_as_it_was(hilversum: World) -> None:
    document = kept(hilversum, Zichtbaarheid.PUBLIEK, paper())
    url = hilversum.url(f"document/{document.pk}/")
    outside = hilversum.client(LidRol.PUBLIEK).get(url)
    inside = hilversum.client(LidRol.PARTNER).get(url)
    assert is_clean(outside.content)
    assert MARK.encode() in inside.content
    for answer in (outside, inside):
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("rol", [LidRol.LEZER, LidRol.EMBARGOLEZER])
def test_a_member_who_sees_what_everybody_sees_gets_the_bare_copy_too(
    hilversum: World, rol: LidRol
) -> None:
    document = kept(hilversum, Zichtbaarheid.PUBLIEK, paper())
    answer = hilversum.client(rol).get(hilversum.url(f"document/{document.pk}/"))
    assert answer.status_code == 200
    assert is_clean(answer.content)


def test_a_file_that_was_public_before_copies_were_kept_still_goes_bare(hilversum: World) -> None:
    document = kept(hilversum, Zichtbaarheid.PARTNERS, paper())
    document.zichtbaarheid = Zichtbaarheid.PUBLIEK
    assert is_clean(open_document(document, binnen=False))
    document.bestand = kept(hilversum, Zichtbaarheid.PARTNERS, b"%PDF-1.7 stuk").bestand
    with pytest.raises(NotFound):
        open_document(document, binnen=False)


def test_what_is_not_public_has_no_copy_lying_about(hilversum: World) -> None:
    document = kept(hilversum, Zichtbaarheid.PARTNERS, paper())
    assert document.kaal_sha256 == ""
    assert not default_storage.exists(bare_name(str(document.bestand.name)))


def test_what_has_no_bare_copy_can_be_kept_inside_but_not_made_public(hilversum: World) -> None:
    broken = b"%PDF-1.7 een plan"
    with pytest.raises(BadInput, match="bestand"):
        kept(hilversum, Zichtbaarheid.PUBLIEK, broken)
    assert kept(hilversum, Zichtbaarheid.PARTNERS, broken).pk


def _zip(*parts: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, body in parts:
            packed.writestr(name, body)
    return out.getvalue()


def _locked() -> bytes:
    """Return a Word file whose parts say that they are encrypted."""
    made = bytearray(word())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = made.find(mark)
        while at >= 0:
            made[at + place] |= 1
            at = made.find(mark, at + 4)
    return bytes(made)


BAD = {
    "bomb": (lambda: with_part(word(), "word/x.xml", lambda _: b"0" * 20_000_000), "uitpakken"),
    "macro in docx": (lambda: with_part(word(), "word/vbaProject.bin", lambda _: b"x"), "macro"),
    "ole": (lambda: with_part(word(), "word/embeddings/oleObject1.bin", lambda _: b"x"), "ander"),
    "zip in it": (lambda: with_part(word(), "word/a.dat", lambda _: _zip(("a", b"b"))), "ander"),
    "program in it": (lambda: with_part(word(), "word/a.dat", lambda _: b"MZ\x90"), "ander"),
    "tail": (lambda: word() + b"<html>", "twee|beschadigd"),
    "locked": (_locked, "wachtwoord"),
    "photo and zip": (lambda: photo() + _zip(("a", b"b")), "twee"),
    "pdf and zip": (lambda: paper() + _zip(("a", b"b")), "twee"),
    "photo with a script": (lambda: photo() + b"<script>alert(1)</script>", "twee"),
    "broken pdf with a script": (lambda: b"%PDF-1.4 /OpenAction << /JS (x) >>", "script"),
}


@pytest.mark.parametrize(("make", "why"), BAD.values(), ids=BAD)
def test_a_dangerous_file_is_refused_whatever_it_is_called(
    hilversum: World, make: object, why: str
) -> None:
    with pytest.raises(BadInput, match=why):
        kept(hilversum, Zichtbaarheid.PARTNERS, make())  # type: ignore[operator]


@pytest.mark.parametrize("made", [word(), paper(), photo(), b"tekst"])
def test_an_ordinary_file_is_no_danger(made: bytes) -> None:
    assert danger_in(made) == ""


def test_a_werkruimte_that_is_full_takes_no_more_and_says_so(
    hilversum: World, settings: Settings
) -> None:
    kept(hilversum, Zichtbaarheid.PARTNERS, b"tekst")
    settings.OPSLAG_MB = 0
    with pytest.raises(BadInput, match="vol"):
        kept(hilversum, Zichtbaarheid.PARTNERS, b"nog een tekst")


def test_an_action_holds_so_many_documents_and_no_more(
    hilversum: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("openlea.services.stukken.ruimte.MOST_PER_ACTIE", 1)
    kept(hilversum, Zichtbaarheid.PARTNERS, b"tekst")
    with pytest.raises(BadInput, match="documenten"):
        kept(hilversum, Zichtbaarheid.PARTNERS, b"nog een tekst")
