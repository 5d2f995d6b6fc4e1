"""What is refused is said in one sentence that names the place and the reason."""

import pytest

from openlea.core.errors import BadFile, BadInput, Fout, OpenLeaError


@pytest.mark.parametrize(
    ("fout", "said"),
    [
        (Fout("Acties", "B4", "De code is leeg."), "Acties B4: De code is leeg."),
        (Fout("", "naam", "Dit is leeg."), "naam: Dit is leeg."),
        (Fout("Acties", "", "Het blad is leeg."), "Acties: Het blad is leeg."),
        (Fout("", "", "Dit bestand is leeg."), "Dit bestand is leeg."),
    ],
)
def test_a_fault_names_its_place_as_far_as_it_has_one(fout: Fout, said: str) -> None:
    assert str(fout) == said


def test_all_faults_are_kept_and_the_message_stays_short_enough_to_read() -> None:
    fouten = [Fout("", veld, "Dit is leeg.") for veld in ("een", "twee", "drie", "vier")]
    refused = BadInput(fouten)
    assert refused.fouten == tuple(fouten)
    assert str(refused) == "een: Dit is leeg.; twee: Dit is leeg.; drie: Dit is leeg."


def test_who_catches_what_the_product_refuses_catches_a_damaged_file_too() -> None:
    damaged = BadFile([Fout("", "", "Dit is geen Excel-bestand.")])
    assert isinstance(damaged, BadInput)
    assert isinstance(damaged, OpenLeaError)
