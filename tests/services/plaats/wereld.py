"""A small world to place children in: three places, rules on paper, children line by line."""

from pathlib import Path

from openlea.services.plaats.lezen import Aanvraag

REGELS = """naam = "Proef"
bron = "tests"
van = 2026-01-01
tweede_ronde = true

[[voorrang]]
criterium = "broer_zus"

[[voorrang]]
criterium = "indicatie"
"""
SCHOLEN = "plek;naam;capaciteit;pc4\nA;School A;3;1211\nB;School B;3;1217\nC;School C;2;1223\n"
KOP = "nummer;pc4;wensen;broer_zus;indicatie;doelgroep;gekoppeld\n"


def children(count: int = 8) -> str:
    """Return a file in which the first child has a sibling at A, and the second an indication."""
    lines = [KOP]
    for n in range(count):
        sibling, need = ("A" if n == 0 else ""), ("ja" if n == 1 else "nee")
        lines.append(f"kind-{n:03d};1211;A|B;{sibling};{need};nee;\n")
    return "".join(lines)


def asked(
    folder: Path, kinderen: str = "", scholen: str = SCHOLEN, regels: str = REGELS
) -> Aanvraag:
    """Write the three files and return how to ask for them."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "kinderen.csv").write_text(kinderen or children(), "utf-8")
    (folder / "scholen.csv").write_text(scholen, "utf-8")
    (folder / "regels.toml").write_text(regels, "utf-8")
    return Aanvraag(folder / "kinderen.csv", folder / "scholen.csv", str(folder / "regels.toml"))


def silent(_line: str) -> None:
    """Say nothing about how far it is."""
