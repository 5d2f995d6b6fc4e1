"""What every test of a page shares."""

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _nobody_is_too_quick(settings: Settings) -> None:
    """Let the tests of one minute ask as often as they like; who tries the limit sets it."""
    settings.API_TEMPO = 0
