"""The site and its worker are killed while people write: what was confirmed stays, nothing is half.

The long version, with PostgreSQL and fifty times, is benchmarks/kills.py.
"""

from benchmarks.kills import kill_along
from tests.cli.conftest import Commands, surroundings


def test_what_was_confirmed_is_there_after_web_and_worker_were_killed(copied: Commands) -> None:
    env = surroundings() | {"OPENLEA_DATA": str(copied.data)}
    outcome = kill_along(env, rounds=6, crash=None)
    assert outcome.kills == {"web": 3, "werker": 3}
    assert outcome.is_sound, outcome
