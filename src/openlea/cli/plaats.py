"""Places children by declared rules, with a lottery that anybody can do again."""

import secrets
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Json, say, tell

if TYPE_CHECKING:
    from openlea.services.plaats.lezen import Aanvraag

app = App(name="plaats", help="Kinderen plaatsen met een loting die iedereen kan narekenen.")
Kinderen = Annotated[Path, Parameter(name="--kinderen", help="Bestand met kinderen (csv, xlsx).")]
Scholen = Annotated[Path, Parameter(name="--scholen", help="Bestand met scholen (csv, xlsx).")]
Rules = Annotated[str, Parameter(name="--regels", help="Bestand (.toml) of naam van de plank.")]
Out = Annotated[Path, Parameter(name="--out", help="Map waar alles komt.")]
Zaad = Annotated[str, Parameter(name="--zaad", help="Openbare tekst van de dag van de trekking.")]
Brieven = Annotated[str, Parameter(name="--brieven", help="docx, pdf, html of geen.")]
Op = Annotated[date | None, Parameter(name="--op", help="Dag waarop de regels moeten gelden.")]
Bekend = Annotated[str, Parameter(name="--vastlegging", help="De vastlegging van vooraf.")]
Lotingen = Annotated[int, Parameter(name="--lotingen", help="Hoe vaak we loten.")]
Getal = Annotated[int, Parameter(name="--zaad", help="Getal waarmee het toeval begint.")]
Gemeente = Annotated[str, Parameter(name="--gemeente", help="Naam van de gemeente.")]
Aantal = Annotated[int, Parameter(name="--aantal", help="Hoeveel kinderen.")]


def _progress(line: str) -> None:
    """Say on stderr how far it is, so that stdout holds the answer alone."""
    print(line, file=sys.stderr, flush=True)


def _aanvraag(kinderen: Path, scholen: Path, regels: str, op: date | None = None) -> "Aanvraag":
    from openlea.services.plaats.lezen import Aanvraag

    return Aanvraag(kinderen, scholen, regels, op)


@app.default
def plaats(
    *,
    kinderen: Kinderen,
    scholen: Scholen,
    regels: Rules,
    out: Out,
    zaad: Zaad = "",
    brieven: Brieven = "docx",
    op: Op = None,
    json: Json = False,
) -> None:
    """Loot en plaats. Leg eerst vast met: openlea plaats vastleggen."""
    from openlea.services.plaats.register import VASTLEGGING
    from openlea.services.place_children import BRIEVEN, place_children

    if brieven not in BRIEVEN:
        sys.exit(f"--brieven: kies een van {', '.join(BRIEVEN)}.")
    if not zaad.strip() and (out / VASTLEGGING).exists():
        sys.exit("Er is vooraf vastgelegd. Geef met --zaad de openbare tekst van de dag.")
    text = zaad.strip() or f"proef {secrets.token_hex(16)}"
    asked = _aanvraag(kinderen, scholen, regels, op)
    found = place_children(asked, out, text, brieven=brieven, told=_progress)
    if json:
        tell(found.as_plain())
        return
    told = found.as_plain()
    say(f"{told['kinderen']} kinderen, {told['plekken']} plekken: {out}")
    say(f"eerste keus {told['aandeel_eerste_keus']} %, in de top 3 {told['aandeel_top_3']} %")
    say(f"tweede ronde {told['tweede_ronde']}, zonder plek {told['niet_geplaatst']}")
    if not found.trekking.vooraf:
        say("Let op: een proef. Er was vooraf niets vastgelegd, dus dit bewijst niets.")
    say(f"Reken na met: openlea plaats verifieer {out}")


@app.command
def vastleggen(
    *,
    kinderen: Kinderen,
    scholen: Scholen,
    regels: Rules,
    out: Out,
    op: Op = None,
    json: Json = False,
) -> None:
    """Leg vóór de loting vast wie meedoet en met welke regels; maak de uitkomst openbaar."""
    from dataclasses import asdict

    from openlea.services.seal_register import seal_register

    found = seal_register(_aanvraag(kinderen, scholen, regels, op), out)
    if json:
        tell(asdict(found))
        return
    say(f"Vastgelegd: {found.kinderen} kinderen, {found.plekken} plekken.")
    say(f"Maak dit nu openbaar: {found.vastlegging}")
    say(f"Bewaar {out / 'geheim.json'} goed en laat het aan niemand zien.")


@app.command
def verifieer(out: Path, /, *, vastlegging: Bekend = "", json: Json = False) -> None:
    """Reken een loting na met alleen de openbare bestanden."""
    from openlea.services.check_lottery import check_lottery

    found = check_lottery(out, vastlegging)
    if json:
        tell([{"controle": one.wat, "goed": one.goed} for one in found])
    else:
        for one in found:
            say(f"{'goed' if one.goed else 'FOUT'}  {one.wat}")
    if not all(one.goed for one in found):
        sys.exit("Deze loting klopt niet.")


@app.command
def lab(
    *,
    kinderen: Kinderen,
    scholen: Scholen,
    regels: Rules,
    out: Out,
    lotingen: Lotingen = 1000,
    zaad: Getal = 1,
    json: Json = False,
) -> None:
    """Probeer regels: heel vaak loten, met telkens één ding anders. Schrijft lab.json."""
    import json as to_text

    from openlea.services.plaats.register import write_closed
    from openlea.services.try_rules import try_rules

    asked = _aanvraag(kinderen, scholen, regels)
    found = try_rules(asked, lotingen, zaad, _progress)
    out.mkdir(parents=True, exist_ok=True)
    write_closed(out / "lab.json", to_text.dumps(found, ensure_ascii=False, indent=2).encode())
    if json:
        tell(found)
        return
    for one in found["varianten"]:
        first, top, none = (one[key]["gemiddeld"] for key in _SHARES)
        say(f"{one['naam']}: eerste keus {first} %, top 3 {top} %, zonder plek {none} %")
    say(f"Alles staat in {out / 'lab.json'}")


_SHARES = ("eerste_keus", "top_3", "niet_geplaatst")


@app.command
def voorbeeld(
    *, gemeente: Gemeente, out: Out, aantal: Aantal = 500, zaad: Getal = 1, json: Json = False
) -> None:
    """Verzin kinderen bij de echte scholen van een gemeente, om mee te proberen."""
    from openlea.services.make_children import make_children

    found = make_children(gemeente, aantal, out, zaad)
    if json:
        tell({"kinderen": found.kinderen, "scholen": found.scholen, "verzonnen": True})
        return
    say(f"{found.kinderen} verzonnen kinderen bij {found.scholen} echte scholen: {out}")
