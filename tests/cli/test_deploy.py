"""Django's own check of an installation: silent with https, and known without."""

import secrets
import subprocess

from tests.cli.conftest import command, surroundings

KNOWN = {"security.W004", "security.W008", "security.W012", "security.W016"}
"""What remains without https; docs/beheer/installeren.md says why."""


def _check(tmp: object, **settings: str) -> subprocess.CompletedProcess[str]:
    words = command("manage", "check", "--deploy", "--fail-level", "WARNING")
    env = surroundings() | {"OPENLEA_DATA": str(tmp), **settings}
    return subprocess.run(words, env=env, capture_output=True, text=True, check=False, timeout=120)


def test_with_https_nothing_is_left_to_say(tmp_path: object) -> None:
    done = _check(tmp_path, OPENLEA_HTTPS="1", OPENLEA_SECRET_KEY=secrets.token_urlsafe(48))
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout + done.stderr


def test_without_https_only_what_needs_it_is_said(tmp_path: object) -> None:
    done = _check(tmp_path)
    said = {word.strip("():") for word in done.stderr.split() if "security." in word}
    assert said == KNOWN
