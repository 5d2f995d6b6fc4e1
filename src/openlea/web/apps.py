"""The pages as a Django app, with a warning when their looks were not built."""

from typing import Any

from django.apps import AppConfig
from django.core import checks


class WebConfig(AppConfig):
    """The app 'web': templates, template tags and the bundle of styles and scripts."""

    name = "openlea.web"
    label = "web"

    def ready(self) -> None:
        """Add the check on the bundle, and listen to who signs in."""
        from openlea.web.account.signalen import listen

        listen()
        checks.register(bundle_is_built)


def bundle_is_built(**_: Any) -> list[checks.CheckMessage]:
    """Warn when the bundle or the theme was never built: pages work then, but without style."""
    from openlea.web.templatetags.bundel import MANIFEST, thema, themastijl

    if not MANIFEST.exists():
        message = "The bundle is missing: run npm ci && npm run build in frontend/."
        return [checks.Warning(message, id="web.W001")]
    if not themastijl():
        message = (
            f"OPENLEA_THEME is {thema()}, but frontend/src/themes/{thema()}.css was not built."
        )
        return [checks.Warning(message, id="web.W002")]
    return []
