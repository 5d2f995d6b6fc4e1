"""A werkruimte that read in its own counts of pupils by group, through the ordinary upload."""

from collections.abc import Mapping, Sequence

from openlea.core.bron import Bestand
from openlea.policy.rechten import LidRol
from openlea.services.commit_inlezing import commit_inlezing
from openlea.services.start_inlezing import start_inlezing
from openlea.storage.warehouse.eigen_groepen import BRON
from openlea.storage.warehouse.warehouse import open_warehouse
from tests.world import World

GROEP = "Ouders met weinig scholing"
KOP = "Teldatum;BRIN;Kenmerk;Groep;Aantal;Totaal"
DAG = "2025-10-01"


def schools_of(gemeente: str, many: int) -> list[str]:
    """Return the first schools of a gemeente, by code."""
    rows = open_warehouse().scan("duo_vestigingen_po").collect()
    return sorted(rows.filter(rows["gemeente"] == gemeente)["vestiging"].to_list())[:many]


def own_file(counts: Mapping[str, tuple[str, str]], dagen: Sequence[str] = (DAG,)) -> bytes:
    """Return a file as a municipality makes it: per school how many in the group and in all."""
    lines = [
        f"{dag};{code};Opleiding ouders;{GROEP};{aantal};{totaal}"
        for dag in dagen
        for code, (aantal, totaal) in counts.items()
    ]
    return "\n".join([KOP, *lines]).replace("Opleiding ouders;", "opleiding_ouders;").encode()


def read_in(world: World, inhoud: bytes) -> None:
    """Read the file in, as who keeps the agenda does on screen; every column is guessed."""
    beheer = world.actor(LidRol.AGENDABEHEERDER)
    begun = start_inlezing(beheer, BRON, Bestand(naam="groepen.csv", inhoud=inhoud))
    commit_inlezing(beheer, begun.pk, begun.versie, toch=True)
