"""What a proof points to must be something that who hands it in may open."""

import pytest

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput
from openlea.core.partij import PartijSoort
from openlea.core.verplichting import BewijsSoort
from openlea.policy.rechten import LidRol
from openlea.services.add_bewijs import add_bewijs
from openlea.services.make_taken import make_taken
from openlea.storage.records.document_plek import document_seen
from openlea.storage.records.models import Document, Eisscore, Verplichting
from tests.services.taken_wereld import TODAY, proof, school_board
from tests.world import World


def test_no_partij_opens_a_document_of_another_by_calling_it_proof(hilversum: World) -> None:
    other = school_board(hilversum, "bestuur-b")
    place = {"werkruimte": hilversum.werkruimte}
    document = Document.objects.create(
        **place,
        titel="Bewijs bij PVE-01",
        adres="https://voorbeeld.example/b",
        zichtbaarheid=Zichtbaarheid.PARTNERS,
    )
    Eisscore.objects.create(
        **place, partij=other, rij="PVE-01", jaar=2026, score="deels", document=document
    )
    mine = hilversum.lid(LidRol.PARTNER).partij
    assert mine is not None
    mine.soort = PartijSoort.SCHOOLBESTUUR
    mine.save()
    make_taken(hilversum.actor(LidRol.AGENDABEHEERDER), 2026)
    task = Verplichting.objects.filter(partij=mine, jaar=2026)[0]
    partner = hilversum.actor(LidRol.PARTNER)
    assert document_seen(document.pk, partner) is None
    with pytest.raises(BadInput):
        add_bewijs(partner, task.pk, proof(naar=str(document.pk), stuk=None), TODAY)
    assert document_seen(document.pk, partner) is None


@pytest.mark.parametrize("soort", [BewijsSoort.DOCUMENT, BewijsSoort.PLAN])
def test_a_number_longer_than_a_key_is_a_fault_of_the_field(
    hilversum: World, soort: BewijsSoort
) -> None:
    make_taken(hilversum.actor(LidRol.AGENDABEHEERDER), 2026)
    task = Verplichting.objects.filter(plicht="LPL-04", jaar=2026)[0]
    keeper = hilversum.actor(LidRol.AGENDABEHEERDER)
    with pytest.raises(BadInput):
        add_bewijs(keeper, task.pk, proof(soort=soort, naar="9" * 5000, stuk=None), TODAY)
