"""Twenty people write in one meeting at once; says whether a line got lost and who was told.

`python -m benchmarks.writers 120` fills a demo, serves it as `openlea serve` does, and writes for
two minutes; with `--postgres` on a throwaway PostgreSQL. `python -m benchmarks.writers prepare`
makes the meeting in the folder of OPENLEA_DATA and prints its address and the writers as JSON;
with a name after it, a small one of that name that has yet to begin.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from benchmarks.writing import Report, Table, write_along

PEOPLE = 20
OPENLEA = [sys.executable, "-m", "openlea"]
ROOT = Path(__file__).parents[1]


def prepare(people: int = PEOPLE, naam: str = "Samen schrijven", *, begin: bool = True) -> Table:
    """Make a meeting with so many members asked to it, each signed in."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "openlea.settings"
    import django

    django.setup()
    from benchmarks.writing_world import make_meeting

    return make_meeting(people, naam, begin=begin)


def count_kept(keys: list[str]) -> dict[str, int]:
    """Return how often each line is kept, by its key; read in a program of its own."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "openlea.settings"
    import django

    django.setup()
    from benchmarks.writing_world import kept_lines

    return kept_lines(keys)


def main() -> int:
    """Run what was asked and print it; 1 when a line got lost or nobody was told."""
    asked = sys.argv[1]
    if asked == "prepare":
        others = sys.argv[2:]
        table = prepare(2, others[0], begin=False) if others else prepare()
        print(json.dumps(table.as_json()))
        return 0
    if asked == "kept":
        print(json.dumps(count_kept(json.load(sys.stdin))))
        return 0
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        database = ""
        if "--postgres" in sys.argv:
            sys.path.insert(0, str(ROOT / "tools"))
            from postgres import find_postgres, throwaway  # type: ignore[import-not-found]

            database = stack.enter_context(throwaway(find_postgres()))
        report = measure(Path(folder), database, float(asked))
    print(report.told())
    return 0 if report.is_sound else 1


def measure(folder: Path, database: str, seconds: float) -> Report:
    """Fill, serve, write, and count what is kept."""
    env = os.environ | {"OPENLEA_DATA": str(folder), "OPENLEA_DATABASE": database}
    _said([*OPENLEA, "demo", "--no-serve"], env)
    program = [sys.executable, "-m", "benchmarks.writers"]
    table = Table.from_json(json.loads(_said([*program, "prepare"], env)))
    port = free_port()
    server = subprocess.Popen([*OPENLEA, "serve", "--port", str(port)], env=env, cwd=ROOT)
    try:
        wait_for(port)
        report = write_along(f"http://127.0.0.1:{port}", table, seconds)
        kept = _said([*program, "kept"], env, json.dumps(report.keys))
    finally:
        server.terminate()
        server.wait(timeout=20)
    return report.counted(json.loads(kept))


def _said(words: list[str], env: dict[str, str], given: str = "") -> str:
    """Return what a program of ours prints."""
    return subprocess.run(
        words, env=env, cwd=ROOT, check=True, input=given, stdout=subprocess.PIPE, text=True
    ).stdout


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def wait_for(port: int) -> None:
    """Return when somebody listens on this port; TimeoutError after half a minute."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with socket.socket() as asked:
            if not asked.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.2)
    raise TimeoutError(port)


if __name__ == "__main__":
    sys.exit(main())
