"""A round of placement with two schools and eight children, as far as a test wants it."""

from collections.abc import Sequence

from django.utils import timezone

from openlea.core.bron import Bestand
from openlea.policy.rechten import Actor
from openlea.services.fasten_ronde import fasten_ronde
from openlea.services.keep_aanmeldingen import keep_aanmeldingen
from openlea.services.keep_plaatsregels import keep_plaatsregels
from openlea.services.keep_plekken import keep_plekken
from openlea.services.make_ronde import make_ronde
from openlea.services.offer_aanmeldingen import offer_aanmeldingen
from openlea.services.plaats.dagtekst import enter_dagtekst
from openlea.services.plaats.opzet import Rondeopzet
from openlea.services.plaats.uitvoeren import carry_out
from openlea.storage.records.models import Plaatsingsronde
from tests.services.plaats.wereld import REGELS, SCHOLEN

NAAM, TEKST, STRAAT = "Zwaluwnest", "Ooievaar zegt iets", "1211ZQ"
NUMMER = "geheim-nummer-{n:03d}"
KOP = "nummer;Achternaam;postcode;wens1;wens2;Opmerkingen\n"
ZAAD = "Trekking van de dag: 4 8 15"


def file(text: str) -> Bestand:
    return Bestand(naam=f"lijst {NAAM}.csv", inhoud=text.encode())


def children(count: int = 8) -> str:
    return KOP + "".join(_row(n) for n in range(count))


def _row(n: int) -> str:
    return ";".join((NUMMER.format(n=n), NAAM, STRAAT, "A", "B", TEKST)) + "\n"


def silent(_text: str, _done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def schooljaar() -> str:
    year = timezone.localdate().year
    return f"{year}-{year + 1}"


def opened(actor: Actor, naam: str = "Proef") -> int:
    """Return a round with schools and rules."""
    opzet = Rondeopzet(naam=naam, schooljaar=schooljaar(), loting_op=timezone.localdate())
    nummer = make_ronde(actor, opzet).pk
    keep_plekken(actor, nummer, file(SCHOLEN))
    keep_plaatsregels(actor, nummer, tekst=REGELS)
    return nummer


def filled(actor: Actor, naam: str = "Proef", kinderen: str = "") -> int:
    """Return a round with applications."""
    nummer = opened(actor, naam)
    new = offer_aanmeldingen(actor, nummer, file(kinderen or children()))
    keep_aanmeldingen(actor, nummer, new.pk)
    return nummer


def placed(actor: Actor) -> Plaatsingsronde:
    """Return a round that was promised, drawn and placed."""
    nummer = filled(actor)
    fasten_ronde(actor, nummer)
    enter_dagtekst(actor, nummer, ZAAD)
    return carry_out(actor, nummer, silent)


def numbers(count: int = 8) -> Sequence[str]:
    return [NUMMER.format(n=n) for n in range(count)]
