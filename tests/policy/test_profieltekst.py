"""The text for parents: only what the school chose, and back from what is kept unchanged."""

from openlea.core.ondersteuning import (
    Antwoord,
    Basisstelling,
    Ondersteuningsgroep,
    Ondersteuningssoort,
    Ondersteuningsvorm,
)
from openlea.policy.profielinhoud import Profielextra, Profielinhoud, profile_faults
from openlea.policy.profieltekst import NIETS, OVERLEG, parents_text

STELLINGEN = {
    naam: Basisstelling(id=naam, titel=naam, stelling=naam, zin=f"hulp bij {naam}", bron="b")
    for naam in ("taal", "lezen")
}
SOORTEN = {
    "ass": Ondersteuningssoort(
        id="ass", titel="Autisme", groep=Ondersteuningsgroep.GEDRAG, vraag="helpen bij autisme"
    )
}
INHOUD = Profielinhoud(
    basis={"taal": Antwoord.JA, "lezen": Antwoord.NEE},
    extra=(Profielextra(soort="ass", vorm=Ondersteuningsvorm.GROEP, groepsgrootte=10, plekken=8),),
    gebouw=("lift",),
)


def test_a_nee_is_never_promised_to_parents() -> None:
    text = parents_text("De Boom", INHOUD, STELLINGEN, SOORTEN)
    assert "hulp bij taal" in text
    assert "lezen" not in text
    assert "kan helpen bij autisme, in een aparte groep van hoogstens 10 leerlingen." in text


def test_places_are_for_partners_not_for_the_text() -> None:
    """How many places there are changes by the day: parents ask the school."""
    assert "8" not in parents_text("De Boom", INHOUD, STELLINGEN, SOORTEN)


def test_an_empty_profile_says_so_and_always_what_to_do() -> None:
    text = parents_text("De Boom", Profielinhoud(), STELLINGEN, SOORTEN)
    assert text.startswith(NIETS)
    assert text.endswith(OVERLEG)


def test_what_is_kept_comes_back_the_same() -> None:
    assert Profielinhoud.of(INHOUD.plain()) == INHOUD


def test_unknown_words_and_impossible_numbers_are_refused() -> None:
    wrong = Profielinhoud(
        basis={"x": Antwoord.JA},
        extra=(
            Profielextra(soort="ass", vorm=Ondersteuningsvorm.KLAS, groepsgrootte=0, plekken=999),
        ),
    )
    assert len(list(profile_faults(wrong, STELLINGEN, SOORTEN))) == 3
    assert not list(profile_faults(INHOUD, STELLINGEN, SOORTEN))
