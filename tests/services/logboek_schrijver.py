"""A process of its own that writes lines in the log until it is killed."""

import os
from collections.abc import Mapping
from multiprocessing.synchronize import Event

DATABASE = ("NAME", "USER", "PASSWORD", "HOST", "PORT")


def write_until_killed(database: Mapping[str, str], sleutels: str, begun: Event) -> None:
    """Write on the database of the test; say when the first line stands."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openlea.settings")
    import django
    from django.conf import settings

    settings.DATABASES["default"].update(database)
    settings.SLEUTELS = sleutels
    django.setup()
    from openlea.services.log_event import log_event

    while True:
        log_event("proef", "steeds weer")
        begun.set()
