"""The address where one person chooses a password, once."""

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from openlea.storage.records.models import Persoon


def wachtwoordlink(persoon: Persoon) -> str:
    """Return the address; it holds until the password is set or PASSWORD_RESET_TIMEOUT passes."""
    parts = [
        urlsafe_base64_encode(force_bytes(persoon.pk)),
        default_token_generator.make_token(persoon),
    ]
    return f"{settings.ADRES}{reverse('wachtwoord_zetten', args=parts)}"
