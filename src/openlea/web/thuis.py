"""Where each role starts: the questions to a partij, the day, the log, or the agenda."""

from django.urls import NoReverseMatch, reverse

from openlea.policy.lidmaatschap import MET_PARTIJ
from openlea.policy.rechten import LidRol, Noun, Scope, Verb, scope_of


def home_of(rol: LidRol) -> str:
    """Return the name of the first page of a role."""
    if rol in MET_PARTIJ:
        return "mijn"
    if _sees(rol, Noun.VANDAAG):
        return "vandaag"
    return "logboek" if _sees(rol, Noun.LOGBOEK) and _stands("logboek") else "agenda"


def _sees(rol: LidRol, noun: Noun) -> bool:
    return scope_of(rol, noun, Verb.ZIEN) is not Scope.NIETS


def _stands(route: str) -> bool:
    try:
        reverse(route, args=["proef"])
    except NoReverseMatch:
        return False
    return True
