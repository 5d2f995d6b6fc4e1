"""The trace of a request: one id that stands in the log of deeds and in the log of the program."""

from contextvars import ContextVar
from secrets import token_hex

SPOOR: ContextVar[str] = ContextVar("spoor", default="")
"""The id of what is being done now: 32 hexadecimal digits, as W3C Trace Context asks; or empty."""


def new_spoor() -> str:
    """Return a new id."""
    return token_hex(16)
