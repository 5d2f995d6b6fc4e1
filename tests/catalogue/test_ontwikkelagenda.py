"""A second agenda, of another shape, stands on the same shelf without a line of code of its own."""

from functools import cache
from pathlib import Path

import pytest

from openlea.core.agenda import Agenda, Rol
from openlea.core.begroting import Begroting
from openlea.core.netwerk import Teken
from openlea.policy.agenda_controle import check_agenda
from openlea.services.read_bundled_agenda import read_bundled_agenda
from openlea.services.read_json import read_json
from openlea.services.write_json import write_json

SEED = Path(__file__).parents[2] / "../shared/seeds/ontwikkelagenda-inclusiever-onderwijs.txt"
needs_text = pytest.mark.skipif(not SEED.exists(), reason="the text of this agenda is not here")


@cache
def _agenda() -> Agenda:
    return read_bundled_agenda("ontwikkelagenda-inclusiever-onderwijs")


@cache
def _text() -> str:
    return " ".join(SEED.read_text(encoding="utf-8").replace("�", "").split())


def test_it_holds_together_by_the_rules_for_every_agenda() -> None:
    assert check_agenda(_agenda()) == ()


def test_it_differs_from_hilversum_in_codes_period_parties_and_money() -> None:
    hea = read_bundled_agenda("hilversum-2024-2027")
    assert not {a.code for a in _agenda().acties} & {a.code for a in hea.acties}
    assert _agenda().jaren != hea.jaren
    assert not {p.naam for p in _agenda().partijen if p.plaats} & {p.naam for p in hea.partijen}
    assert _agenda().begroting == Begroting()


def test_it_has_the_four_tips_and_four_themes_of_its_text() -> None:
    assert [len(a.speerpunten) for a in _agenda().ambities] == [4, 4]
    assert len(_agenda().acties) == 32
    assert all(speerpunt.acties for speerpunt in _agenda().speerpunten)


def test_its_nine_samenwerkingsverbanden_are_there_by_name() -> None:
    assert len([p for p in _agenda().partijen if p.code.startswith("swv-")]) == 9


def test_it_goes_through_json_unchanged() -> None:
    assert read_json(write_json(_agenda())) == _agenda()


def test_it_has_links_that_lower_so_that_the_sign_is_really_used() -> None:
    assert Teken.VERLAAGT in {verband.teken for verband in _agenda().netwerk.verbanden}


def test_nobody_pulls_an_actie_alone_and_together_at_once() -> None:
    for actie in _agenda().acties:
        rollen = [b.rol for b in actie.betrokkenen]
        assert rollen.count(Rol.TREKKER) <= 1, actie.code
        assert not {Rol.TREKKER, Rol.MEDE_EIGENAAR} <= set(rollen), actie.code


@needs_text
def test_headings_and_parties_are_named_as_in_the_text() -> None:
    text = _text().replace("ondersteunings- structuur", "ondersteuningsstructuur")
    names = [s.naam for s in _agenda().speerpunten] + [a.naam for a in _agenda().ambities]
    names += [p.naam for p in _agenda().partijen if p.code.startswith("swv-")]
    assert [name for name in names if name not in text] == []


@needs_text
def test_every_reason_is_a_quote_from_the_text() -> None:
    quotes = [b.toelichting for actie in _agenda().acties for b in actie.betrokkenen]
    quotes += [verband.toelichting for verband in _agenda().netwerk.verbanden]
    assert len(quotes) > 30
    assert [quote for quote in quotes if quote not in _text()] == []
