"""Rules are read as declared, and what is wrong is named by its key in Dutch."""

import pytest

from openlea.catalogue.plaatsregelkast import find_rules, open_plaatsregels
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput
from openlea.core.plaatsing import Buurtvorm, Criterium, Lotvorm, Wijze
from openlea.policy.plaatsregels import read_plaatsregels

GOOD = 'naam = "n"\nbron = "b"\nvan = 2026-01-01\n'


def test_the_profiles_on_the_shelf_can_be_read_and_say_that_nobody_verified_them() -> None:
    found = open_plaatsregels(find_roots(""))
    assert set(found) == {"vo_zoals_amsterdam", "po_zoals_utrecht", "po_met_doelgroepquotum"}
    for regels in found.values():
        assert regels.bron
        assert regels.bronadres.startswith("https://")
        assert regels.nagelezen is False
    assert found["vo_zoals_amsterdam"].wensen_per_advies["vwo"] == 12
    assert all(one.alleen_eerste_keus for one in found["vo_zoals_amsterdam"].voorrang)
    assert [one.criterium for one in found["po_zoals_utrecht"].voorrang] == [
        Criterium.BROER_ZUS,
        Criterium.INDICATIE,
        Criterium.VOORSCHOOL,
        Criterium.NABIJHEID,
    ]
    assert find_rules("po_zoals_utrecht") is not None
    assert find_rules("bestaat_niet") is None


def test_what_is_not_said_is_the_usual() -> None:
    regels = read_plaatsregels(GOOD)
    assert (regels.wijze, regels.loting) == (Wijze.DA, Lotvorm.ENKEL)
    assert (regels.voorrang, regels.quota, regels.tweede_ronde) == ((), (), False)


def test_nearness_has_three_forms() -> None:
    text = GOOD + '[[voorrang]]\ncriterium = "nabijheid"\nvorm = "straal"\nkm = 1.5\n'
    (one,) = read_plaatsregels(text).voorrang
    assert (one.vorm, one.km) == (Buurtvorm.STRAAL, 1.5)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('bron = "b"\nvan = 2026-01-01\n', "'naam'"),
        ('naam = "n"\nbron = "b"\nvan = "2026"\n', "'van'"),
        (GOOD + 'wijze = "dobbelen"\n', "'wijze'"),
        (GOOD + "stapelen = 1\n", "'stapelen'"),
        (GOOD + "loterij = true\n", "'loterij'"),
        (GOOD + "tot = 2025-01-01\n", "'tot'"),
        (GOOD + 'voorrang = "broer"\n', "'voorrang'"),
        (GOOD + '[[voorrang]]\ncriterium = "rijkdom"\n', "[[voorrang]] 1 'criterium'"),
        (GOOD + '[[voorrang]]\ncriterium = "nabijheid"\nvorm = "straal"\n', "'km'"),
        (GOOD + '[[voorrang]]\ncriterium = "nabijheid"\nvorm = "dichtstbij"\n', "'aantal'"),
        (GOOD + '[[quotum]]\ngroep = "broer_zus"\nprocent = 10\n', "[[quotum]] 1 'groep'"),
        (GOOD + '[[quotum]]\ngroep = "doelgroep"\nprocent = 101\n', "'procent'"),
        (GOOD + 'wijze = "boston"\n[[quotum]]\ngroep = "doelgroep"\nprocent = 1\n', "'quotum'"),
        (GOOD + "[wensen]\nten_hoogste = -1\n", "[wensen] 'ten_hoogste'"),
        (GOOD + '[wensen]\nper_advies = { vwo = "veel" }\n', "'per_advies'"),
        ("naam = ", "TOML"),
    ],
)
def test_a_fault_names_its_key(text: str, key: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_plaatsregels(text, "r.toml")
    assert any(key in str(fout) for fout in caught.value.fouten)


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(BadInput) as caught:
        read_plaatsregels('wijze = "x"\nloting = "y"\n')
    assert len(caught.value.fouten) == 5
