"""Counts links that never were, so that nobody can go on guessing at an open door."""

from django.http import HttpRequest

from openlea.services.count_try import count_try
from openlea.web.adres import address_of

MOST_GUESSES = 20
GUESS_SECONDS = 600


def guessed_too_often(request: HttpRequest, deur: str) -> bool:
    """Count one guess at a door and return whether this address guessed too often.

    Only wrong links count, and a good link always opens: behind one proxy all are one address.
    """
    return count_try(f"gok {deur} {address_of(request)}", GUESS_SECONDS) > MOST_GUESSES
