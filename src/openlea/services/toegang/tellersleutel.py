"""Hides what is counted: an address or an account is never to be read in the counts."""

from django.utils.crypto import salted_hmac


def tellersleutel(sleutel: str) -> str:
    """Return 64 hexadecimal digits, the same for the same text in this installation alone."""
    return salted_hmac("openlea.teller", sleutel, algorithm="sha256").hexdigest()
