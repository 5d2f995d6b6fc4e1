"""Check the shelf of duties: what was read too long ago, is not verified, expired or unlinked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from openlea.catalogue.kaartenkast import wrong_cards
from openlea.catalogue.overlegkast import wrong_overlegkaarten
from openlea.catalogue.plichtenkast import open_plichten
from openlea.catalogue.samenwerkingskast import wrong_samenwerking
from openlea.catalogue.stappenkast import wrong_vierstappen
from openlea.core.catalogue import find_roots
from openlea.core.plicht import HOUDBAAR, Plicht
from openlea.policy.controlestand import Zekerheid, judge_control
from openlea.policy.normen.proef import try_examples


@dataclass(frozen=True, slots=True, kw_only=True)
class Plichtcontrole:
    """How one duty stands: `dagen` since it was read; `zonder_link` names laws without a text.

    `voorbeelden` says of each worked example that doesn't come out what is off.
    """

    plicht: Plicht
    zekerheid: Zekerheid
    dagen: int
    zonder_link: tuple[str, ...]
    verlopen_op: date | None
    voorbeelden: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Return whether there is nothing to do about it."""
        sure = self.zekerheid is Zekerheid.GEVERIFIEERD
        return sure and not (self.zonder_link or self.voorbeelden) and self.verlopen_op is None

    def as_plain(self) -> dict[str, Any]:
        """Return it as the command hands it out."""
        return {
            "id": self.plicht.id,
            "titel": self.plicht.titel,
            "status": str(self.zekerheid),
            "controle": [str(one) for one in self.plicht.controles],
            "nagelezen_op": self.plicht.nagelezen_op,
            "dagen": self.dagen,
            "houdbaar_tot": self.plicht.nagelezen_op + HOUDBAAR,
            "zonder_link": list(self.zonder_link),
            "verlopen_op": self.verlopen_op,
            "voorbeelden": list(self.voorbeelden),
            "in_beweging": self.plicht.in_beweging,
            "bestand": f"{self.plicht.veld}/duties/{self.plicht.file.name}",
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Plankcontrole:
    """How the whole shelf stands; `fouten` are the own files that can't be read."""

    op: date
    plichten: tuple[Plichtcontrole, ...]
    fouten: dict[str, str]

    def summary(self) -> dict[str, int]:
        """Return the counts; one duty may be in several of them."""
        each = self.plichten
        per_status = {one.value: sum(p.zekerheid is one for p in each) for one in Zekerheid}
        return {
            "plichten": len(each),
            "in_orde": sum(one.is_sound for one in each),
            **{naam.replace(" ", "_"): number for naam, number in per_status.items()},
            "zonder_link": sum(bool(one.zonder_link) for one in each),
            "verlopen": sum(one.verlopen_op is not None for one in each),
            "voorbeelden_fout": sum(bool(one.voorbeelden) for one in each),
            "fouten": len(self.fouten),
        }

    def as_plain(self) -> dict[str, Any]:
        """Return it as the command hands it out."""
        return {
            "op": self.op,
            "samenvatting": self.summary(),
            "plichten": [one.as_plain() for one in self.plichten],
            "fouten": self.fouten,
        }


def check_plichten(today: date) -> Plankcontrole:
    """Return how every duty on the shelf stands on a day."""
    roots = find_roots(settings.CATALOGUE)
    kast = open_plichten(roots)
    wrong = {**kast.fouten, **wrong_cards(roots), **wrong_overlegkaarten(roots)}
    wrong |= {**wrong_samenwerking(roots), **wrong_vierstappen(roots)}
    return Plankcontrole(
        op=today,
        plichten=tuple(_judge(one, kast.plichten, today) for one in kast.plichten.values()),
        fouten={str(file): why for file, why in wrong.items()},
    )


def _judge(plicht: Plicht, plichten: Mapping[str, Plicht], today: date) -> Plichtcontrole:
    last = plicht.versies[-1]
    expired = last.tot if last.tot is not None and last.tot < today else None
    return Plichtcontrole(
        plicht=plicht,
        zekerheid=judge_control(plicht, today).zekerheid,
        dagen=(today - plicht.nagelezen_op).days,
        zonder_link=tuple(str(one) for one in last.grondslagen if not one.link(today)),
        verlopen_op=expired,
        voorbeelden=try_examples(plicht, plichten),
    )
