"""A door outside every werkruimte, which states why it asks no right of one."""

from dataclasses import dataclass

from django.urls import URLPattern


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """An address outside every werkruimte, with the reason why it asks no right of one."""

    pattern: URLPattern
    waarom: str
