"""A person: one account, with memberships in many werkruimten."""

from typing import ClassVar, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class PersoonQuerySet(models.QuerySet["Persoon"]):
    """Ways to look persons up."""

    def with_email(self, email: str) -> Self:
        """Return the persons with this address, whatever its capitals."""
        return self.filter(email__iexact=email.strip())


class PersoonManager(BaseUserManager.from_queryset(PersoonQuerySet)["Persoon"]):  # type: ignore[misc]
    """What Django's sign-in asks of a manager of accounts."""


class Persoon(AbstractBaseUser):
    """One person, known by an e-mail address."""

    email = models.EmailField("e-mailadres", unique=True)
    naam = models.CharField("naam", max_length=120)
    is_active = models.BooleanField("mag inloggen", default=True)
    is_beheerder = models.BooleanField("beheert de installatie", default=False)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam"]

    objects = PersoonManager()

    class Meta:
        """Persons by name."""

        ordering: ClassVar[list[str]] = ["naam"]

    def __str__(self) -> str:
        """Return the name."""
        return self.naam
