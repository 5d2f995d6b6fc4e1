"""What is counted of every request, for a program that watches: which route, how it went, how long.

With several processes each writes its counts in the folder of PROMETHEUS_MULTIPROC_DIR, which
`openlea serve` makes; together they are one answer. No label names a person or a werkruimte.
"""

from prometheus_client import Counter, Histogram

REQUESTS = Counter(
    "openlea_requests", "Requests by route, method and status.", ("route", "method", "status")
)
DURATION = Histogram(
    "openlea_request_seconds",
    "Seconds until the answer began, by route.",
    ("route",),
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)
METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})


def count_request(route: str, method: str, status: int, seconds: float) -> None:
    """Count one request; what has no route is counted together."""
    name = route or "none"
    REQUESTS.labels(name, known_method(method), str(status)).inc()
    DURATION.labels(name).observe(seconds)


def known_method(method: str) -> str:
    """Return the method when it is one that pages know; anybody can make up another."""
    return method if method in METHODS else "other"
