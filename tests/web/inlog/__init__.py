"""Signing in by a service, tried with services that keep the rules and that break them."""
