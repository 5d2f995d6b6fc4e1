"""Writes the page of settings from the settings themselves; the tests hold the two equal."""

import os
import tempfile
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "beheer" / "instellingen.md"
TEXT = """# Instellingen

Open LEA leest zijn instellingen uit de omgeving, en nergens anders. Zonder instellingen werkt het
ook: dan geldt wat in de laatste kolom staat. Deze pagina wordt gemaakt uit het programma zelf.

| Instelling | Betekenis | Zonder |
|---|---|---|
{rows}
"""


def page() -> str:
    """Return the page as it has to be."""
    from openlea.settings import SETTINGS

    rows = [
        f"| `{setting.name}` | {setting.meaning} | {_default(setting.default)} |"
        for setting in SETTINGS.every()
    ]
    return TEXT.format(rows="\n".join(rows))


def _default(said: str) -> str:
    """Return a default as code; a default of nothing as a word."""
    return f"`{said}`" if said else "leeg"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["OPENLEA_DATA"] = folder  # waking the settings makes a key; not in the real one
        PAGE.write_text(page(), encoding="utf-8")
