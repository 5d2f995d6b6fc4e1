"""How many questions one asker may put in a minute: per key, and without a key per address."""

import time

from django.conf import settings
from django.http import HttpRequest

from openlea.services.count_try import count_try
from openlea.web.adres import address_of

MINUUT = 60


def wait_for(request: HttpRequest, wie: str = "") -> int:
    """Return how many seconds this asker has to wait, 0 when it may ask now.

    `wie` is what tells askers apart better than an address: a key or a link that holds.
    """
    if settings.API_TEMPO <= 0:
        return 0
    now = int(time.time())
    asker = wie or address_of(request)
    asked = count_try(f"api {asker} {now // MINUUT}", MINUUT)
    return MINUUT - now % MINUUT if asked > settings.API_TEMPO else 0
