"""Signing in and out with an account of this installation."""

from django.contrib.auth.views import LoginView, LogoutView

sign_in = LoginView.as_view(
    template_name="inloggen/inloggen.html", redirect_authenticated_user=True
)
sign_out = LogoutView.as_view()
