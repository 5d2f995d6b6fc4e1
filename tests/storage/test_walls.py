"""No record points into another werkruimte, whichever foreign key is tried."""

import pytest
from django.apps import apps
from django.db import models

from openlea.core.errors import NotAllowed
from openlea.policy.rechten import Actor, LidRol
from openlea.services.keep_record import keep_record
from openlea.storage.records.walls import stray
from openlea.storage.records.werkruimte import InWerkruimte

OWN, OTHER = 1, 2
RECORDS = [m for m in apps.get_app_config("records").get_models() if issubclass(m, InWerkruimte)]
WALLED = [
    (model, field)
    for model in RECORDS
    for field in model._meta.concrete_fields
    if isinstance(field, models.ForeignKey) and issubclass(field.related_model, InWerkruimte)
]


def test_every_noun_of_the_agenda_belongs_to_a_werkruimte() -> None:
    of_the_installation = {"Inlogdienst", "Logketen", "Teken", "Teller", "Verwijderbewijs"}
    apart = {"Werkruimte", "Persoon", "Bericht", "Logregel"} | of_the_installation
    names = {m.__name__ for m in apps.get_app_config("records").get_models()}
    inside = {m.__name__ for m in RECORDS}
    history = {name for name in names if name.startswith("Historical")}
    assert names - inside - history == apart


@pytest.mark.parametrize(
    ("model", "field"), WALLED, ids=[f"{m.__name__}.{f.name}" for m, f in WALLED]
)
def test_a_record_cannot_point_through_a_wall(
    model: type[InWerkruimte], field: models.ForeignKey
) -> None:
    foreign = field.related_model(pk=7, werkruimte_id=OTHER)
    record = model(werkruimte_id=OWN, **{field.name: foreign})
    beheer = Actor(werkruimte=OWN, rol=LidRol.AGENDABEHEERDER)
    assert stray(record) == field.name
    with pytest.raises(NotAllowed):
        keep_record(beheer, record)


@pytest.mark.parametrize(
    ("model", "field"), WALLED, ids=[f"{m.__name__}.{f.name}" for m, f in WALLED]
)
def test_a_record_may_point_within_its_own_walls(
    model: type[InWerkruimte], field: models.ForeignKey
) -> None:
    near = field.related_model(pk=7, werkruimte_id=OWN)
    assert stray(model(werkruimte_id=OWN, **{field.name: near})) is None


@pytest.mark.parametrize("model", RECORDS, ids=[m.__name__ for m in RECORDS])
def test_nobody_writes_a_record_of_another_werkruimte(model: type[InWerkruimte]) -> None:
    beheer = Actor(werkruimte=OWN, rol=LidRol.AGENDABEHEERDER)
    with pytest.raises(NotAllowed):
        keep_record(beheer, model(werkruimte_id=OTHER))
