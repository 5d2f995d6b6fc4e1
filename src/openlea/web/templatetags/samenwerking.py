"""Small words for the pages on working together."""

from collections.abc import Sequence

from django import template

from openlea.core.samenwerking import Sturingsvorm
from openlea.core.sturingstabel import Sturingsvraag

register = template.Library()


@register.filter
def opsomming(woorden: Sequence[str]) -> str:
    """Return words as Dutch lists them: 'a, b en c'."""
    *first, last = woorden or ("",)
    return f"{', '.join(first)} en {last}" if first else last


@register.filter
def vormnamen(vormen: Sequence[Sturingsvorm]) -> str:
    """Return the names of forms as Dutch lists them."""
    return opsomming([one.label.lower() for one in vormen])


@register.filter
def past_bij(vraag: Sturingsvraag, vorm: Sturingsvorm) -> str:
    """Return which answers to a question speak for a form."""
    found = [one.label for one in vraag.antwoorden if vorm in one.past]
    return "; ".join(found) or "Geen antwoord"
