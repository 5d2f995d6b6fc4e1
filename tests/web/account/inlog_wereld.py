"""What the proofs of accounts share: filling in the form, and the code that an app would show."""

import base64
import hmac
import struct
import time
from hashlib import sha1

from django.test import Client

from openlea.core.logboek import INSTALLATIE, Logsoort
from openlea.storage.records.models import Logregel, Persoon
from tests.world import PASSWORD

INLOGGEN, CODE = "/inloggen/", "/inloggen/code/"
STAPPEN = "/mijn-account/tweede-stap/"


def someone(rol: str) -> Persoon:
    """Return the account of a role in the demo."""
    return Persoon.objects.get(email=f"{rol}@hilversum.example")


def give_password(client: Client, email: str, password: str = PASSWORD, **more: str) -> int:
    """Fill in the form and return the status: 302 on the way in, 200 with what is wrong."""
    given = {"username": email, "password": password}
    return client.post(INLOGGEN, given, **more).status_code  # type: ignore[arg-type]


def is_in(client: Client) -> bool:
    """Return whether this browser is signed in."""
    return "_auth_user_id" in client.session


def code_of(secret: str, steps: int = 0) -> str:
    """Return the code of an app (RFC 6238), so many half minutes from now."""
    counter = struct.pack(">Q", int(time.time() // 30) + steps)
    digest = hmac.new(base64.b32decode(secret), counter, sha1).digest()
    at = digest[-1] & 15
    number = struct.unpack(">I", digest[at : at + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06d}"


def set_up_app(client: Client) -> str:
    """Set up an app in a browser that is signed in, and return its secret."""
    client.get(f"{STAPPEN}app/")
    secret = str(client.session["mfa.totp.secret"])
    answer = client.post(f"{STAPPEN}app/", {"code": code_of(secret)})
    assert answer.status_code == 302, answer.content
    return secret


def logged(persoon: Persoon | None = None) -> list[tuple[str, str]]:
    """Return the lines about signing in, oldest first: what was done and what is special."""
    lines = Logregel.objects.filter(keten=INSTALLATIE, soort=Logsoort.INLOGGEN).order_by("pk")
    if persoon is not None:
        lines = lines.filter(persoon_nr=persoon.pk)
    return list(lines.values_list("werk", "bijzonderheid"))
