"""Duties from the command line: what the law asks on a day, and how sure that is."""

import json as json_text
import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, say, start, tell

if TYPE_CHECKING:
    from openlea.core.plicht import Houder
    from openlea.services.plichten.plicht_op_dag import PlichtOpDag

Op = Annotated[str, Parameter(name="--on", help="Op welke dag, zoals 2026-11-22; anders vandaag.")]
Van = Annotated[
    str, Parameter(name=["--holder", "--houder"], help="Van wie, zoals college of swv.")
]
Veld = Annotated[str, Parameter(name="--veld", help="Uit welk beleidsveld, zoals leerplicht.")]


def add_to(app: App) -> None:
    """Add the commands about duties."""
    duties = App(name="duties", help="Wat de wet vraagt op een dag, van wie en uiterlijk wanneer.")
    duties.default(list_duties)
    duties.command(check)
    app.command(duties)
    app.command(duty)


def list_duties(
    *, on: Op = "", holder: Van = "", veld: Veld = "", data: Data = None, json: Json = False
) -> None:
    """Toon de taken en normen die op een dag gelden."""
    start(data, new=True)
    from openlea.policy.plichtvraag import Plichtvraag
    from openlea.services.describe_plichten import describe_plichten

    op = _day(on)
    vraag = Plichtvraag(veld=_known_field(veld), houder=_holder(holder) if holder else None)
    found = describe_plichten(op, _today(), vraag)
    for file, why in found.fouten.items():
        sys.stderr.write(f"Overgeslagen: {file}: {why}\n")
    if json:
        return tell([one.as_plain() for one in found.plichten])
    for one in found.plichten:
        _tell_line(one)
    say(f"{len(found.plichten)} van {found.aantal} taken en normen die gelden op {op}.")
    return None


def duty(naam: str, *, on: Op = "", data: Data = None, json: Json = False) -> None:
    """Toon één taak zoals die op een dag geldt, met haar waarden en versies."""
    start(data, new=True)
    from openlea.core.errors import NotInForce
    from openlea.services.find_plicht import find_plicht
    from openlea.services.plichten.plicht_op_dag import on_day

    try:
        found = on_day(find_plicht(naam), _day(on), _today())
    except NotInForce as refused:
        if not json:
            raise
        told = {"fout": str(refused), "dichtstbijzijnd": refused.dichtstbij.isoformat()}
        say(json_text.dumps(told, ensure_ascii=False, indent=2))
        sys.exit(1)
    return tell(found.as_whole()) if json else _tell_whole(found)


def check(*, on: Op = "", data: Data = None, json: Json = False) -> None:
    """Toon wat er aan de taken is na te lezen: oud, niet geverifieerd, verlopen, zonder link."""
    start(data, new=True)
    from openlea.services.check_plichten import check_plichten

    found = check_plichten(_day(on))
    if json:
        return tell(found.as_plain())
    for one in found.plichten:
        if not one.is_sound:
            extra = [f"geen link: {law}" for law in one.zonder_link]
            extra += [f"verlopen op {one.verlopen_op}"] if one.verlopen_op else []
            extra += [fault.rstrip(".") for fault in one.voorbeelden]
            said = "; ".join((str(one.zekerheid), *extra))
            say(f"{one.plicht.id} {one.plicht.titel}: {said}, {one.dagen} dagen geleden nagelezen")
    for file, why in found.fouten.items():
        say(f"{file}: {why}")
    say(", ".join(f"{naam.replace('_', ' ')} {n}" for naam, n in found.summary().items()))
    return None


def _today() -> date:
    from django.utils import timezone

    return timezone.localdate()


def _day(text: str) -> date:
    """Return the day that was meant, or stop with how a day is written."""
    if not text:
        return _today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        sys.exit(f"'{text}' is geen dag. Schrijf: --on 2026-11-22")


def _holder(text: str) -> "Houder":
    """Return the holder that was meant, or stop with which there are."""
    from openlea.core.plicht import Houder

    for one in Houder:
        if text.strip().casefold() in {one.value, one.label.casefold()}:
            return one
    sys.exit(f"'{text}' is geen houder. Kies uit: {', '.join(Houder)}.")


def _known_field(text: str) -> str:
    """Return the field that was meant, or stop with which there are."""
    from django.conf import settings

    from openlea.catalogue.plichtenkast import open_plichten
    from openlea.core.catalogue import find_roots

    velden = {one.veld for one in open_plichten(find_roots(settings.CATALOGUE)).plichten.values()}
    if text and text not in velden:
        sys.exit(f"'{text}' is geen beleidsveld met taken. Kies uit: {', '.join(sorted(velden))}.")
    return text


def _tell_line(one: "PlichtOpDag") -> None:
    due = f", uiterlijk {one.uiterlijk}" if one.uiterlijk else ""
    mark = "" if one.stand.is_sure else f" [{one.stand.zekerheid}]"
    say(f"{one.plicht.id}  {one.plicht.titel} ({one.versie.grondslag}){due}{mark}")


def _tell_whole(one: "PlichtOpDag") -> None:
    plicht = one.plicht
    _tell_line(one)
    say(f"  {one.wat}")
    say(f"  Wie: {one.houder}")
    for law in one.versie.grondslagen:
        say(f"  {law}: {law.link(one.op) or 'geen link'}")
    for naam, waarde in one.versie.waarden.items():
        say(f"  {naam}: {waarde.waarde} {waarde.eenheid} ({waarde.afronding.label})")
    for versie in plicht.versies:
        begin = f"vóór {versie.van} en daarna" if versie.eerder else f"vanaf {versie.van}"
        say(f"  {begin}, tot en met {versie.tot or 'nu'}: {versie.grondslag}")
    say(f"  {one.stand.zin}")
