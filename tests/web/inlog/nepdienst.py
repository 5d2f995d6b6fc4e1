"""A sign-in service on 127.0.0.1 that keeps the rules, and whose every answer can be bent."""

import json
import threading
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

Body = dict[str, Any] | list[Any] | bytes
Bend = Callable[[Any], Any]
CLIENT, SECRET = "openlea-proef", "een geheim: met+tekens"


@dataclass(frozen=True)
class Answer:
    """One answer: a body (JSON unless bytes), a status, headers, and how long it takes."""

    body: Body = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0


@dataclass(frozen=True)
class Key:
    """A key to sign with, and how its public half is told."""

    private: Any
    alg: str
    kid: str

    def public(self) -> dict[str, Any]:
        """Return the public half as a JWK."""
        made = RSAAlgorithm if self.alg == "RS256" else ECAlgorithm
        told = made.to_jwk(self.private.public_key(), as_dict=True)
        return {**told, "kid": self.kid, "use": "sig", "alg": self.alg}


@cache
def rsa_key(kid: str, bits: int = 2048) -> Key:
    """Return a key that is made once."""
    return Key(rsa.generate_private_key(65537, bits), "RS256", kid)


@cache
def ec_key(kid: str) -> Key:
    """Return a key on the curve P-256 that is made once."""
    return Key(ec.generate_private_key(ec.SECP256R1()), "ES256", kid)


class Nepdienst:
    """The service during one test: who comes, what is asked of it, and what is bent."""

    def __init__(self, adres: str) -> None:
        """Stand at an address, keeping every rule."""
        self.adres = adres
        self.claims: dict[str, Any] = {
            "sub": "abc-1",
            "email": "iemand@bestuur.example",
            "email_verified": True,
            "name": "Medewerker van een bestuur",
            "groups": ["onderwijs"],
        }
        self.key = rsa_key("een")
        self.keys = [self.key.public()]
        self.with_kid = True
        self.bent: dict[str, Bend] = {}
        self.asked: list[str] = []
        self.codes: dict[str, dict[str, str]] = {}
        self.stopped = threading.Event()

    def bend(self, **bends: Bend) -> None:
        """Change what goes out: claims, token, userinfo, discovery, jwks (claims: before signing).

        A bend gets what would go out and returns what goes out, or an Answer.
        """
        self.bent |= bends

    def admit(self, asked: dict[str, str]) -> str:
        """Return the code of somebody who signed in here, for what was asked."""
        code = f"code-{len(self.codes)}-{sha256(asked['state'].encode()).hexdigest()[:8]}"
        self.codes[code] = asked
        return code

    def reply(self, path: str, form: dict[str, str], auth: str) -> Answer:
        """Return the answer to one question, bent if it has to be."""
        name = {"/.well-known/openid-configuration": "discovery"}.get(path, path.strip("/"))
        self.asked.append(name)
        made = {
            "discovery": self.discovery,
            "jwks": lambda: {"keys": self.keys},
            "token": lambda: self.token(form, auth),
            "userinfo": lambda: self.claims,
        }.get(name)
        if made is None:
            return Answer(status=404)
        found = self.bent.get(name, lambda same: same)(made())
        return found if isinstance(found, Answer) else Answer(found)

    def discovery(self) -> dict[str, Any]:
        """Return where what is."""
        return {
            "issuer": self.adres,
            "authorization_endpoint": f"{self.adres}/authorize",
            "token_endpoint": f"{self.adres}/token",
            "userinfo_endpoint": f"{self.adres}/userinfo",
            "jwks_uri": f"{self.adres}/jwks",
        }

    def token(self, form: dict[str, str], auth: str) -> Any:
        """Return the tokens for a code, once, to who began with it."""
        asked = self.codes.pop(form.get("code", ""), None)
        hashed = sha256(form.get("code_verifier", "").encode()).digest()
        proof = urlsafe_b64encode(hashed).rstrip(b"=").decode()
        if (
            not asked
            or proof != asked["code_challenge"]
            or form["redirect_uri"] != asked["redirect_uri"]
            or not auth.startswith("Basic ")
        ):
            return Answer({"error": "invalid_grant"}, status=400)
        now = int(time.time())
        own = {"iss": self.adres, "aud": asked["client_id"], "iat": now, "exp": now + 300}
        claims = own | {"nonce": asked["nonce"]} | self.claims
        return {"access_token": "toegang", "token_type": "Bearer", "id_token": self.sign(claims)}

    def sign(self, claims: dict[str, Any]) -> str:
        """Return the id_token."""
        said = self.bent.get("claims", lambda same: same)(claims)
        headers = {"kid": self.key.kid} if self.with_kid else {}
        return jwt.encode(said, self.key.private, algorithm=self.key.alg, headers=headers)


class _Desk(BaseHTTPRequestHandler):
    dienst: Nepdienst

    def do_GET(self) -> None:
        self._answer({})

    def do_POST(self) -> None:
        read = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        self._answer({key: values[0] for key, values in parse_qs(read).items()})

    def _answer(self, form: dict[str, str]) -> None:
        path = urlsplit(self.path).path
        found = self.dienst.reply(path, form, self.headers.get("Authorization", ""))
        if found.seconds:
            self.dienst.stopped.wait(found.seconds)
        body = found.body if isinstance(found.body, bytes) else json.dumps(found.body).encode()
        self.send_response(found.status)
        for name, value in {"Content-Type": "application/json", **found.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name there
        """Say nothing: a test speaks through what it asserts."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when the asker hangs up: that is what is tried."""


@contextmanager
def opened() -> Iterator[Nepdienst]:
    """Open a service on a free port of 127.0.0.1, and close it afterwards."""
    server = _Server(("127.0.0.1", 0), _Desk)
    dienst = Nepdienst(f"http://127.0.0.1:{server.server_port}")
    server.RequestHandlerClass = type("Desk", (_Desk,), {"dienst": dienst})
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01))
    thread.start()
    try:
        yield dienst
    finally:
        dienst.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()
