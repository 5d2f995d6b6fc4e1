"""The whole site on one screen."""

from openlea.web.routes import ROUTES, urlpatterns

__all__ = ["ROUTES", "urlpatterns"]

handler400 = "openlea.web.refusal.malformed"
handler403 = "openlea.web.refusal.forbidden"
handler404 = "openlea.web.refusal.not_found"
handler500 = "openlea.web.refusal.broken"
