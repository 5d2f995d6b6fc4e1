"""Which session is at work now, so that a verb that ends sessions leaves that one open."""

from contextvars import ContextVar

SESSIE: ContextVar[str] = ContextVar("sessie", default="")
"""The key of the session of this request, or empty: at the command line and in the worker."""
