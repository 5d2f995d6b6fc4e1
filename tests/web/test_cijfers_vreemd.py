"""An address of figures that nobody would type is not found, or refused; it is never a crash."""

from pathlib import Path
from urllib.parse import quote

import pytest

from openlea.policy.rechten import LidRol
from tests.world import World

VREEMD = [
    "%",
    "..",
    "<script>",
    "x" * 4000,
    "٤٠٢",
    "GM0402\n",
    "\U0001f3eb",
    "ﬁ",
    "'",
    "\x00",
    "-1",
    "²",
]
PADEN = [
    "cijfers/{}/GM0402/",
    "cijfers/gemeente/{}/",
    "cijfers/school/{}/",
    "cijfers/gemeente/GM0402/veld/{}/",
    "cijfers/gemeente/GM0402/kaart/?indicator={}",
    "cijfers/gemeente/{}/vergelijking/",
    "cijfers/indicator/{}/",
    "cijfers/indicator/leerlingen_bo/?niveau={}&periode={}&q={}&pagina={}",
    "cijfers/verklaar/{}/gemeente/GM0402/nieuwste/",
    "cijfers/verklaar/leerlingen_bo/gemeente/{}/nieuwste/",
    "cijfers/verklaar/leerlingen_bo/gemeente/GM0402/{}/",
    "cijfers/zoek/?q={}",
    "cijfers/indicatoren/?q={}&veld={}&soort={}&niveau={}",
    "cijfers/gemeente/GM0402/?soort={}&q={}&volgorde={}&csv={}",
    "cijfers/bronnen/{}/",
    "cijfers/bronnen/duo_leerlingen_po/?versie={}&pagina={}",
    "cijfers/bronnen/inlezen/{}/",
    "werk/{}/",
    "zoeken/?q={}",
]
API = [
    "cijfers?indicator={}",
    "cijfers?code={}",
    "cijfers?indicator=leerlingen_bo&soort={}",
    "cijfers?indicator=leerlingen_bo&binnen={}",
    "cijfers?indicator=leerlingen_bo&periode={}",
    "cijfers?indicator=leerlingen_bo&werkruimte={}",
    "cijfers/leerlingen_bo/gemeente/{}/nieuwste/verklaring",
    "cijfers/bronnen/{}",
    "indicatoren/{}",
    "plaatsen/{}",
]


@pytest.mark.parametrize("pad", PADEN)
def test_no_address_of_a_page_makes_it_crash(cijfers: Path, hilversum: World, pad: str) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    for vreemd in VREEMD:
        address = hilversum.url(pad.replace("{}", quote(vreemd, safe="")))
        assert client.get(address).status_code < 500, address


@pytest.mark.parametrize("pad", API)
def test_no_question_to_the_interface_makes_it_crash(
    cijfers: Path, hilversum: World, pad: str
) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    for vreemd in VREEMD:
        address = f"/api/v1/{pad.replace('{}', quote(vreemd, safe=''))}"
        answer = client.get(address)
        assert answer.status_code < 500, (address, answer.content)
        assert "json" in answer["Content-Type"]
        assert answer["X-Content-Type-Options"] == "nosniff"
