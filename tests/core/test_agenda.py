"""An agenda is read in the order in which it was printed, over all of its years."""

from openlea.core.agenda import Actie, Agenda, Ambitie, Speerpunt

AGENDA = Agenda(
    titel="LEA",
    van=2025,
    tot=2028,
    ambities=(
        Ambitie(
            code="2",
            naam="tweede",
            speerpunten=(
                Speerpunt(
                    code="2B",
                    naam="b",
                    acties=(Actie(code="2B2", naam="x"), Actie(code="2B1", naam="y")),
                ),
                Speerpunt(code="2A", naam="a"),
            ),
        ),
        Ambitie(
            code="1",
            naam="eerste",
            speerpunten=(Speerpunt(code="1A", naam="c", acties=(Actie(code="1A1", naam="z"),)),),
        ),
    ),
)


def test_the_first_and_the_last_year_of_an_agenda_both_count() -> None:
    assert AGENDA.jaren == (2025, 2026, 2027, 2028)
    assert Agenda(titel="kort", van=2026, tot=2026).jaren == (2026,)


def test_what_was_printed_first_stays_first_whatever_its_code() -> None:
    assert [speerpunt.code for speerpunt in AGENDA.speerpunten] == ["2B", "2A", "1A"]
    assert [actie.code for actie in AGENDA.acties] == ["2B2", "2B1", "1A1"]


def test_an_agenda_that_was_just_begun_has_nothing_in_it() -> None:
    begun = Agenda(titel="nieuw", van=2026, tot=2029)
    assert (begun.speerpunten, begun.acties) == ((), ())
