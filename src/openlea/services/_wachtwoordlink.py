"""The address where one person chooses a password, once."""

from django.conf import settings
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from openlea.services.toegang.linkmerk import LINKMERK
from openlea.storage.records.models import Persoon


def wachtwoordlink(persoon: Persoon) -> str:
    """Return the address; it holds until a password is set, or Linkmerk says that it is too old."""
    parts = [
        urlsafe_base64_encode(force_bytes(persoon.pk)),
        LINKMERK.make_token(persoon),
    ]
    return f"{settings.ADRES}{reverse('wachtwoord_zetten', args=parts)}"
