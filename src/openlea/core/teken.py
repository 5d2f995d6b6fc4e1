"""The names of what an installation notes of itself: that it lives, and what it sent."""

WERKER = "werker"
"""A worker is alive."""
MAIL_WEG, MAIL_MISLUKT = "mail verstuurd", "mail mislukt"
LOGBOEK_HEEL, LOGBOEK_STUK = "logboek heel", "logboek stuk"
"""The log was checked, and was whole or was not."""
PROEF = "schrijfproef"
"""The database takes in what is written."""
