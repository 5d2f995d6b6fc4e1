"""The mark in the link with which one chooses a password: once, and not for long."""

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.utils.http import base36_to_int

from openlea.storage.records.models import Persoon

UUR = 3600
VERGETEN_UREN = 24
"""Hours that a link works for who has a password already; an invitation works longer."""


class Linkmerk(PasswordResetTokenGenerator):
    """Django's mark; for who has a password already it holds a day, whatever the setting says."""

    def check_token(self, user: Persoon | None, token: str | None) -> bool:
        """Return whether the mark is of this person, unused and not too old."""
        if not super().check_token(user, token) or user is None or token is None:
            return False
        if not user.is_active:
            return False
        made = base36_to_int(token.split("-")[0])
        age = self._num_seconds(self._now()) - made
        return not user.has_usable_password() or age <= VERGETEN_UREN * UUR


LINKMERK = Linkmerk()
