"""The services by which one can sign in, for the page that offers them."""

from django import template

from openlea.storage.records.models import Inlogdienst

register = template.Library()


@register.simple_tag
def inlogdiensten() -> list[Inlogdienst]:
    """Return the services that are on, by name."""
    return list(Inlogdienst.objects.filter(is_aan=True))
