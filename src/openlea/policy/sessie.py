"""How long somebody stays signed in, on how many devices, and what a device is called."""

import re
from dataclasses import dataclass

MOST_SESSIONS = 5
"""More places at once than a person uses; a sixth ends the oldest."""

_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_DEVICES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessieduur:
    """Limits in seconds: without a sign of life, and since signing in."""

    stil: int
    duur: int


def is_over(begonnen: float, gezien: float, nu: float, grens: Sessieduur) -> bool:
    """Return whether a session ended; moments in seconds since 1970, on its last second it lives.

    A moment that lies ahead is no moment of ours: such a session ended too.
    """
    if begonnen > nu + 60 or gezien > nu + 60:
        return True
    return nu - begonnen > grens.duur or nu - gezien > grens.stil


def device_name(agent: str) -> str:
    """Return browser and device in two words; the rest that a browser tells is not kept."""
    browser = next((name for mark, name in _BROWSERS if re.search(rf"\b{mark}/", agent)), "")
    device = next((name for mark, name in _DEVICES if mark in agent), "")
    if browser and device:
        return f"{browser} op {device}"
    return browser or device or "Onbekend apparaat"
