"""The bad days of a publisher: each turns a good reply into one that really happens."""

from dataclasses import replace

from tests.live_server import Fault, Reply

PAGE = b"<!DOCTYPE html>\n<html><body>Er is onderhoud.</body></html>"


def failing(status: int = 500, body: bytes = b"storing", **headers: str) -> Fault:
    """Answer with a code, and headers whose names are written with _ for -."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: Reply(status=status, body=body, headers=named)


def moved_to(adres: str, status: int = 302) -> Fault:
    """Say that it is elsewhere."""
    return lambda _: Reply(status=status, headers={"Location": adres})


def cut(reply: Reply) -> Reply:
    """Break the connection halfway."""
    return replace(reply, sent=len(reply.body) // 2)


def slow(reply: Reply) -> Reply:
    """Answer later than anybody waits."""
    return replace(reply, delay=1.0)


def promising_more(reply: Reply) -> Reply:
    """Send all there is, and say there would be more."""
    return replace(reply, length=len(reply.body) + 10)


def promising_less(reply: Reply) -> Reply:
    """Say there is less than there is, so that the end is lost."""
    return replace(reply, length=len(reply.body) - 10)


def truncated(reply: Reply) -> Reply:
    """Send half of it as if that were all: the publisher itself has no more."""
    return replace(reply, body=reply.body[: len(reply.body) // 2])


def empty(reply: Reply) -> Reply:
    """Send nothing at all, and call that a success."""
    return replace(reply, body=b"")


def a_page(reply: Reply) -> Reply:
    """Send a web page with the words of a maintenance window."""
    return replace(reply, body=PAGE, headers={"Content-Type": "text/html"})


def renaming(old: str, new: str) -> Fault:
    """Change the name of a column."""
    return lambda reply: replace(reply, body=reply.body.replace(old.encode(), new.encode()))
