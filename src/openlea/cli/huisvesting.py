"""Whether schools fit in their buildings, from the command line."""

from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import DEMO, Data, Json, known, say, start, tell

if TYPE_CHECKING:
    from openlea.services.huisvesting.uitkomst import Huisvesting, Tekort

Waar = Annotated[str, Parameter(name="--werkruimte", help="Adres van de werkruimte.")]
Jaar = Annotated[int | None, Parameter(name="--jaar", help="Programmajaar; anders dat van nu.")]


def add_to(app: App) -> None:
    """Add the command about school buildings."""
    app.command(huisvesting)


def huisvesting(
    *, werkruimte: Waar = DEMO, jaar: Jaar = None, data: Data = None, json: Json = False
) -> None:
    """Zet naast elkaar: de ruimte die scholen hebben en nodig hebben, aanvragen en projecten."""
    start(data)
    from django.utils import timezone

    from openlea.core.errors import BadInput, Fout
    from openlea.policy.rechten import Actor, LidRol
    from openlea.services.describe_huisvesting import describe_huisvesting

    if jaar is not None and not 2000 <= jaar <= 2100:  # noqa: PLR2004 - years of a programme
        raise BadInput([Fout("", "jaar", "kies een jaar van 2000 tot en met 2100.")])
    room = known(werkruimte).pk
    actor = Actor(werkruimte=room, rol=LidRol.ANALIST, naam="Open LEA")
    found = describe_huisvesting(actor, timezone.localdate(), jaar)
    return tell(found.as_plain()) if json else _tell(found)


def _tell(found: "Huisvesting") -> None:
    say(f"{found.verordening.titel}. Bron: {found.regels.bron}.")
    say(f"{'school':<40}{'m2':>8}{'nu':>14}{'straks':>22}")
    for one in found.bekend:
        assert one.m2 is not None  # noqa: S101 - these are the known ones
        say(f"{one.naam[:38]:<40}{round(one.m2):>8}{_lack(one.nu):>14}{_last(one.straks):>22}")
    unknown = len(found.scholen) - len(found.bekend)
    say(f"Van {unknown} scholen is niet bekend hoeveel m2 zij hebben.")
    step = found.ronde.next_step(found.today)
    if step:
        say(f"Ronde {found.ronde.jaar}: {step.wat.lower()}, voor {step.voor:%d-%m-%Y}.")


def _lack(tekort: "Tekort | None") -> str:
    if tekort is None:
        return "-"
    amount = round(tekort.midden)
    return f"{amount} tekort" if amount > 0 else f"{-amount} over"


def _last(tekort: "Tekort | None") -> str:
    return "-" if tekort is None else f"{_lack(tekort)} in {tekort.jaar}"
