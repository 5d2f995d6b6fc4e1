"""What the surroundings say: a setting by its name, or in a file when it is a secret."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dj_database_url


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name, what it means and what it is when nobody says."""

    name: str
    meaning: str
    default: str


def given(setting: Setting) -> str:
    """Return what the surroundings say, or what stands in the file that <name>_FILE names."""
    file = os.environ.get(f"{setting.name}_FILE", "")
    return Path(file).read_text().strip() if file else os.environ.get(setting.name, "").strip()


def value(setting: Setting) -> str:
    """Return what was given, else the default; a variable that is there but empty is a choice."""
    found = given(setting)
    return found if found or setting.name in os.environ else setting.default


def is_on(setting: Setting) -> bool:
    """Say whether a setting of yes or no is on."""
    return value(setting) in {"1", "true", "ja"}


def secret_key(setting: Setting, folder: Path) -> str:
    """Return the key of this installation; made once, readable by its owner only."""
    found = given(setting)
    if found:
        return found
    file = folder / "geheim.sleutel"
    if not file.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48))
    return file.read_text().strip()


def database(setting: Setting, folder: Path) -> dict[str, Any]:
    """Return the database of this installation; SQLite waits for its turn instead of failing."""
    address = given(setting) or f"sqlite:///{folder / 'openlea.sqlite3'}"
    found: dict[str, Any] = dict(dj_database_url.parse(address))
    if found["ENGINE"].endswith("sqlite3"):
        found["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # What is deleted is overwritten: answers to a raadpleging must not stay in the file.
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;"
            ),
        }
        found["TEST"] = {"NAME": folder / "proef.sqlite3"}
    return found
