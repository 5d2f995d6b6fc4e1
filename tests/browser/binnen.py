"""Signs somebody new in on a running demo, in one role, past the second step; prints the cookie."""

import sys

import django


def main(rol: str) -> None:
    """Make an account with this role in Hilversum and print the key of its session."""
    django.setup()
    from django.conf import settings
    from django.test import Client
    from django.utils import timezone

    from openlea.policy.rechten import LidRol
    from openlea.storage.records.models import Lidmaatschap, Persoon, Werkruimte
    from tests.world import enter

    # More than one test file may ask for the same role on the same site.
    persoon, _ = Persoon.objects.get_or_create(
        email=f"proef-{rol}@hilversum.example", defaults={"naam": f"Proef {rol}"}
    )
    Lidmaatschap.objects.get_or_create(
        werkruimte=Werkruimte.objects.get(slug="hilversum"),
        persoon=persoon,
        rol=LidRol(rol),
        defaults={"van": timezone.localdate()},
    )
    client = Client(HTTP_HOST="127.0.0.1")
    enter(client, persoon)
    print(client.cookies[settings.SESSION_COOKIE_NAME].value)


if __name__ == "__main__":
    main(sys.argv[1])
