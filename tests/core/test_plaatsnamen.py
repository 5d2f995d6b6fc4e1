"""A text finds the place it means or says what to choose from; it never finds another place."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.catalogue import SHIPPED
from openlea.core.plaatsnamen import read_plaatsnamen
from openlea.core.place import PlaceKind

NAMEN = read_plaatsnamen([SHIPPED])
PROVINCIES = read_plaatsnamen([SHIPPED], PlaceKind.PROVINCIE)
RMC = read_plaatsnamen([SHIPPED], PlaceKind.RMC)
ACCENTS = {"a": "áàäâ", "e": "éèëê", "i": "íìïî", "o": "óòöô", "u": "úùüû"}


@st.composite
def mangled(draw: st.DrawFn, name: str) -> str:
    """Return a name with other capitals, accents, spaces and punctuation."""
    letters = []
    for letter in name:
        written = draw(st.sampled_from([letter, letter.upper(), letter.lower()]))
        if written in ACCENTS:
            written = draw(st.sampled_from([written, *ACCENTS[written]]))
        if not written.isalnum():
            written = draw(st.sampled_from(["", " ", "-", "'", "’", ".", "  "]))
        letters += [written, draw(st.sampled_from(["", "", "", "", " ", "-", "'", "."]))]
    return draw(st.sampled_from(["", " ", "gemeente ", "Gemeente "])) + "".join(letters)


@given(st.data())
def test_a_mangled_name_finds_its_own_place_or_asks_which(data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(sorted(NAMEN.places.values(), key=lambda one: one.key)))
    text = data.draw(mangled(place.naam))
    assert place in NAMEN.meant(text)
    assert NAMEN.find(text) is None or NAMEN.find(text) in NAMEN._standing([place], date.max)


@given(st.text(max_size=20))
def test_any_text_is_answered_without_a_crash(text: str) -> None:
    assert bool(NAMEN.explain(text)) or NAMEN.find(text) is not None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hilversum", "GM0402"),
        ("gemeente Hilversum", "GM0402"),
        ("HILVERSUM (GEMEENTE)", "GM0402"),
        ("402", "GM0402"),
        ("0402", "GM0402"),
        ("GM0402", "GM0402"),
        (" gm0402  ", "GM0402"),
        ("402.0", "GM0402"),
        ("1.680", "GM1680"),
        ("gemeente:GM0402", "GM0402"),
        ("S GRAVENHAGE", "GM0518"),
        ("s-Gravenhage", "GM0518"),
        ("’s-Gravenhage", "GM0518"),
        ("Gravenhage, 's", "GM0518"),
        ("Den Haag", "GM0518"),
        ("Den Bosch", "GM0796"),
        ("NUENEN, GERWEN EN NEDERWETTEN", "GM0820"),
        ("NUENEN CA", "GM0820"),
        ("Hengelo (O)", "GM0164"),
        ("Bergen (NH)", "GM0373"),
        ("BERGEN LB", "GM0893"),
        ("Bergen, Limburg", "GM0893"),
        ("SÃºdwest-FryslÃ¢n", "GM1900"),
        ("S�dwest-Frysl�n", "GM1900"),
        ("Capelle a/d IJssel", "GM0502"),
        ("St. Michielsgestel", "GM0845"),
    ],
)
def test_a_gemeente_is_found_as_sources_and_people_write_it(text: str, code: str) -> None:
    found = NAMEN.find(text)
    assert found is not None
    assert found.code == code
    assert NAMEN.explain(text) == ""


@pytest.mark.parametrize("text", ["", "  ", "9999", "0", "Hilversm", "Laren (Gld)", "Bergen"])
def test_what_is_unknown_or_ambiguous_finds_nothing(text: str) -> None:
    assert NAMEN.find(text) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Er staat geen naam en geen code."),
        ("9999", "'9999' is geen gemeente die hier bekend is."),
        ("Hilversm", "'Hilversm' is geen gemeente die hier bekend is. Bedoel je Hilversum?"),
        (
            "Capelle",
            (
                "'Capelle' is geen gemeente die hier bekend is. "
                "Bedoel je Capelle aan den IJssel of Kapelle?"
            ),
        ),
        ("Bergen", "'Bergen' kan Bergen (L.) of Bergen (NH.) zijn. Kies er een."),
        ("Weesp", "Weesp is sinds 2022 geen gemeente meer. Het gebied hoort bij Amsterdam."),
        (
            "Graafstroom",
            "Graafstroom is sinds 2013 geen gemeente meer. Het gebied hoort bij Molenlanden.",
        ),
        (
            "Haaren",
            (
                "Haaren is sinds 2021 geen gemeente meer. Het gebied is verdeeld over "
                "Boxtel, Oisterwijk, Tilburg en Vught. Kies er een."
            ),
        ),
    ],
)
def test_a_sentence_says_what_to_do_when_a_text_is_not_simply_a_place(
    text: str, sentence: str
) -> None:
    assert NAMEN.explain(text) == sentence


@pytest.mark.parametrize(
    ("text", "day", "code"),
    [
        ("Weesp", date(2022, 3, 23), "GM0457"),
        ("Weesp", date(2022, 3, 24), "GM0363"),
        ("Graafstroom", date(2012, 12, 31), "GM0693"),
        ("Graafstroom", date(2018, 12, 31), "GM1927"),
        ("Graafstroom", date(2019, 1, 1), "GM1978"),
        ("Haaren", date(2020, 12, 31), "GM0788"),
    ],
)
def test_an_old_name_gives_the_code_valid_on_the_peildatum(text: str, day: date, code: str) -> None:
    found = NAMEN.find(text, day)
    assert found is not None
    assert found.code == code


def test_on_its_last_day_an_old_name_needs_no_explanation() -> None:
    assert NAMEN.explain("Weesp", date(2022, 3, 23)) == ""
    assert NAMEN.explain("Weesp", date(2022, 3, 24)) != ""


def test_the_successors_of_a_divided_gemeente_are_offered_and_none_is_chosen() -> None:
    assert NAMEN.find("Haaren") is None
    assert [place.key.code for place in NAMEN.suggest("Haaren")] == [
        "GM0757",
        "GM0824",
        "GM0855",
        "GM0865",
    ]


def test_at_most_three_names_are_suggested() -> None:
    assert len(NAMEN.suggest("Noord")) == 3
    assert NAMEN.suggest("x") == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Friesland", "PV21"),
        ("Fryslân", "PV21"),
        ("provincie Utrecht", "PV26"),
        ("noord holland", "PV27"),
        ("27", "PV27"),
        ("PV31", "PV31"),
    ],
)
def test_a_provincie_is_found_by_name_and_code(text: str, code: str) -> None:
    found = PROVINCIES.find(text)
    assert found is not None
    assert found.code == code


def test_an_rmc_regio_is_found_and_keeps_its_capitals_in_a_sentence() -> None:
    found = RMC.find("Gooi en vechtstreek")
    assert found is not None
    assert found.code == "20"
    assert RMC.explain("Zzz") == "'Zzz' is geen RMC-regio die hier bekend is."
