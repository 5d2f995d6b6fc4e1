"""A publisher on 127.0.0.1: it answers as the real ones do, and breaks on demand.

Every host of a live source is a folder of this one server: give `spiegels(...)` to the fetch, and
nothing goes out. What is asked is kept in `asked`; faults are functions from reply to reply.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

# What the libraries that fetch call themselves; the LRK refuses them.
LIBRARIES = ("python-httpx", "python-requests", "python-urllib", "curl", "okhttp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question as it came in: '/host/path', the parameters, the headers in small letters."""

    path: str
    vragen: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer; `sent` bytes of the body really go out, `length` is what is promised."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    sent: int | None = None
    length: int | None = None
    delay: float = 0.0


Answer = Callable[[Asked], Reply]
Fault = Callable[[Reply], Reply]


class Uitgever:
    """The publisher during one test: its shelves, what was asked of it, and its bad days."""

    def __init__(self, adres: str) -> None:
        """Stand at an address with empty shelves."""
        self.adres = adres
        self.asked: list[Asked] = []
        self.stopped = threading.Event()
        self._shelves: dict[str, Answer] = {}
        self._faults: deque[Fault] = deque()
        self._always: Fault | None = None

    def serve(self, start: str, answer: Answer) -> None:
        """Answer every question whose '/host/path' begins with `start`; the longest start wins."""
        self._shelves[start] = answer

    def break_down(self, *faults: Fault) -> None:
        """Spoil the next answers, one fault each; then it is well again."""
        self._faults.extend(faults)

    def keep_breaking(self, fault: Fault) -> None:
        """Spoil every answer."""
        self._always = fault

    def spiegels(self, *hosts: str) -> dict[str, str]:
        """Return for each host the folder here that stands for it."""
        return {host: f"{self.adres}/{host}" for host in hosts}

    def reply(self, asked: Asked) -> Reply:
        """Return what goes out for a question: the answer, marked, and spoiled if it has to be."""
        self.asked.append(asked)
        starts = [start for start in self._shelves if asked.path.startswith(start)]
        if not starts:
            return Reply(status=404, body=b"niet gevonden")
        found = _marked(self._shelves[max(starts, key=len)](asked), asked)
        fault = self._always or (self._faults.popleft() if self._faults else None)
        return fault(found) if fault else found


def _marked(reply: Reply, asked: Asked) -> Reply:
    """Return the answer with an ETag, or the news that it is the same as what the asker has."""
    if reply.status != 200 or "Last-Modified" in reply.headers:
        known = reply.headers.get("Last-Modified")
        if known and asked.headers.get("if-modified-since") == known:
            return Reply(status=304, headers=reply.headers)
        return reply
    tag = f'"{sha256(reply.body).hexdigest()[:16]}"'
    headers = {**reply.headers, "ETag": tag}
    if asked.headers.get("if-none-match") == tag:
        return Reply(status=304, headers=headers)
    return replace(reply, headers=headers)


class _Desk(BaseHTTPRequestHandler):
    """Hands questions to the publisher and sends its replies, as broken as they are."""

    protocol_version = "HTTP/1.1"
    uitgever: Uitgever

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        vragen = {key: values[-1] for key, values in parse_qs(parts.query).items()}
        headers = {key.lower(): value for key, value in self.headers.items()}
        self._send(self.uitgever.reply(Asked(path=parts.path, vragen=vragen, headers=headers)))

    def _send(self, reply: Reply) -> None:
        if reply.delay:
            self.uitgever.stopped.wait(reply.delay)
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        length = len(reply.body) if reply.length is None else reply.length
        self.send_header("Content-Length", str(length))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(reply.body[: reply.sent])
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name there
        """Say nothing: a test speaks through what it asserts."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when the asker hangs up: that is what is tried."""


@contextmanager
def opened() -> Iterator[Uitgever]:
    """Open the publisher on a free port of 127.0.0.1, and close it afterwards."""
    server = _Server(("127.0.0.1", 0), _Desk)
    uitgever = Uitgever(f"http://127.0.0.1:{server.server_port}")
    server.RequestHandlerClass = type("Desk", (_Desk,), {"uitgever": uitgever})
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01))
    thread.start()
    try:
        yield uitgever
    finally:
        uitgever.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()
