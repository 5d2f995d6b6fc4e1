"""Gives the lines of earlier versions the chain of their werkruimte; sealing follows by itself."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F, OuterRef, Subquery

INSTALLATIE = "@installatie"


def into_chains(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Fill the chain and the number of the person of lines that have none."""
    line = apps.get_model("records", "Logregel")
    werkruimte = apps.get_model("records", "Werkruimte")
    slug = werkruimte.objects.filter(pk=OuterRef("werkruimte_id")).values("slug")[:1]
    old = line.objects.filter(keten="")
    old.filter(persoon_nr=None).update(persoon_nr=F("persoon_id"))
    old.exclude(werkruimte=None).update(keten=Subquery(slug))
    old.filter(werkruimte=None).update(keten=INSTALLATIE)
    line.objects.filter(keten="installatie").update(keten=INSTALLATIE)


class Migration(migrations.Migration):
    """A step back leaves the chains as they are: earlier versions do not read them."""

    dependencies = [("records", "0015_aanlevering_bevestigd")]

    operations = [migrations.RunPython(into_chains, migrations.RunPython.noop)]
