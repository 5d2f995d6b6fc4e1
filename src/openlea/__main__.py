"""Run Open LEA as `python -m openlea`."""

from openlea.cli import main

main()
