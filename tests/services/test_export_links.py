"""A link travels with the agenda for who may open it; taken in again it is the same link."""

from dataclasses import replace

import pytest

from openlea.core.agenda import Agenda, Verwijzing, VerwijzingSoort, Zichtbaarheid
from openlea.policy.rechten import LidRol
from openlea.services.attach_document import Stuk, attach_document
from openlea.services.export_agenda import export_agenda
from openlea.services.import_agenda import import_agenda
from openlea.services.read_agenda_file import read_agenda_file
from openlea.storage.records.models import Document
from openlea.storage.records.models import Verwijzing as VerwijzingRecord
from tests.world import World

OPEN, INTERN, LANG = (
    "https://voorbeeld.example/verslag",
    "https://voorbeeld.example/geheim",
    "https://voorbeeld.example/" + "x" * 300,
)


@pytest.fixture
def linked(hilversum: World) -> World:
    """Attach a link for partners, one for the municipality, a long one and a file to an action."""
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    for titel, adres, seen in (
        ("Verslag", OPEN, Zichtbaarheid.PARTNERS),
        ("Geheim", INTERN, Zichtbaarheid.INTERN),
        ("Lang", LANG, Zichtbaarheid.PARTNERS),
    ):
        attach_document(actor, "1A1", Stuk(titel=titel, zichtbaarheid=seen, adres=adres))
    file = Stuk(titel="Plaatje", zichtbaarheid=Zichtbaarheid.PARTNERS, inhoud=b"%PDF-1.7\n%%EOF")
    attach_document(actor, "1A1", file)
    return hilversum


def exported(world: World, rol: LidRol, formaat: str = "json") -> Agenda:
    return read_agenda_file(f"a.{formaat}", export_agenda(world.actor(rol), formaat))


def pointers(agenda: Agenda) -> list[Verwijzing]:
    return [
        one
        for actie in agenda.acties
        if actie.code == "1A1"
        for one in actie.verwijzingen
        if one.soort is VerwijzingSoort.DOCUMENT
    ]


def mark(titel: str) -> str:
    return f"document:{Document.objects.get(titel=titel).pk}"


def test_what_one_may_open_travels_by_its_address_and_the_rest_says_nothing(linked: World) -> None:
    told = {one.naar: one.toelichting for one in pointers(exported(linked, LidRol.PARTNER))}
    assert told[OPEN] == "Verslag"
    assert told[mark("Geheim")] == ""
    assert told[mark("Plaatje")] == ""
    assert told[mark("Lang")] == ""
    assert INTERN not in told
    beheer = {one.naar for one in pointers(exported(linked, LidRol.AGENDABEHEERDER))}
    assert {OPEN, INTERN} <= beheer


@pytest.mark.parametrize("formaat", ["json", "xlsx"])
def test_taken_in_again_nothing_changes_and_the_link_stays_attached(
    linked: World, formaat: str
) -> None:
    actor = linked.actor(LidRol.AGENDABEHEERDER)
    before = list(VerwijzingRecord.objects.order_by("id").values())
    same = exported(linked, LidRol.AGENDABEHEERDER, formaat)
    assert import_agenda(actor, same).veranderingen == ()
    assert list(VerwijzingRecord.objects.order_by("id").values()) == before
    assert exported(linked, LidRol.AGENDABEHEERDER, formaat) == same


def test_a_word_added_in_the_file_is_kept_beside_the_link(linked: World) -> None:
    actor = linked.actor(LidRol.AGENDABEHEERDER)
    same = exported(linked, LidRol.AGENDABEHEERDER)
    ambitie, *rest = same.ambities
    punt, *more = ambitie.speerpunten
    actie, *others = punt.acties
    changed = replace(
        actie,
        verwijzingen=tuple(
            replace(one, toelichting="Zie bladzijde 3") if one.naar == OPEN else one
            for one in actie.verwijzingen
        ),
    )
    tree = replace(ambitie, speerpunten=(replace(punt, acties=(changed, *others)), *more))
    [told] = import_agenda(actor, replace(same, ambities=(tree, *rest))).veranderingen
    assert told.soort == "Verwijzingen"
    kept = VerwijzingRecord.objects.get(naar=mark("Verslag"))
    assert (kept.toelichting, kept.document_id) == (
        "Zie bladzijde 3",
        Document.objects.get(titel="Verslag").pk,
    )
