"""How fields of policy and names of numbers of the law are written on a page."""

from django import template

from openlea.policy.beleidsveld import beleidsveld

register = template.Library()


@register.filter
def veldnaam(veld: str) -> str:
    """Return the name of a field of policy."""
    return beleidsveld(veld).naam


@register.filter
def leesbaar(naam: str) -> str:
    """Return 'uren_per_dag' as 'Uren per dag'."""
    text = naam.replace("_", " ")
    return f"{text[:1].upper()}{text[1:]}"
