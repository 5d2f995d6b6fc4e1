"""A business case says who assumes what; what is wrong is named by file, key and reason."""

import pytest

from openlea.core.errors import BadInput
from openlea.policy.businesscase import Aard, Businesscase, Kashouder
from openlea.policy.businesscase_invoer import read_businesscase
from openlea.policy.invoerdeel import read_invoer

GOED = """
titel = "Proef"
eerste_jaar = 2027
jaren = 3
rente = "rente"

[scenario]
soort = "so"
leerlingen = "aantal"
vanaf = 2028

[[aanname]]
id = "aantal"
laag = 5
midden = 10
hoog = 15
eenheid = "leerlingen"
bron = "telling"
eigenaar = "SWV"

[[aanname]]
id = "prijs"
midden = 4000
eenheid = "euro"
bron = "contract"

[[aanname]]
id = "rente"
midden = 0.05
eenheid = "deel per jaar"

[[post]]
naam = "Vervoer"
kas = "gemeente_vervoer"
richting = "baat"
maal = ["aantal", "prijs"]

[[post]]
naam = "Verbouwing"
kas = "gemeente_huisvesting"
richting = "last"
aard = "eenmalig"
maal = ["prijs"]
van = 2027
"""


def read(text: str) -> Businesscase:
    return read_businesscase(read_invoer(text.encode(), "case.toml"))


def test_what_lacks_a_source_or_an_owner_is_counted() -> None:
    case = read(GOED)
    assert [one.id for one in case.zonder_bron()] == ["rente"]
    assert [one.id for one in case.zonder_eigenaar()] == ["prijs", "rente"]


def test_a_flow_starts_when_the_scenario_does_unless_it_says_so() -> None:
    transport, building = read(GOED).posten
    assert transport.weights(2027, 3) == (0.0, 1.0, 1.0)
    assert building.aard is Aard.EENMALIG
    assert building.weights(2027, 3) == (1.0, 0.0, 0.0)


def test_budgets_stand_in_the_order_of_the_list() -> None:
    assert read(GOED).kassen() == (Kashouder.GEMEENTE_VERVOER, Kashouder.GEMEENTE_HUISVESTING)


def test_a_share_of_the_first_years_stays_at_its_last() -> None:
    text = GOED.replace('maal = ["aantal", "prijs"]', 'maal = ["aantal"]\ningroei = [0.25, 0.5]')
    text = text.replace("jaren = 3", "jaren = 5")
    assert read(text).posten[0].weights(2027, 5) == (0.0, 0.25, 0.5, 0.5, 0.5)


@pytest.mark.parametrize(
    ("was", "becomes", "where", "reason"),
    [
        ("jaren = 3", "jaren = 0", "jaren", "heel getal van 1 tot en met 60"),
        ("jaren = 3", "", "jaren", "heel getal van 1 tot en met 60"),
        ('kas = "gemeente_vervoer"', 'kas = "provincie"', "post 1, kas", "Kies uit: gemeente_v"),
        ('kas = "gemeente_vervoer"', "", "post 1, kas", "dit ontbreekt"),
        ('["aantal", "prijs"]', '["aantal", "prijzen"]', "post 1, maal", "met id 'prijzen'"),
        ("midden = 10", "midden = 20", "aanname 1, midden", "lopen niet op"),
        ("midden = 10", "midden = '10'", "aanname 1, midden", "zonder aanhalingstekens"),
        ("midden = 4000\n", "", "aanname 2, midden", "ontbreekt"),
        ('id = "prijs"', 'id = "aantal"', "aanname", "komt 2 keer voor"),
        ("midden = 0.05", "midden = 5", "aanname 3, midden", "2 % is 0.02"),
        ("van = 2027", "van = 2040", "post 2, van", "past niet in 2027 tot 2029"),
        ('aard = "eenmalig"', 'aard = "eenmalig"\ntot = 2028', "post 2, tot", "geen tot"),
        ('rente = "rente"', 'rentevoet = "rente"', "rentevoet", "Bedoel je 'rente'?"),
        ('leerlingen = "aantal"', 'leerlingen = "x"', "scenario, leerlingen", "met id 'x'"),
        ("hoog = 15", 'hoog = 15\nverdeling = "normaal"', "aanname 1, verdeling", "driehoek"),
        ("hoog = 15", 'hoog = 15\nverdeling = "vast"', "aanname 1, verdeling", "vast kan niet"),
    ],
)
def test_a_wrong_key_is_named_with_file_and_reason(
    was: str, becomes: str, where: str, reason: str
) -> None:
    assert was in GOED
    with pytest.raises(BadInput) as refused:
        read(GOED.replace(was, becomes, 1))
    said = [str(one) for one in refused.value.fouten]
    assert any(one.startswith(f"case.toml {where}: ") and reason in one for one in said), said


def test_an_assumption_that_nothing_uses_is_refused() -> None:
    text = GOED.replace('["aantal", "prijs"]', '["aantal"]').replace('["prijs"]', '["aantal"]')
    with pytest.raises(BadInput, match="geen post gebruikt 'prijs'"):
        read(text)
