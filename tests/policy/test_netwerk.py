"""The network as a drawing and as a list say the same, and its faults are named."""

import pytest
from hypothesis import given

from openlea.core.agenda import Agenda
from openlea.core.netwerk import (
    Doel,
    Indicator,
    IndicatorSoort,
    Netwerk,
    Teken,
    Verband,
    Zekerheid,
)
from openlea.policy.netwerk import (
    KnoopSoort,
    all_knopen,
    check_netwerk,
    graph,
    sentences,
    unsure,
)
from tests.policy.agenda_voorbeeld import actie, agenda, complete, speerpunt
from tests.strategies import agendas


def link(
    van: str, naar: str, teken: Teken = Teken.VERHOOGT, zekerheid: Zekerheid = Zekerheid.HOOG
) -> Verband:
    """Return a link that is surely raising, unless told otherwise."""
    return Verband(van=van, naar=naar, teken=teken, zekerheid=zekerheid)


def of(*verbanden: Verband) -> Agenda:
    """Return an agenda with one goal, two indicators, two speerpunten, and these links."""
    netwerk = Netwerk(
        doelen=(Doel(code="D1", naam="Kansrijk opgroeien"),),
        indicatoren=(
            Indicator(code="DIN1", naam="Doelgroeppeuters"),
            Indicator(code="DIN2", naam="Startkwalificatie", soort=IndicatorSoort.EFFECT),
        ),
        verbanden=verbanden,
    )
    return agenda(
        speerpunt("1A", actie("1A1"), actie("1A2")),
        speerpunt("1B", actie("1B3")),
        streef=(complete("S1", "DIN2"),),
        netwerk=netwerk,
    )


def codes(one: Agenda) -> list[str]:
    """Return the codes of what is drawn."""
    return [knoop.code for knoop in graph(one).knopen]


def test_an_action_is_drawn_only_when_a_link_names_it_and_then_as_part_of_its_speerpunt() -> None:
    assert codes(of()) == ["D1", "DIN1", "DIN2", "1A", "1B"]
    linked = of(link("1B3", "DIN1"))
    assert codes(linked) == ["D1", "DIN1", "DIN2", "1A", "1B", "1B3"]
    assert graph(linked).verbanden[1:] == (Verband(van="1B3", naar="1B", teken=Teken.DEEL_VAN),)


@pytest.mark.parametrize(("van", "naar"), [("1B3", "1B"), ("1B", "1B3")])
def test_a_link_between_an_action_and_its_speerpunt_is_not_said_twice(van: str, naar: str) -> None:
    assert len(graph(of(link(van, naar))).verbanden) == 1


def test_a_link_to_what_does_not_exist_is_not_drawn() -> None:
    assert graph(of(link("1B3", "WEG"), link("WEG", "DIN1"))).verbanden == ()


def test_an_indicator_says_its_kind_and_what_it_misses() -> None:
    known = all_knopen(of())
    assert known["DIN1"].toelichting == ("Soort niet vastgelegd, geen nulmeting, geen streefwaarde")
    assert known["DIN2"].toelichting == "Maatschappelijk effect"
    kinds = [known[code].soort for code in ("D1", "DIN1", "1A", "1B3")]
    assert kinds == list(KnoopSoort)


def test_the_first_of_a_double_code_counts() -> None:
    double = agenda(speerpunt("D1"), netwerk=Netwerk(doelen=(Doel(code="D1", naam="Doel voorop"),)))
    assert all_knopen(double)["D1"].naam == "Doel voorop"
    assert codes(double) == ["D1"]


def test_the_list_says_each_link_with_its_sign_and_how_sure_it_is() -> None:
    said = sentences(
        graph(
            of(
                link("1B3", "DIN1", zekerheid=Zekerheid.MIDDEN),
                link("1A", "DIN2", Teken.VERLAAGT, Zekerheid.ONBEKEND),
                link("DIN2", "D1", Teken.MEET),
            )
        )
    )
    assert said == (
        "Actie 1B3 Actie 1B3 verhoogt indicator DIN1 Doelgroeppeuters (zekerheid: midden).",
        (
            "Speerpunt 1A Speerpunt 1A verlaagt indicator DIN2 Startkwalificatie "
            "(zekerheid: niet vastgelegd)."
        ),
        "Indicator DIN2 Startkwalificatie meet doel D1 Kansrijk opgroeien.",
        "Actie 1B3 Actie 1B3 is deel van speerpunt 1B Speerpunt 1B.",
    )


def test_what_has_no_link_is_said_to_have_none() -> None:
    said = sentences(graph(of(link("1A", "D1"))))
    assert said[1:] == (
        "Indicator DIN1 Doelgroeppeuters heeft geen verband.",
        "Indicator DIN2 Startkwalificatie heeft geen verband.",
        "Speerpunt 1B Speerpunt 1B heeft geen verband.",
    )


@given(agendas())
def test_the_list_says_every_link_and_leaves_out_no_node(any_agenda: Agenda) -> None:
    graaf = graph(any_agenda)
    said = sentences(graaf)
    linked = {code for one in graaf.verbanden for code in (one.van, one.naar)}
    drawn = {knoop.code for knoop in graaf.knopen}
    assert linked <= drawn
    assert len(drawn) == len(graaf.knopen)
    assert len(said) == len(graaf.verbanden) + len(drawn - linked)


def faults(*verbanden: Verband) -> list[tuple[str, str]]:
    """Return the place and the reason of each fault; all of them are in the network."""
    found = check_netwerk(of(*verbanden))
    assert {fout.blad for fout in found} <= {"Netwerk"}
    return [(fout.cel, fout.reden) for fout in found]


def test_links_that_hold_have_no_faults() -> None:
    assert faults(link("1B3", "DIN1"), link("1B3", "DIN1", Teken.MEET), link("DIN1", "1B3")) == []


def test_each_fault_of_a_link_is_named() -> None:
    assert faults(link("WEG", "DIN1")) == [("WEG naar DIN1", "WEG bestaat niet in deze agenda.")]
    assert faults(link("1A", "1A")) == [
        ("1A naar 1A", "Een verband loopt tussen twee verschillende dingen.")
    ]
    assert [reden for _, reden in faults(link("WEG", "WEG"))] == [
        "WEG bestaat niet in deze agenda.",
        "Een verband loopt tussen twee verschillende dingen.",
    ]
    assert faults(link("1A", "D1"), link("1A", "D1", zekerheid=Zekerheid.LAAG)) == [
        ("1A naar D1", "Dit verband staat er 2 keer.")
    ]


def test_a_link_that_raises_and_lowers_at_once_is_named_once() -> None:
    both = (link("1A", "D1", Teken.VERLAAGT), link("1A", "D1"))
    assert faults(*both) == [("1A naar D1", "Kies: verhoogt of verlaagt, niet allebei.")]
    assert faults(link("1A", "D1", Teken.VERLAAGT), link("D1", "1A")) == []


def test_links_of_which_nobody_wrote_how_sure_they_are_can_be_asked_for() -> None:
    vague = link("1A", "D1", zekerheid=Zekerheid.ONBEKEND)
    lower = link("1A", "DIN1", Teken.VERLAAGT, Zekerheid.ONBEKEND)
    sure, measures = link("1B", "D1"), link("DIN1", "D1", Teken.MEET, Zekerheid.ONBEKEND)
    assert unsure(graph(of(vague, sure, measures, lower))) == (vague, lower)
