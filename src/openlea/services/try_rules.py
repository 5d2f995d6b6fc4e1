"""Try rules over many lotteries: who gains and who loses, by group and PC4, never by child."""

from collections.abc import Callable
from typing import Any

from openlea.services.plaats.lezen import Aanvraag, read_aanvraag
from openlea.services.plaats.proef import run_proef

Told = Callable[[str], None]
OFTEN = 20


def try_rules(aanvraag: Aanvraag, lotingen: int, zaad: int, told: Told) -> dict[str, Any]:
    """Return per variant what many lotteries give, with the hash of the data and the seed.

    The same data, rules, number and seed give the same answer. BadInput names what is wrong in the
    files, or that the number of lotteries is too large.
    """
    kinderen, plekken, regels = read_aanvraag(aanvraag)

    def now_and_then(wat: str, done: int, total: int) -> None:
        if done % max(1, total // OFTEN) == 0:
            told(f"{wat}: {done} van {total}")

    rules = aanvraag.regels_tekst()
    return run_proef(kinderen, plekken, regels, rules, lotingen, zaad, now_and_then)
