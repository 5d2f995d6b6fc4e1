"""A document is typed by what is in it, kept under its hash, and never shown further than asked."""

import pytest
from django.core.files.storage import default_storage

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, NotAllowed
from openlea.policy.document_soort import LARGEST
from openlea.policy.rechten import LidRol
from openlea.services.add_opmerking import add_opmerking
from openlea.services.attach_document import Stuk, attach_document
from openlea.storage.records.document_plek import document_seen
from openlea.storage.records.models import Document
from openlea.storage.records.verhaal import opmerkingen_of
from tests.world import World

CODE = "1E2"
PDF = b"%PDF-1.7 een plan"


def stuk(**fields: object) -> Stuk:
    """Return something to attach."""
    given = {"titel": "Plan", "zichtbaarheid": Zichtbaarheid.PARTNERS, "inhoud": PDF} | fields
    return Stuk(**given)  # type: ignore[arg-type]


def test_the_same_file_is_kept_once_under_its_own_hash(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.PARTNER)
    first, second = attach_document(actor, CODE, stuk()), attach_document(actor, CODE, stuk())
    assert first.bestand.name == second.bestand.name
    assert first.sha256 in str(first.bestand.name)
    assert (first.mediatype, first.grootte) == ("application/pdf", len(PDF))
    with default_storage.open(str(first.bestand.name)) as file:
        assert file.read() == PDF


@pytest.mark.parametrize(
    ("fields", "veld"),
    [
        ({"inhoud": b"MZ een programma\x00"}, "bestand"),
        ({"inhoud": b"<html><script>alert(1)</script>"}, "bestand"),
        ({"inhoud": b""}, "bestand"),
        ({"inhoud": b"%PDF-" + b"0" * LARGEST}, "bestand"),
        ({"inhoud": None}, "bestand"),
        ({"adres": "https://example.org/"}, "bestand"),
        ({"inhoud": None, "adres": "javascript:alert(1)"}, "adres"),
        ({"inhoud": None, "adres": "https://geen adres"}, "adres"),
        ({"titel": "  "}, "titel"),
    ],
)
def test_what_may_not_be_kept_is_refused_at_its_field(
    hilversum: World, fields: dict[str, object], veld: str
) -> None:
    with pytest.raises(BadInput) as refused:
        attach_document(hilversum.actor(LidRol.PARTNER), CODE, stuk(**fields))
    assert refused.value.fouten[0].cel == veld
    assert not Document.objects.exclude(sjablonen__isnull=False).exists()


def test_a_document_opens_for_whom_it_was_meant(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    for zichtbaarheid, may_open in (
        (Zichtbaarheid.INTERN, {LidRol.AGENDABEHEERDER}),
        (Zichtbaarheid.PARTNERS, {LidRol.AGENDABEHEERDER, LidRol.PARTNER}),
        (Zichtbaarheid.PUBLIEK, {LidRol.AGENDABEHEERDER, LidRol.PARTNER, LidRol.LEZER}),
    ):
        one = attach_document(beheer, CODE, stuk(zichtbaarheid=zichtbaarheid, inhoud=b"een plan"))
        roles = (LidRol.AGENDABEHEERDER, LidRol.PARTNER, LidRol.LEZER)
        opens = {rol for rol in roles if document_seen(one.pk, hilversum.actor(rol))}
        assert opens == may_open


def test_a_public_document_of_a_hidden_action_stays_hidden(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    one = attach_document(
        beheer, CODE, stuk(zichtbaarheid=Zichtbaarheid.PUBLIEK, inhoud=b"een plan")
    )
    hilversum.agenda.acties.filter(code=CODE).update(zichtbaarheid="intern")
    assert document_seen(one.pk, hilversum.actor(LidRol.LEZER)) is None


def test_the_pointer_in_the_agenda_names_neither_title_nor_address(hilversum: World) -> None:
    one = attach_document(
        hilversum.actor(LidRol.AGENDABEHEERDER),
        CODE,
        stuk(zichtbaarheid=Zichtbaarheid.INTERN, inhoud=None, adres="https://example.org/geheim"),
    )
    pointer = hilversum.agenda.acties.get(code=CODE).verwijzingen.get(document=one)
    assert (pointer.naar, pointer.toelichting) == (f"document:{one.pk}", "")


def test_nobody_writes_what_he_may_not_read(hilversum: World) -> None:
    partner = hilversum.actor(LidRol.PARTNER)
    with pytest.raises(NotAllowed):
        add_opmerking(partner, CODE, "Voor wie?", Zichtbaarheid.INTERN)
    with pytest.raises(NotAllowed):
        attach_document(partner, CODE, stuk(zichtbaarheid=Zichtbaarheid.INTERN))


def test_partner_and_gemeente_read_each_other_and_the_council_reads_neither(
    hilversum: World,
) -> None:
    beheer, partner = hilversum.actor(LidRol.AGENDABEHEERDER), hilversum.actor(LidRol.PARTNER)
    add_opmerking(partner, "1A3", "Kunnen we helpen?", Zichtbaarheid.PARTNERS)
    add_opmerking(beheer, "1A3", "Eerst intern bespreken.", Zichtbaarheid.INTERN)
    actie = hilversum.agenda.acties.get(code="1A3")
    assert [one.tekst for one in opmerkingen_of(actie, partner)] == ["Kunnen we helpen?"]
    assert len(opmerkingen_of(actie, beheer)) == 2
    assert opmerkingen_of(actie, hilversum.actor(LidRol.LEZER)) == []


def test_an_empty_comment_is_not_a_comment(hilversum: World) -> None:
    with pytest.raises(BadInput):
        add_opmerking(hilversum.actor(LidRol.PARTNER), CODE, "  ", Zichtbaarheid.PARTNERS)
