"""Parts of a page show what they are given, in words and not in colour alone."""

import re
from decimal import Decimal

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template import Context, Template
from django.test import RequestFactory

from openlea.core.agenda import ActieStaat
from openlea.policy.actualiteit import Actualiteit
from openlea.web.pages.stijlgids.views import stijlgids
from openlea.web.templatetags import onderdelen


def drawn(template: str, **values: object) -> str:
    """Return a template rendered with the tags of the parts."""
    return Template("{% load onderdelen %}" + template).render(Context(values))


@pytest.mark.parametrize("staat", list(ActieStaat))
def test_every_staat_has_a_word_and_an_icon_that_exists(staat: ActieStaat) -> None:
    html = drawn('{% deel "staat" staat=staat %}', staat=staat)
    icon = re.findall(r'href="#(i-[\w-]+)"', html)
    assert staat.label in html
    assert [f'id="{one}"' in drawn('{% deel "iconen" %}') for one in icon] == [True]


@pytest.mark.parametrize("actualiteit", list(Actualiteit))
def test_every_actualiteit_is_said_in_its_own_word(actualiteit: Actualiteit) -> None:
    assert actualiteit.label in drawn('{% deel "actualiteit" actualiteit=a %}', a=actualiteit)


def test_a_part_sees_nothing_of_the_page_around_it() -> None:
    html = drawn('{% deel "melding" tekst="Gelukt" %}', titel="Titel van de bladzijde")
    assert "Titel van de bladzijde" not in html


def test_the_button_of_an_empty_state_goes_where_it_says() -> None:
    part = '{% deel "lege_staat" titel="Leeg" waarom="Omdat." url="/vul/" knoptekst="Vul" %}'
    html = drawn("{% load onderdelen %}" + part)
    assert 'href="/vul/"' in html


def test_a_maximum_is_not_called_met_before_the_year_is_over() -> None:
    bar = '{% deel "streefbalk" werkelijk=11 doel=14 richting=richting uitkomst=uitkomst %}'
    assert "gehaald" not in drawn(bar, richting="hoogstens", uitkomst="")
    assert "gehaald" in drawn(bar, richting="hoogstens", uitkomst="gehaald")
    assert "gehaald" in drawn('{% deel "streefbalk" werkelijk=60 doel=60 %}')


def test_a_bar_never_runs_out_of_its_frame_and_unknown_is_not_nought() -> None:
    assert onderdelen.streef(Decimal(90), Decimal(60), "", "").breedte == 100
    assert "Nog niet gemeten" in drawn('{% deel "streefbalk" werkelijk=None doel=60 %}')
    assert "Geen doel" in drawn('{% deel "streefbalk" werkelijk=3 doel=None %}')


def test_text_from_people_is_never_taken_for_markup() -> None:
    evil = "<script>alert(1)</script>"
    assert "<script>" not in drawn('{% deel "melding" titel=t tekst=t %}{% icoon t t %}', t=evil)


def test_a_message_that_can_be_undone_carries_the_way_back() -> None:
    message = Message(constants.SUCCESS, "Gestopt.", extra_tags="ongedaan:/w/x/terug/")
    assert onderdelen.ongedaan_adres(message) == "/w/x/terug/"
    assert onderdelen.ongedaan_adres(Message(constants.INFO, "Hoi")) == ""


def test_the_style_guide_shows_a_field_with_its_fault_between_label_and_input() -> None:
    html = stijlgids(RequestFactory().get("/stijlgids/")).content.decode()
    label, fault, field = (
        html.index(part) for part in ('for="id_naam"', 'id="id_naam_error"', '<input type="text"')
    )
    assert label < fault < field
    assert "style=" not in html
    assert "onclick" not in html
