"""What the begroting says of an action, and what it leaves open."""

from collections import Counter

from openlea.core.agenda import Actie
from openlea.core.begroting import Begroting, Post, Stand
from openlea.policy.dekking import Dekking, DekkingStaat, dekking_per_actie, posten_met_geld
from tests.policy.hea_geld import JAREN, hea_agenda


def test_hilversum_has_23_actions_with_money_6_on_nought_and_13_without_a_row() -> None:
    agenda = hea_agenda()
    dekking = dekking_per_actie(agenda.begroting, agenda.acties, JAREN)
    assert Counter(d.staat for d in dekking.values()) == {
        DekkingStaat.GEDEKT: 23,
        DekkingStaat.NUL_ELDERS: 6,
        DekkingStaat.GEEN_RIJ: 13,
    }
    assert [code for code, d in dekking.items() if d.staat is DekkingStaat.NUL_ELDERS] == [
        "1A5",
        "1E7",
        "2C1",
        "2C4",
        "2C6",
        "2C8",
    ]


def test_everyone_who_pays_elsewhere_is_named() -> None:
    agenda = hea_agenda()
    dekking = dekking_per_actie(agenda.begroting, agenda.acties, JAREN)
    assert dekking["2C6"].betalers == ("Jeugdbeleid & NPO in 2024", "Jeugdbeleid")


def rij(code: str, bedrag: int, betaler: str = "") -> Post:
    return Post(
        code=code,
        bij="1A1",
        omschrijving=code,
        bedragen={2024: bedrag},
        elders_gedekt_door=betaler,
    )


def dekking_van(*posten: Post) -> Dekking:
    acties = (Actie(code="1A1", naam="een"),)
    return dekking_per_actie(Begroting(posten=posten), acties, (2024, 2025))["1A1"]


def test_one_row_of_nought_without_a_payer_leaves_the_action_open() -> None:
    assert dekking_van(rij("P1", 0, "Jeugd"), rij("P2", 0)) == Dekking(
        "1A1", DekkingStaat.NUL_ZONDER_BETALER, ("Jeugd",)
    )


def test_money_on_one_row_covers_the_action_and_keeps_the_payer_of_the_other() -> None:
    assert dekking_van(rij("P1", 0, "Jeugd"), rij("P2", 5)) == Dekking(
        "1A1", DekkingStaat.GEDEKT, ("Jeugd",)
    )


def test_a_payer_who_is_named_twice_is_listed_once() -> None:
    assert dekking_van(rij("P1", 0, "Jeugd"), rij("P2", 0, "Jeugd")) == Dekking(
        "1A1", DekkingStaat.NUL_ELDERS, ("Jeugd",)
    )


def test_money_in_a_year_outside_the_agenda_does_not_cover_an_action() -> None:
    begroting = Begroting(posten=(rij("P1", 5),))
    assert posten_met_geld(begroting, (2025,), Stand.BIJGESTELD) == set()
    assert posten_met_geld(begroting, (2025, 2024), Stand.BIJGESTELD) == {"P1"}


def test_an_action_without_a_row_has_no_payer_either() -> None:
    assert dekking_van() == Dekking("1A1", DekkingStaat.GEEN_RIJ, ())
