"""A duty as it holds on one day: the version of that day, its last day, and how sure it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from openlea.core.plicht import Plicht, Versie, Waarde
from openlea.policy.controlestand import Controlestand, judge_control
from openlea.policy.plichtvraag import next_due
from openlea.policy.regeltekst import term_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class PlichtOpDag:
    """A duty on a day; `uiterlijk` is the next last day from then on, None when there is none."""

    plicht: Plicht
    versie: Versie
    op: date
    uiterlijk: date | None
    stand: Controlestand

    @property
    def wat(self) -> str:
        """Return what is asked, as this version has it; lines of a file run on."""
        return running_text(self.versie.wat or self.plicht.wat)

    @property
    def link(self) -> str:
        """Return the address of the text of the law on that day, or ''."""
        return self.versie.grondslag.link(self.op)

    @property
    def wanneer(self) -> tuple[str, ...]:
        """Return when it is due, in words, once per term; days of counting are left out."""
        terms = (one for one in self.versie.termijnen if not one.telling)
        return tuple(dict.fromkeys(term_in_words(one) for one in terms))

    @property
    def houder(self) -> str:
        """Return who must do it, in words."""
        return ", ".join(houder.label for houder in self.plicht.houders)

    def as_plain(self) -> dict[str, Any]:
        """Return it as it is handed out in a list; days stay days."""
        return {
            "id": self.plicht.id,
            "titel": self.plicht.titel,
            "houder": self.houder,
            "wat": self.wat,
            "met_wie": list(self.plicht.met_wie),
            "grondslag": self.versie.grondslag.as_plain(self.op),
            "uiterlijk": self.uiterlijk,
            "bewijs": list(self.plicht.bewijs),
            "status": str(self.stand.zekerheid),
        }

    def as_whole(self) -> dict[str, Any]:
        """Return it as it is handed out by itself, with its values and all its versions."""
        plicht = self.plicht
        return {
            **self.as_plain(),
            "op": self.op,
            "aanhaling": str(self.versie.grondslag),
            "veld": plicht.veld,
            "aard": str(plicht.aard),
            "voorwaarde": plicht.voorwaarde,
            "toezicht": plicht.toezicht,
            "sanctie": plicht.sanctie,
            "controle": [str(one) for one in plicht.controles],
            "nagelezen_op": plicht.nagelezen_op,
            "controlezin": self.stand.zin,
            "in_beweging": plicht.in_beweging,
            "met_de_hand": plicht.met_de_hand,
            "waarden": {naam: plain_value(one) for naam, one in self.versie.waarden.items()},
            "versies": [_version(one) for one in plicht.versies],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Plichtenlijst:
    """Duties on a day; `fouten` names the own files that were left out, with what is wrong."""

    plichten: tuple[PlichtOpDag, ...]
    op: date
    aantal: int
    fouten: Mapping[Path, str]


def on_day(plicht: Plicht, op: date, today: date) -> PlichtOpDag:
    """Return a duty as it holds on a day; NotInForce when it does not."""
    return PlichtOpDag(
        plicht=plicht,
        versie=plicht.on(op),
        op=op,
        uiterlijk=next_due(plicht, op),
        stand=judge_control(plicht, today),
    )


def running_text(text: str) -> str:
    """Return a text of a file with its lines run on; an empty line stays a new paragraph."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def plain_value(waarde: Waarde) -> dict[str, Any]:
    """Return a number of the law with its unit; exact, and whole where it is whole."""
    whole = waarde.waarde == waarde.waarde.to_integral_value()
    return {
        "waarde": int(waarde.waarde) if whole else float(waarde.waarde),
        "eenheid": waarde.eenheid,
        "afronding": str(waarde.afronding),
    }


def _version(versie: Versie) -> dict[str, Any]:
    """Return a version with the text of its last day, or of its first while it still holds."""
    return {
        "van": versie.van,
        "tot": versie.tot,
        "ook_eerder": versie.eerder,
        "grondslag": versie.grondslag.as_plain(versie.tot or versie.van),
        "ook": [one.as_plain(versie.tot or versie.van) for one in versie.grondslagen[1:]],
        "aanhaling": [str(one) for one in versie.grondslagen],
        "waarden": {naam: plain_value(one) for naam, one in versie.waarden.items()},
    }
