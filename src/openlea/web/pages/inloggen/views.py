"""Signing in and out with an account of this installation, and choosing a password."""

from django.contrib.auth.views import LoginView, LogoutView, PasswordResetConfirmView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy

from openlea.services.send_wachtwoordlink import send_wachtwoordlink
from openlea.web.pages.inloggen.forms import InlogForm, VergetenForm, WachtwoordForm

sign_in = LoginView.as_view(
    template_name="inloggen/inloggen.html",
    redirect_authenticated_user=True,
    authentication_form=InlogForm,
)
sign_out = LogoutView.as_view()
wachtwoord_zetten = PasswordResetConfirmView.as_view(
    template_name="inloggen/wachtwoord.html",
    form_class=WachtwoordForm,
    success_url=reverse_lazy("inloggen", query={"wachtwoord": "nieuw"}),
)


def wachtwoord_vergeten(request: HttpRequest) -> HttpResponse:
    """Mail a link to choose a new password; the answer never tells whether there is an account."""
    form = VergetenForm(request.POST or None)
    is_sent = request.method == "POST" and form.is_valid()
    if is_sent:
        send_wachtwoordlink(form.cleaned_data["email"])
    return render(request, "inloggen/vergeten.html", {"formulier": form, "is_verstuurd": is_sent})
