"""Figures on screen: `{{ x|cijfer:kaart }}` as text, `{% toon_getal getal %}` with its mark."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from openlea.core.cijfer import Cijfer
from openlea.core.indicator import Indicator
from openlea.policy.cijfertekst import periode_tekst
from openlea.web.getal import GEEN_WAARDE, Getal, shown

register = template.Library()


@register.filter
def cijfer(value: Cijfer | None, kaart: Indicator) -> str:
    """Return a figure as '4,4 %' or '47 tot 50 leerlingen', or as the word of its mark."""
    return GEEN_WAARDE if value is None else shown(value, kaart).voluit


@register.filter
def periode(value: str) -> str:
    """Return a period in words, e.g. '1 oktober 2024'."""
    return periode_tekst(value)


@register.simple_tag
def toon_getal(getal: Getal, soort: str = "") -> SafeString:
    """Return the number with its mark, as a link to what explains it.

    `soort` is 'cel' in a table (unit and period stand in the head), 'groot' as a fact.
    """
    return render_to_string("onderdelen/getal.html", {"getal": getal, "soort": soort})
