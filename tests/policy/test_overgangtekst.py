"""What is said of transitions is said only when it is surely so."""

from openlea.core.onthulling import Bereik
from openlea.core.overgang import Overgang, Overgangkaart
from openlea.policy.overgang import Stand
from openlea.policy.overgangtekst import age_text, bar_text, known_text, remarks, share_text


def card(id_: Overgang, ages: tuple[int, int] = (11, 13)) -> Overgangkaart:
    return Overgangkaart(
        id=id_, leeftijd=ages, vraag="?", teller="t", noemer="leerlingen", peildatum="p", bron="b"
    )


def exact(ja: int, nee: int, onbekend: int) -> Stand:
    every = [Bereik(n, n) for n in (ja, nee, onbekend, ja + nee + onbekend)]
    return Stand(ja=every[0], nee=every[1], onbekend=every[2], totaal=every[3])


PO, MBO = card(Overgang.PO_VO), card(Overgang.MBO_WERK)


def test_the_lowest_is_named_only_when_no_other_can_be_lower() -> None:
    sure = remarks([(PO, exact(90, 10, 0)), (MBO, exact(60, 30, 10))])
    assert sure[0].startswith("Het minst goed gaat mbo naar werk: bij 60 tot 70\N{NO-BREAK SPACE}%")
    assert remarks([(PO, exact(65, 25, 10)), (MBO, exact(60, 30, 10))]) == ()


def test_much_that_nobody_knows_is_what_stands_out() -> None:
    told = remarks([(PO, exact(60, 10, 30)), (MBO, exact(70, 20, 10))])
    assert any("weet niemand" in one and "30" in one for one in told)


def test_when_nothing_was_delivered_that_is_said() -> None:
    assert remarks([(PO, None), (MBO, None)]) == ("Van geen enkele overgang is al iets bekend.",)


def test_a_range_that_says_nothing_is_not_written() -> None:
    wide = Stand(ja=Bereik(0, 40), nee=Bereik(0, 40), onbekend=Bereik(0, 40), totaal=Bereik(40, 40))
    assert share_text(wide) == ""
    assert known_text(wide) == "van 40"
    assert share_text(exact(60, 20, 20)) == "60 tot 80\N{NO-BREAK SPACE}%"


def test_a_bar_says_in_words_what_it_shows() -> None:
    assert bar_text(PO, exact(60, 15, 25)) == (
        "Basisschool naar voortgezet onderwijs: zeker 60 % ging goed, "
        "van 25 % is het niet bekend, 15 % ging niet goed."
    )
    assert "niets bekend" in bar_text(PO, None)


def test_ages_are_said_as_people_do() -> None:
    assert age_text(card(Overgang.VOORSCHOOL_PO, (4, 4))) == "rond 4 jaar"
    assert age_text(PO) == "11 tot 13 jaar"
