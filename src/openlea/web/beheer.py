"""The one place that asks whether somebody manages this installation."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

from openlea.storage.records.models import Persoon

View = Callable[..., HttpResponse]


def beheerder_of(request: HttpRequest) -> Persoon | None:
    """Return who asks when that is a beheerder of the installation, else None."""
    wie = request.user
    if isinstance(wie, Persoon) and wie.is_active and wie.is_beheerder:
        return wie
    return None


def for_beheerder(view: View) -> View:
    """Return the view for who manages the installation; for others the page does not exist.

    A visitor may sign in first. What the page holds is of the installation, never of a werkruimte.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if beheerder_of(request) is None:
            raise Http404("Deze pagina is er niet.")
        return view(request, *args, **kwargs)

    return answer
