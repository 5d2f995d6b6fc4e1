"""Open LEA: the open workspace for the Lokale Educatieve Agenda."""
