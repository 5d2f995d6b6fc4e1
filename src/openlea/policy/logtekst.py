"""What a line of the log may say: nothing that opens a door, and nothing that names a person."""

import re
from collections.abc import Iterable

WEG = "…"
SHORTEST_SECRET = 6
"""What is shorter stands in ordinary words as well; taking it out would spoil every line."""

_LETTERS = r"[A-Za-z0-9_~+/=.-]"
_NAMES = (
    r"wachtwoord\w*|password\w*|passwd|secret\w*|geheim\w*|sleutel|token|cookie|set-cookie|"
    r"sessionid|csrf\w*|authorization|x-csrftoken|api[_-]?key|bsn|code|client_secret|id_token"
)
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    # The secret part of the path of a link that opens something by itself.
    (re.compile(r"/(v|wachtwoord|kalender|gast|r|uitnodiging)/[^\s?'\"]+"), rf"/\1/{WEG}/"),
    (re.compile(r"\?[^\s'\"]*=[^\s'\"]*"), f"?{WEG}"),
    (re.compile(r"://[^/\s@]+@"), f"://{WEG}@"),
    (re.compile(r"(?i)\b(bearer|basic|negotiate)\s+" + _LETTERS + "+"), rf"\1 {WEG}"),
    (
        re.compile(rf"(?i)([\w-]*(?:{_NAMES}))(['\"]?\s*[:=]\s*)(['\"]?)[^\s'\",;&)}}]+"),
        rf"\1\2\3{WEG}",
    ),
    (re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+"), f"{WEG}@{WEG}"),
    # A burgerservicenummer has nine digits, or eight when its first zero fell off.
    (re.compile(r"(?<![\w.])\d(?:[ .-]?\d){7,8}(?![\w])"), WEG),
    # Letters and digits mixed at this length are made by a machine: a key, a token, a hash.
    (re.compile(r"(?=[A-Za-z_-]*\d)(?=[\d_-]*[A-Za-z])[A-Za-z0-9_-]{24,}"), WEG),
)


def without_secrets(text: str, known: Iterable[str] = ()) -> str:
    """Return the text without tokens, passwords, addresses, numbers of persons and known secrets.

    `known` are exact values, such as the keys of this installation.
    """
    for secret in known:
        if len(secret) >= SHORTEST_SECRET:
            text = text.replace(secret, WEG)
    for pattern, instead in _RULES:
        text = pattern.sub(instead, text)
    # One event is one line: a visitor can't write a second one.
    return re.sub(r"[\x00-\x1f\x7f]+", " ", text)
