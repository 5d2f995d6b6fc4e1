"""What supervision of a year comes down to: inspected, found, acted on, and for how long."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from openlea.policy.voorschool import day_of
from openlea.storage.warehouse.voorschool_tabellen import Toezicht

STATUS = {
    "A": "De gemeente voert haar taken goed uit.",
    "B": "De gemeente voert haar taken niet helemaal goed uit, en werkt aan verbetering.",
    "C": "De gemeente voert haar taken niet goed uit.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Toezichtjaar:
    """The counts of a year; `dagen` the middle length of what ended, None when nothing did."""

    jaar: str
    gepland: int
    onderzocht: int
    tekort: int
    loopt: int
    dagen: int | None
    status: str
    status_sinds: date | None

    @property
    def betekenis(self) -> str:
        """Return what the status says."""
        return STATUS.get(self.status, "")

    @property
    def zin(self) -> str:
        """Return the year in two sentences."""
        told = (
            f"In {self.jaar} zijn {self.onderzocht} van de {self.gepland} geplande locaties "
            f"onderzocht. Op {self.tekort} was er een tekort in de voorschoolse educatie."
        )
        if not self.tekort and not self.loopt:
            return told
        return f"{told} Op {self.loopt} loopt handhaving nog."


def supervision_of(rijen: Sequence[Toezicht], today: date) -> Toezichtjaar | None:
    """Return what the rows of one year come down to; None when there are none."""
    if not rijen:
        return None
    acted = [one for one in rijen if one.handhaving != "geen"]
    spans = [
        (end - begin).days
        for one in acted
        if (begin := day_of(one.begin)) and (end := day_of(one.eind)) and end <= today
    ]
    said = max((one for one in rijen if one.status), key=lambda one: one.status_sinds, default=None)
    return Toezichtjaar(
        jaar=rijen[0].jaar,
        gepland=sum(one.gepland for one in rijen),
        onderzocht=sum(bool(one.gepland and one.onderzocht_op) for one in rijen),
        tekort=sum(one.tekortkoming is True for one in rijen),
        loopt=sum(not (end := day_of(one.eind)) or end > today for one in acted),
        dagen=round(median(spans)) if spans else None,
        status=said.status if said else "",
        status_sinds=day_of(said.status_sinds) if said else None,
    )
