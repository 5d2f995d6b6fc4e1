"""Counts links that never were, so that nobody can go on guessing at an open door."""

from contextlib import suppress

from django.core.cache import cache
from django.http import HttpRequest

MOST_GUESSES = 20
GUESS_SECONDS = 600


def guessed_too_often(request: HttpRequest, deur: str) -> bool:
    """Count one guess at a door and return whether this address guessed too often.

    Only wrong links count: behind one proxy all are one address. The count may be lost when its ten
    minutes end at this very moment; that harms nobody.
    """
    key = f"{deur}-gok-{request.META.get('REMOTE_ADDR', '')}"
    guesses = int(cache.get_or_set(key, 0, GUESS_SECONDS) or 0)
    if guesses >= MOST_GUESSES:
        return True
    with suppress(ValueError):
        cache.incr(key)
    return False
