"""A load in a process of its own, that says when it begins so that it can be killed."""

from multiprocessing.synchronize import Event
from pathlib import Path

from openlea.services.laden.inname import Plek, take_in
from openlea.services.laden.lezen import Herkomst
from openlea.storage.warehouse.warehouse import Warehouse
from tests.services.laden_bron import file_of, read_source

SCHOOLS = 3000


def load_once(catalogue: Path, root: Path, more: int, begun: Event) -> None:
    """Load one file with its own content; say when the work begins."""
    plek = Plek(Warehouse(root, root / "bundel"), read_source(catalogue))
    file = file_of(SCHOOLS, more=more)
    begun.set()
    take_in(plek, [file], Herkomst())
