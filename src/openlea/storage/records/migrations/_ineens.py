"""Makes many tables in one step, so that a new installation is there in seconds.

Django draws all models again after each operation; with a history beside every table that took half
a minute. Here the drawing is put off until the last table is known, and is done once.
"""

from typing import Any

from django.db.migrations import SeparateDatabaseAndState
from django.db.migrations.state import ProjectState


class Ineens(SeparateDatabaseAndState):
    """Operations on models of this app alone, of which the outcome is made as new tables."""

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Note every operation without drawing; what was drawn before is forgotten."""
        state.__dict__.pop("apps", None)
        super().state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Make a table per model, as it is after all operations."""
        for model in to_state.apps.get_app_config(app_label).get_models():
            if self.allow_migrate_model(schema_editor.connection.alias, model):
                schema_editor.create_model(model)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Take every table away again."""
        for model in reversed(list(from_state.apps.get_app_config(app_label).get_models())):
            if self.allow_migrate_model(schema_editor.connection.alias, model):
                schema_editor.delete_model(model)
