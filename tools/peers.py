"""Installs what the measurements lay us beside, in a folder of its own; skips what is up to date.

Nothing of it comes into the environment of the product. Needs the tool uv, as prepare.py does.
"""

import hashlib
import os
import sys
from pathlib import Path

import prepare
from steps import Failed, run, say, stop

LOCK = prepare.ROOT / "benchmarks" / "peers.lock"
PEERS = prepare.TOOLS / "peers"
PYTHON = PEERS / "bin" / "python"
STAMP = PEERS / "openlea.stamp"


def install_peers() -> None:
    """Fill .tools/peers with what benchmarks/peers.lock names, each package checked by its hash."""
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    say("Bekende anderen klaarzetten om naast te meten (de eerste keer duurt dit even) …")
    uv = prepare.find_uv()
    env = prepare.own_environment(os.environ)
    make: list[str | Path] = [uv, "venv", "--clear", "--python", sys.executable, PEERS]
    run("De omgeving maken", make, cwd=prepare.ROOT, env=env)
    install: list[str | Path] = [uv, "pip", "install", "--python", PYTHON, "--require-hashes"]
    run("De anderen installeren", [*install, "-r", LOCK], cwd=prepare.ROOT, env=env)
    STAMP.write_text(wanted, encoding="utf-8")


if __name__ == "__main__":
    try:
        install_peers()
    except Failed as error:
        stop(error)
