"""What is known of how somebody signs in: second steps, open sessions, and today's roles."""

from datetime import date

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from openlea.policy.rechten import LidRol
from openlea.storage.records.lidmaatschap import Lidmaatschap

STAPPEN = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""What counts as a second step; codes for emergencies only stand in for one of these."""


def roles_on(day: date, persoon: int) -> list[LidRol]:
    """Return the roles of a person on a day, over all werkruimten, in one query."""
    found = Lidmaatschap.objects.filter(persoon_id=persoon).active_on(day)
    return [LidRol(rol) for rol in found.values_list("rol", flat=True)]


def steps_of(persoon: int) -> QuerySet[Authenticator]:
    """Return the second steps of a person: apps and passkeys."""
    found: QuerySet[Authenticator] = every_step_of(persoon).filter(type__in=STAPPEN).order_by("pk")
    return found


def every_step_of(persoon: int) -> QuerySet[Authenticator]:
    """Return the second steps of a person and the codes for emergencies."""
    found: QuerySet[Authenticator] = Authenticator.objects.filter(user_id=persoon)
    return found


def sessions_of(persoon: int) -> QuerySet[UserSession]:
    """Return the open sessions of a person, oldest first."""
    found: QuerySet[UserSession] = UserSession.objects.filter(user_id=persoon)
    return found.order_by("created_at", "pk")


def rows_of(keys: list[str]) -> QuerySet[Session]:
    """Return what Django keeps of these sessions."""
    return Session.objects.filter(session_key__in=keys)
