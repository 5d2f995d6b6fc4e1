"""What the sign-in library asks about second steps: sealed secrets, Dutch names."""

from typing import Any

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.policy.tweede_factor import needs_second_factor
from openlea.storage.records.models import Persoon
from openlea.storage.records.toegang import roles_on, steps_of
from openlea.storage.vault.veldslot import seal, unseal
from openlea.web.account.pogingen import TE_VAAK

WAARVOOR = "tweede stap"
NAAM = "Open LEA"
KWIJT = "Deze tweede stap kan niet meer gelezen worden. Vraag je beheerder om haar te herstellen."


class StapAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # the library has no types
    """Second steps whose secrets lie encrypted under a key outside the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Deze code klopt niet, of is al gebruikt.",
        "cannot_delete_authenticator": "Je rol vraagt een tweede stap. Voeg eerst een andere toe.",
        "rate_limited": TE_VAAK,
    }

    def encrypt(self, text: str) -> str:
        """Return a secret as it lies in the database."""
        return seal(text, WAARVOOR)

    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret again; ValidationError when its key is gone: never an empty secret."""
        try:
            return unseal(encrypted_text, WAARVOOR)
        except (NotFound, ValueError):
            raise ValidationError(KWIJT) from None

    def get_totp_issuer(self) -> str:
        """Return the name that an app shows above the code."""
        return NAAM

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Return for which site a passkey is: the host of this request, under our name."""
        return {"id": context.request.get_host().partition(":")[0], "name": NAAM}

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Any) -> str:  # noqa: A002
        """Return a name for a new passkey."""
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return f"Passkey {count + 1}"

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Return whether it may go: not the last one of who must have one."""
        persoon = Persoon.objects.get(pk=authenticator.user_id)
        others = steps_of(persoon.pk).exclude(pk=authenticator.pk).exists()
        return others or not must_have_step(persoon)


def must_have_step(persoon: Persoon) -> bool:
    """Return whether this person may only come in with a second step, by today's roles."""
    roles = roles_on(timezone.localdate(), persoon.pk)
    return needs_second_factor(roles, is_beheerder=persoon.is_beheerder)
