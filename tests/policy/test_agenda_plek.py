"""A fault is named to the field and said to the word: a person has to mend it from that alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from openlea.core.agenda import Agenda, Jaarwaarde
from openlea.core.begroting import Post
from openlea.core.netwerk import Doel
from openlea.policy.agenda_controle import GROOTSTE_BEDRAG, Bevinding, check_agenda, find_faults
from openlea.policy.agenda_grenzen import EERSTE_DAG, LAATSTE_DAG, refusals
from openlea.policy.agenda_rijen import ACTIES
from tests.policy.agenda_breken import Change, actie, first_of, tweede_actie, whole
from tests.services.xlsx_voorbeeld import AGENDA

LEEG = "Dit is leeg. Vul het in."
OM = "De einddatum ligt voor de begindatum."
LEEFTIJD = "De hoogste leeftijd is lager dan de laagste."


def of_agenda(veld: str, reden: str) -> tuple[Bevinding, ...]:
    """Return one fault of the agenda itself: it has one row."""
    return (Bevinding("Agenda", 0, veld, veld, reden),)


def of_actie(veld: str, reden: str, rij: int = 0, code: str = "1A1") -> tuple[Bevinding, ...]:
    """Return one fault of an actie."""
    return (Bevinding("Acties", rij, veld, code, reden),)


def unknown(code: str, waar: str) -> str:
    """Return what is said of a code that stands nowhere."""
    return f"'{code}' staat niet op het blad {waar}. Voeg het daar toe of verbeter de code."


def outside(jaar: int) -> str:
    """Return what is said of a year outside the agenda."""
    return f"Het jaar {jaar} valt buiten de agenda (2025-2027)."


def twice(sleutel: str, blad: str) -> str:
    """Return what is said of a code that was used before."""
    return f"'{sleutel}' staat er al: op het blad {blad}. Kies een andere code."


PLACES: list[tuple[str, Change, tuple[Bevinding, ...]]] = [
    ("titel", whole(titel=" "), of_agenda("titel", LEEG)),
    (
        "ritme",
        whole(bijwerken_dagen=0),
        of_agenda("bijwerken_dagen", "Het aantal dagen is minstens 1."),
    ),
    (
        "te laat",
        whole(te_laat_dagen=119),
        of_agenda(
            "te_laat_dagen",
            "Dit moet minstens zo veel zijn als het aantal dagen van bijwerken.",
        ),
    ),
    (
        "nooit te laat",
        whole(te_laat_dagen=7321),
        of_agenda("te_laat_dagen", "Dit aantal dagen is langer dan een agenda duurt."),
    ),
    ("te lang", whole(tot=2045), of_agenda("tot", "Een agenda duurt hoogstens 20 jaar.")),
    (
        "tekent niemand",
        whole(ondertekenaars=("gemeente", "X")),
        (Bevinding("Agenda", 1, "ondertekenaars", "ondertekenaars", unknown("X", "Partijen")),),
    ),
    (
        "tekent dubbel",
        whole(ondertekenaars=("gemeente", "bestuur", "gemeente")),
        (
            Bevinding(
                "Agenda",
                2,
                "ondertekenaars",
                "ondertekenaars",
                "Partij 'gemeente' staat er al als ondertekenaar.",
            ),
        ),
    ),
    (
        "werkgroep leeg",
        whole(werkgroepen=("Werkgroep taal", "")),
        (Bevinding("Werkgroepen", 1, "naam", "", LEEG),),
    ),
    (
        "stuurteken",
        actie(omschrijving="a\x00b"),
        of_actie("omschrijving", "Hier staat een onzichtbaar stuurteken. Typ de tekst opnieuw."),
    ),
    (
        "te jong",
        actie(leeftijd_van=-1),
        of_actie("leeftijd_van", "De leeftijd -1 ligt niet tussen 0 en 23."),
    ),
    (
        "te oud",
        actie(leeftijd_tot=24),
        of_actie("leeftijd_tot", "De leeftijd 24 ligt niet tussen 0 en 23."),
    ),
    ("leeftijd om", actie(leeftijd_van=5), of_actie("leeftijd_tot", LEEFTIJD)),
    ("dagen om", actie(van=date(2026, 8, 1)), of_actie("tot", OM)),
    (
        "begint te laat",
        tweede_actie(van=date(2028, 1, 1)),
        of_actie("van", "De actie begint pas na de agenda (2025-2027).", 1, "1E1"),
    ),
    (
        "eindigt te vroeg",
        tweede_actie(van=None, tot=date(2024, 12, 31)),
        of_actie("tot", "De actie eindigt al voor de agenda (2025-2027).", 1, "1E1"),
    ),
    (
        "met zichzelf",
        actie(samengevoegd_met="1A1"),
        of_actie("samengevoegd_met", "Zo komt '1A1' via '1A1' weer bij zichzelf uit."),
    ),
    (
        "volgt zichzelf op",
        actie(opgevolgd_door="1A1"),
        of_actie("opgevolgd_door", "Zo komt '1A1' via '1A1' weer bij zichzelf uit."),
    ),
    (
        "code dubbel",
        tweede_actie(code="1A1"),
        of_actie("code", twice("1A1", "Acties"), 1),
    ),
    (
        "jaarwaarde dubbel",
        first_of("streefwaarden", jaren=(Jaarwaarde(jaar=2025), Jaarwaarde(jaar=2025))),
        (Bevinding("Jaarwaarden", 1, "jaar", "S1 2025", twice("S1 2025", "Jaarwaarden")),),
    ),
    (
        "jaarwaarde buiten",
        first_of("streefwaarden", jaren=(Jaarwaarde(jaar=2028),)),
        (Bevinding("Jaarwaarden", 0, "jaar", "S1 2028", outside(2028)),),
    ),
    (
        "bedrag buiten",
        first_of("begroting", "posten", bedragen={2024: 1}),
        (Bevinding("Begroting", 0, "2024", "P1", outside(2024)),),
    ),
    (
        "bedrag groot",
        first_of("begroting", "posten", bedragen={2026: GROOTSTE_BEDRAG + 1}),
        (Bevinding("Begroting", 0, "2026", "P1", "Het bedrag is groter dan 10 miljard euro."),),
    ),
    (
        "subsidie min",
        first_of("begroting", "subsidies", teruggevorderd=-1),
        (
            Bevinding(
                "Subsidies",
                0,
                "teruggevorderd",
                "SUB-1",
                "Een bedrag van een subsidie is niet lager dan 0.",
            ),
        ),
    ),
    (
        "post bij",
        first_of("begroting", "posten", bij="X"),
        (Bevinding("Begroting", 0, "bij", "P1", unknown("X", "Acties, Speerpunten of Ambities")),),
    ),
    (
        "verband om",
        first_of("netwerk", "verbanden", naar="1A1"),
        (
            Bevinding(
                "Verbanden",
                0,
                "naar",
                "1A1 1A1 verhoogt",
                "Een verband loopt van het een naar iets anders.",
            ),
        ),
    ),
]


@pytest.mark.parametrize(("change", "found"), [p[1:] for p in PLACES], ids=[p[0] for p in PLACES])
def test_one_fault_is_one_finding_at_its_own_field(
    change: Callable[[Agenda], Agenda], found: tuple[Bevinding, ...]
) -> None:
    assert tuple(find_faults(change(AGENDA))) == found


def test_a_link_that_is_there_twice_is_named_where_it_leads() -> None:
    [verband] = AGENDA.netwerk.verbanden
    doubled = replace(AGENDA, netwerk=replace(AGENDA.netwerk, verbanden=(verband, verband)))
    [found] = find_faults(doubled)
    assert (found.rij, found.veld) == (1, "naar")


def test_a_code_may_be_used_again_for_what_nobody_confuses_with_it() -> None:
    partijen = first_of("partijen", code="1A1")(replace(AGENDA, ondertekenaars=()))
    assert not any("staat er al" in fout.reden for fout in check_agenda(partijen))
    assert check_agenda(first_of("begroting", "geldstromen", code="P1")(_without_streams())) == ()


def _without_streams() -> Agenda:
    """Return the example in which no row names its stream."""
    geld = AGENDA.begroting
    posten = tuple(replace(post, geldstroom="") for post in geld.posten)
    return replace(AGENDA, begroting=replace(geld, posten=posten))


def test_a_goal_and_an_indicator_share_their_codes_with_the_acties() -> None:
    doelen = (*AGENDA.netwerk.doelen, Doel(code="I1", naam="x"))
    [found] = find_faults(replace(AGENDA, netwerk=replace(AGENDA.netwerk, doelen=doelen)))
    assert (found.blad, found.sleutel, found.reden) == ("Indicatoren", "I1", twice("I1", "Doelen"))


def test_an_agenda_of_one_year_is_held_to_that_year() -> None:
    bare = Agenda(titel="x", van=2025, tot=2025)
    post = Post(code="P", bij="", omschrijving="x", bedragen={2026: 1})
    [found] = find_faults(replace(bare, begroting=replace(bare.begroting, posten=(post,))))
    assert found.reden == "Het jaar 2026 valt buiten de agenda (2025-2025)."


def test_a_period_that_runs_backwards_is_one_fault_and_not_one_per_year() -> None:
    found = tuple(find_faults(replace(AGENDA, van=2027, tot=2025)))
    reden = "Het laatste jaar 2025 ligt voor het eerste jaar 2027."
    assert found == of_agenda("tot", reden)


@pytest.mark.parametrize("jaar", [EERSTE_DAG.year, LAATSTE_DAG.year])
def test_the_first_and_the_last_year_that_make_sense_are_accepted(jaar: int) -> None:
    assert check_agenda(Agenda(titel="x", van=jaar, tot=jaar)) == ()


@pytest.mark.parametrize("jaar", [EERSTE_DAG.year - 1, LAATSTE_DAG.year + 1])
def test_a_year_beyond_them_is_a_slip_of_the_pen(jaar: int) -> None:
    said = {fout.reden for fout in check_agenda(Agenda(titel="x", van=jaar, tot=jaar))}
    assert said == {f"Het jaar {jaar} klopt niet."}


def test_three_rows_in_a_circle_are_each_named_with_the_row_they_lead_to() -> None:
    posten = tuple(
        Post(code=code, bij="", omschrijving="x", kop=kop)
        for code, kop in (("A", "B"), ("B", "C"), ("C", "A"))
    )
    bare = Agenda(titel="x", van=2025, tot=2025)
    found = find_faults(replace(bare, begroting=replace(bare.begroting, posten=posten)))
    assert [(f.sleutel, f.veld, f.reden) for f in found] == [
        (code, "kop", f"Zo komt '{code}' via '{kop}' weer bij zichzelf uit.")
        for code, kop in (("A", "B"), ("B", "C"), ("C", "A"))
    ]


def refused(waarde: Any, veld: str = "omschrijving") -> list[str]:
    """Return why a value of an actie is refused."""
    return list(refusals(ACTIES, veld, waarde))


def test_the_first_and_the_last_day_that_make_sense_are_accepted() -> None:
    assert refused(EERSTE_DAG) == refused(LAATSTE_DAG) == []
    assert refused(date(1949, 12, 31)) == ["Het jaar 1949 klopt niet."]
    assert refused(date(2101, 1, 1)) == ["Het jaar 2101 klopt niet."]


def test_a_number_is_kept_to_the_last_digit_or_refused() -> None:
    assert refused(Decimal("0.000001")) == refused(Decimal(99999999999999)) == []
    assert refused(Decimal("0.0000015")) == ["Het getal heeft meer dan 6 cijfers achter de komma."]
    assert refused(Decimal(10**14)) == ["Het getal heeft meer dan 14 cijfers voor de komma."]
    assert refused(Decimal("Infinity")) == refused(Decimal("NaN")) == ["Dit is geen getal."]


def test_a_text_too_long_says_how_long_it_is_and_how_long_it_may_be() -> None:
    too_long = ["De tekst heeft 301 tekens. Er passen er 300."]
    assert refused("a" * 301, "naam") == too_long
    assert refused("😀" * 150 + "a", "naam") == too_long
    assert refused("😀" * 150, "naam") == []


def test_a_text_may_have_lines_and_no_other_sign_that_is_not_seen() -> None:
    assert refused("een\n\ttwee\r\n") == []
    for sign in "\x00\x07\x1b\x7f\x85\ud800":
        assert refused(f"een{sign}") == [
            "Hier staat een onzichtbaar stuurteken. Typ de tekst opnieuw."
        ]
