"""A number explains itself: its sum, its versions, and where its files came from."""

import json

import pytest

from openlea.core.cijfer import Cijfer
from openlea.core.errors import NotFound
from openlea.core.indicator import Indicator, Maat, Richting, Soort
from openlea.core.onthulling import Bereik, Status
from openlea.core.place import PlaceKey, PlaceKind
from openlea.services.compute_figures import compute_figures
from openlea.services.explain_figure import explain_figure
from openlea.services.verklaring.som import AFGESCHERMD, TOCH_BEKEND, sum_in_words
from tests.services.rekenwereld import Rekenwereld, rekenwereld

__all__ = ["rekenwereld"]
HILVERSUM = PlaceKey.parse("gemeente:GM0402")


def card(maat: Maat, eenheid: str) -> Indicator:
    """Return a card of a kind of measure."""
    return Indicator(
        titel="T", vraag="V?", eenheid=eenheid, soort=Soort.CONTEXT, richting=Richting.GEEN,
        maat=maat, grein=PlaceKind.SCHOOL, niveaus=(PlaceKind.SCHOOL,), geen_niveau={},
        definitie="D.", let_op=(), bron_definitie="B", decimalen=2,
    )  # fmt: skip


def figure(
    bereik: Bereik | None, teller: Bereik | None = None, noemer: Bereik | None = None
) -> Cijfer:
    """Return a figure of Hilversum."""
    return Cijfer(
        indicator="i", plaats=HILVERSUM, periode="2024-10-01", status=Status.VERBORGEN,
        bereik=bereik, teller=teller, noemer=noemer, rijen=3,
    )  # fmt: skip


def test_the_sum_of_a_hidden_share_can_be_done_over_for_both_ends() -> None:
    """The example of the card of deelname sbo: 1 to 4 of 91 to 94."""
    cijfer = figure(Bereik(100 / 91, 400 / 94), Bereik(1, 4), Bereik(91, 94))
    assert sum_in_words(card(Maat.AANDEEL, "%"), cijfer) == (
        "Ten minste: 100 × 1 : (1 + 90) = 1,1 %.",
        "Ten hoogste: 100 × 4 : (4 + 90) = 4,26 %.",
        AFGESCHERMD,
    )


@pytest.mark.parametrize(
    ("maat", "cijfer", "said"),
    [
        (Maat.AANDEEL, figure(Bereik(25, 25), Bereik(5, 5), Bereik(20, 20)),
         "5 van de 20: 100 × 5 : 20 = 25 km."),
        (Maat.AANDEEL, figure(Bereik(0, 0), Bereik(0, 0), Bereik(20, 20)),
         "0 van de 20: 100 × 0 : 20 = 0 km."),
        (Maat.VERHOUDING, figure(Bereik(12.5, 12.5), Bereik(25, 25), Bereik(2, 2)),
         "25 : 2 = 12,5\N{NO-BREAK SPACE}km."),
        (Maat.AANTAL, figure(Bereik(1234, 1234)),
         "3 rijen samen geteld: 1.234\N{NO-BREAK SPACE}km."),
        (Maat.GEMIDDELDE, figure(Bereik(1.5, 1.5), None, Bereik(10, 10)),
         "Het gemiddelde van 3 rijen, gewogen over 10: 1,5\N{NO-BREAK SPACE}km."),
        (Maat.WAARDE, figure(Bereik(7, 7)),
         "Overgenomen zoals de bron het geeft: 7\N{NO-BREAK SPACE}km."),
        (Maat.AANDEEL, figure(None, Bereik(1, 4), Bereik(3, 9)),
         "Het gaat om tussen 3 en 9 in totaal."),
    ],
)  # fmt: skip
def test_each_kind_of_measure_has_its_own_sum(maat: Maat, cijfer: Cijfer, said: str) -> None:
    assert sum_in_words(card(maat, "km"), cijfer) == (said,)


def test_a_number_names_the_load_that_brought_its_period(rekenwereld: Rekenwereld) -> None:
    rekenwereld.load("proef_een", {"00AA00": (5, 5)}, peildatum="2025-10-01")
    compute_figures()
    old = explain_figure("leerlingen_een", HILVERSUM, "2024-10-01")
    new = explain_figure("leerlingen_een", HILVERSUM)
    assert old.getal == "tussen 11 en 14\N{NO-BREAK SPACE}leerlingen"
    assert new.getal == "5\N{NO-BREAK SPACE}leerlingen"
    assert [each.lading.versie for each in (*old.herkomst, *new.herkomst)] == [1, 2]
    assert old.herkomst[0].lading.sha256 != new.herkomst[0].lading.sha256
    plain = json.loads(json.dumps(old.as_plain()))
    assert plain["keten"][0]["uitgever"] == "Proef"
    assert (plain["laag"], plain["hoog"], plain["waarde"]) == (11, 14, None)


def test_a_place_without_a_figure_says_why(rekenwereld: Rekenwereld) -> None:
    before = explain_figure("leerlingen_een", HILVERSUM)
    assert before.reden == "Nog niet berekend."
    rekenwereld.add_source("proef_drie")
    rekenwereld.add_indicator("leerlingen_drie", "proef_drie")
    without = explain_figure("leerlingen_drie", HILVERSUM)
    assert without.reden == "Nog niet berekend: laad eerst proef_drie."
    compute_figures()
    elsewhere = explain_figure("leerlingen_een", PlaceKey.parse("gemeente:GM0363"))
    assert elsewhere.reden == "In 'Proef' staat niets over Amsterdam."
    postcode = explain_figure("leerlingen_een", PlaceKey.parse("pc4:1211"))
    assert (postcode.reden, postcode.getal) == ("Per school.", "geen cijfer")
    with pytest.raises(NotFound):
        explain_figure("bestaat_niet", HILVERSUM)


def test_a_whole_that_is_counted_by_itself_is_what_is_divided_by() -> None:
    """Of 8.046 pupils 400 to 403 repeat a year: the others are not counted apart."""
    cijfer = figure(
        Bereik(100 * 400 / 8046, 100 * 403 / 8046), Bereik(400, 403), Bereik(8046, 8046)
    )
    assert sum_in_words(card(Maat.AANDEEL, "%"), cijfer)[:2] == (
        "Ten minste: 100 × 400 : 8.046 = 4,97 %.",
        "Ten hoogste: 100 × 403 : 8.046 = 5,01 %.",
    )


def test_a_ratio_divides_the_fewest_by_the_most() -> None:
    cijfer = figure(Bereik(359 / 3, 362 / 3), Bereik(359, 362), Bereik(3, 3))
    low, high, _ = sum_in_words(card(Maat.VERHOUDING, "leerlingen"), cijfer)
    assert low == "Ten minste: 359 : 3 = 119,67\N{NO-BREAK SPACE}leerlingen."
    assert high == "Ten hoogste: 362 : 3 = 120,67\N{NO-BREAK SPACE}leerlingen."


def test_a_known_share_of_hidden_counts_never_says_how_many_there_are() -> None:
    """All of 50 to 53 pupils: the share is surely 100 %, the number of pupils isn't known."""
    cijfer = figure(Bereik(100, 100), Bereik(50, 53), Bereik(50, 53))
    said = sum_in_words(card(Maat.AANDEEL, "%"), cijfer)
    assert said[0] == "Ten minste: 100 × 50 : (50 + 0) = 100 %."
    assert said[1] == "Ten hoogste: 100 × 53 : (53 + 0) = 100 %."
    assert said[2] == TOCH_BEKEND
